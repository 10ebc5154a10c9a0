import { describe, expect, it } from '@jest/globals';
import { formInputsOf, readForm } from '../../src/visits/form.ts';
import type { VisitForm } from '../../src/visits/proposal.ts';
import { instant, minutesAfter } from '../../src/vocabulary.ts';
import { jo, policy, roster, sam } from '../builders/cast.ts';
import { form, quietHome } from '../builders/visits.ts';
import { fc } from '../support/properties.ts';

const given = { policy, roster };
const typed = (changes: Record<string, unknown> = {}) => ({
  ...formInputsOf(form()),
  ...changes,
});
const refusedFields = (changes: Record<string, unknown>) => {
  const read = readForm(typed(changes), given);
  return read.kind === 'unclear' ? read.refusals.map(({ field, rule }) => `${field} ${rule}`) : [];
};
const readOf = (changes: Record<string, unknown> = {}): VisitForm => {
  const read = readForm(typed(changes), given);
  if (read.kind === 'unclear') throw new Error(JSON.stringify(read.refusals));
  return read.form;
};

const words = fc
  .string({ maxLength: 80 })
  .map((text) => text.normalize('NFC').replace(/\r/gu, '').trim().normalize('NFC'));
const needed = words.map((text) => (text === '' ? 'x' : text));
const start = fc
  .integer({ min: 0, max: 3 * 366 * 24 * 60 })
  .map((minutes) => minutesAfter(instant('2026-01-01T00:00:00Z'), minutes));
const answer = fc.constantFrom('yes' as const, 'no' as const);
const forms: fc.Arbitrary<VisitForm> = fc
  .record({
    texts: fc.record({
      pupil: needed,
      yearGroup: words,
      parent: needed,
      parentPhone: needed,
      address: needed,
      purposeNote: words,
      people: words,
      whyNotInSchool: words,
      language: words,
      staffing: words,
      appointmentNote: words,
      transport: words,
    }),
    start,
    minutes: fc.integer({ min: 1, max: 20 * 60 }),
    sensitive: fc.boolean(),
    class: fc.constantFrom('procedural' as const, 'emergency' as const),
    purpose: fc.constantFrom(...policy.purposes.map(({ id }) => id)),
    appointment: fc.constantFrom('phone' as const, 'letter' as const, 'none' as const),
    visitors: fc.constantFrom([sam.id], [sam.id, jo.id], [jo.id, sam.id]),
    answers: fc.record({ q1: answer, q2: answer, q4: answer, q5: answer, q6: answer }),
    action: needed,
    level: fc.constantFrom('low' as const, 'medium' as const, 'high' as const, undefined),
  })
  .map(({ texts, start: begins, minutes, answers, action, level, ...rest }) => ({
    proposal: { ...texts, ...rest, start: begins, dueBack: minutesAfter(begins, minutes) },
    risk: { answers, actions: { q1: action }, level },
  }));

describe('the form', () => {
  it('says the same when it is filled in again from what was read', () => {
    fc.assert(
      fc.property(forms, (one) => {
        expect(readForm(formInputsOf(one), given)).toEqual({ kind: 'read', form: one });
      }),
    );
  });

  it('fills in what is usual where nothing is said', () => {
    const { class: _class, sensitive, appointment, level, nextDay, ...rest } = typed();
    const read = readForm(rest, given);
    expect(read).toMatchObject({
      form: { proposal: { class: 'procedural', sensitive: false, appointment: 'none' } },
    });
    expect([sensitive, appointment, level, nextDay]).toEqual(['no', 'phone', 'medium', '']);
  });

  it('says everything that is missing at once, each beside its field', () => {
    const read = readForm({}, given);
    const fields = read.kind === 'unclear' ? read.refusals.map(({ field }) => field) : [];
    expect(fields).toEqual([
      ...['pupil', 'parent', 'parentPhone', 'address', 'purpose'],
      ...['date', 'startTime', 'dueBackTime', 'visitors'],
      ...['q1', 'q2', 'q4', 'q5', 'q6'],
    ]);
  });

  it('takes arrays and booleans as JSON has them', () => {
    const read = readOf({ visitors: ['sam', 'jo'], sensitive: true, q1: false });
    expect(read.proposal.visitors).toEqual([sam.id, jo.id]);
    expect(read.proposal.sensitive).toBe(true);
    expect(read.risk.answers.q1).toBe('no');
  });

  it('keeps the school’s clock, summer and winter', () => {
    expect(readOf({ date: '2026-07-01' }).proposal.start).toBe('2026-07-01T13:00:00.000Z');
    expect(readOf({ date: '2026-12-01' }).proposal.start).toBe('2026-12-01T14:00:00.000Z');
  });

  it('takes the earlier of two times the clock shows alike, unless the later is said', () => {
    const night = { date: '2026-10-25', startTime: '01:30', dueBackTime: '09:00' };
    expect(readOf(night).proposal.start).toBe('2026-10-25T00:30:00.000Z');
    expect(readOf({ ...night, startSecond: 'yes' }).proposal.start).toBe(
      '2026-10-25T01:30:00.000Z',
    );
  });

  it('refuses a time the clock skips, naming it', () => {
    const read = readForm(typed({ date: '2026-03-29', startTime: '01:30' }), given);
    expect(read).toMatchObject({
      refusals: [
        {
          field: 'startTime',
          because: expect.stringContaining('There is no 01:30 on Sun 29 Mar:'),
        },
      ],
    });
  });

  it.each([
    ['date', '2026-02-30', 'date input/bad-date'],
    ['date', '24/11/2026', 'date input/bad-date'],
    ['startTime', '25:00', 'startTime input/bad-time'],
    ['startTime', 'noonish', 'startTime input/bad-time'],
    ['dueBackTime', '13:00', 'dueBackTime input/due-back-first'],
    ['dueBackTime', '14:00', 'dueBackTime input/due-back-first'],
    ['visitors', 'sam,nobody', 'visitors input/unknown-person'],
    ['class', 'party', 'class input/not-a-choice'],
    ['purpose', 'gossip', 'purpose form/purpose-listed'],
    ['appointment', 'pigeon', 'appointment input/not-a-choice'],
    ['level', 'none', 'level input/not-a-choice'],
    ['sensitive', 'perhaps', 'sensitive input/not-a-choice'],
    ['q4', 'cats', 'q4 input/not-a-choice'],
    ['pupil', 'x'.repeat(256), 'pupil input/too-long'],
    ['whyNotInSchool', 'x'.repeat(2001), 'whyNotInSchool input/too-long'],
    ['q1Action', 'x'.repeat(2001), 'q1Action input/too-long'],
  ])('refuses %s “%.12s” beside its field', (field, value, refused) => {
    expect(refusedFields({ [field]: value })).toEqual([refused]);
  });

  it('takes a due-back after midnight only where “next day” is said', () => {
    expect(refusedFields({ startTime: '22:00', dueBackTime: '00:30' })).toHaveLength(1);
    const read = readOf({ startTime: '22:00', dueBackTime: '00:30', nextDay: 'yes' });
    expect(read.proposal.dueBack).toBe('2026-11-25T00:30:00.000Z');
  });

  it('reads visitors by name, and a purpose by its label', () => {
    const read = readOf({ visitors: 'Sam Pike and jo', purpose: 'Something else (say what)' });
    expect(read.proposal.visitors).toEqual([sam.id, jo.id]);
    expect(read.proposal.purpose).toBe('other');
  });

  it('leaves the level open where nobody has judged', () => {
    expect(readOf({ level: '' }).risk).toEqual({ ...quietHome, level: undefined });
  });
});
