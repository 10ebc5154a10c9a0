import { describe, expect, it } from '@jest/globals';
import type { Answers } from '../../src/risk-assessment/assessment.ts';
import { at, jo, okafor, pat, pupil, roster, sam, wells } from '../builders/cast.ts';
import { approved, asked, form, given, highRisk, proposal, quietHome } from '../builders/visits.ts';

const submitting = (changes = {}, risk: Answers = quietHome) =>
  ({ verb: 'submit', form: form(changes, risk) }) as const;
const answering = (changes: Partial<Answers>) => submitting({}, { ...quietHome, ...changes });

describe('a request', () => {
  it('waits for approval, with its risk answers in the restricted part alone', () => {
    const { happens, happenings } = given().when(sam, submitting({}, highRisk), '09:00');
    happens({
      type: 'submitted',
      reference: 'HV-2026-0042',
      risk: { level: 'high', risks: 1, withActions: 1 },
    });
    expect(JSON.stringify(happenings[0]?.event)).not.toContain('doorstep');
    expect(happenings[0]?.restricted).toMatchObject({ type: 'risk-answered', answers: highRisk });
  });

  it('keeps a sensitive purpose out of the open part', () => {
    const { happenings } = given().when(sam, submitting({ sensitive: true }), '09:00');
    expect(happenings[0]?.event).toMatchObject({ proposal: { purpose: '', purposeNote: '' } });
    expect(happenings[0]?.restricted).toMatchObject({
      purpose: 'attendance',
      purposeNote: 'Three weeks of Mondays missed',
    });
  });

  it('hears everything that is missing at once, beside its field', () => {
    const refusals = given()
      .when(
        sam,
        submitting({
          pupil: ' ',
          whyNotInSchool: '',
          dueBack: at('13:00'),
          visitors: [sam.id, sam.id],
        }),
      )
      .isRefused(
        'form/needed',
        'form/why-not-in-school',
        'form/due-after-start',
        'form/visitors-distinct',
        'staffing/two-or-reason',
      );
    expect(refusals.map(({ field }) => field)).toEqual([
      'pupil',
      'whyNotInSchool',
      'dueBackTime',
      'visitors',
      'aloneReason',
    ]);
    expect(refusals.at(-1)?.clause).toBe('Home Visits default policy 2.1');
  });

  it('may be for one person where a reason is given', () => {
    given()
      .when(sam, submitting({ visitors: [sam.id], aloneReason: 'A short drop-off' }))
      .happens({ type: 'submitted' });
  });

  it('is refused once its start has passed, but not while the form was being filled in', () => {
    given().when(sam, submitting(), '14:04').happens({ type: 'submitted' });
    given().when(sam, submitting(), '14:06').isRefused('form/start-ahead');
  });

  it('needs visitors who work here and can be rung', () => {
    const noMobile = roster.map((one) => (one.id === jo.id ? { ...one, mobile: '' } : one));
    given()
      .when(sam, submitting({ visitors: [sam.id, pupil.id] }))
      .isRefused('form/visitors-staff');
    given()
      .when(sam, submitting(), '12:00', { roster: noMobile })
      .isRefused('form/visitors-mobile');
  });

  it('is told before it is sent that nobody may approve it', () => {
    given()
      .when(okafor, submitting({ visitors: [okafor.id, jo.id] }))
      .isRefused('approval/somebody-may');
    given().when(okafor, submitting()).isRefused('approval/somebody-may');
  });

  it('is made for staff by the office, and by nobody without that part', () => {
    given().when(pat, submitting()).happens({ type: 'submitted' });
    given().when(wells, submitting()).isRefused('access/not-yours');
    given().when(pupil, submitting()).isRefused('access/not-yours');
  });
});

