/** Pays what the visits of a round owe each other, so that everybody out is watched on one of them; see rounds/settle.ts. */
import { type Debt, owedBy } from '../rounds/settle.ts';
import { commandId } from '../vocabulary.ts';
import { viewsOf } from './elsewhere.ts';
import { handleVisit } from './handle-visit.ts';
import type { World } from './ports.ts';

/** A chain of visits pays link by link; more than this many at once nobody makes. */
const mostPasses = 8;

/** What fails is left for the next time, and reported: until then somebody is watched twice. */
export const settleRounds = async (world: World): Promise<void> => {
  for (let left = mostPasses; left > 0; left -= 1) {
    const debts = owedBy(await viewsOf(world));
    if (debts.length === 0) return;
    for (const debt of debts) await pay(world, debt);
  }
};

const pay = async (world: World, { id, owed }: Debt): Promise<void> => {
  const [by] = owed.who;
  if (by === undefined) return;
  const command = { ...owed, id: commandId(`round ${world.newId()}`), by, via: 'product' } as const;
  await handleVisit(world, id, command);
};
