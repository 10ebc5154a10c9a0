/** The staff list: a dated last-good copy answers at once, so that alarms find people with SharePoint away. */
import type { Roster } from '../people/staff.ts';
import { rosterOf } from '../register/roster.ts';
import type { Key } from './diary.ts';
import type { World } from './ports.ts';

const rosterKey = (world: Pick<World, 'school'>): Key => ({
  school: world.school,
  partition: 'roster',
  kind: 'kept',
  id: 'roster',
});

/** Throws BookClosed. An empty answer is no proof that nobody works here: the last good copy stays. */
export const refreshRoster = async (world: World): Promise<void> => {
  const { items } = await world.books.staff.changes(undefined);
  const roster = rosterOf(items.map((item) => item.columns));
  if (roster.length === 0) return;
  await world.diary.commit([
    { put: rosterKey(world), value: world.keys.seal(JSON.stringify({ roster, at: world.now() })) },
  ]);
};

/** The last good copy; nobody where there never was one. */
export const keptRoster = async (
  world: Pick<World, 'school' | 'diary' | 'keys'>,
): Promise<Roster> => {
  const record = await world.diary.read(rosterKey(world));
  const text = record === undefined ? undefined : world.keys.open(String(record.value));
  return text === undefined ? [] : (JSON.parse(text) as { roster: Roster }).roster;
};
