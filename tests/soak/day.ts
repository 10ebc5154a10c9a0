/** One school day of several visits, with all that can go wrong in it; looked at after every step. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handleConcern } from '../../src/journeys/concerns.ts';
import type { Diary } from '../../src/journeys/diary.ts';
import { openHouse } from '../../src/journeys/house.ts';
import type { Books, Outgoing, PostResult } from '../../src/journeys/ports.ts';
import { sweep } from '../../src/journeys/sweep.ts';
import type { StaffMember } from '../../src/people/staff.ts';
import {
  commandId,
  concernId,
  instant,
  minutesAfter,
  type VisitId,
  visitId,
} from '../../src/vocabulary.ts';
import { person } from '../builders/cast.ts';
import { act, createClock, openWorld, type Playing } from '../journeys/world.ts';
import { formUnder, type PackName, policies, staff } from '../policy/six-packs.ts';
import { beforeLeaving, whileOut } from './acts.ts';
import { type MemoryBooks, memoryBooks } from './memory-books.ts';
import type { Chance } from './random.ts';
import { type Ledger, lookAround, newLedger, noteTelling, tellOf } from './watching.ts';

/** Each visit has two people of its own. */
const pairs: readonly (readonly [StaffMember, StaffMember])[] = Array.from(
  { length: 8 },
  (_, n) => [
    person(`a${n}`, `Ann ${n}`, 'attendance-officer'),
    person(`b${n}`, `Ben ${n}`, 'learning-mentor'),
  ],
);
const everybody = [...staff, ...pairs.flat()];

export type Count = Record<
  'visits' | 'steps' | 'alarms' | 'out' | 'kills' | 'outages' | 'restarts' | 'lost' | 'silent',
  number
>;

export const nothingYet = (): Count => ({
  visits: 0,
  steps: 0,
  alarms: 0,
  out: 0,
  kills: 0,
  outages: 0,
  restarts: 0,
  lost: 0,
  silent: 0,
});

type Day = {
  readonly pack: PackName;
  readonly chance: Chance;
  readonly clock: ReturnType<typeof createClock>;
  readonly lists: MemoryBooks;
  readonly ledger: Ledger;
  readonly count: Count;
  readonly visits: readonly { readonly id: VisitId; readonly pair: (typeof pairs)[number] }[];
  path: string;
  /** How Teams is for each: nobody is down for ever. */
  readonly unreachable: Set<string>;
  teamsDown: boolean;
  playing: Playing;
  /** Set while a kill is being played: counts writes, and dies. */
  dying: { left: number; dead: boolean } | undefined;
};

const killed = () => new Error('killed');

/** Every write and every message of a doomed instance goes through here; after its end there is nothing more. */
const mortal =
  (day: () => Day) =>
  async <T>(doomed: { left: number; dead: boolean } | undefined, work: () => Promise<T>) => {
    if (doomed === undefined) return work();
    if (doomed.dead) throw killed();
    doomed.left -= 1;
    if (doomed.left > 0) return work();
    doomed.dead = true;
    if (day().chance.oneIn(2)) await work();
    throw killed();
  };

const openOn = async (day: Day, doomed?: { left: number; dead: boolean }): Promise<Playing> => {
  const through = mortal(() => day);
  const diary = (kept: Diary): Diary => ({
    ...kept,
    commit: (changes) => through(doomed, () => kept.commit(changes)),
    claimDue: async (claim) => {
      if (doomed?.dead) throw killed();
      return kept.claimDue(claim);
    },
  });
  const books = (all: Books): Books => ({
    ...all,
    visits: {
      ...all.visits,
      create: (...given) => through(doomed, () => all.visits.create(...given)),
      update: (...given) => through(doomed, () => all.visits.update(...given)),
    },
  });
  return openWorld({
    tenant: { books: day.lists.books },
    clock: day.clock,
    path: day.path,
    policy: policies[day.pack],
    staff: everybody,
    diary,
    books,
    post: (outgoing) => through(doomed, () => post(day, outgoing)),
  });
};

const post = async (day: Day, outgoing: Outgoing): Promise<PostResult> => {
  const { recipient } = outgoing;
  const to = 'person' in recipient ? recipient.person : `#${recipient.channel}`;
  const result: PostResult = day.teamsDown
    ? { kind: 'later', afterSeconds: 20, because: 'Teams is down.' }
    : day.unreachable.has(to)
      ? { kind: 'unreachable', because: 'The app is blocked.' }
      : { kind: 'sent' };
  noteTelling(day.ledger, outgoing, to, result);
  return result;
};

const restart = async (day: Day): Promise<void> => {
  await day.playing.kept.close();
  day.playing = await openOn(day);
};

/** The next few writes are its last: whatever was under way is cut off, and another takes its place on the same diary. */
const kill = async (day: Day): Promise<void> => {
  const doomed = { left: 1 + day.chance.upTo(6), dead: false };
  doomed.left += 1_000_000;
  const last = await openOn(day, doomed);
  doomed.left -= 1_000_000;
  const before = day.playing;
  day.playing = last;
  for (let press = 0; press < 8 && !doomed.dead; press += 1) {
    day.clock.wait(1);
    await step(day).catch(() => undefined);
    await last.runner.settle().catch(() => undefined);
  }
  doomed.dead = true;
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
  await before.kept.close();
  await last.kept.close();
  day.playing = await openOn(day);
  day.count.kills += 1;
  day.ledger.kills += 1;
};

