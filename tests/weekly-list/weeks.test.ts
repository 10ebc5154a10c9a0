import { describe, expect, it } from '@jest/globals';
import { atSchool, mondayOf, schoolDay, weekOf } from '../../src/vocabulary.ts';
import { compile } from '../../src/weekly-list/row.ts';
import { at, sam } from '../builders/cast.ts';
import { knownOf } from '../builders/visits.ts';
import { afterwards, formUnder } from '../policy/six-packs.ts';

describe('the school’s weeks', () => {
  it.each([
    ['2026-11-30', '2026-W49'],
    ['2026-12-06', '2026-W49'],
    ['2026-12-07', '2026-W50'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    // The clocks go back on the last Sunday of October, and on the last of March they go forward.
    ['2026-10-25', '2026-W43'],
    ['2026-10-26', '2026-W44'],
    ['2026-03-29', '2026-W13'],
    ['2026-03-30', '2026-W14'],
  ])('hold %s in %s', (day, week) => {
    expect(weekOf(day)).toBe(week);
    expect(weekOf(mondayOf(week) ?? '')).toBe(week);
  });

  it.each(['2026-W54', '2026-W00', '2025-W53', '2026-49', 'W49', ''])(
    'know no week “%s”',
    (text) => {
      expect(mondayOf(text)).toBeUndefined();
    },
  );

  const visit = knownOf(
    afterwards('HC', [], {
      by: sam.id,
      ask: { verb: 'submit', form: formUnder('HC', { transport: 'By bus' }) },
    }),
  );
  const weekHolding = (day: string, time: string) => {
    const start = atSchool(day, time) ?? at('00:00');
    const moved = { ...visit, proposal: { ...visit.proposal, start } };
    const rows = compile(weekOf(day), [], [{ id: 'v1' as never, visit: moved }]);
    return rows.map((row) => row.visit?.day);
  };

  it.each([
    ['2026-11-29', '23:30'],
    ['2026-11-30', '00:00'],
    ['2026-10-25', '23:59'],
    ['2026-10-26', '00:00'],
    ['2026-03-29', '23:59'],
    ['2026-03-30', '00:15'],
    ['2026-07-05', '23:45'],
  ])('hold a visit on %s at %s by the school’s own clock [HC-4.2a]', (day, time) => {
    expect(weekHolding(day, time)).toEqual([day]);
    expect(schoolDay(atSchool(day, time) ?? at('00:00'))).toBe(day);
  });
});
