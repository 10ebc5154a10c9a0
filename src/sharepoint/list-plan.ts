import { z } from 'zod';
import type { ColumnDefinition, ListDefinition } from '../register/list-definition.ts';
import type { Field } from './fields.ts';

/** A list as it is to be; `site` is the last part of its address. */
export type ListPlan = Pick<ListDefinition, 'list' | 'description' | 'columns'> & {
  readonly site: string;
};

/** A column as Graph shows it, as far as we ask anything of it. */
const columnShape = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullish(),
  indexed: z.boolean().nullish(),
  enforceUniqueValues: z.boolean().nullish(),
  text: z.object({ allowMultipleLines: z.boolean().nullish() }).nullish(),
  choice: z.object({ choices: z.array(z.string()) }).nullish(),
  number: z.object({}).nullish(),
  boolean: z.object({}).nullish(),
  dateTime: z.object({ format: z.string().nullish() }).nullish(),
});

export type Column = z.infer<typeof columnShape>;
export const columnsAnswer = z.object({ value: z.array(columnShape) });

export const newColumnFor = (plan: ColumnDefinition) => ({
  name: plan.name,
  ...settingsFor(plan),
  ...typeFor(plan),
});

/** What can be changed later; the type cannot. */
export const settingsFor = (plan: ColumnDefinition) => ({
  description: plan.description,
  indexed: isIndexed(plan),
  enforceUniqueValues: plan.unique === true,
  ...(plan.type === 'choice' && typeFor(plan)),
});

/** SharePoint keeps values unique by means of an index. */
const isIndexed = (plan: ColumnDefinition): boolean =>
  plan.indexed === true || plan.unique === true;

const typeFor = ({ type, choices = [] }: ColumnDefinition) => {
  switch (type) {
    case 'text':
      return { text: { allowMultipleLines: false, maxLength: 255 } };
    case 'note':
      return { text: { allowMultipleLines: true, textType: 'plain' } };
    case 'choice':
      return { choice: { allowTextEntry: false, choices } };
    case 'number':
      return { number: {} };
    case 'boolean':
      return { boolean: {} };
    case 'dateTime':
      return { dateTime: { format: 'dateTime' } };
    default:
      return type satisfies never;
  }
};

const typeOf = (column: Column): Field['type'] | undefined => {
  if (column.text) return column.text.allowMultipleLines === true ? 'note' : 'text';
  const others = ['choice', 'number', 'boolean', 'dateTime'] as const;
  return others.find((type) => column[type]);
};

export type Difference = { readonly what: string; readonly canChange: boolean };

/** How a column differs from what it is to be. */
export const differences = (plan: ColumnDefinition, column: Column): readonly Difference[] => {
  const checks: readonly (readonly [boolean, string])[] = [
    [column.indexed === true || !isIndexed(plan), 'it was not indexed'],
    [(column.enforceUniqueValues === true) === (plan.unique === true), uniqueness(plan)],
    [(column.description ?? '') === plan.description, 'its description was another'],
    [hasChoices(plan, column), 'it lacked some of its choices'],
  ];
  const found = typeOf(column);
  if (found !== plan.type)
    return [{ what: `it was of type ${found ?? 'unknown'}, not ${plan.type}`, canChange: false }];
  return checks.filter(([right]) => !right).map(([, what]) => ({ what, canChange: true }));
};

const uniqueness = (plan: ColumnDefinition): string =>
  plan.unique === true ? 'its values did not have to be unique' : 'its values had to be unique';

const hasChoices = (plan: ColumnDefinition, column: Column): boolean =>
  plan.type !== 'choice' ||
  (plan.choices ?? []).every((choice) => column.choice?.choices.includes(choice));
