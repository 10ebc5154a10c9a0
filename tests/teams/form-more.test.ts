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

/** What is in sight, and what is folded away. */
const folded = (...said: Parameters<typeof body>) =>
  body(...said).flatMap(({ isVisible, items }) =>
    isVisible === false && Array.isArray(items) ? items.map((one) => Object(one).id) : [],
  );

describe('a field that only some visits need', () => {
  it('is folded away, one tap off, until something asks for it', () => {
    expect(ids({}, [])).not.toContain('eveningReason');
    expect(folded({}, [])).toContain('eveningReason');
    expect(JSON.stringify(body({}, []))).toContain('"Action.ToggleVisibility"');
  });

  it('stands in its group as soon as what is chosen needs it', () => {
    const alone = { lead: 'sam', startTime: '18:00', dueBackTime: '19:00', date: '2026-11-24' };
    expect(ids(alone, [])).toContain('eveningReason');
    expect(ids(alone, [])).toContain('aloneReason');
    expect(folded(alone, [])).not.toContain('eveningReason');
  });

  it('asks in the words of the policy, from the start', () => {
    expect(body({}, []).find((one) => one['id'] === 'visitorRoles')).toMatchObject({
      label: 'What is each person there to do?',
    });
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

  it('has a button that looks the form over and sends nothing', () => {
    const { actions = [] } = formCard({
      verb: 'edit',
      data: { visit: 'v1' },
      values: {},
      refusals: [],
      says: ['Mrs Okafor decides.'],
      policy: policies.H,
      colleagues: [],
      words: wordsFor('en-GB').cards,
    });
    expect(actions.map(({ verb }) => verb)).toEqual(['edit', 'check-form']);
    expect(actions[1]).toMatchObject({ data: { visit: 'v1', sends: 'edit' } });
  });
});
