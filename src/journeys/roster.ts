/** The staff list: a dated last-good copy answers at once, so that alarms find people with SharePoint away. */
import { z } from 'zod';
import type { Roster } from '../people/staff.ts';
import { rosterOf } from '../register/roster.ts';
import { personShape } from '../register/shapes.ts';
import { roles } from '../vocabulary.ts';
import type { Change, Key } from './diary.ts';
import type { World } from './ports.ts';
import { keptFrom, readLists, sealRoles, withConfirmed } from './registers.ts';
import { openRegisters, putRegisters } from './registers-kept.ts';
import { unsealed } from './unsealed.ts';

const rosterKey = (world: Pick<World, 'school'>): Key => ({
  school: world.school,
  partition: 'roster',
  kind: 'kept',
  id: 'roster',
});

export const putRoster = (world: World, roster: Roster): Change => ({
  put: rosterKey(world),
  value: world.keys.seal(JSON.stringify({ roster, at: world.now() })),
});

/** Reads staff and registers together. Throws BookClosed. An empty answer is no proof that nobody works here: the last good copy stays. */
export const refreshRoster = async (world: World): Promise<void> => {
  const { kept: before, version } = await openRegisters(world);
  const lists = await readLists(world);
  const roster = rosterOf(lists.staff.map((item) => item.columns));
  if (roster.length === 0) return;
  const kept = keptFrom(world, lists, roster, before);
  const outcome = await world.diary.commit([
    putRegisters(world, kept, version),
    putRoster(world, withConfirmed(roster, kept)),
  ]);
  // Somebody changed a line while the lists were read: the next turn has it.
  if (outcome === 'done') await sealRoles(world, lists.staff);
};

const rosterShape = z.object({
  roster: z.array(
    z.object({
      id: personShape,
      name: z.string(),
      roles: z.array(z.enum(roles)).readonly(),
      mobile: z.string(),
      designated: z.boolean().exactOptional(),
      training: z
        .array(z.object({ subject: z.string(), on: z.string(), until: z.string() }))
        .exactOptional(),
      checksSeen: z.boolean().exactOptional(),
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
