/** The school on one day with all that can go wrong around it: SharePoint, Teams and the diary, restarts, kills, a diary that is lost. */
import type { Diary } from '../../src/journeys/diary.ts';
import { pageOf } from '../../src/journeys/page.ts';
import type { Books, Outgoing, PostResult } from '../../src/journeys/ports.ts';
import { sweep } from '../../src/journeys/sweep.ts';
import type { StaffMember } from '../../src/people/staff.ts';
import type { VisitId } from '../../src/vocabulary.ts';
import { person } from '../builders/cast.ts';
import { type createClock, openWorld, type Playing } from '../journeys/world.ts';
import { policies, staff } from '../policy/six-packs.ts';
import { type Ledger, noteTelling, numberOf } from './ledger.ts';
import type { MemoryBooks } from './memory-books.ts';
import type { Chance } from './random.ts';
import { type DayPlan, registers } from './school-year.ts';

export type Pair = readonly [StaffMember, StaffMember];

/** Two people of its own for each visit, or for each round. */
export const pairs: readonly Pair[] = Array.from({ length: 5 }, (_, n) => [
  person(`a${n}`, `Ann ${n}`, 'attendance-officer'),
  person(`b${n}`, `Ben ${n}`, 'learning-mentor'),
]);
export const everybody = [...staff, ...pairs.flat()];

export type Count = Record<
  | 'visits'
  | 'days'
  | 'steps'
  | 'events'
  | 'left'
  | 'out'
  | 'alarms'
  | 'told'
  | 'duplicates'
  | 'kills'
  | 'outages'
  | 'restarts'
  | 'lost'
  | 'silent'
  | 'worries'
  | 'children'
  | 'takenOver'
  | 'rounds',
  number
>;

export type Day = {
  readonly plan: DayPlan;
  readonly chance: Chance;
  readonly clock: ReturnType<typeof createClock>;
  readonly lists: MemoryBooks;
  readonly ledger: Ledger;
  readonly count: Count;
  readonly visits: readonly {
    readonly id: VisitId;
    readonly pair: Pair;
    readonly round: boolean;
  }[];
  path: string;
  /** How Teams is for each: nobody is down for ever. */
  readonly unreachable: Set<string>;
  teamsDown: boolean;
  /** How many turns each word with the diary waits. */
  slow: number;
};

/** Every write and every message of a doomed instance is counted; after its end there is nothing more. */
type Doomed = { left: number; dead: boolean };
export type Stage = { readonly day: Day; playing: Playing };

const killed = () => new Error('killed');

const through = async <T>(
  { chance }: Day,
  doomed: Doomed | undefined,
  work: () => Promise<T>,
): Promise<T> => {
  if (doomed === undefined) return work();
  if (doomed.dead) throw killed();
  doomed.left -= 1;
  if (doomed.left > 0) return work();
  doomed.dead = true;
  if (chance.oneIn(2)) await work();
  throw killed();
};

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
};

export const openOn = async (day: Day, doomed?: Doomed): Promise<Playing> => {
  const diary = (kept: Diary): Diary => ({
    ...kept,
    read: async (key) => {
      await turns(day.slow);
      return kept.read(key);
    },
    commit: async (changes) => {
      await turns(day.slow);
      return through(day, doomed, () => kept.commit(changes));
    },
    claimDue: async (claim) => {
      if (doomed?.dead) throw killed();
      await turns(day.slow);
      return kept.claimDue(claim);
    },
  });
  const books = (all: Books): Books => ({
    ...all,
    visits: {
      ...all.visits,
      create: (...given) => through(day, doomed, () => all.visits.create(...given)),
      update: (...given) => through(day, doomed, () => all.visits.update(...given)),
    },
    assessments: {
      ...all.assessments,
      create: (...given) => through(day, doomed, () => all.assessments.create(...given)),
      update: (...given) => through(day, doomed, () => all.assessments.update(...given)),
    },
  });
  return openWorld({
    tenant: { books: day.lists.books },
    clock: day.clock,
    path: day.path,
    policy: policies[day.plan.pack],
    staff: everybody,
    registers,
    diary,
    books,
    post: (outgoing) => through(day, doomed, () => post(day, outgoing)),
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

const restart = async (stage: Stage): Promise<void> => {
  await stage.playing.kept.close();
  stage.playing = await openOn(stage.day);
  stage.day.count.restarts += 1;
};

/** More writes than it takes to open. */
const whileOpening = 1_000;

/** The next few writes are its last: whatever was under way is cut off, and another takes its place on the same diary. */
const kill = async (stage: Stage, step: () => Promise<void>): Promise<void> => {
  const { day } = stage;
  const doomed = { left: whileOpening, dead: false };
  const last = await openOn(day, doomed);
  const before = stage.playing;
  stage.playing = last;
  doomed.left = 1 + day.chance.upTo(6);
  for (let press = 0; press < 8 && !doomed.dead; press += 1) {
    day.clock.wait(1);
    await step().catch(() => undefined);
    await last.runner.settle().catch(() => undefined);
  }
  doomed.dead = true;
  await turns(20);
  await before.kept.close();
  await last.kept.close();
  stage.playing = await openOn(day);
  day.count.kills += 1;
  day.ledger.kills += 1;
};

/** Everything answers again, and has had time to. */
export const mend = async ({ day, playing }: Stage, minutes: number): Promise<void> => {
  day.lists.feel('open');
  day.teamsDown = false;
  day.slow = 0;
  for (let minute = 0; minute < minutes; minute += 1) {
    day.clock.wait(1);
    await playing.runner.settle();
  }
};

/** All is in the lists and everybody has been told; then the file is gone. */
const loseTheDiary = async (stage: Stage): Promise<void> => {
  const { day } = stage;
  await mend(stage, 4);
  const { world, kept } = stage.playing;
  for (const record of await kept.list(world.school, 'page')) {
    const { events, filed } = pageOf(world, record) ?? { events: [], filed: 0 };
    for (let index = filed; index < events.length; index += 1)
      day.ledger.unfiled.add(numberOf(record.partition, index));
  }
  await kept.close();
  day.path = `${day.path}.new`;
  stage.playing = await openOn(day);
  await sweep(stage.playing.world);
  day.count.lost += 1;
  day.ledger.lost += 1;
};

export const trouble = async (stage: Stage, step: () => Promise<void>): Promise<void> => {
  const { day } = stage;
  const { chance, lists, count } = day;
  if (chance.oneIn(10)) {
    lists.feel(chance.oneOf(['open', 'open', 'closed', 'lost']));
    count.outages += lists.mood() === 'open' ? 0 : 1;
  }
  day.teamsDown = day.teamsDown ? !chance.oneIn(3) : chance.oneIn(20);
  if (chance.oneIn(15)) day.slow = chance.oneOf([0, 0, 1, 3]);
  if (chance.oneIn(25)) {
    if (day.unreachable.size > 0) day.unreachable.clear();
    else day.unreachable.add(chance.oneOf(['pat', 'bevan', 'rao']));
  }
  if (chance.oneIn(30)) await restart(stage);
  if (chance.oneIn(25)) await kill(stage, step);
  if (chance.oneIn(80)) await loseTheDiary(stage);
};
