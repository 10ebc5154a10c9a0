/** One day of several visits, with all that can go wrong in it; looked at after every turn. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handleConcern } from '../../src/journeys/concerns.ts';
import { viewsOf } from '../../src/journeys/elsewhere.ts';
import { openHouse } from '../../src/journeys/house.ts';
import { outOfTurn, press } from '../../src/journeys/press.ts';
import { standing } from '../../src/journeys/standing.ts';
import type { StaffMember } from '../../src/people/staff.ts';
import { generalKey } from '../../src/risk-assessment/standing.ts';
import { commandId, concernId, minutesAfter, visitId } from '../../src/vocabulary.ts';
import { standing as known, rao } from '../builders/cast.ts';
import { act, createClock } from '../journeys/world.ts';
import { formUnder, policies } from '../policy/six-packs.ts';
import { beforeLeaving, type Doing, whileOut } from './acts.ts';
import { saidAs } from './by-the-door.ts';
import { newLedger } from './ledger.ts';
import { memoryBooks } from './memory-books.ts';
import type { Chance } from './random.ts';
import type { DayPlan } from './school-year.ts';
import {
  type Count,
  type Day,
  everybody,
  mend,
  openOn,
  pairs,
  type Stage,
  trouble,
} from './stage.ts';
import { lookAround, lookBack, tellOf } from './watching.ts';

type Visit = Day['visits'][number];

/** Somebody does something, or says a word that only the school knows, or is worried. */
const step = async (stage: Stage): Promise<void> => {
  const { day, playing } = stage;
  const { chance, clock } = day;
  const one = chance.oneOf(day.visits);
  const visit = await playing.visit(one.id).catch(() => undefined);
  const name = `c${chance.upTo(2 ** 30)}`;
  day.count.steps += 1;
  if (visit === undefined) return submit(stage, one, name);
  if (chance.oneIn(60)) return codeWord(stage, one, name);
  if (chance.oneIn(80)) return worry(stage, one.pair[0], name);
  if (one.round && visit.status === 'approved' && visit.round === undefined && chance.oneIn(2))
    return planRound(stage, one, name);
  const scene = {
    visit,
    pair: one.pair,
    now: clock.now(),
    policy: policies[day.plan.pack],
    chance,
  };
  const under = visit.status === 'out' || visit.status === 'returned';
  const doings = under ? [whileOut(scene)] : beforeLeaving(scene);
  for (const [at, doing] of doings.entries()) await does(stage, one, doing, `${name}.${at}`);
};

/** Pressed in chat where it is said so, now and then twice; else as the door hands it on. */
const does = async (stage: Stage, { id, round }: Visit, doing: Doing, name: string) => {
  const { chance } = stage.day;
  const { by, ask } = doing;
  const said = round || chance.oneIn(4) ? saidAs(ask) : undefined;
  const times = chance.oneIn(8) ? 2 : 1;
  for (let time = 0; time < times; time += 1) {
    const { world } = stage.playing;
    if (said === undefined)
      await act(stage.playing, id, by, ask, { id: name, outOfTurn: outOfTurn.has(ask.verb) });
    else {
      const pressed = { visit: id, command: commandId(name), by: by.id, via: 'chat' } as const;
      await press(world, () => viewsOf(world), { ...said, ...pressed });
    }
  }
};

const submit = async ({ day, playing }: Stage, { id, pair, round }: Visit, name: string) => {
  const { chance, clock, plan } = day;
  const start = minutesAfter(clock.now(), 15 + chance.upTo(round ? 90 : 40));
  const visitors = pair.map((each) => each.id);
  const form = formUnder(plan.pack, {
    start,
    dueBack: minutesAfter(start, 30 + chance.upTo(40)),
    visitors,
    pupil: `Pupil ${id}`,
    address: `${id.at(-1)} Heol Las`,
    eveningReason: 'The parents work until late',
    backup: rao.id,
    ...(chance.oneIn(4) ? { class: 'emergency' as const } : {}),
  });
  const asked = await act(playing, id, pair[0], { verb: 'submit', form }, { id: name });
  // Whoever was told no, and goes, is looked after like everybody else.
  if (asked.kind !== 'refused' || !chance.oneIn(3)) return;
  const gone = { verb: 'already-happened', what: 'depart', who: visitors } as const;
  await act(playing, id, pair[0], gone, { id: `${name} gone` });
};

const planRound = async ({ day, playing }: Stage, { id, pair }: Visit, name: string) => {
  const visits = day.visits.filter((one) => one.round && one.id !== id).map((one) => one.id);
  const found = await Promise.all(visits.map((each) => playing.visit(each).catch(() => undefined)));
  const approved = visits.filter((_each, at) => found[at]?.status === 'approved');
  const { world } = playing;
  const answer = await press(world, () => viewsOf(world), {
    verb: 'plan-round',
    visit: id,
    inputs: { visits: approved.join(',') },
    command: commandId(name),
    by: pair[0].id,
    via: 'chat',
  });
  if (answer.kind === 'done') day.count.rounds += 1;
};

