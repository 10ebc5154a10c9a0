/** Day after day with a seed of its own; what goes wrong says which seed plays it again. */
import { type Count, nothingYet, playDay } from './day.ts';
import { chanceOf, seedFrom } from './random.ts';

const visitsADay = 5;

/** `SOAK_SEED` is the seed of the first day; each day after it goes by the next number. Throws with the seed of the day that went wrong. */
export const simulateYear = async (visits: number, said: string | undefined): Promise<Count> => {
  const first = seedFrom(said);
  process.stdout.write(`A simulated year of ${visits} visits, from seed ${first}.\n`);
  const count = nothingYet();
  for (let day = 0; count.visits < visits; day += 1) {
    const seed = first + day;
    try {
      await playDay(chanceOf(seed), visitsADay, count);
    } catch (error) {
      throw new Error(`SOAK_SEED=${seed} plays it again. ${String(error)}`, { cause: error });
    }
  }
  process.stdout.write(`${JSON.stringify(count)}\n`);
  return count;
};
