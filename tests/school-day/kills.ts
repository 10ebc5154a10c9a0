/** When the product dies: moments drawn from a seed, while something is pressed, while the clock brings something, or while it starts again. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '../soak/random.ts';
import type { School } from '../support/school.ts';

/** `moment`: something is pressed, or the clock is moved to the time. `again`: once more while it starts. */
export type Kill = {
  readonly time: string;
  readonly moment: 'presses' | 'clock';
  readonly afterMs: number;
  readonly again: number | undefined;
};

const mostStarts = 5;
const longestMs = { presses: 150, clock: 250 } as const;

/** So many of one day, each at another moment of it; early ones, while an answer is still being worked out, as often as late ones. */
export const drawKills = (chance: Chance, count: number, times: readonly string[]): Kill[] => {
  const moments = times.flatMap((time) => [
    { time, moment: 'presses' as const },
    { time, moment: 'clock' as const },
  ]);
  const kills: Kill[] = [];
  while (kills.length < count && moments.length > 0) {
    const [drawn] = moments.splice(chance.upTo(moments.length), 1);
    if (drawn === undefined) break;
    const afterMs = chance.upTo(chance.oneIn(2) ? 25 : longestMs[drawn.moment]);
    const again = chance.oneIn(10) ? chance.upTo(1_500) : undefined;
    kills.push({ ...drawn, afterMs, again });
  }
  return kills;
};

export type Killer = {
  /** Does the work, with the product killed in the middle of it where that was drawn; resolves once both are over. */
  readonly during: <T>(kill: Kill | undefined, work: () => Promise<T>) => Promise<T>;
  /** Resolves once the product is there. */
  readonly back: () => Promise<void>;
};

/** `asItLies`: looks at what the dead product left behind, before the next one starts. */
export const openKiller = (school: School, asItLies: () => Promise<void>): Killer => {
  let coming: Promise<void> = Promise.resolve();
  const strike = async (): Promise<void> => {
    const { product } = await school.processes();
    if (product === null) return;
    process.kill(product, 'SIGKILL');
    while ((await school.processes()).product === product) await pause(5);
    await asItLies();
  };
  const revive = async (again: number | undefined): Promise<void> => {
    const started = school.restart();
    if (again !== undefined) {
      await pause(again);
      await strike();
    }
    await started;
    // It died while it started, or the machine was too busy for it.
    for (let left = mostStarts; left > 0; left -= 1)
      if ((await school.processes()).product === null) await school.restart();
  };
  const killAfter = async ({ afterMs, again }: Kill): Promise<void> => {
    await pause(afterMs);
    coming = strike().then(() => revive(again));
    await coming;
  };
  return {
    during: async (kill, work) => {
      const dying = kill === undefined ? undefined : killAfter(kill);
      const [done] = await Promise.all([work(), dying]);
      return done;
    },
    back: () => coming,
  };
};
