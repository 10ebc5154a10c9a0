/** Chance that can be played again: everything drawn from one seed comes in the same order each time. */
import { chosenSeed } from '../support/seed.ts';

export type Chance = {
  /** From 0 up to, not including, `below`. */
  readonly upTo: (below: number) => number;
  /** True once in so many times. */
  readonly oneIn: (times: number) => boolean;
  readonly oneOf: <T>(all: readonly T[]) => T;
};

/** The seed that was asked for, or that of this run. */
export const seedFrom = (said: string | undefined): number =>
  said === undefined ? chosenSeed(process.env['SEED']) : Number(said);

/** Mulberry32: small, quick and good enough to surprise us. */
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (below: number) => Math.floor(next() * below);
  return {
    upTo,
    oneIn: (times) => upTo(times) === 0,
    oneOf: <T>(all: readonly T[]): T => {
      const chosen = all[upTo(all.length)];
      if (chosen === undefined) throw new Error('There is nothing to choose from.');
      return chosen;
    },
  };
};
