/** One story for each clause about leaving, the door and being out that is met, named by it. */
import { describe, expect, it } from '@jest/globals';
import { at, jo, pat, policy, sam } from '../builders/cast.ts';
import {
  allWell,
  approved,
  arrived,
  asked,
  both,
  bothOut,
  does,
  entering,
  given,
  left,
  ready,
} from '../builders/visits.ts';

const leaving = { verb: 'depart', who: both } as const;

describe('leaving', () => {
  it('[HC-F17] [HC-F21] is for those who have each answered and read for themselves', () => {
    given(
      asked(),
      approved(),
      ready(sam),
      does(jo, { verb: 'check-departure', answers: allWell }, '13:45'),
    )
      .when(sam, leaving, '13:55')
      .isRefused('departure/health-answered', 'departure/risk-read');
  });

  it.each([
    ['[B-25] [W-2.2a] [HC-2.4a]', 'phone'],
    ['[H-33]', 'identification'],
    ['[B-15] [H-12]', 'documents'],
    ['[HC-F25]', 'fit'],
  ])('%s is refused where the check found: no %s', (_clauses, check) => {
    const failed = does(
      jo,
      { verb: 'check-departure', answers: { ...allWell, [check]: 'no' } },
      '13:50',
    );
    const [refusal] = given(asked(), approved(), ready(sam, jo), failed)
      .when(sam, leaving, '13:55')
      .isRefused('departure/check-passed');
    const { ask } = policy.departure.checks.find(({ id }) => id === check) ?? {};
    expect(refusal?.because).toContain(ask);
  });

  it('[B-24] needs a time to be back by that is still to come', () => {
    given(asked(), approved(), ready(sam, jo))
      .when(sam, { ...leaving, dueBack: at('13:50') }, '13:55')
      .isRefused('visits/due-back-ahead');
  });

  it('[R-03] is told to the school, with the time', () => {
    const told = given(asked(), approved(), ready(sam, jo)).when(sam, leaving, '13:55').tells();
    expect(told).toContainEqual({
      kind: 'notice',
      to: { roles: ['office', 'senior-manager-on-duty'] },
      text: 'Sam Pike and Jo Ashby left on HV-2026-0042, due back 15:30.',
    });
  });
});

describe('going in', () => {
  it('[B-62] waits for both', () => {
    given(...bothOut, does(sam, { verb: 'arrive', who: [] }, '14:05'))
      .when(sam, entering, '14:08')
      .isRefused('door/all-arrived');
  });

  it.each([
    ['[B-34]', undefined],
    ['[B-34] [B-35]', 'child'],
  ] as const)('%s is not by the word of %s', (_clauses, invitedBy) => {
    given(...bothOut, arrived)
      .when(sam, { ...entering, invitedBy }, '14:08')
      .isRefused('door/invited-by-adult');
  });

  it('[B-29] [B-84] is not while an animal is loose, and may be where it is shut away', () => {
    const story = given(...bothOut, arrived);
    story.when(sam, { ...entering, animals: 'loose' }, '14:08').isRefused('door/animals');
    story.when(sam, { ...entering, animals: 'secured' }, '14:08').happens({ type: 'entered' });
  });

  it('[B-31] [W-3.5a] [HC-4.9a] [H-36] is over for those who feel unsafe, with no reason asked', () => {
    given(...bothOut, arrived, does(jo, { verb: 'feel-unsafe', reason: '' }, '14:06'))
      .when(sam, entering, '14:08')
      .isRefused('door/called-off');
  });
});

describe('being out', () => {
  it('[HC-F5] is looked into when the time has passed', () => {
    const late = given(...bothOut).when({ ...pat, roles: [] }, { verb: 'check-clock' }, '15:40', {
      via: 'product',
    });
    const raised = late.happenings.flatMap(({ event }) =>
      event.type === 'rung-raised' ? [event.rung] : [],
    );
    expect(raised).toEqual(['remind', 'office']);
  });

  it('[B-53] [H-26] [H-32] ends with people’s own word, and by no clock', () => {
    const story = given(asked(), approved(), ready(sam, jo), left());
    expect(
      story.when({ ...pat, roles: [] }, { verb: 'check-clock' }, '23:59', { via: 'product' }).visit
        .status,
    ).toBe('out');
    expect(story.when(sam, { verb: 'return', who: [] }, '15:20').visit.status).toBe('out');
    expect(story.when(sam, { verb: 'return', who: both }, '15:20').visit.status).toBe('returned');
  });
});
