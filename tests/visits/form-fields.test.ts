/** Which fields stand on the form, under each of the six policies, before anybody has been refused anything. */
import { describe, expect, it } from '@jest/globals';
import { classesInWords } from '../../src/policy/classes-in-words.ts';
import { formInputsOf } from '../../src/visits/form.ts';
import { fieldNames, fieldsFor, isInSight } from '../../src/visits/form-fields.ts';
import { jo, sam } from '../builders/cast.ts';
import { gatesOfAsking } from '../policy/gates-asking.ts';
import {
  type Changes,
  decideUnder,
  formUnder,
  type PackName,
  packNames,
  policies,
} from '../policy/six-packs.ts';

const standing = (pack: PackName, values: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    fieldsFor(policies[pack], values).map((field) => [field.name, field.standing]),
  );
const under = (pack: PackName, changes: Changes = {}) =>
  standing(pack, formInputsOf(formUnder(pack, changes)));
const ask = (pack: PackName, name: string, values = {}) =>
  fieldsFor(policies[pack], values).find((field) => field.name === name);

/** Every way of asking that some policy refuses, from the table of gates. */
const refused = gatesOfAsking.flatMap(({ gate, cases }) =>
  cases.map(({ when, changes, setting }) => ({ gate, when, changes, setting })),
);

describe('the fields of a form', () => {
  it.each(refused)('are in sight before a rule asks for them: $gate, $when', (one) => {
    for (const pack of packNames) {
      const form = formUnder(pack, one.changes);
      const decided = decideUnder(
        pack,
        [],
        { by: sam.id, ask: { verb: 'submit', form } },
        one.setting,
      );
      const asked = decided.kind === 'refused' ? decided.refusals.map(({ field }) => field) : [];
      const values = formInputsOf(form);
      const seen = fieldsFor(policies[pack], values)
        .filter((field) => isInSight(field, values, []))
        .map(({ name }) => name);
      expect([
        pack,
        fieldNames.filter((name) => asked.includes(name) && !seen.includes(name)),
      ]).toEqual([pack, []]);
    }
  });

  it.each([
    ['[B-16] [H-13] [H-34] whom to see', 'people', { B: 'needed', H: 'needed', W: 'asked' }],
    ['[H-14] the language and an interpreter', 'language', { H: 'needed', R: 'asked' }],
    ['[H-11] what each one does', 'visitorRoles', { H: 'needed', B: 'asked' }],
    ['[R-14] what affects who should go', 'staffing', { R: 'needed', default: 'asked' }],
  ] as const)('ask about %s in the words of the policy', (_what, name, expected) => {
    for (const pack of packNames) {
      const wanted = new Map<PackName, string>(
        packNames.flatMap((one) =>
          one in expected ? [[one, Object(expected)[one]] as const] : [],
        ),
      ).get(pack);
      if (wanted === undefined) continue;
      expect([pack, under(pack)[name]]).toEqual([pack, wanted]);
      const words = policies[pack].asking.find(({ field }) => field === name)?.ask;
      expect(ask(pack, name)?.ask).toBe(words);
      const form = formUnder(pack, { [name]: ' ' });
      const decided = decideUnder(pack, [], { by: sam.id, ask: { verb: 'submit', form } });
      const refused = decided.kind === 'refused' ? decided.refusals.map(({ field }) => field) : [];
      expect([pack, refused]).toEqual([pack, wanted === 'needed' ? [name] : []]);
    }
  });

  it('ask for each attempt where nothing else has reached the family [B-08 B-09 R-08]', () => {
    expect(under('B', { purpose: 'no-contact' })['contactAttempts']).toBe('needed');
    expect(under('B', { purpose: 'absent-safe-check' })['contactAttempts']).toBe('needed');
    expect(under('R', { purpose: 'no-contact' })['contactAttempts']).toBe('needed');
    expect(under('R', { purpose: 'attendance' })['contactAttempts']).toBe('folded');
    expect(under('HC')['contactAttempts']).toBeUndefined();
  });

  it('ask for the dates of the refused leave where a holiday is suspected [B-11]', () => {
    expect(under('B', { purpose: 'holiday-suspected' })['refusedLeave']).toBe('needed');
    expect(under('B')['refusedLeave']).toBe('folded');
  });

  it('ask who drives as soon as a pupil travels with them [B-10 HC-6.4]', () => {
    expect(under('HC', { purpose: 'transport' })['driver']).toBe('needed');
    expect(under('HC')['driver']).toBe('folded');
    expect(under('HC', { carriesPupil: true })['driver']).toBe('needed');
  });

  it('ask why one goes, but where two always do [H-05]', () => {
    expect(under('H', { visitors: [sam.id] })['aloneReason']).toBe('needed');
    expect(under('H', { visitors: [sam.id, jo.id] })['aloneReason']).toBe('folded');
    expect(under('W', { visitors: [sam.id] })['aloneReason']).toBe('offered');
    expect(under('HC', { visitors: [sam.id] })['aloneReason']).toBeUndefined();
  });

  it('ask why in the evening, and offer what the policy offers instead [B-70 H-37 H-38]', () => {
    const evening = { ...formInputsOf(formUnder('H')), startTime: '18:00', dueBackTime: '19:00' };
    expect(standing('B', evening)['eveningReason']).toBe('needed');
    expect(standing('H', evening)['eveningReason']).toBe('folded');
    const alone = { ...evening, visitors: sam.id };
    expect(standing('H', alone)).toMatchObject({ eveningReason: 'needed', backup: 'offered' });
    expect(standing('H', { ...alone, backup: 'okafor' })['eveningReason']).toBe('folded');
    expect(ask('H', 'eveningReason')?.hint).toBe(
      'Better is just before or after school or a call from the parent at break or lunchtime.',
    );
  });

  it('ask who confirmed the appointment, and when [HC-2.7b B-20]', () => {
    expect(under('HC')).toMatchObject({ confirmedBy: 'needed', confirmedOn: 'needed' });
    expect(under('B')).toMatchObject({ confirmedBy: 'offered', confirmedOn: 'offered' });
    expect(under('B', { appointment: 'none' })['confirmedOn']).toBe('folded');
  });

  it.each(packNames)(
    'offer people from outside, papers and a worry under every policy: %s',
    (pack) => {
      expect(under(pack)).toMatchObject({
        companions: 'offered',
        documents: 'offered',
        worriedAboutSafety: 'asked',
      });
    },
  );

  it('keep in sight what is filled in, though nothing asks for it', () => {
    expect(under('HC', { refusedLeave: '3 May' })['refusedLeave']).toBe('offered');
  });

  it('ask for nothing while nothing can be read yet', () => {
    for (const pack of packNames)
      expect(() =>
        fieldsFor(policies[pack], { date: 'x', startTime: '25:00', class: '?', purpose: '' }),
      ).not.toThrow();
  });
});

