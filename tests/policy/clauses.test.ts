import { describe, expect, it } from '@jest/globals';
import { clauseTables } from '../../src/policy/clauses.ts';
import { everyClause } from './every-clause.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/u);

describe('the clauses', () => {
  it.each(Object.entries(everyClause))('are all there, once and in order: %s', (pack, ids) => {
    const table = clauseTables.find((one) => one.pack === pack);
    expect(table?.clauses.map(({ id }) => id)).toEqual(words(ids));
  });

  it('are 304, in five policies', () => {
    expect(clauseTables.flatMap(({ clauses }) => clauses)).toHaveLength(304);
    expect(clauseTables.map(({ pack }) => pack)).toEqual(Object.keys(everyClause));
  });

  it('each say one short sentence', () => {
    const texts = clauseTables.flatMap(({ clauses }) => clauses.map(({ says }) => says));
    expect(texts.filter((text) => !/^[A-Z].{10,88}\.$/u.test(text))).toEqual([]);
    expect(texts.filter((text) => /['"`]| {2}/u.test(text))).toEqual([]);
  });
});
