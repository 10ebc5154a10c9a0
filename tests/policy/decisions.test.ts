/** What the product does where the policies disagree or are silent, against the rules and settings there are. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { wordsFor } from '../../src/words/words.ts';
import { pack } from '../builders/cast.ts';

const text = readFileSync(new URL('../../docs/decisions.md', import.meta.url), 'utf8');
const lines = [...text.matchAll(/^- \*\*([CA]\d+)\*\* (.+)$/gmu)].map(([, id = '', said = '']) => ({
  id,
  named: [...said.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name),
}));
const numbered = (letter: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);

/** Whether `risk.questions[].problem` stands in the product's own pack. */
const isSetting = (name: string): boolean => {
  const found = name
    .replaceAll('[]', '.0')
    .split('.')
    .reduce<unknown>((part, step) => Object(part)[step], pack);
  return found !== undefined;
};

describe('where the policies disagree or are silent', () => {
  it('is a line for each', () => {
    expect(lines.map(({ id }) => id)).toEqual([...numbered('C', 31), ...numbered('A', 20)]);
  });

  it.each(lines)('$id names rules and settings there are', ({ named }) => {
    const rules = Object.keys(wordsFor('en-GB').refusals);
    const ruled = named.filter((name) => /^[a-z-]+\/[a-z-]+$/u.test(name));
    expect(rules).toEqual(expect.arrayContaining(ruled));
    const settings = named.filter((name) => /^[a-z][A-Za-z]*(?:\.[A-Za-z]+|\[\])+$/u.test(name));
    expect(settings.filter((name) => name !== 'legal[].note' && !isSetting(name))).toEqual([]);
  });
});
