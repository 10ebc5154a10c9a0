/** fast-check with the seed of this run, which the beginning of the run says. */
import fc from 'fast-check';
import { chosenRuns, chosenSeed } from './seed.ts';

const times = chosenRuns(process.env['RUNS']);

/** How often to try: `usual` times in `npm test`, more where RUNS says so, and in the soak `long` times at least. */
export const runs = (usual: number, long = 0): number =>
  Math.max(usual * times, process.env['SOAK'] === undefined ? 0 : long);

fc.configureGlobal({ seed: chosenSeed(process.env['SEED']), numRuns: runs(100) });

export { fc };
