/**
 * How a record lies in Azure's table. Everything of a school is in one partition of it, because only what shares a
 * partition is written all or not at all: the record, the row that says when it is due, and the rest of a long value.
 *
 *   r!kind!partition!id      the record, with the first of its value
 *   x!kind!partition!id!…    more of a value too long for one row
 *   d!lane!due!…             due rows, in the order of time; who holds a record stands here
 *   o!…                      what is left to do of a commit too large for one transaction
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DiaryRecord, Due, Key, Kind, Lane } from '../journeys/diary.ts';
import { instant, type SchoolId } from '../vocabulary.ts';

/** Every property is a text. */
export type Row = Readonly<Record<string, string>> & {
  readonly partitionKey: string;
  readonly rowKey: string;
};
export type Found = { readonly row: Row; readonly etag: string };

/** In their own order; one that is new does not compile until it stands here. */
const inOrder: Readonly<Record<Kind, true>> = {
  card: true,
  concern: true,
  conversation: true,
  counter: true,
  intent: true,
  job: true,
  kept: true,
  outgoing: true,
  page: true,
  reference: true,
  seen: true,
  timer: true,
};
export const kinds = Object.keys(inOrder) as readonly Kind[];

const longestPart = 200;
const kept = /[^\w.-]/gu;

/** `/ \ # ?` and whatever else a row's key may not hold becomes `=2F`; what is too long is told by its digest. */
const inKey = (text: string): string => {
  const escaped = text.replace(kept, (character) =>
    [...Buffer.from(character)].map((byte) => `=${hex(byte)}`).join(''),
  );
  if (escaped.length <= longestPart) return escaped;
  return `${escaped.slice(0, longestPart / 2)}~${digest(text)}`;
};

const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

export const partitionKeyOf = (school: SchoolId): string => inKey(school);
export const kindPrefix = (kind: Kind): string => `r!${kind}!`;
export const partitionPrefix = (kind: Kind, partition: string): string =>
  `${kindPrefix(kind)}${inKey(partition)}!`;
export const rowKeyOf = ({ kind, partition, id }: Key): string =>
  `${partitionPrefix(kind, partition)}${inKey(id)}`;
export const duePrefix = (lane: Lane): string => `d!${lane}!`;
export const leftPrefix = 'o!';

/** Everything that begins so: `"` comes next after `!`. */
export const beginningWith = (prefix: string) => ({ from: prefix, to: `${prefix.slice(0, -1)}"` });

/** A property holds 64 KiB of two-byte characters, a row 1 MiB. */
const propertyLength = 30_000;
const propertiesInRow = 14;

/** Cut so that no character of two halves is. */
const cut = (text: string): readonly string[] => {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    const last = text.charCodeAt(start + propertyLength - 1);
    const end = start + propertyLength - (last >= 0xd800 && last <= 0xdbff ? 1 : 0);
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
};

const properties = (pieces: readonly string[]): Record<string, string> =>
  Object.fromEntries(pieces.map((piece, at) => [`v${at}`, piece]));

const textIn = (row: Row): string =>
  Object.keys(row)
    .filter((name) => /^v\d+$/u.test(name))
    .toSorted((one, other) => Number(one.slice(1)) - Number(other.slice(1)))
    .map((name) => row[name])
    .join('');

export type Written = Key & Due & { readonly text: string; readonly version: number };

export type Named = { readonly partitionKey: string; readonly rowKey: string };

/** A text under a key, in as many rows as it needs; the first row says how many more there are. */
export const rowsOfText = (
  { partitionKey, rowKey }: Named,
  {
    text,
    version,
    more,
  }: { text: string; version: number; more: Readonly<Record<string, string>> },
): readonly [Row, ...Row[]] => {
  const pieces = cut(text);
  const rest = Array.from(
    { length: Math.ceil(pieces.length / propertiesInRow) - 1 },
    (_, at): Row => ({
      partitionKey,
      rowKey: moreKey(rowKey, version, at),
      ...properties(pieces.slice((at + 1) * propertiesInRow, (at + 2) * propertiesInRow)),
    }),
  );
  const first: Row = {
    partitionKey,
    rowKey,
    version: String(version),
    parts: String(rest.length),
    ...more,
    ...properties(pieces.slice(0, propertiesInRow)),
  };
  return [first, ...rest];
};

const moreKey = (rowKey: string, version: number | string, at: number): string =>
  `x${rowKey.slice(1)}!${version}!${at}`;

/** The keys of the rows in which the value of this one goes on. */
export const moreKeysOf = ({ rowKey, version = '', parts }: Row): readonly string[] =>
  Array.from({ length: Number(parts ?? 0) }, (_, at) => moreKey(rowKey, version, at));

export const wholeText = (row: Row, more: readonly Row[]): string =>
  [row, ...more].map(textIn).join('');

export const rowsOf = (record: Written, commit: string): readonly [Row, ...Row[]] => {
  const { kind, partition, id, text, version, due, lane = 'ordinary' } = record;
  const named = { partitionKey: partitionKeyOf(record.school), rowKey: rowKeyOf(record) };
  const when =
    due === undefined ? undefined : { due, lane, dueRow: dueKeyOf(named.rowKey, { due, lane }) };
  return rowsOfText(named, { text, version, more: { kind, partition, id, commit, ...when } });
};

const dueKeyOf = (rowKey: string, { due, lane }: Required<Due>): string =>
  `${duePrefix(lane)}${due}!${digest(rowKey).slice(0, 32)}`;

/** Nobody holds it yet: an empty time comes before every other. */
export const dueRowOf = ({ partitionKey, rowKey, dueRow, due }: Row): Row | undefined =>
  dueRow === undefined || due === undefined
    ? undefined
    : { partitionKey, rowKey: dueRow, record: rowKey, due, heldBy: '', heldUntil: '' };

const recordShape = z.object({
  kind: z.string(),
  partition: z.string(),
  id: z.string(),
  version: z.coerce.number().int(),
  due: z.string().optional(),
  lane: z.enum(['alarm', 'ordinary']).optional(),
});

export const recordOf = (school: SchoolId, row: Row, text: string): DiaryRecord => {
  const { kind, due, lane = 'ordinary', ...rest } = recordShape.parse(row);
  return {
    school,
    ...rest,
    // Nothing but `commit` writes this property.
    kind: kind as Kind,
    value: JSON.parse(text),
    ...(due !== undefined && { due: instant(due), lane }),
  };
};
