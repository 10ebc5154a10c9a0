import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { columnName } from './column-name.ts';
import { invalidRequest, notInLocalTenant } from './refusal.ts';

const textFacet = z.looseObject({
  allowMultipleLines: z.boolean().default(false),
  maxLength: z.number().int().min(1).max(255).optional(),
  textType: z.enum(['plain', 'richText']).default('plain'),
});
const choiceFacet = z.looseObject({
  allowTextEntry: z.boolean().default(false),
  choices: z.array(z.string()).min(1),
});
const facets = {
  text: textFacet.optional(),
  choice: choiceFacet.optional(),
  number: z.looseObject({}).optional(),
  boolean: z.looseObject({}).optional(),
  dateTime: z
    .looseObject({ format: z.enum(['dateTime', 'dateOnly']).default('dateTime') })
    .optional(),
  personOrGroup: z.looseObject({ allowMultipleSelection: z.boolean().default(false) }).optional(),
};
const settings = {
  displayName: z.string().min(1).max(255).optional(),
  description: z.string().optional(),
  columnGroup: z.string().optional(),
  enforceUniqueValues: z.boolean().optional(),
  hidden: z.boolean().optional(),
  indexed: z.boolean().optional(),
  required: z.boolean().optional(),
  defaultValue: z.looseObject({}).nullish(),
};
const body = z.strictObject({ name: z.string().min(1), ...settings, ...facets });
const changes = z.strictObject({ name: z.string().min(1).optional(), ...settings, ...facets });

const columnTypes = ['text', 'choice', 'number', 'boolean', 'dateTime', 'personOrGroup'] as const;
export type ColumnType = (typeof columnTypes)[number];

/** A list's column as Graph shows it; exactly one of the facets is there and says its type. */
export type ColumnDefinition = {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly columnGroup: string;
  readonly enforceUniqueValues: boolean;
  readonly hidden: boolean;
  readonly indexed: boolean;
  readonly readOnly: boolean;
  readonly required: boolean;
} & { readonly [Type in ColumnType]?: z.infer<(typeof facets)[Type]> };

const elsewhere = [
  'calculated',
  'contentApprovalStatus',
  'currency',
  'geolocation',
  'hyperlinkOrPicture',
  'lookup',
  'term',
  'thumbnail',
];

export const typeOf = (column: ColumnDefinition): ColumnType => {
  const type = columnTypes.find((facet) => column[facet] !== undefined);
  if (type === undefined) throw invalidRequest(`Column '${column.name}' has no type.`);
  return type;
};

export const isNote = (column: ColumnDefinition): boolean =>
  column.text?.allowMultipleLines === true;

export const newColumn = (given: unknown): ColumnDefinition => {
  refuseTypesNotHere(given);
  const asked = parsed(body, given);
  const column: ColumnDefinition = {
    id: randomUUID(),
    displayName: asked.name,
    description: '',
    columnGroup: 'Custom Columns',
    enforceUniqueValues: false,
    hidden: false,
    indexed: false,
    readOnly: false,
    required: false,
    ...withoutUndefined(asked),
    name: columnName(asked.name),
  };
  return checked(column);
};

export const changedColumn = (column: ColumnDefinition, given: unknown): ColumnDefinition => {
  const { name, ...asked } = parsed(changes, given);
  if (name !== undefined && name !== column.name)
    throw invalidRequest('The name of a column cannot be changed.');
  const type = typeOf(column);
  if (columnTypes.some((facet) => facet !== type && asked[facet] !== undefined))
    throw invalidRequest('The type of a column cannot be changed.');
  if (column.readOnly) throw invalidRequest(`Column '${column.name}' is read-only.`);
  return checked({ ...column, ...withoutUndefined(asked) });
};

const refuseTypesNotHere = (given: unknown): void => {
  const type = elsewhere.find((name) => typeof given === 'object' && name in (given ?? {}));
  if (type !== undefined) throw notInLocalTenant(`columns of type ${type}`);
};

const parsed = <Shape>(schema: z.ZodType<Shape>, given: unknown): Shape => {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw invalidRequest(
    `Invalid column definition: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
  );
};

/** Undefined must not overwrite what is there. */
const withoutUndefined = <Shape extends object>(given: Shape) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

const checked = (column: ColumnDefinition): ColumnDefinition => {
  const types = columnTypes.filter((facet) => column[facet] !== undefined);
  if (types.length !== 1)
    throw invalidRequest(
      `Column '${column.name}' must have exactly one type; it has ${types.length}.`,
    );
  if (column.indexed) checkIndexable(column);
  if (column.enforceUniqueValues) checkUniqueable(column);
  return column;
};

const checkIndexable = (column: ColumnDefinition): void => {
  if (isNote(column))
    throw invalidRequest(
      `Column '${column.name}' has multiple lines of text and cannot be indexed.`,
    );
  if (column.personOrGroup?.allowMultipleSelection)
    throw invalidRequest(`Column '${column.name}' allows multiple values and cannot be indexed.`);
};

const checkUniqueable = (column: ColumnDefinition): void => {
  if (!column.indexed)
    throw invalidRequest(`Column '${column.name}' must be indexed to enforce unique values.`);
  if (column.boolean !== undefined)
    throw invalidRequest(`Column '${column.name}' is of a type that cannot enforce unique values.`);
};
