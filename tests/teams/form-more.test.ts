/** A field that only some visits need stands in the form once a rule asks for it. */
import { describe, expect, it } from '@jest/globals';
import { formCard } from '../../src/teams/cards/form-card.ts';
import type { Refusal } from '../../src/vocabulary.ts';
import { wordsFor } from '../../src/words/words.ts';
import { policies } from '../policy/six-packs.ts';

const refusal: Refusal = {
  rule: 'evening/reason',
  clause: 'Policy 2.4',
  because: 'This is an evening visit.',
  next: 'Say why.',
  field: 'eveningReason',
};
const body = (values: Readonly<Record<string, string>>, refusals: readonly Refusal[]) =>
  formCard({
    verb: 'submit',
    data: {},
    values,
    refusals,
    policy: policies.H,
    colleagues: [],
    words: wordsFor('en-GB').cards,
  }).body;
const ids = (...said: Parameters<typeof body>) => body(...said).map((one) => one['id']);

describe('a field that only some visits need', () => {
  it('is not there before anything asks for it', () => {
    expect(ids({}, [])).not.toContain('eveningReason');
  });

  it('is there where a rule asks, with what it says right under it', () => {
    const shown = body({}, [refusal]);
    const at = shown.findIndex((one) => one['id'] === 'eveningReason');
    expect(shown[at]).toMatchObject({
      type: 'Input.Text',
      label: 'Why it has to be in the evening',
    });
    expect(shown[at + 1]).toMatchObject({ text: expect.stringContaining('evening visit') });
  });

  it('stays, with what was typed', () => {
    const shown = body({ eveningReason: 'They work late' }, []);
    expect(shown.find((one) => one['id'] === 'eveningReason')).toMatchObject({
      value: 'They work late',
    });
  });
});