describe('the risk answers', () => {
  it('need an action for each risk of its own', () => {
    const twoRisks = answering({
      answers: { ...quietHome.answers, q1: 'yes', q4: 'yes' },
      actions: { q1: 'Stay outside', q4: '  ' },
    });
    const refusals = given().when(sam, twoRisks).isRefused('risk/own-action');
    expect(refusals[0]?.field).toBe('q4Action');
  });

  it('ask for no action where the upside-down question is answered yes', () => {
    given().when(sam, answering({})).happens({ type: 'submitted' });
  });

  it('stop the request where the records were not checked', () => {
    given()
      .when(sam, answering({ answers: { ...quietHome.answers, q6: 'no' } }))
      .isRefused('risk/records-checked');
  });

  it('are all needed, and so is a level', () => {
    given()
      .when(sam, answering({ answers: { q1: 'no' }, level: undefined }))
      .isRefused(
        'risk/all-answered',
        'risk/all-answered',
        'risk/all-answered',
        'risk/all-answered',
        'risk/level-given',
      );
  });

  it('are never low for a first visit, and may be after one', () => {
    const low = answering({ level: 'low' });
    const [refusal] = given().when(sam, low).isRefused('risk/first-visit-floor');
    expect(refusal?.field).toBe('level');
    given().when(sam, low, '12:00', { firstVisit: false }).happens({ type: 'submitted' });
  });
});

describe('an edit', () => {
  const editing = (changes = {}, risk = quietHome) =>
    ({ verb: 'edit', form: form(changes, risk) }) as const;

  it('changes nothing where nothing is different', () => {
    given(asked(), approved()).when(sam, editing()).happens();
  });

  it('voids the approval with the address, the people, the pupil or the risk', () => {
    for (const changes of [
      { address: '15 Ffordd y Môr' },
      { pupil: 'Siôn O’Neill' },
      { visitors: [sam.id, wells.id] },
    ]) {
      const { visit, happens } = given(asked(), approved()).when(sam, editing(changes));
      happens({ type: 'edited', voids: true });
      expect(visit).toMatchObject({ status: 'awaiting approval', decidedBy: undefined });
    }
    given(asked(), approved())
      .when(sam, editing({}, { ...highRisk }))
      .happens({ type: 'edited', changed: ['risk'], voids: true });
  });

  it('leaves the approval for a small change of time or of words', () => {
    const story = given(asked(), approved());
    expect(story.when(sam, editing({ start: at('14:15') })).visit.status).toBe('approved');
    expect(story.when(sam, editing({ people: 'Mother' })).visit.status).toBe('approved');
    expect(story.when(sam, editing({ dueBack: at('15:46') })).visit.status).toBe(
      'awaiting approval',
    );
  });

  it('cannot creep: small changes are measured from what was approved', () => {
    const crept = given(asked(), approved(), (sofar) => [
      ...sofar,
      ...given(() => sofar).when(sam, editing({ dueBack: at('15:40') })).happenings,
    ]).when(sam, editing({ dueBack: at('15:50') }));
    crept.happens({ type: 'edited', voids: true });
  });

  it('leaves an approval given to the old card worth nothing', () => {
    const before = given(asked()).visit;
    const old = before.status === 'unsubmitted' ? '' : before.content;
    given(asked(), (sofar) => [
      ...sofar,
      ...given(() => sofar).when(sam, editing({ address: 'Elsewhere' })).happenings,
    ])
      .when(okafor, { verb: 'approve', content: old, note: '' })
      .isRefused('approval/content-changed');
  });

  it('is the requester’s alone', () => {
    given(asked())
      .when(jo, editing({ pupil: 'X' }))
      .isRefused('access/not-your-part');
    given(asked())
      .when(wells, editing({ pupil: 'X' }))
      .isRefused('access/not-yours');
  });

  it('names what changed, never what it says', () => {
    const { happenings } = given(asked()).when(sam, editing({ pupil: 'A new name' }, highRisk));
    expect(happenings[0]?.event).toMatchObject({ changed: ['pupil', 'risk'] });
    expect(happenings[0]?.event).toMatchObject({ proposal: proposal({ pupil: 'A new name' }) });
  });
});
