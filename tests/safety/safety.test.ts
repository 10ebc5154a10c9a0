import { describe, expect, it } from '@jest/globals';
import { reasonsToStayOutside } from '../../src/safety/doorstep.ts';
import { rungsToCome } from '../../src/safety/ladder.ts';
import { at, policy } from '../builders/cast.ts';

describe('the ladder', () => {
  const dueBack = at('15:30');

  it('has every rung at its time, the reminder quiet', () => {
    expect(rungsToCome({ dueBack, raised: [] }, policy)).toMatchObject([
      { rung: 'remind', at: at('15:30'), quiet: true },
      { rung: 'office', at: at('15:40'), quiet: false },
      { rung: 'leaders', at: at('15:50') },
      { rung: 'police', at: at('16:00') },
    ]);
  });

  it('does not go back down', () => {
    const raised = [
      { rung: 'office', at: at('15:41') },
      { rung: 'remind', at: at('15:41') },
    ];
    expect(rungsToCome({ dueBack, raised }, policy).map(({ rung }) => rung)).toEqual([
      'leaders',
      'police',
    ]);
  });

  it('repeats its last rung from when it was last raised, and never ends', () => {
    const raised = policy.overdue.rungs.map(({ id: rung }) => ({ rung, at: at('16:07') }));
    expect(rungsToCome({ dueBack, raised }, policy)).toEqual([
      { rung: 'police', at: at('16:12'), times: 2, quiet: false },
    ]);
  });

  it('raises a rung the school adds while people are out', () => {
    const raised = policy.overdue.rungs.map(({ id: rung }) => ({ rung, at: at('16:00') }));
    const rungs = [
      ...policy.overdue.rungs,
      { id: 'governors', afterMinutes: 60, to: ['office'] as const },
    ];
    expect(
      rungsToCome({ dueBack, raised }, { overdue: { ...policy.overdue, rungs } }),
    ).toMatchObject([{ rung: 'governors', at: at('16:30') }]);
  });
});

const atTheDoor = {
  invitedBy: 'parent',
  parentPresent: true,
  permission: 'The mother rang on Monday',
  animals: 'none',
  late: false,
} as const;

describe('the doorstep', () => {
  it('lets nobody in on a child’s word', () => {
    for (const invitedBy of ['parent', 'delegated-adult', 'other-adult'] as const)
      expect(reasonsToStayOutside({ ...atTheDoor, invitedBy }, policy)).toEqual([]);
    for (const invitedBy of ['child', undefined] as const)
      expect(reasonsToStayOutside({ ...atTheDoor, invitedBy }, policy)).toMatchObject([
        { rule: 'door/invited-by-adult', field: 'invitedBy' },
      ]);
  });

  it('keeps people out while an animal is loose, or nobody has said', () => {
    expect(reasonsToStayOutside({ ...atTheDoor, animals: 'secured' }, policy)).toEqual([]);
    for (const animals of ['loose', undefined] as const)
      expect(reasonsToStayOutside({ ...atTheDoor, animals }, policy)).toMatchObject([
        { rule: 'door/animals', field: 'animals' },
      ]);
  });
});
