/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { everything, rowsFor, spansOf } from '../../src/tab/pages/weekly-list/rows.ts';
import { csvOf, linesOf } from '../../src/weekly-list/cells.ts';
import { seenList, seenRow } from '../weekly-list/seen.ts';

const numbers = (list: ReturnType<typeof seenList>, filters = everything) =>
  rowsFor(list, filters).map(({ number }) => number);

describe('the rows of the weekly list', () => {
  it('begin with every High, then what was changed or added since the signature', () => {
    const rows = [
      seenRow(1, { state: 'signed' }),
      seenRow(2, { state: 'changed' }),
      seenRow(3, { state: 'signed' }),
      seenRow(7, { state: 'signed' }),
      seenRow(8, { state: 'added' }),
    ];
    expect(numbers(seenList(0, { rows, verb: 'add-to-list' }))).toEqual([7, 2, 8, 1, 3]);
  });

  it('are filtered by day, by who goes, by risk and by signature', () => {
    const list = seenList(20);
    expect(numbers(list, { ...everything, day: '2026-11-24' })).toEqual([1, 6, 11, 16]);
    expect(numbers(list, { ...everything, staff: 'Sam Pike and Jo Ashby' })).toHaveLength(10);
    expect(numbers(list, { ...everything, risk: 'high' })).toEqual([7, 14]);
    expect(numbers(list, { ...everything, state: 'signed' })).toEqual([]);
  });

  it('say in short which were shown', () => {
    expect(spansOf(new Set([3, 1, 2, 7, 9, 10]))).toBe('1-3,7,9-10');
    expect(spansOf(new Set())).toBe('');
  });

  it('are saved so that no cell is reckoned with', () => {
    const saved = csvOf([['=HYPERLINK("x")', 'Siân']]);
    expect(saved).toContain('"=""=HYPERLINK');
    expect(linesOf(saved)[0]?.cells).toEqual(['=HYPERLINK("x")', 'Siân']);
  });
});
