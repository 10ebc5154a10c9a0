import { describe, expect, it } from '@jest/globals';
import { packNames } from '../policy/six-packs.ts';
import { specialDays } from '../soak/school-year.ts';
import { simulateYear } from '../soak/year.ts';

describe('a simulated year', () => {
  it('forgets nobody, loses no alarm, and lets no clock say that anybody is safe', async () => {
    const { SOAK_VISITS, SOAK_SEED: seed, SOAK_DAY: day } = process.env;
    const visits = Number(SOAK_VISITS ?? 100);
    const { count, kinds, packs } = await simulateYear(visits, { seed, day });
    expect(count.visits).toBeGreaterThanOrEqual(visits);
    // Most of them went out, and were late, in trouble or silent; so that much of a year there has to be.
    expect(count.left).toBeGreaterThan(visits / 2);
    expect(count.alarms).toBeGreaterThan(visits);
    if (visits < 100) return;
    expect([...kinds].toSorted()).toEqual(['ordinary', ...specialDays].toSorted());
    expect([...packs].toSorted()).toEqual([...packNames].toSorted());
    for (const happened of ['kills', 'outages', 'restarts', 'children', 'takenOver'] as const)
      expect(count[happened]).toBeGreaterThan(0);
  }, 3_600_000);
});
