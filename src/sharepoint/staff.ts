import type { Roster } from '../people/staff.ts';
import type { Book, Item } from '../register/book.ts';
import { rosterOf } from '../register/roster.ts';

/** The staff list as it stands. What cannot be used is reported by its number in the list, naming nobody. */
export const readRoster = async (
  book: Book,
  report: (problem: string) => void = () => undefined,
): Promise<Roster> => {
  const { items } = await book.changes(undefined);
  return items.flatMap((item) => {
    const read = rosterOf([item.columns]);
    const problem = problemWith(item, read);
    if (problem !== undefined) report(`Staff list, item ${item.place.item}: ${problem}`);
    return read;
  });
};

const problemWith = ({ columns }: Item, read: Roster): string | undefined => {
  const [member] = read;
  if (member === undefined) return 'PersonId is empty, so that nobody is named.';
  const named = String(columns['Roles'] ?? '').split(/[,;]/u);
  const known = named.filter((role) => role.trim() !== '').length === member.roles.length;
  return known ? undefined : 'a role is not known, and gives no right.';
};
