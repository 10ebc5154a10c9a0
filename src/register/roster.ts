/** Reads the staff list. */
import type { Roster, Training } from '../people/staff.ts';
import { personId, type Role, roles } from '../vocabulary.ts';
import type { Columns } from './book.ts';
import { dayIn } from './registers.ts';

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
            roles: rolesIn(textOf(row, 'Roles')),
            mobile: textOf(row, 'Mobile'),
            ...recordOf(row),
          },
        ];
  });

/** Nothing where the school does not say. */
const recordOf = (row: Columns) => {
  const [designated, checksSeen] = [saidIn(row, 'Designated'), saidIn(row, 'ChecksSeen')];
  return {
    ...(designated === undefined ? {} : { designated }),
    ...(checksSeen === undefined ? {} : { checksSeen }),
    training: trainingIn(textOf(row, 'Training')),
  };
};

const saidIn = (row: Columns, column: string): boolean | undefined => {
  const said = textOf(row, column).toLocaleLowerCase('en-GB');
  if (said === 'yes') return true;
  return said === 'no' ? false : undefined;
};

/** `subject | done | until`, a line each. A day that cannot be read is not said: done never, or over already. */
export const trainingIn = (text: string): readonly Training[] =>
  text.split(/\r?\n/u).flatMap((line) => {
    const [subject = '', on = '', until = ''] = line.split('|').map((part) => part.trim());
    if (subject === '') return [];
    const end = dayIn(until);
    return [{ subject, on: until !== '' && end === '' ? '' : dayIn(on), until: end }];
  });

export const trainingSaid = (training: readonly Training[]): string =>
  training.map(({ subject, on, until }) => [subject, on, until].join(' | ')).join('\n');

const textOf = (row: Columns, column: string): string => String(row[column] ?? '').trim();

export const rolesIn = (text: string): readonly Role[] =>
  text
    .split(/[,;]/u)
    .map((word) => word.trim())
    .filter((word): word is Role => (roles as readonly string[]).includes(word));
