/** The alarm device of a school that has one: asked about before each visit, and carried by one of those who go. */
import { describe, expect, it } from '@jest/globals';
import type { Registers } from '../../src/people/registers.ts';
import { remindersAt } from '../../src/policy/citation.ts';
import { policyInWords } from '../../src/policy/in-words.ts';
import type { PersonId } from '../../src/vocabulary.ts';
import { wordsFor } from '../../src/words/words.ts';
import { bevan, jo, registers, sam } from '../builders/cast.ts';
import { both } from '../builders/visits.ts';
import { readyToLeave, signedList } from './gates-deciding.ts';
import { afterwards, decideUnder, type PackName, packNames, policies } from './six-packs.ts';

const leave = { by: sam.id, ask: { verb: 'depart', who: both } } as const;
const reasons = (story: Parameters<typeof decideUnder>[1]) => {
  const decided = decideUnder('HC', story, leave, signedList);
  return decided.kind === 'refused' ? decided.refusals : [];
};
const answered = (changed: Readonly<Record<string, string>>) => {
  const ready = readyToLeave('HC');
  const last = ready.findLast(({ event }) => event.type === 'departure-checked')?.event;
  const answers = last?.type === 'departure-checked' ? last.answers : {};
  return afterwards(
    'HC',
    ready,
    { by: jo.id, ask: { verb: 'check-departure', answers: { ...answers, ...changed } } },
    signedList,
  );
};

describe('the alarm device', () => {
  it.each([
    { check: 'device', asked: 'carry', next: 'Collect one from the school office, then' },
    { check: 'device-charged', asked: 'charged', next: 'Charge it, or get another device, then' },
    {
      check: 'device-logged-in',
      asked: 'logged in',
      next: 'Log it in, or get another device, then',
    },
    { check: 'device-tested', asked: 'tested', next: 'Test it, or get another device, then' },
  ])(
    '[HC-2.9a] [HC-2.9c] [HC-F6] is asked about, each thing by itself: $check',
    ({ check, asked, next }) => {
      const [refusal, ...more] = reasons(answered({ [check]: 'no' }));
      expect(more).toEqual([]);
      expect(refusal).toMatchObject({
        rule: 'departure/check-passed',
        next: `${next} answer again.`,
      });
      expect(refusal?.because).toContain(asked);
      const said = answered({ [check]: 'no' }).at(-1)?.event;
      expect(said).toMatchObject({
        type: 'departure-checked',
        answers: { [check]: 'no' },
        failed: [check],
      });
      expect(() => answered({ [check]: '' })).toThrow('HC: departure/answer-all');
      expect(reasons(answered({}))).toEqual([]);
    },
  );

  it('is asked about afresh for each visit: an answer of this morning does not carry over', () => {
    const story = readyToLeave('HC').filter(({ event }) => event.type !== 'departure-checked');
    expect(reasons(story).map(({ rule }) => rule)).toEqual([
      'departure/check-done',
      'departure/check-done',
    ]);
  });

  it('[HC-2.9a] [HC-2.9c] [HC-F6] is with one of those who leave, by the register, and works', () => {
    const ready = readyToLeave('HC');
    const ruled = (devices: Registers['devices'], people = [sam.id, jo.id]) => {
      const decided = decideUnder(
        'HC',
        ready,
        { by: sam.id, ask: { verb: 'depart', who: people } },
        { ...signedList, registers: { ...registers, devices } },
      );
      return decided.kind === 'refused' ? decided.refusals : [];
    };
    const device = (holder?: PersonId, working = true, kind: 'man-down' | 'phone' = 'man-down') =>
      [{ id: 'd1', name: 'Man-down 1', kind, holder, working }] as const;
    expect(ruled(device(jo.id))).toEqual([]);
    expect(ruled(device(sam.id))).toEqual([]);
    // Charged and tested this morning, and back at the office since.
    expect(ruled(device())).toMatchObject([
      { rule: 'departure/device-assigned', clause: expect.stringContaining('2.9 and Appendix 1') },
    ]);
    expect(ruled([])).toMatchObject([{ rule: 'departure/device-assigned' }]);
    expect(ruled(device(sam.id, true, 'phone'))).toMatchObject([
      { rule: 'departure/device-assigned' },
    ]);
    expect(ruled(device(sam.id, false))).toMatchObject([
      { rule: 'departure/device-working', because: expect.stringContaining('Man-down 1') },
    ]);
    expect(ruled(device(bevan.id))).toMatchObject([
      {
        rule: 'departure/device-elsewhere',
        because: expect.stringContaining('Man-down 1: Mr Bevan'),
      },
    ]);
    expect(ruled([...device(bevan.id), ...device(sam.id, false), ...device(jo.id)])).toEqual([]);
  });

  it('asks nothing of a register where no policy does', () => {
    for (const pack of packNames.filter((name) => name !== 'HC')) {
      const decided = decideUnder(pack, readyToLeave(pack), leave, {
        ...signedList,
        registers: { ...registers, devices: [] },
      });
      expect({ pack, kind: decided.kind }).toEqual({ pack, kind: 'accepted' });
    }
  });

  it('[HC-2.9b] is the school’s own way to call for help, beside this one', () => {
    const said = (pack: PackName) =>
      policyInWords(policies[pack]).flatMap(({ lines }) => lines.map(({ say }) => say));
    const { manDown } = wordsFor('en-GB').policyPage;
    expect(packNames.filter((pack) => said(pack).includes(manDown))).toEqual(['HC']);
    const asked = packNames.filter((pack) =>
      policies[pack].departure.checks.some(({ id }) => id.startsWith('device')),
    );
    expect(asked).toEqual(['HC']);
    const threatened = remindersAt(policies.HC.briefing, 'threatened').map(({ say }) => say);
    expect(threatened).toContain('In danger: press the alarm. The office rings the police.');
  });
});
