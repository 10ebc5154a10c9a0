/** The staff list: a dated last-good copy answers at once, so that alarms find people with SharePoint away. */
import { z } from 'zod';
import type { Roster } from '../people/staff.ts';
import { rosterOf } from '../register/roster.ts';
import { personShape } from '../register/shapes.ts';
import { roles } from '../vocabulary.ts';
import type { Key } from './diary.ts';
import type { World } from './ports.ts';
import { unsealed } from './unsealed.ts';

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

const rosterShape = z.object({
  roster: z.array(
    z.object({
      id: personShape,
      name: z.string(),
      roles: z.array(z.enum(roles)).readonly(),
      mobile: z.string(),
    }),
  ),
});

/** The last good copy; nobody where there never was one. Throws Unreadable where it is not ours. */
export const keptRoster = async (
  world: Pick<World, 'school' | 'diary' | 'keys'>,
): Promise<Roster> => {
  const record = await world.diary.read(rosterKey(world));
  return record === undefined ? [] : unsealed(world, record, rosterShape).roster;
};
