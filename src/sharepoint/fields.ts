import type { Columns } from '../register/book.ts';
import type { ColumnDefinition } from '../register/list-definition.ts';
import { instant } from '../vocabulary.ts';

/** As far as reading and writing need to know a column. */
export type Field = Pick<ColumnDefinition, 'name' | 'type'>;

type Fields = Readonly<Record<string, unknown>>;

/** As Graph takes them: null clears, and a moment goes to the second, which is all a list keeps. */
export const fieldsFrom = (columns: Columns, known: readonly Field[]): Fields =>
  Object.fromEntries(
    Object.entries(columns).map(([name, value]) => {
      const field = known.find((each) => each.name === name);
      if (field === undefined) throw new Error(`The list has no column ${name}.`);
      return [name, fieldValue(field, value)];
    }),
  );

const fieldValue = (field: Field, value: Columns[string]) => {
  if (value === '') return null;
  return field.type === 'dateTime' ? toSecond(String(value)) : value;
};

const toSecond = (moment: string): string => instant(moment).replace(/\.\d+Z$/, 'Z');

/** Only the columns we know. What is empty reads as an empty string; a number or a yes/no that is empty is not there. */
export const columnsFrom = (fields: Fields, known: readonly Field[]): Columns =>
  Object.fromEntries(
    known.flatMap((field) => {
      const value = columnValue(field, fields[field.name]);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );

const columnValue = ({ type }: Field, value: unknown): Columns[string] | undefined => {
  if (value === undefined || value === null) return whenEmpty(type);
  switch (type) {
    case 'number':
      return Number(value);
    case 'boolean':
      return value === true;
    case 'dateTime':
      return instant(String(value));
    default:
      return String(value);
  }
};

const whenEmpty = (type: Field['type']): '' | undefined =>
  type === 'number' || type === 'boolean' ? undefined : '';

/** A filter on one column. A quote in the value is doubled, so that no value can end the text and go on as a filter. */
export const filterFor = ({ name, type }: Field, value: string): string => {
  switch (type) {
    case 'number':
      return `fields/${name} eq ${Number(value)}`;
    case 'boolean':
      return `fields/${name} eq ${value === 'true' ? 1 : 0}`;
    case 'dateTime':
      return `fields/${name} eq '${toSecond(value)}'`;
    default:
      return `fields/${name} eq '${value.replaceAll("'", "''")}'`;
  }
};
