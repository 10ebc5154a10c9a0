import { describe, expect, it } from '@jest/globals';
import { at, bevan, jo, lind, okafor, pat, policy, rao, sam, wells } from '../builders/cast.ts';
import {
  allWell,
  approved,
  asked,
  both,
  bothOut,
  does,
  form,
  given,
  highRisk,
  ready,
} from '../builders/visits.ts';

const leaving = { verb: 'depart', who: both } as const;
const alone = { verb: 'depart', who: [] } as const;

describe('leaving', () => {
  it('is for those who are approved and ready', () => {
    given(asked(), approved(), ready(sam, jo))
      .when(sam, leaving, '13:55')
      .happens({ type: 'departed', who: both, dueBack: at('15:30') });
  });

  it('is refused before approval, whatever was asked already', () => {
    const [first] = given(asked())
      .when(sam, leaving, '13:55')
      .isRefused(
        'departure/approved',
        'departure/assessment-adopted',
        'departure/health-answered',
        'departure/risk-read',
        'departure/check-done',
        'departure/health-answered',
        'departure/risk-read',
        'departure/check-done',
        'departure/reachable',
      );
    expect(first?.because).toBe('You can’t leave yet: the visit is awaiting approval.');
    expect(first?.next).toContain('It has already happened');
  });

  it('says by name who has not done what', () => {
    const refusals = given(asked(), approved(), ready(sam))
      .when(sam, leaving, '13:55')
      .isRefused(
        'departure/health-answered',
        'departure/risk-read',
        'departure/check-done',
        'departure/reachable',
      );
    expect(refusals.every(({ because }) => because.startsWith('Jo Ashby'))).toBe(true);
  });

  it('is refused for a failed check, naming it', () => {
    const [refusal] = given(
      asked(),
      approved(),
      ready(sam, jo),
      does(jo, { verb: 'check-departure', answers: { ...allWell, fit: 'no' } }, '13:50'),
    )
      .when(sam, leaving, '13:55')
      .isRefused('departure/check-passed');
    expect(refusal?.because).toBe(
      'Jo Ashby can’t leave: “Are you well enough to go?” was answered “no”.',
    );
  });

  it('is the presser’s own, and the second follows when they are ready', () => {
    const story = given(asked(), approved(), ready(sam, jo));
    story.when(sam, alone, '13:55').happens({ type: 'departed', who: [sam.id] });
    given(asked(), approved(), ready(sam, jo), does(sam, alone, '13:55'))
      .when(jo, alone, '13:58')
      .happens({ type: 'departed', who: [jo.id], dueBack: at('15:30') });
  });

  it('leaves nobody behind who is not ready, where two must go', () => {
    given(asked(), approved(), ready(sam))
      .when(sam, alone, '13:55')
      .isRefused('departure/both-needed');
    const loneAllowed = {
      ...policy,
      staffing: { ...policy.staffing, rule: 'lone-allowed' as const },
    };
    given(asked(), approved(), ready(sam))
      .when(sam, alone, '13:55', { policy: loneAllowed })
      .happens({ type: 'departed', who: [sam.id] });
  });

  it('needs the check of today', () => {
    const [dayLater] = given(
      asked({ start: at('23:30'), dueBack: at('23:55'), eveningReason: 'They work all day' }),
      does(okafor, ({ content }) => ({ verb: 'approve', content, note: 'This once' }), '10:00'),
      ready(sam, jo),
    )
      .when(sam, { ...leaving, dueBack: at('23:59') }, '2026-11-25T00:01:00Z')
      .isRefused(
        'visits/due-back-ahead',
        'departure/check-done',
        'departure/check-done',
        'departure/reachable',
      );
    expect(dayLater?.field).toBe('dueBack');
  });

  it('keeps to the times that were approved', () => {
    const story = given(asked(), approved(), ready(sam, jo));
    story.when(sam, { ...leaving, dueBack: at('15:45') }, '13:55').happens({ type: 'departed' });
    story
      .when(sam, { ...leaving, dueBack: at('15:46') }, '13:55')
      .isRefused('departure/times-approved');
  });

  it('is refused on a risk assessment nobody approved, and allowed where it can’t be read', () => {
    const other = {
      answers: highRisk,
      purpose: undefined,
      purposeNote: undefined,
      adjustments: {},
      sealedWhat: {},
    };
    const story = given(asked(), approved(), ready(sam, jo));
    story
      .when(sam, leaving, '13:55', { assessment: other })
      .isRefused('departure/content-approved');
    story.when(sam, leaving, '13:55', { assessment: undefined }).happens({ type: 'departed' });
  });

  it('is logged by the office on their behalf, and by nobody else', () => {
    const story = given(asked(), approved(), ready(sam, jo));
    story.when(pat, leaving, '13:55').happens({ type: 'departed' });
    story.when(bevan, leaving, '13:55').isRefused('access/not-your-part');
    story.when(wells, leaving, '13:55').isRefused('access/not-yours');
  });

  it('twice changes nothing', () => {
    given(...bothOut)
      .when(jo, leaving, '13:56')
      .happens();
  });

  it('tells the office and the duty manager', () => {
    expect(given(asked(), approved(), ready(sam, jo)).when(sam, leaving, '13:55').tells()).toEqual([
      {
        kind: 'card',
        to: { roles: ['office', 'senior-manager-on-duty'] },
        again: true,
      },
      {
        kind: 'notice',
        to: { roles: ['office', 'senior-manager-on-duty'] },
        text: 'Sam Pike and Jo Ashby left on HV-2026-0042, due back 15:30.',
      },
      { kind: 'refresh-cards' },
    ]);
  });
});

