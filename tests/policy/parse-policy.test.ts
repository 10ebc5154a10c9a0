import { describe, expect, it } from '@jest/globals';
import { PolicyUnclear, parsePolicy } from '../../src/policy/parse-policy.ts';
import { clauseOf } from '../../src/policy/policy.ts';
import { refusal } from '../../src/policy/refusal.ts';
import { wordsFor } from '../../src/words/words.ts';
import { pack, policy } from '../builders/cast.ts';

const withChange = (change: object): unknown => ({ ...Object(pack), ...change });
const reading = (json: unknown) => () => parsePolicy(json);

describe('the default pack', () => {
  it('is the product’s own answer where a school has given none', () => {
    expect(policy.approval.roles).toEqual(['headteacher']);
    expect(policy.staffing.rule).toBe('two-or-reason');
    expect(policy.risk.initialFloor).toBe('medium');
    expect(policy.departure.notify).toEqual(['office', 'senior-manager-on-duty']);
    expect(policy.overdue.rungs.map(({ afterMinutes }) => afterMinutes)).toEqual([0, 10, 20, 30]);
    expect(policy.departure.checks.map(({ id }) => id)).toEqual([
      'phone',
      'identification',
      'fit',
      'documents',
    ]);
  });

  it('cites its clauses only for rules there are', () => {
    const rules = Object.keys(wordsFor('en-GB').refusals);
    expect(rules).toEqual(expect.arrayContaining(Object.keys(policy.clauses)));
  });

  it('is cited by name and number', () => {
    expect(clauseOf(policy, 'approval/right-role')).toBe('Home Visits default policy 3.1');
    expect(clauseOf(policy, 'visits/already-decided')).toBe('Home Visits safety rule');
  });
});

describe('a pack that is not clear', () => {
  it.each([
    ['nothing', undefined, 'the pack'],
    ['no approver', withChange({ approval: { roles: [], toleranceMinutes: 5 } }), 'approval.roles'],
    [
      'a pupil who approves',
      withChange({ approval: { roles: ['pupil'], toleranceMinutes: 5 } }),
      'approval.roles',
    ],
    ['a role there is not', withChange({ responders: ['caretaker'] }), 'responders.0'],
    ['a word too many', withChange({ extra: 1 }), 'the pack'],
    [
      'no ladder',
      withChange({ overdue: { rungs: [], repeatMinutes: 5, afterSpokenMinutes: 30 } }),
      'overdue.rungs',
    ],
    [
      'a ladder that only reminds',
      withChange({
        overdue: {
          rungs: [{ id: 'remind', afterMinutes: 0, to: ['visitors'] }],
          repeatMinutes: 5,
          afterSpokenMinutes: 30,
        },
      }),
      'overdue.rungs',
    ],
    [
      'a ladder that goes down',
      withChange({
        overdue: {
          rungs: [
            { id: 'one', afterMinutes: 10, to: ['office'] },
            { id: 'two', afterMinutes: 5, to: ['office'] },
          ],
          repeatMinutes: 5,
          afterSpokenMinutes: 30,
        },
      }),
      'overdue.rungs',
    ],
    [
      'an alarm that never comes again',
      withChange({ overdue: { ...policy.overdue, repeatMinutes: 0 } }),
      'overdue.repeatMinutes',
    ],
    [
      'one purpose twice',
      withChange({
        purposes: [
          { id: 'a', label: 'A' },
          { id: 'a', label: 'B' },
        ],
      }),
      'purposes',
    ],
  ])('is refused whole, naming the place: %s', (_name, json, place) => {
    expect(reading(json)).toThrow(PolicyUnclear);
    expect(reading(json)).toThrow(place);
  });
});

describe('a refusal', () => {
  it('is filled once: what a person typed is shown as typed', () => {
    const { because } = refusal(policy, 'visits/who-is-on-it', { who: '{next} $&' });
    expect(because).toBe('{next} $& is not going on this visit.');
  });
});
