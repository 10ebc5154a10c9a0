/** The clauses as people read them on a terminal. */

import { type NamingTest, testsOf } from './clauses-check.ts';
import { meansOf } from './policy/clauses/clause.ts';
import type { ClauseTable } from './policy/clauses.ts';

/** "Holy Cross: 117 clauses, 22 met, 95 planned". */
export const countLine = ({ title, clauses }: ClauseTable): string => {
  const met = clauses.filter((clause) => meansOf(clause).length > 0).length;
  return `${title}: ${clauses.length} clauses, ${met} met, ${clauses.length - met} planned`;
};

export const tableLines = (
  { clauses }: ClauseTable,
  tests: readonly NamingTest[],
): readonly string[] => {
  const rows = clauses.map((clause) => [
    clause.id,
    clause.clause,
    clause.says,
    meansOf(clause)
      .map(({ by, name }) => `${by} ${name}`)
      .join(', ') || 'planned',
    testsOf(clause.id, tests)
      .map(({ file, line }) => `${file}:${line}`)
      .join(', '),
  ]);
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(0, ...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};
