import { describe, expect, it } from '@jest/globals';
import { dayCsv } from '../../src/tab/pages/today/day-csv.ts';
import { linesOf } from '../../src/weekly-list/cells.ts';
import { nastyTexts } from '../builders/nasty-texts.ts';
import { allVisits, visit } from './school.ts';

describe('the office’s day as a file', () => {
  it('has a line a visit, with its times on the school’s clock', () => {
    const [heads, first] = linesOf(dayCsv([visit()]));
    expect(heads?.cells.slice(0, 4)).toEqual(['Visit', 'Who', 'Where', 'Status']);
    expect(first?.cells).toContain(visit().reference);
    expect(first?.cells.filter((cell) => /^\d\d:\d\d$/u.test(cell)).length).toBeGreaterThan(1);
    expect(linesOf(dayCsv(allVisits))).toHaveLength(allVisits.length + 1);
  });

  it.each(nastyTexts)(
    'keeps what was typed as it was typed, and lets no spreadsheet reckon: %j',
    (typed) => {
      const saved = dayCsv([visit({ address: typed })]);
      expect(linesOf(saved)[1]?.cells[2]).toBe(typed);
      expect(saved).not.toMatch(/(?:^|,|\r\n)"[=+\-@\t](?!"")/u);
    },
  );
});