describe('getting ready', () => {
  it('keeps what a person needs in the restricted part', () => {
    const { happenings } = given(asked(), approved()).when(jo, {
      verb: 'answer-health',
      adjustment: 'needed',
      sealedWhat: 'sealed-words',
    });
    expect(JSON.stringify(happenings[0]?.event)).not.toMatch(/needed|sealed-words/u);
    expect(happenings[0]?.restricted).toMatchObject({ adjustment: 'needed' });
  });

  it('is each visitor’s own', () => {
    given(asked(), approved())
      .when(pat, { verb: 'answer-health', adjustment: 'none' })
      .isRefused('access/not-your-part');
    given(asked(), approved())
      .when(okafor, { verb: 'confirm-reading' })
      .isRefused('access/not-your-part');
  });

  it('asks for every answer of the check', () => {
    const refusals = given(asked(), approved())
      .when(sam, { verb: 'check-departure', answers: { phone: 'yes', fit: 'maybe' } })
      .isRefused('departure/answer-all', 'departure/answer-all', 'departure/answer-all');
    expect(refusals.map(({ field }) => field)).toEqual(['identification', 'fit', 'documents']);
  });

  it('is read again when the risk has changed', () => {
    const edit = does(sam, { verb: 'edit', form: form({}, highRisk) }, '13:50');
    const { visit } = given(asked(), approved(), ready(sam, jo), edit);
    expect(visit).toMatchObject({
      answered: { sam: { health: true, reading: false }, jo: { reading: false } },
    });
  });
});

describe('somebody who cannot go', () => {
  const jos = does(jo, { verb: 'cannot-go', reason: '' }, '13:55');

  it('is asked for no reason, and leaves the approval void', () => {
    const story = given(asked(), approved(), ready(sam, jo), jos);
    expect(story.visit.status).toBe('approval void');
    story.when(sam, alone, '13:56').isRefused('departure/approved', 'departure/assessment-adopted');
  });

  it('can be replaced, and the visit approved again', () => {
    const { visit } = given(
      asked(),
      approved(),
      jos,
      does(sam, { verb: 'edit', form: form({ visitors: [sam.id, lind.id] }) }, '13:57'),
    );
    expect(visit.status).toBe('awaiting approval');
  });
});

describe('a visit called off before anybody left', () => {
  it('is cancelled', () => {
    const story = given(asked(), approved());
    expect(story.when(sam, { verb: 'cancel', reason: 'Ill' }).visit.status).toBe('cancelled');
    expect(story.when(jo, { verb: 'feel-unsafe', reason: '' }).visit.status).toBe('cancelled');
    story.when(rao, { verb: 'cancel', reason: '' }).isRefused('access/not-your-part');
  });
});
