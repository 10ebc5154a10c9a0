/** One story for each clause about asking and authorising that is met, named by it. */
import { describe, expect, it } from '@jest/globals';
import type { Answers } from '../../src/risk-assessment/assessment.ts';
import { readForm } from '../../src/visits/form.ts';
import { bevan, jo, okafor, policy, roster, sam } from '../builders/cast.ts';
import {
  approved,
  approving,
  asked,
  both,
  does,
  form,
  given,
  highRisk,
  quietHome,
  ready,
} from '../builders/visits.ts';

const submitting = (changes = {}, risk: Answers = quietHome) =>
  ({ verb: 'submit', form: form(changes, risk) }) as const;
const answering = (changes: Partial<Answers>) => submitting({}, { ...quietHome, ...changes });
const leaving = { verb: 'depart', who: both } as const;

const missingFrom = (inputs: Readonly<Record<string, string>>) => {
  const read = readForm(inputs, { policy, roster });
  return read.kind === 'unclear' ? read.refusals : [];
};

describe('asking', () => {
  it.each([
    ['[HC-F2] [W-2.3a] [HC-2.8a]', 'pupil'],
    ['[HC-F2]', 'parent'],
    ['[HC-F2]', 'parentPhone'],
    ['[HC-F2] [W-2.3a] [HC-2.8a]', 'address'],
    ['[B-13] [HC-F3] [H-09]', 'purpose'],
    ['[HC-F4]', 'date'],
    ['[HC-F4] [W-2.3a] [HC-2.8a]', 'startTime'],
    ['[HC-F5] [B-24]', 'dueBackTime'],
    ['[H-09]', 'visitors'],
  ])('%s needs the %s', (_clauses, field) => {
    expect(missingFrom({})).toContainEqual(expect.objectContaining({ rule: 'form/needed', field }));
  });

  it('[B-14] [H-08] says why school will not do', () => {
    given()
      .when(sam, submitting({ whyNotInSchool: ' ' }))
      .isRefused('form/why-not-in-school');
  });

  it('[B-02] [B-19] [R-10] [R-11] [H-15] says when, or why there is no appointment', () => {
    given()
      .when(sam, submitting({ appointment: 'none' }))
      .isRefused('form/appointment');
    given()
      .when(sam, submitting({ appointment: 'none', appointmentNote: 'No phone' }))
      .happens({ type: 'submitted' });
  });

  it('[HC-S1] [HC-F1] is for two, whatever the reason', () => {
    const two = { ...policy, staffing: { ...policy.staffing, rule: 'two' as const } };
    const alone = submitting({ visitors: [sam.id], aloneReason: 'A short drop-off' });
    given().when(sam, alone, '09:00', { policy: two }).isRefused('staffing/two');
    given().when(sam, submitting(), '09:00', { policy: two }).happens({ type: 'submitted' });
  });

  it('[HC-F1] is for two different people', () => {
    given()
      .when(sam, submitting({ visitors: [sam.id, jo.id, sam.id] }))
      .isRefused('form/visitors-distinct');
  });

  it('[H-05] is for two, or says why one is enough', () => {
    given()
      .when(sam, submitting({ visitors: [sam.id] }))
      .isRefused('staffing/two-or-reason');
    given()
      .when(sam, submitting({ visitors: [sam.id], aloneReason: 'A drop-off' }))
      .happens({ type: 'submitted' });
  });

  it('[R-13] [HC-F1] is for people whose number the school holds', () => {
    const silent = roster.map((one) => (one.id === jo.id ? { ...one, mobile: '' } : one));
    given().when(sam, submitting(), '09:00', { roster: silent }).isRefused('form/visitors-mobile');
  });
});

describe('the risk', () => {
  it.each([
    ['[HC-F10] [HC-F15]', 'q1'],
    ['[HC-F10] [HC-F16]', 'q2'],
    ['[HC-F10] [HC-F18]', 'q4'],
    ['[HC-F10] [HC-F19]', 'q5'],
    ['[HC-F10]', 'q6'],
  ])('%s is asked about: %s', (_clauses, question) => {
    const { [question]: _left, ...answers } = quietHome.answers as Record<string, 'yes' | 'no'>;
    const [refusal] = given().when(sam, answering({ answers })).isRefused('risk/all-answered');
    expect(refusal?.field).toBe(question);
  });

  it('[HC-F8] is rated', () => {
    given()
      .when(sam, answering({ level: undefined }))
      .isRefused('risk/level-given');
  });

  it('[HC-F9] is never low on a first visit, and may be high or, later on, low', () => {
    given()
      .when(sam, answering({ level: 'low' }))
      .isRefused('risk/first-visit-floor');
    given()
      .when(sam, answering({ level: 'high' }))
      .happens({ type: 'submitted' });
    given()
      .when(sam, answering({ level: 'low' }), '09:00', { firstVisit: false })
      .happens({ type: 'submitted' });
  });

  it('[HC-F14] [HC-F22] has an action for each part of it', () => {
    const answers = { ...quietHome.answers, q1: 'yes', q4: 'yes' } as const;
    const [refusal, more] = given()
      .when(sam, answering({ answers, actions: { q1: 'Stay outside' } }))
      .isRefused('risk/own-action');
    expect([refusal?.field, more]).toEqual(['q4Action', undefined]);
  });

  it('[HC-F20] was checked in the records first', () => {
    given()
      .when(sam, answering({ answers: { ...quietHome.answers, q6: 'no' } }))
      .isRefused('risk/records-checked');
  });
});

describe('authorising', () => {
  it('[B-01] is the headteacher’s', () => {
    given(asked()).when(bevan, approving).isRefused('approval/right-role');
    given(asked()).when(okafor, approving).happens({ type: 'approved' });
  });

  it('[B-01] comes before leaving', () => {
    const waiting = given(asked()).when(sam, leaving, '13:55');
    expect(waiting.decision).toMatchObject({
      kind: 'refused',
      refusals: expect.arrayContaining([expect.objectContaining({ rule: 'departure/approved' })]),
    });
  });

  it('[HC-2.6b] is undone by a risk that was not there', () => {
    const other = {
      answers: highRisk,
      purpose: undefined,
      purposeNote: undefined,
      adjustments: {},
      sealedWhat: {},
    };
    given(asked(), approved(), ready(sam, jo))
      .when(sam, leaving, '13:55', { assessment: other })
      .isRefused('departure/content-approved');
  });

  it('[B-69] is undone by a visitor who will not go', () => {
    const jos = does(jo, { verb: 'cannot-go', reason: '' }, '13:50');
    given(asked(), approved(), ready(sam, jo), jos)
      .when(sam, { verb: 'depart', who: [] }, '13:55')
      .isRefused('departure/approved', 'departure/assessment-adopted');
  });
});