describe('the kinds of visit', () => {
  it('are said in plain words, with what each goes without and needs [B-03 B-04 B-05 H-40]', () => {
    const said = (pack: PackName) =>
      classesInWords(policies[pack]).map(({ id, says, clause }) => `${id}: ${says} ${clause}`);
    expect(said('B')).toEqual([
      'procedural: The family is told first, or you say why not. Broadening Horizons home visit policy “Definition”',
      'welfare-check: Goes without an appointment or a reason why school will not do. Needs why the family is not told first. Broadening Horizons home visit policy “Opening paragraph”',
      'emergency: Goes without an appointment or a reason why school will not do. Needs why the family is not told first. Broadening Horizons home visit policy “Opening paragraph”',
    ]);
    expect(said('H')[1]).toBe(
      'first-day-absence: Goes without an appointment or a reason why school will not do. Needs a call home today that nobody answered, and what worries the school; the attendance lead and one more person. HSP home visits policy “Home visits for absence”',
    );
    expect(classesInWords(policies.HC).map(({ id }) => id)).toEqual(['procedural']);
  });
});

describe('the purposes', () => {
  it.each([
    ['[H-02]', 'H', 'invitation'],
    ['[H-03]', 'H', 'progress'],
    ['[R-07]', 'R', 'starting-school'],
    ['[R-06]', 'R', 'refusing-school'],
  ] as const)('%s has one of its own', (_clause, pack, purpose) => {
    expect(policies[pack].purposes.map(({ id }) => id)).toContain(purpose);
    const form = formUnder(pack, { purpose });
    const decided = decideUnder(pack, [], { by: sam.id, ask: { verb: 'submit', form } });
    expect(decided.kind === 'refused' ? decided.refusals : []).toEqual([]);
  });
});
