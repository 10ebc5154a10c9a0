/** Day after day of a school year, each with a seed of its own; what goes wrong says which seed plays it again. */
import type { PackName } from '../policy/six-packs.ts';
import { playDay } from './day.ts';
import { chanceOf, seedFrom } from './random.ts';
import { type Kind, planOf } from './school-year.ts';
import type { Count } from './stage.ts';

const visitsADay = 5;

export type Year = {
  readonly count: Count;
  readonly kinds: ReadonlySet<Kind>;
  readonly packs: ReadonlySet<PackName>;
};

const nothingYet: Count = {
  visits: 0,
  days: 0,
  steps: 0,
  events: 0,
  left: 0,
  out: 0,
  alarms: 0,
  told: 0,
  duplicates: 0,
  kills: 0,
  outages: 0,
  restarts: 0,
  lost: 0,
  silent: 0,
  worries: 0,
  children: 0,
  takenOver: 0,
  rounds: 0,
};

/**
 * `SOAK_SEED` is the seed of the first day; each day after it goes by the next number. `SOAK_DAY` begins the year at
 * another day than its first. Throws with what plays the day that went wrong again.
 */
export const simulateYear = async (
  visits: number,
  said: { readonly seed: string | undefined; readonly day: string | undefined },
): Promise<Year> => {
  const first = seedFrom(said.seed);
  process.stdout.write(`A simulated year of ${visits} visits, from seed ${first}.\n`);
  const count = { ...nothingYet };
  const kinds = new Set<Kind>();
  const packs = new Set<PackName>();
  const began = performance.now();
  for (let nth = 0; count.visits < visits; nth += 1) {
    const day = Number(said.day ?? 0) + nth;
    const chance = chanceOf(first + nth);
    const plan = planOf(day, chance);
    kinds.add(plan.kind);
    packs.add(plan.pack);
    try {
      await playDay(plan, chance, visitsADay, count);
    } catch (error) {
      const again = `SOAK_SEED=${first + nth} SOAK_DAY=${day} plays it again`;
      throw new Error(`${again} (${plan.kind}, ${plan.pack}). ${String(error)}`, { cause: error });
    }
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  process.stdout.write(`${JSON.stringify({ ...count, seconds })}\n`);
  return { count, kinds, packs };
};
