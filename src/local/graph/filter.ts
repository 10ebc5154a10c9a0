import { type ColumnDefinition, type ColumnType, typeOf } from './column-definition.ts';
import { dateTimeValue } from './date-value.ts';
import { type Filter, type Literal, type Operator, parseFilter } from './filter-grammar.ts';
import { invalidRequest } from './refusal.ts';
import { fieldKey } from './values.ts';

/** A filter as a condition over one column's cells. */
export type Condition = {
  readonly column: string;
  readonly sql: string;
  readonly values: readonly (string | number)[];
};

type Test = Extract<Filter, { readonly kind: 'test' }>;
type Part = Pick<Condition, 'sql' | 'values'>;

/** SharePoint answers a filter from one index: every part of it must ask about the same, indexed column. */
export const conditionOf = (text: string, columns: readonly ColumnDefinition[]): Condition => {
  const filter = parseFilter(text);
  const [field, ...others] = new Set(fieldsIn(filter));
  const column = columns.find((candidate) => fieldKey(candidate) === field);
  for (const name of [field, ...others]) checkIndexed(name, columns);
  if (column === undefined || others.length > 0)
    throw invalidRequest('A filter can refer to one indexed field only.');
  return { column: column.name, ...compiled(filter, typeOf(column)) };
};

const fieldsIn = (filter: Filter): readonly string[] =>
  filter.kind === 'test' ? [filter.field] : [...fieldsIn(filter.left), ...fieldsIn(filter.right)];

const checkIndexed = (field: string | undefined, columns: readonly ColumnDefinition[]): void => {
  const column = columns.find((candidate) => fieldKey(candidate) === field);
  if (column === undefined) throw invalidRequest(`Field '${field}' is not recognized`);
  if (!column.indexed)
    throw invalidRequest(
      `Field '${field}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`,
    );
};

const compiled = (filter: Filter, type: ColumnType): Part => {
  if (filter.kind === 'test') return test(filter, type);
  const [left, right] = [compiled(filter.left, type), compiled(filter.right, type)];
  return {
    sql: `(${left.sql} ${filter.kind} ${right.sql})`,
    values: [...left.values, ...right.values],
  };
};

const signs: Readonly<Record<Exclude<Operator, 'ne' | 'startswith'>, string>> = {
  eq: '=',
  lt: '<',
  gt: '>',
  le: '<=',
  ge: '>=',
};

const test = (asked: Test, type: ColumnType): Part => {
  const { operator, literal } = asked;
  if (literal.kind === 'bare' && literal.value === 'null') return emptiness(operator);
  const value = literals[type](literal);
  if (value === undefined)
    throw invalidRequest(
      `Invalid filter clause: '${literal.value}' does not fit field '${asked.field}'.`,
    );
  switch (operator) {
    case 'startswith':
      return startsWith(value, type);
    case 'ne':
      return { sql: '(value is null or value <> ?)', values: [value] };
    default:
      return { sql: `value ${signs[operator]} ?`, values: [value] };
  }
};

const emptiness = (operator: Operator): Part => {
  if (operator !== 'eq' && operator !== 'ne') throw invalidRequest('Invalid filter clause');
  return { sql: operator === 'eq' ? 'value is null' : 'value is not null', values: [] };
};

const startsWith = (value: string | number, type: ColumnType): Part => {
  if (type !== 'text' && type !== 'choice') throw invalidRequest('Invalid filter clause');
  return { sql: 'substr(value, 1, ?) = ? collate nocase', values: [String(value).length, value] };
};

type ReadLiteral = (literal: Literal) => string | number | undefined;

const quoted: ReadLiteral = ({ kind, value }) => (kind === 'text' ? value : undefined);
const bareNumber: ReadLiteral = ({ kind, value }) =>
  kind === 'bare' && Number.isFinite(Number(value)) ? Number(value) : undefined;

const literals: Readonly<Record<ColumnType, ReadLiteral>> = {
  text: quoted,
  choice: quoted,
  number: bareNumber,
  boolean: (literal) => {
    if (literal.kind === 'text') return undefined;
    return { true: 1, false: 0, '1': 1, '0': 0 }[literal.value];
  },
  dateTime: ({ value }) => dateTimeValue(value),
  personOrGroup: ({ value }) => (/^\d+$/.test(value) ? Number(value) : undefined),
};
