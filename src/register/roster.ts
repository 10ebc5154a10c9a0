/** Reads the staff list. */
import type { Roster } from '../people/staff.ts';
import { personId, type Role, roles } from '../vocabulary.ts';
import type { Columns } from './book.ts';

/** Rows without a person id are left out; a role nobody knows gives no right. */
export const rosterOf = (rows: readonly Columns[]): Roster =>
  rows.flatMap((row) => {
    const id = textOf(row, 'PersonId');
    return id === ''
      ? []
      : [
          {
            id: personId(id),
            name: textOf(row, 'Title'),
            roles: rolesOf(textOf(row, 'Roles')),
            mobile: textOf(row, 'Mobile'),
          },
        ];
  });

const textOf = (row: Columns, column: string): string => String(row[column] ?? '').trim();

const rolesOf = (text: string): readonly Role[] =>
  text
    .split(/[,;]/u)
    .map((word) => word.trim())
    .filter((word): word is Role => (roles as readonly string[]).includes(word));
