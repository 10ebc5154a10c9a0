/** A signed list as SharePoint keeps it: one item for the signature, and one for each part of its rows. */
import { z } from 'zod';
import type { FrozenRow, SignedCopy } from '../weekly-list/signed.ts';
import { wordsFor } from '../words/words.ts';
import type { Columns } from './book.ts';
import { handChanges } from './compare.ts';
import { instantShape, personShape } from './shapes.ts';

/** Below what a note column takes (63,999 letters), with some to spare. */
const partLimit = 60_000;

type Hmac = (text: string) => string;
export type CopyItem = { readonly key: string; readonly columns: Columns };

const rowFields = [
  'hash',
  'id',
  'family',
  'pupil',
  'address',
  'parents',
  'contacts',
  'attendance',
  'reference',
  'day',
  'visitors',
  'risk',
] as const satisfies readonly (keyof FrozenRow)[];

/** Rows as JSON, as many to a part as fit. */
const partsOf = (rows: readonly FrozenRow[]): readonly string[] => {
  const parts: string[] = [];
  let part = '';
  for (const row of rows) {
    const text = JSON.stringify(rowFields.map((field) => row[field]));
    if (part !== '' && part.length + text.length + 2 > partLimit) {
      parts.push(`[${part}]`);
      part = '';
    }
    part = part === '' ? text : `${part},${text}`;
  }
  return part === '' ? parts : [...parts, `[${part}]`];
};

/** Always in the one order, so that what is read back is the same text. */
const headOf = (copy: SignedCopy, parts: number) => {
  const { how, by, byName, at, policy, content, seenAll, rows } = copy;
  return { how, by, byName, at, policy, content, seenAll, parts, rows: rows.length };
};

/** The parts first, the signature last: where it stands, all of it stands. */
export const copyItems = (copy: SignedCopy, hmac: Hmac): readonly CopyItem[] => {
  const words = wordsFor('en-GB').weeklyList.book;
  const { id, week, rows } = copy;
  const parts = partsOf(rows);
  const seals = parts.map((text, index) => hmac(`part of a list\n${id}\n${index + 1}\n${text}`));
  const shared = { Week: week, Copy: id };
  const content = JSON.stringify(headOf(copy, parts.length));
  const high = rows.filter(({ risk }) => risk === 'high').length;
  return [
    ...parts.map((text, index) => ({
      key: `${week} ${id} ${index + 1}`,
      columns: {
        ...shared,
        Title: words.part(week, index + 1, parts.length),
        Kind: 'rows',
        Part: index + 1,
        Content: text,
        Seal: seals[index] ?? '',
      },
    })),
    {
      key: `${week} ${id}`,
      columns: {
        ...shared,
        Title: words.signature[copy.how](week),
        Kind: 'signature',
        SignedBy: copy.byName,
        SignedAt: copy.at,
        Rows: rows.length,
        High: high,
        Content: content,
        Seal: hmac(`signed list\n${id}\n${week}\n${content}\n${seals.join('\n')}`),
      },
    },
  ];
};

const headShape = z.object({
  how: z.enum(['list', 'additions']),
  by: personShape,
  byName: z.string(),
  at: instantShape,
  policy: z.string(),
  content: z.string(),
  seenAll: z.boolean(),
  parts: z.number(),
  rows: z.number(),
});

const rowsShape = z.array(z.array(z.string()).length(rowFields.length));

const rowFrom = (cells: readonly string[]): FrozenRow =>
  Object.fromEntries(rowFields.map((field, index) => [field, cells[index] ?? ''])) as FrozenRow;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const textOf = (columns: Columns, name: string): string => String(columns[name] ?? '');

/** A copy from its items; undefined where one is missing, or anything on any of them is not as it was signed. */
export const copyFrom = (items: readonly Columns[], hmac: Hmac): SignedCopy | undefined => {
  const head = items.find((columns) => columns['Kind'] === 'signature');
  const read = headShape.safeParse(parsed(textOf(head ?? {}, 'Content')));
  if (head === undefined || !read.success) return undefined;
  const { parts, rows: count, at, ...rest } = read.data;
  const rows = items
    .filter((columns) => columns['Kind'] === 'rows')
    .toSorted((one, other) => Number(one['Part']) - Number(other['Part']))
    .flatMap((columns) => rowsShape.safeParse(parsed(textOf(columns, 'Content'))).data ?? []);
  const copy: SignedCopy = {
    ...rest,
    id: textOf(head, 'Copy'),
    week: textOf(head, 'Week'),
    at,
    rows: rows.map(rowFrom),
  };
  const whole = rows.length === count && items.length === parts + 1;
  return whole && items.every((columns) => isAsSigned(columns, copy, hmac)) ? copy : undefined;
};

/** Whether an item still says what was written into it. */
export const isAsSigned = (columns: Columns, copy: SignedCopy, hmac: Hmac): boolean => {
  const expected = copyItems(copy, hmac).find(({ key }) => key === columns['ListKey']);
  return expected !== undefined && handChanges(expected.columns, columns).length === 0;
};
