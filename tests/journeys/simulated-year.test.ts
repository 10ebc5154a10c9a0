import { describe, expect, it } from '@jest/globals';
import { simulateYear } from '../soak/year.ts';

describe('a simulated year', () => {
  it('forgets nobody, loses no alarm, and lets no clock say that anybody is safe', async () => {
    const visits = Number(process.env['SOAK_VISITS'] ?? 30);
    const count = await simulateYear(visits, process.env['SOAK_SEED']);
    expect(count.visits).toBeGreaterThanOrEqual(visits);
    expect(count.out).toBeGreaterThan(visits);
    expect(count.alarms).toBeGreaterThan(visits);
  }, 3_600_000);
});
