/** One seed for everything in the tests that is drawn by chance, so that a build fails by a fault and never by luck. */
import { randomInt } from 'node:crypto';

/** What a run begins with where nobody says otherwise. */
export const usualSeed = 20_260_901;

/** `random`, or a whole number. Throws where it is neither. */
export const chosenSeed = (said: string | undefined, usual = String(usualSeed)): number => {
  const text = said ?? usual;
  if (text === 'random') return randomInt(1, 2 ** 31);
  if (/^\d{1,10}$/u.test(text)) return Number(text);
  throw new Error(`SEED is "random" or a whole number, not "${text}".`);
};

/** How many times more often than usual each property is tried. Throws where it is no number. */
export const chosenRuns = (said: string | undefined): number => {
  const times = Number(said ?? 1);
  if (Number.isInteger(times) && times > 0) return times;
  throw new Error(`RUNS is a whole number, not "${said}".`);
};

/** Said once, before any test; whoever runs a test has it from there on. */
export const saySeed = (environment: NodeJS.ProcessEnv, say: (line: string) => void): void => {
  const seed = chosenSeed(environment['SEED']);
  const times = chosenRuns(environment['RUNS']);
  environment['SEED'] = String(seed);
  const again = times === 1 ? `SEED=${seed}` : `SEED=${seed} RUNS=${times}`;
  say(`What is drawn by chance: ${again} plays it again, SEED=random draws anew.\n`);
};