/** Agreed before, and said in the middle of something else; now and then somebody hears their voice. */
const codeWord = async ({ day, playing }: Stage, { id, pair }: Visit, name: string) => {
  const house = openHouse(playing.world);
  const [{ id: by }] = pair;
  await house.press({
    verb: 'agree-code-word',
    visit: id,
    inputs: { phrase: 'Purple folder' },
    command: commandId(name),
    by,
    via: 'chat',
  });
  const texts = { text: 'Did you bring the purple folder?' };
  await house.duress.listen({ texts, by, command: commandId(`${name} said`) });
  day.count.silent += 1;
};

const worry = async ({ day, playing }: Stage, by: StaffMember, name: string) => {
  const { world } = playing;
  const id = concernId(`school-${name}`);
  const what = { about: 'child', person: '', what: 'A bruise.' } as const;
  await handleConcern(world, id, {
    verb: 'raise-concern',
    id: commandId(name),
    by: by.id,
    ...what,
  });
  if (day.chance.oneIn(2))
    await handleConcern(world, id, {
      verb: 'spoke-of-concern',
      id: commandId(`${name} spoke`),
      by: rao.id,
    });
  day.count.worries += 1;
};

/** Turns in which people do things, and then those in which nobody does anything any more. */
const busy = 20;
const quiet = 4;

const turn = async (stage: Stage, nth: number): Promise<void> => {
  const { day } = stage;
  const { chance, clock } = day;
  const silent = nth >= busy || chance.oneIn(8);
  const atOnce = chance.oneIn(5);
  const steps = silent ? 0 : 3;
  // What several people do in the same breath comes in any order.
  if (atOnce) await Promise.all(Array.from({ length: steps }, () => step(stage)));
  else for (let each = 0; each < steps; each += 1) await step(stage);
  clock.wait(silent || chance.oneIn(12) ? chance.upTo(40) : chance.upTo(5));
  await trouble(stage, () => step(stage));
  clock.wait(1);
  await stage.playing.runner.settle();
  await lookAround(stage.playing, day.ledger, day);
};

/** Some schools want the general assessment read before anybody asks. */
const [general] = known;
const everybodyRead = general && {
  ...general,
  readings: everybody.map(({ id }) => ({ person: id, at: general.madeAt })),
};

const open = (plan: DayPlan, chance: Chance, visits: number, path: string, count: Count): Day => {
  const clock = createClock();
  clock.set(plan.begins);
  // On every third day the first three homes are one round.
  const onRound = chance.oneIn(3) ? 3 : 0;
  return {
    plan,
    chance,
    clock,
    lists: memoryBooks(),
    ledger: newLedger(policies[plan.pack], everybody),
    count,
    visits: Array.from({ length: visits }, (_, n) => ({
      id: visitId(`school-v${n}`),
      pair: pairs[n < onRound ? 0 : n % pairs.length] ?? chance.oneOf(pairs),
      round: n < onRound,
    })),
    path,
    unreachable: new Set(),
    teamsDown: false,
    slow: 0,
  };
};

/** Plays a day of so many visits. Throws at the first turn after which somebody is forgotten. */
export const playDay = async (
  plan: DayPlan,
  chance: Chance,
  visits: number,
  count: Count,
): Promise<void> => {
  const folder = mkdtempSync(join(shared(), 'home-visits-year-'));
  const day = open(plan, chance, visits, join(folder, 'diary.sqlite'), count);
  const stage: Stage = { day, playing: await openOn(day) };
  await standing.change(stage.playing.world, generalKey, () => everybodyRead);
  try {
    for (let nth = 0; nth < busy + quiet; nth += 1) await turn(stage, nth);
    await mend(stage, 10);
    await lookAround(stage.playing, day.ledger, day);
    await lookBack(stage.playing, day.ledger, day);
    await countUp(stage);
  } catch (error) {
    if (process.env['SOAK_TELL'] !== undefined)
      for (const { id } of day.visits)
        process.stdout.write(
          `${id} at ${day.clock.now()} ${await tellOf(stage.playing.world, id)}\n`,
        );
    throw error;
  } finally {
    await stage.playing.kept.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const countUp = async ({ day, playing }: Stage): Promise<void> => {
  const { count, ledger, visits } = day;
  count.days += 1;
  count.visits += visits.length;
  count.alarms += ledger.alarms;
  count.out += ledger.out;
  count.duplicates += ledger.duplicates;
  count.told += ledger.sent.size;
  for (const { events, visit } of await viewsOf(playing.world)) {
    count.events += events.length;
    count.left += 'outing' in visit ? 1 : 0;
    count.children += events.some(({ type }) => type === 'child-found') ? 1 : 0;
    count.takenOver += events.some(({ type }) => type === 'taken-over') ? 1 : 0;
  }
};

/** In memory, where the machine has such a place: what is tried here is not the disk. */
const shared = (): string => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());