/** All is in the lists and everybody has been told; then the file is gone. */
const loseTheDiary = async (day: Day): Promise<void> => {
  day.lists.feel('open');
  day.teamsDown = false;
  for (let minute = 0; minute < 4; minute += 1) {
    day.clock.wait(1);
    await day.playing.runner.settle();
  }
  await day.playing.kept.close();
  day.path = `${day.path}.new`;
  day.playing = await openOn(day);
  await sweep(day.playing.world);
  day.count.lost += 1;
  day.ledger.lost += 1;
};

const trouble = async (day: Day): Promise<void> => {
  const { chance, lists, count } = day;
  if (chance.oneIn(10)) {
    lists.feel(chance.oneOf(['open', 'open', 'closed', 'lost']));
    count.outages += lists.mood() === 'open' ? 0 : 1;
  }
  if (chance.oneIn(15)) day.teamsDown = !day.teamsDown && chance.oneIn(2);
  if (chance.oneIn(25)) {
    if (day.unreachable.size > 0) day.unreachable.clear();
    else day.unreachable.add(chance.oneOf(['pat', 'bevan', 'rao']));
  }
  if (chance.oneIn(30)) {
    count.restarts += 1;
    await restart(day);
  }
  if (chance.oneIn(40)) await kill(day);
  if (chance.oneIn(90)) await loseTheDiary(day);
};

/** Somebody does something, or says a word that only the school knows, or is worried. */
const step = async (day: Day): Promise<void> => {
  const { chance, playing, clock } = day;
  const { id, pair } = chance.oneOf(day.visits);
  const visit = await playing.visit(id).catch(() => undefined);
  const name = `c${chance.upTo(2 ** 30)}`;
  if (visit === undefined) {
    const start = minutesAfter(clock.now(), 20 + chance.upTo(60));
    const dueBack = minutesAfter(start, 30 + chance.upTo(40));
    const visitors = pair.map((one) => one.id);
    const form = formUnder(day.pack, { start, dueBack, visitors });
    await act(playing, id, pair[0], { verb: 'submit', form }, { id: name });
    return;
  }
  if (chance.oneIn(60)) return codeWord(day, id, pair[0], name);
  if (chance.oneIn(80)) return worry(day, pair[0], name);
  const scene = { visit, pair, now: clock.now(), chance };
  const under = visit.status === 'out' || visit.status === 'returned';
  const { by, ask } = under ? whileOut(scene) : beforeLeaving(scene);
  const outOfTurn = ['help', 'danger', 'unwell', 'injured', 'leave-unsafe'].includes(ask.verb);
  await act(playing, id, by, ask, { id: name, outOfTurn });
  if (chance.oneIn(8)) await act(playing, id, by, ask, { id: name, outOfTurn });
};

const codeWord = async (day: Day, visit: VisitId, by: StaffMember, name: string) => {
  const house = openHouse(day.playing.world);
  const command = commandId(name);
  await house.press({
    verb: 'agree-code-word',
    visit,
    inputs: { phrase: 'Purple folder' },
    command,
    by: by.id,
    via: 'chat',
  });
  const texts = { text: 'Did you bring the purple folder?' };
  await house.duress.listen({ texts, by: by.id, command: commandId(`${name} said`) });
  day.count.silent += 1;
};

const worry = async (day: Day, by: StaffMember, name: string) => {
  await handleConcern(day.playing.world, concernId(`school-${name}`), {
    verb: 'raise-concern',
    id: commandId(name),
    by: by.id,
    about: 'child',
    person: '',
    what: 'A bruise.',
  });
};

/** Some hours of a day. */
const turns = 22;

const days = ['2026-09-14', '2026-11-24', '2027-02-02', '2027-03-26', '2027-06-30'];

/** Plays a day of so many visits. Throws at the first step after which somebody is forgotten. */
export const playDay = async (chance: Chance, visits: number, count: Count): Promise<void> => {
  const folder = mkdtempSync(join(shared(), 'home-visits-year-'));
  const pack = chance.oneOf(Object.keys(policies) as readonly PackName[]);
  const clock = createClock();
  clock.set(instant(`${chance.oneOf(days)}T08:${10 + chance.upTo(50)}:00Z`));
  const day = {
    pack,
    chance,
    clock,
    lists: memoryBooks(),
    ledger: newLedger(policies[pack], everybody),
    count,
    visits: Array.from({ length: visits }, (_, n) => ({
      id: visitId(`school-v${n}`),
      pair: pairs[n % pairs.length] ?? chance.oneOf(pairs),
    })),
    path: join(folder, 'diary.sqlite'),
    unreachable: new Set<string>(),
    teamsDown: false,
    dying: undefined,
  } as unknown as Day;
  day.playing = await openOn(day);
  try {
    for (let turn = 0; turn < turns; turn += 1) {
      for (let each = 0; each < 3; each += 1) await step(day);
      count.steps += 3;
      clock.wait(chance.oneIn(12) ? chance.upTo(40) : chance.upTo(6));
      await trouble(day);
      clock.wait(1);
      await day.playing.runner.settle();
      await lookAround(day.playing, day.ledger, day);
    }
    count.visits += visits;
    count.alarms += day.ledger.alarms;
    count.out += day.ledger.out;
  } catch (error) {
    if (process.env['SOAK_TELL'] !== undefined)
      for (const { id } of day.visits)
        process.stdout.write(`${id} at ${clock.now()} ${await tellOf(day.playing.world, id)}\n`);
    throw error;
  } finally {
    await day.playing.kept.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** In memory, where the machine has such a place: what is tried here is not the disk. */
const shared = (): string => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());
