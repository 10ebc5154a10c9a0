import { describe, expect, it } from '@jest/globals';
import { bevan, jo, okafor, pat, policy, rao, roster, sam, wells } from '../builders/cast.ts';
import {
  approved,
  approving,
  asked,
  bothOut,
  clock,
  does,
  form,
  given,
  highRisk,
  noticed,
  opened,
} from '../builders/visits.ts';

const declining = (visit: { content: string }) =>
  ({ verb: 'decline', content: visit.content, reason: 'Ring them first' }) as const;

describe('an approval', () => {
  it('is given by the headteacher, once', () => {
    given(asked()).when(okafor, approving).happens({ type: 'approved' });
    const [refusal] = given(asked(), approved())
      .when(okafor, declining)
      .isRefused('visits/already-decided');
    expect(refusal?.because).toBe('Already approved by Mrs Okafor at 10:00.');
  });

  it('is refused, with every reason, to the visitor who asked', () => {
    given(asked()).when(sam, approving).isRefused('approval/not-own-visit', 'approval/right-role');
  });

  it('is refused to a deputy where only the headteacher decides', () => {
    const [refusal] = given(asked()).when(bevan, approving).isRefused('approval/right-role');
    expect(refusal).toMatchObject({ clause: 'Home Visits default policy 3.1' });
    expect(refusal?.because).not.toContain('O’Neill');
  });

  it('is never a visitor’s own, headteacher or not', () => {
    const deputyToo = {
      ...policy,
      approval: { ...policy.approval, roles: ['headteacher', 'deputy-head'] as const },
    };
    const story = given(asked({ visitors: [okafor.id, jo.id] }, undefined, { policy: deputyToo }));
    story
      .when(okafor, approving, '12:00', { policy: deputyToo })
      .isRefused('approval/not-own-visit');
    story.when(bevan, approving, '12:00', { policy: deputyToo }).happens({ type: 'approved' });
  });

  it('tells a stranger nothing', () => {
    given(asked()).when(wells, approving).isRefused('access/not-yours');
  });

  it('binds to what was shown', () => {
    given(asked())
      .when(okafor, { verb: 'approve', content: 'an old card', note: '' })
      .isRefused('approval/content-changed');
  });

  it('binds to the risk assessment as it now reads', () => {
    const other = {
      answers: highRisk,
      purpose: undefined,
      purposeNote: undefined,
      adjustments: {},
      sealedWhat: {},
    };
    given(asked())
      .when(okafor, approving, '12:00', { assessment: other })
      .isRefused('approval/content-changed');
    given(asked())
      .when(okafor, approving, '12:00', { assessment: undefined })
      .isRefused('approval/content-changed');
  });

  it('of a high risk needs its details opened by whoever signs', () => {
    const high = asked({}, highRisk);
    given(high).when(okafor, approving).isRefused('approval/open-high-first');
    given(high, opened(rao)).when(okafor, approving).isRefused('approval/open-high-first');
    given(high, opened(okafor)).when(okafor, approving).happens({ type: 'approved' });
  });

  it('of a high risk that was changed needs them opened again', () => {
    const higher = { ...highRisk, actions: { q1: 'Meet them in school' } };
    given(
      asked({}, highRisk),
      opened(okafor),
      does(sam, { verb: 'edit', form: form({}, higher) }, '11:00'),
    )
      .when(okafor, approving)
      .isRefused('approval/open-high-first');
  });

  it('is withdrawn by a decision of its own, with a reason', () => {
    const story = given(asked(), approved());
    story.when(okafor, { verb: 'withdraw-approval', reason: '' }).isRefused('approval/reason');
    expect(story.when(okafor, { verb: 'withdraw-approval', reason: 'Ill' }).visit).toMatchObject({
      status: 'approval void',
      why: 'withdrawn: Ill',
    });
    given(...bothOut)
      .when(okafor, { verb: 'withdraw-approval', reason: 'Ill' })
      .isRefused('approval/only-approved');
  });
});

describe('a decision', () => {
  it('against the visit needs words for the person who asked', () => {
    given(asked())
      .when(okafor, (visit) => ({ ...declining(visit), reason: ' ' }))
      .isRefused('approval/reason');
    given(asked())
      .when(okafor, (visit) => ({ verb: 'ask-for-changes', content: visit.content, what: '' }))
      .isRefused('approval/reason');
  });

  it('that asks for changes is answered by sending the form again', () => {
    const story = given(
      asked(),
      does(
        okafor,
        (visit) => ({ verb: 'ask-for-changes', content: visit.content, what: 'Go later' }),
        '10:00',
      ),
    );
    expect(story.visit).toMatchObject({ status: 'changes asked', what: 'Go later' });
    story.when(sam, { verb: 'submit', form: form() }).happens({ type: 'edited', changed: [] });
    expect(story.when(sam, { verb: 'submit', form: form() }).visit.status).toBe(
      'awaiting approval',
    );
  });

  it('that never came leaves the visit not authorised', () => {
    expect(given(asked(), clock('15:29')).visit.status).toBe('awaiting approval');
    expect(given(asked(), clock('15:30')).visit.status).toBe('not authorised');
    given(asked(), clock('15:30')).when(okafor, approving, '15:31').isRefused('visits/ran-out');
    given(asked()).when(okafor, approving, '15:31').isRefused('visits/ran-out');
  });
});

describe('a hand in the list', () => {
  const address = { column: 'Address', from: '14 Ffordd y Môr', to: 'Elsewhere' };
  const byHand = noticed(
    { verb: 'notice-hand-change', changes: [address], editor: 'Pat Doyle' },
    '11:00',
  );

  it('voids what had been approved, and is asked for again by whoever asked', () => {
    const story = given(asked(), approved(), byHand);
    expect(story.visit).toMatchObject({ status: 'approval void', decidedBy: undefined });
    story.when(okafor, approving).isRefused('visits/approval-void');
    expect(story.when(sam, { verb: 'submit', form: form() }).visit.status).toBe(
      'awaiting approval',
    );
  });

  it('voids nothing for a year group', () => {
    const year = { column: 'YearGroup', from: '4', to: '5' };
    const { visit } = given(
      asked(),
      approved(),
      noticed({ verb: 'notice-hand-change', changes: [year], editor: '' }, '11:00'),
    );
    expect(visit).toMatchObject({ status: 'approved', proposal: { yearGroup: '5' } });
  });

  it('does not bring back those who are out', () => {
    const broken = noticed(
      { verb: 'notice-broken-history', found: 'seal', editor: 'Pat Doyle' },
      '14:10',
    );
    expect(given(...bothOut, broken).visit.status).toBe('out');
    expect(given(asked(), approved(), broken).visit.status).toBe('approval void');
  });

  it('is noticed by the product alone', () => {
    given(asked())
      .when(pat, { verb: 'notice-hand-change', changes: [address], editor: '' })
      .isRefused('access/not-yours');
    given(...bothOut)
      .when(sam, { verb: 'check-clock' }, '16:00')
      .isRefused('access/not-yours');
  });

  it('is told to whoever asked, to deciders and to safeguarding', () => {
    const [message] = given(asked(), approved())
      .when(
        roster[0] ?? sam,
        { verb: 'notice-hand-change', changes: [address], editor: 'Pat Doyle' },
        '11:00',
        { via: 'list' },
      )
      .tells();
    expect(message).toMatchObject({
      kind: 'notice',
      to: {
        people: [sam.id, okafor.id],
        roles: ['safeguarding-lead', 'deputy-safeguarding-lead'],
      },
    });
  });
});
