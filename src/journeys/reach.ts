/** Whether an alarm would reach those who answer alarms: once a week each taps a test message, and who did not is known. */
import { z } from 'zod';
import { whyClosed } from '../people/calendar.ts';
import { holders, nameOf } from '../people/staff.ts';
import { instantShape, personShape } from '../register/shapes.ts';
import {
  daysAfter,
  minutesAfter,
  type PersonId,
  schoolDay,
  wallTime,
  weekOf,
} from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { Change, Key } from './diary.ts';
import type { World } from './ports.ts';
import type { SeenPerson } from './seen.ts';
import { putOutgoing } from './tell.ts';
import { unsealed } from './unsealed.ts';

export type ReachDoor = {
  /** Somebody tapped the test message of that week; tapped twice it counts once. */
  readonly tapped: (week: string, by: PersonId) => Promise<void>;
  /** Who answers alarms and did not tap the last test message within a day. */
  readonly unreached: () => Promise<readonly SeenPerson[]>;
};

export const reachDoor = (world: World): ReachDoor => ({
  tapped: async (week, by) => {
    if ((await sentIn(world, week))?.people.includes(by) !== true) return;
    await world.diary.commit([{ put: keyOf(world, `tapped ${week} ${by}`), value: {} }]);
  },
  unreached: async () => {
    const roster = await world.roster();
    return (await unreachedNow(world)).map((id) => ({ id, name: nameOf(roster, id) }));
  },
});

const part = 'reach';
const waitMinutes = 24 * 60;

const keyOf = ({ school }: Pick<World, 'school'>, id: string): Key => ({
  school,
  partition: part,
  kind: 'kept',
  id,
});

const sentShape = z.object({ at: instantShape, people: z.array(personShape).readonly() });
type SentTests = z.infer<typeof sentShape>;

const sentIn = async (world: World, week: string): Promise<SentTests | undefined> => {
  const record = await world.diary.read(keyOf(world, `sent ${week}`));
  return record === undefined ? undefined : unsealed(world, record, sentShape);
};

/** Sends the week's test message on its first school day, in the office's hours; a day later tells who did not tap it. */
export const testResponders = async (world: World): Promise<void> => {
  const now = world.now();
  const { calendar } = await world.registers();
  const time = wallTime(now);
  const open = whyClosed(schoolDay(now), calendar) === undefined;
  if (!open || time < calendar.officeOpens || time >= calendar.officeCloses) return;
  const week = weekOf(schoolDay(now));
  const sent = await sentIn(world, week);
  if (sent === undefined) await sendTests(world, week);
  else if (minutesAfter(sent.at, waitMinutes) <= now) await tellUnreached(world, week, sent);
};

const sendTests = async (world: World, week: string): Promise<void> => {
  const [policy, roster] = await Promise.all([world.policy(), world.roster()]);
  const people = holders(roster, policy.responders)
    .filter(({ away }) => away !== true)
    .map(({ id }) => id);
  const value = world.keys.seal(JSON.stringify({ at: world.now(), people }));
  await world.diary.commit([
    { put: keyOf(world, `sent ${week}`), value, expects: 'absent' },
    ...people.map((person): Change => {
      const message = { kind: 'test', to: { people: [person] }, reference: '', week } as const;
      const waiting = { recipient: { person }, message, tries: 0 };
      return putOutgoing(world, part, `${week}.${person}`, waiting);
    }),
  ]);
};

const untapped = async (world: World, week: string, people: readonly PersonId[]) => {
  const kept = await world.diary.readPartition(world.school, part, 'kept');
  const tapped = new Set(kept.map(({ id }) => id));
  return people.filter((id) => !tapped.has(`tapped ${week} ${id}`));
};

/** Whoever no longer answers alarms need not be reached. */
const unreachedIn = async (world: World, week: string, people: readonly PersonId[]) => {
  const [policy, roster] = await Promise.all([world.policy(), world.roster()]);
  const responders = holders(roster, policy.responders).map(({ id }) => id);
  return untapped(
    world,
    week,
    people.filter((id) => responders.includes(id)),
  );
};

/** By the last test message that is a day old; whoever has tapped a newer one is reached. */
const unreachedNow = async (world: World): Promise<readonly PersonId[]> => {
  const today = schoolDay(world.now());
  const thisWeek = weekOf(today);
  const weeks = [thisWeek, weekOf(daysAfter(today, -7))];
  for (const week of weeks) {
    const sent = await sentIn(world, week);
    if (sent === undefined || minutesAfter(sent.at, waitMinutes) > world.now()) continue;
    const missed = await unreachedIn(world, week, sent.people);
    return week === thisWeek ? missed : untapped(world, thisWeek, missed);
  }
  return [];
};

/** Once a week, to the business manager; to the headteacher where there is none. */
const tellUnreached = async (world: World, week: string, { people }: SentTests): Promise<void> => {
  const told = keyOf(world, `told ${week}`);
  if ((await world.diary.read(told)) !== undefined) return;
  const missed = await unreachedIn(world, week, people);
  const [policy, roster] = await Promise.all([world.policy(), world.roster()]);
  const managers = holders(roster, ['business-manager']);
  const to = managers.length > 0 ? managers : holders(roster, ['headteacher', 'head-of-school']);
  const names = missed.map((id) => nameOf(roster, id));
  const text = wordsFor(policy.language).watch.notices.unreached(names);
  await world.diary.commit([
    { put: told, value: {}, expects: 'absent' },
    ...(missed.length === 0 ? [] : to).map(({ id: person }) => {
      const message = { kind: 'notice', to: { people: [person] }, text } as const;
      const waiting = { recipient: { person }, message, tries: 0 };
      return putOutgoing(world, part, `told ${week}.${person}`, waiting);
    }),
  ]);
};
