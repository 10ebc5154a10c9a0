/** By what a visit is seen, before anybody's eyes are asked for. */
import type { Visit } from '../visits/visit.ts';
import { policyFor } from './policy-versions.ts';
import type { World } from './ports.ts';
import { nearby } from './round-seen.ts';
import type { Sight } from './see-people.ts';

/** What a visit is seen by: its own version, and who has read the one in force now. */
export const sightOf = async (world: World, visit: Visit): Promise<Sight> => {
  const others = await nearby(world, visit);
  const [policy, roster, { version }, readers, { calendar, vehicles }] = await Promise.all([
    policyFor(world, visit),
    world.roster(),
    world.policy(),
    world.policyReaders(),
    world.registers(),
  ]);
  return { policy, roster, calendar, vehicles, reading: { version, readers }, ...others };
};
