import { type ColumnDefinition, type ColumnType, isNote, typeOf } from './column-definition.ts';
import { dateTimeValue } from './date-value.ts';
import { invalidRequest } from './refusal.ts';
import { lookupExists } from './user-list.ts';

export type FieldValue = string | number | boolean;
/** What an item holds, by column; what is empty is not there. A person is the string id of their entry in the user list. */
export type Fields = Readonly<Record<string, FieldValue>>;

const longestNote = 63_999;
const longestText = 255;

/** Reads the fields of a write against the list's columns; null clears a field. Choices are not checked: SharePoint does so only in its forms, and the same goes for `required`. */
export const parseFields = (
  columns: readonly ColumnDefinition[],
  given: unknown,
): ReadonlyMap<string, FieldValue | undefined> => {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw invalidRequest('The request body must hold the fields as an object.');
  const entries = Object.entries(given).filter(([key]) => !key.includes('@odata'));
  return new Map(entries.map(([key, value]) => parseField(columns, key, value)));
};

const parseField = (
  columns: readonly ColumnDefinition[],
  key: string,
  value: unknown,
): readonly [string, FieldValue | undefined] => {
  const column = writtenAs(columns, key);
  if (column === undefined) throw invalidRequest(`Field '${key}' is not recognized`);
  if (column.readOnly) throw invalidRequest(`Field '${key}' is read-only`);
  if (value === null || value === '') return [column.name, undefined];
  return [column.name, readers[typeOf(column)](value, column)];
};

/** A person is written and read under another name than its column's. */
export const fieldKey = (column: ColumnDefinition): string =>
  typeOf(column) === 'personOrGroup' ? `${column.name}LookupId` : column.name;

const writtenAs = (columns: readonly ColumnDefinition[], key: string) =>
  columns.find((column) => fieldKey(column) === key);

type Reader = (value: unknown, column: ColumnDefinition) => FieldValue;

const wrongType = (column: ColumnDefinition, wanted: string) =>
  invalidRequest(`Cannot convert the value of field '${column.name}' to ${wanted}`);

const readers: Readonly<Record<ColumnType, Reader>> = {
  text: (value, column) => {
    const most = isNote(column) ? longestNote : (column.text?.maxLength ?? longestText);
    if (typeof value !== 'string') throw wrongType(column, 'Edm.String');
    if (value.length > most)
      throw invalidRequest(`The text of field '${column.name}' is longer than ${most} characters.`);
    return value;
  },
  choice: (value, column) => {
    if (typeof value !== 'string') throw wrongType(column, 'Edm.String');
    if (value.length > longestText)
      throw invalidRequest(`Field '${column.name}' is longer than ${longestText} characters.`);
    return value;
  },
  number: (value, column) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw wrongType(column, 'Edm.Double');
    return value;
  },
  boolean: (value, column) => {
    if (typeof value !== 'boolean') throw wrongType(column, 'Edm.Boolean');
    return value;
  },
  dateTime: (value, column) => {
    const read =
      typeof value === 'string' ? dateTimeValue(value, column.dateTime?.format) : undefined;
    if (read === undefined) throw wrongType(column, 'Edm.DateTimeOffset');
    return read;
  },
  personOrGroup: (value, column) => {
    if (typeof value !== 'string' || !/^\d+$/.test(value)) throw wrongType(column, 'Edm.String');
    if (!lookupExists(value))
      throw invalidRequest(`The user of field '${column.name}' does not exist or is not unique.`);
    return value;
  },
};

/** The value as an index holds it and a filter compares it. */
export const cellOf = (type: ColumnType, value: FieldValue | undefined): string | number | null => {
  if (value === undefined) return null;
  if (type === 'personOrGroup') return Number(value);
  return typeof value === 'boolean' ? Number(value) : value;
};
