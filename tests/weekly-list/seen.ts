/** A week's list as the API tells of it: for tests of the API, the cards and the tab. */
import type { WeeklyListDoor } from '../../src/journeys/weekly-door.ts';
import type { SeenFrozen, SeenList, SeenRow } from '../../src/journeys/weekly-seen.ts';
import { instant } from '../../src/vocabulary.ts';

const levels = ['low', 'medium', 'high'] as const;

/** Every seventh is High; the days go through the week. */
export const seenRow = (number: number, more: Partial<SeenRow> = {}): SeenRow => {
  const day = `2026-11-${23 + (number % 5)}`;
  return {
    number,
    id: `v${number}`,
    pupil: number === 1 ? 'Elin Jones' : `Pupil ${number}`,
    address: `${number} Ffordd y Môr, Bangor LL57 2AB`,
    parents: 'Mair and Huw Jones',
    contacts: '01248 555 014',
    attendance: '61.5%',
    state: 'added',
    lacks: [],
    own: false,
    visit: {
      reference: `HV-2026-${String(number).padStart(4, '0')}`,
      day,
      start: instant(`${day}T13:00:00Z`),
      visitors: number % 2 === 0 ? 'Sam Pike and Jo Ashby' : 'Mo Karim and Jo Ashby',
      risk: number % 7 === 0 ? 'high' : (levels[number % 2] ?? 'low'),
      status: 'awaiting approval',
    },
    ...more,
  };
};

const countOf = (rows: readonly SeenRow[], risk: string): number =>
  rows.filter(({ visit }) => (visit?.risk ?? 'none') === risk).length;

export const seenList = (count: number, more: Partial<SeenList> = {}): SeenList => {
  const rows = more.rows ?? Array.from({ length: count }, (_, index) => seenRow(index + 1));
  return {
    week: '2026-W48',
    number: 48,
    from: '2026-11-23',
    until: '2026-11-29',
    content: 'c0ffee',
    rows,
    counts: {
      high: countOf(rows, 'high'),
      medium: countOf(rows, 'medium'),
      low: countOf(rows, 'low'),
      none: countOf(rows, 'none'),
    },
    unsigned: rows.filter(({ state }) => state !== 'signed').length,
    removed: 0,
    copies: [],
    signers: 'the headteacher',
    clause: 'Holy Cross home visits policy 4.3',
    signable: rows.map(({ number }) => number),
    verb: 'sign-list',
    mayCompile: true,
    maySign: true,
    sent: false,
    ...more,
  };
};

const copy = {
  id: 'copy-1',
  how: 'list',
  by: 'Mrs Okafor',
  at: instant('2026-11-20T15:10:00Z'),
  rows: 1,
  seenAll: true,
  filed: true,
} as const;

const frozen: SeenFrozen = {
  ...copy,
  frozen: [
    {
      hash: 'h',
      id: 'v1',
      family: 'f',
      pupil: 'Elin Jones',
      address: '14 Ffordd y Môr',
      parents: 'Mair Jones',
      contacts: '01248 555 014',
      attendance: '61%',
      reference: 'HV-2026-0042',
      day: '2026-11-24',
      visitors: 'Sam Pike and Jo Ashby',
      risk: 'medium',
    },
  ],
};

export const listDoor = (list = seenList(12, { copies: [copy] })): WeeklyListDoor => ({
  see: async () => list,
  copy: async () => frozen,
  press: async () => ({ kind: 'done', list, note: 'Signed: 12 rows.' }),
});
