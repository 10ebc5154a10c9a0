/** What somebody changed by hand: columns that no longer say what the history says. */
import type { HandChange } from '../visits/command.ts';
import { instant } from '../vocabulary.ts';
import type { Columns } from './book.ts';

/** The history speaks for itself through its seals; what people were told of is no business of anybody's hand. */
const notCompared: readonly string[] = ['History', 'Delivered'];

/** Only columns that we write are looked at: SharePoint's own, and any a school adds, are not ours to judge. */
export const handChanges = (
  expected: Columns,
  found: Readonly<Record<string, unknown>>,
): readonly HandChange[] =>
  Object.keys(expected)
    .filter((column) => !notCompared.includes(column))
    .flatMap((column) => {
      const [from, to] = [oneForm(expected[column]), oneForm(found[column])];
      return from === to ? [] : [{ column, from: inShort(from), to: inShort(to) }];
    });

/** Somebody may paste a book into a cell: what is recorded of it must go into one event. No character is cut in two. */
const mostKept = 2_000;

const inShort = (text: string): string =>
  text.length <= mostKept ? text : `${text.slice(0, mostKept).replace(/\p{Surrogate}$/u, '')}…`;

/** The same text for the same thing, however a list gives it back: empty or missing, a moment to the second, a number as text. */
const oneForm = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  const text = String(value).normalize('NFC').replace(/\r\n?/gu, '\n');
  const lines = text.split('\n').map((line) => line.trimEnd());
  return asMoment(lines.join('\n').trim());
};

const asMoment = (text: string): string => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/u.test(text)) return text;
  try {
    return instant(text).replace(/\.\d+Z$/u, 'Z');
  } catch (error) {
    if (error instanceof RangeError) return text;
    throw error;
  }
};
