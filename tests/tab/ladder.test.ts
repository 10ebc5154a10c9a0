import { describe, expect, it } from '@jest/globals';
import { readPack } from '../../src/pack.ts';
import { PolicyUnclear, parsePolicy } from '../../src/policy/parse-policy.ts';
import { wholeSettings } from '../../src/policy/settings.ts';
import { faultsIn, fresh, stepsIn } from '../../src/tab/pages/policy/ladder-steps.ts';

const usual = readPack('default');
const steps = stepsIn(usual.overdue.rungs);
const changed = (at: number, more: Partial<(typeof steps)[number]>) =>
  steps.map((one, index) => (index === at ? { ...one, ...more } : one));

/** Whether the policy's own check takes it. */
const taken = (some: typeof steps): boolean => {
  const rungs = some.map((one) => ({ ...one, afterMinutes: Number(one.afterMinutes) }));
  try {
    parsePolicy({ ...wholeSettings(usual), overdue: { ...usual.overdue, rungs } });
    return true;
  } catch (error) {
    if (error instanceof PolicyUnclear) return false;
    throw error;
  }
};

describe('the ladder on the Policy page', () => {
  it('finds nothing against what the school has', () => {
    expect(faultsIn(steps)).toEqual(steps.map(() => undefined));
    expect(taken(steps)).toBe(true);
  });

  it('adds a step that could stand as it is', () => {
    const more = [...steps, fresh(steps)];
    expect(faultsIn(more)).toEqual(more.map(() => undefined));
    expect(taken(more)).toBe(true);
    expect(new Set([...more, fresh(more)].map(({ id }) => id)).size).toBe(more.length + 1);
  });

  it.each([
    ['no number', 1, { afterMinutes: 'ten' }, 'Whole minutes'],
    ['a step that is not later', 2, { afterMinutes: '10' }, 'later than the one before'],
    ['a step that reaches nobody', 1, { to: [] }, 'who hears'],
    ['a last step for those who are out alone', 3, { to: ['visitors'] }, 'somebody who is not out'],
  ])('says beside it what is wrong with %s, and the check refuses it too', (_, at, more, says) => {
    const wrong = changed(at, more);
    expect(faultsIn(wrong)[at]).toContain(says);
    expect(taken(wrong)).toBe(false);
  });
});
