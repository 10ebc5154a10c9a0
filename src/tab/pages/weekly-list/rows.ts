/** Which rows are looked at, in which order, and which have been. */
import { useEffect, useMemo, useState } from 'react';
import type { SeenList, SeenRow } from '../../../journeys/weekly-seen.ts';

/** So many rows at a time. */
export const pageSize = 25;

export type Filters = {
  readonly day: string;
  readonly staff: string;
  readonly risk: string;
  readonly state: string;
};

export const everything: Filters = { day: '', staff: '', risk: '', state: '' };

const fits = (row: SeenRow, { day, staff, risk, state }: Filters): boolean => {
  const signed = row.state === 'signed' ? 'signed' : 'unsigned';
  const { visit } = row;
  return (
    (day === '' || visit?.day === day) &&
    (staff === '' || visit?.visitors === staff) &&
    (risk === '' || (visit?.risk ?? 'none') === risk) &&
    (state === '' || state === signed)
  );
};

/** High first, then what was changed or added since a signature; the rest as it stands. */
const weight = (row: SeenRow, signedBefore: boolean): number => {
  if (row.visit?.risk === 'high') return 0;
  return signedBefore && row.state !== 'signed' ? 1 : 2;
};

export const rowsFor = (list: SeenList, filters: Filters): readonly SeenRow[] =>
  list.rows
    .filter((row) => fits(row, filters))
    .toSorted(
      (one, other) =>
        weight(one, list.verb === 'add-to-list') - weight(other, list.verb === 'add-to-list') ||
        one.number - other.number,
    );

const different = (texts: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(texts.filter((text) => text !== undefined))].sort();

export const choicesOf = ({ rows }: SeenList) => ({
  days: different(rows.map(({ visit }) => visit?.day)),
  staff: different(rows.map(({ visit }) => visit?.visitors)),
});

/** The same row, saying the same, wherever on the list it stands. */
const faceOf = ({ number: _number, state: _state, own: _own, ...row }: SeenRow): string =>
  JSON.stringify(row);

/** The numbers of the rows that have been on the screen as they are now. */
export const useShown = (list: SeenList, onScreen: readonly SeenRow[]): ReadonlySet<number> => {
  const [faces, setFaces] = useState<ReadonlySet<string>>(new Set());
  const now = onScreen.map(faceOf).join('\n');
  useEffect(() => {
    if (now === '') return;
    setFaces((before) => {
      const fresh = now.split('\n').filter((face) => !before.has(face));
      return fresh.length === 0 ? before : new Set([...before, ...fresh]);
    });
  }, [now]);
  return useMemo(
    () => new Set(list.rows.filter((row) => faces.has(faceOf(row))).map(({ number }) => number)),
    [faces, list],
  );
};

/** `1-50,61`, as the API reads it. */
export const spansOf = (numbers: ReadonlySet<number>): string => {
  const spans: (readonly [number, number])[] = [];
  for (const number of [...numbers].sort((one, other) => one - other)) {
    const [first, last] = spans.at(-1) ?? [0, -1];
    if (number === last + 1) spans[spans.length - 1] = [first, number];
    else spans.push([number, number]);
  }
  return spans.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
};
