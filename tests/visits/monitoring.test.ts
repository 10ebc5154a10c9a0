import { describe, expect, it } from '@jest/globals';
import type { Happening } from '../../src/visits/event.ts';
import { monitoringOf } from '../../src/visits/monitoring.ts';
import { at, jo, pat, sam } from '../builders/cast.ts';
import {
  after,
  approved,
  arrived,
  asked,
  both,
  bothOut,
  clock,
  does,
  entered,
  knownOf,
  type Step,
} from '../builders/visits.ts';

const past = (...steps: readonly Step[]) => {
  const happenings: readonly Happening[] = after(...steps);
  return { visit: knownOf(happenings), events: happenings.map(({ event }) => event) };
};
const all = [
  past(...bothOut, arrived, entered, does(sam, { verb: 'return', who: both }, '15:20')),
  past(asked(), does(sam, { verb: 'already-happened', what: 'depart', who: both }, '13:55')),
  past(
    ...bothOut,
    clock('15:45'),
    does(pat, { verb: 'spoke', alarm: 'overdue-1', to: both }, '15:52'),
  ),
  past(...bothOut, does(jo, { verb: 'help', words: '' }, '14:20')),
  past(asked(), approved()),
];

describe('how well the policy is working [HC-7.1a]', () => {
  const counts = monitoringOf(all, at('17:00'));

  it('counts decisions, endings, breaches by clause, and alarms with how soon a voice was heard', () => {
    expect(counts.decisions).toMatchObject({ asked: 5, approved: 4, declined: 0, onTwoNames: 0 });
    expect(counts.outcomes).toEqual([{ outcome: 'held', count: 1 }]);
    expect(counts.breaches.map(({ clause }) => clause)).toEqual(
      expect.arrayContaining(['Home Visits default policy 3.1']),
    );
    expect(counts.alarms).toEqual([
      { kind: 'help', count: 1, minutesToVoice: undefined },
      { kind: 'overdue', count: 1, minutesToVoice: 7 },
    ]);
  });

  it('shows the weeks in order, the last of them this one, and nothing older', () => {
    expect(counts.weeks).toHaveLength(12);
    expect(counts.weeks.at(-1)).toEqual({ week: '2026-W48', visits: 5, breaches: 1 });
    expect(monitoringOf(all, at('17:00').replace('2026', '2027') as never).decisions.asked).toBe(0);
  });

  it('names nobody: no person, no family, no reason', () => {
    expect(JSON.stringify(counts)).not.toMatch(/sam|jo\b|O.Neill|Ffordd|HV-/iu);
  });
});
