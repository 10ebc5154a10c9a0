import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSchool, type School } from '../support/school.ts';
import { answer, approve, ask, checkDeparture, depart, monday } from '../support/visit.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
}, 60_000);
afterAll(() => school.close());

/** Each step, and what the list has to say once the step was answered. */
const steps = [
  ['submit', (at: School) => ask(at), 'submitted'],
  ['answers', (at: School) => answer(at), 'reading-confirmed'],
  ['approve', (at: School) => approve(at), 'approved'],
  ['checks', (at: School) => checkDeparture(at), 'departure-checked'],
  ['depart', (at: School) => depart(at), 'departed'],
] as const;

const historyOf = async (): Promise<readonly { type: string; command: string }[]> => {
  const items = await school.items('HomeVisits', 'Visits');
  expect(items.length).toBeLessThanOrEqual(1);
  return JSON.parse(String(items[0]?.fields['History'] ?? '[]'));
};

/** Plays until the product dies under it; answers which steps were acknowledged. */
const playUntilKilled = async (afterMs: number): Promise<readonly string[]> => {
  const { product } = await school.processes();
  if (product === null) throw new Error('There is no product.');
  const killing = new Promise<void>((done) => {
    setTimeout(() => {
      process.kill(product, 'SIGKILL');
      done();
    }, afterMs);
  });
  const acknowledged: string[] = [];
  for (const [, play, event] of steps) {
    try {
      await play(school);
      acknowledged.push(event);
    } catch {
      break;
    }
  }
  await killing;
  return acknowledged;
};

describe('the product, killed at any moment', () => {
  const seed = Number(process.env['SOAK_SEED'] ?? randomInt(1, 1_000_000));
  // A small generator of its own, so that a seed that failed can be played again.
  const moments = Array.from(
    { length: Number(process.env['SOAK_KILLS'] ?? 3) },
    (_, each) => ((seed * (each + 1) * 7_919) % 1_500) + 50,
  );

  it.each(moments)(
    `still has every step it had answered, after %d ms (seed ${seed})`,
    async (afterMs) => {
      await school.startAfresh();
      await school.setClock(monday);
      const acknowledged = await playUntilKilled(afterMs);
      await school.restart();
      await school.advance('PT2M');
      const history = await historyOf();
      const types = history.map(({ type }) => type);
      // What a person says for themselves goes into the list with the next write that others read.
      const others = acknowledged.filter(
        (type) => !['reading-confirmed', 'departure-checked'].includes(type),
      );
      expect(types).toEqual(expect.arrayContaining(others));
      for (const type of ['submitted', 'approved', 'departed'])
        expect(types.filter((one) => one === type).length).toBeLessThanOrEqual(1);
      expect((await school.items('Safeguarding', 'RiskAssessments')).length).toBe(
        history.length > 0 ? 1 : 0,
      );
    },
    30_000,
  );
});
