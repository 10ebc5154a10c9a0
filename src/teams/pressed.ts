/** What came with a button: its verb, its data and what was filled in, as plain text by name. */
import { z } from 'zod';
import { type CommandId, commandId } from '../vocabulary.ts';
import type { Inputs } from './house.ts';

const dataShape = z.record(z.string().max(60), z.unknown());
const actionShape = z.looseObject({
  action: z.looseObject({ verb: z.string().max(60), data: dataShape.optional() }),
});
const dialogShape = z.looseObject({ data: dataShape });
const searchShape = z.looseObject({
  queryText: z.string().max(200).default(''),
  dataset: z.string().max(60).default(''),
});

export type Pressed = {
  readonly verb: string;
  readonly visit: string | undefined;
  readonly command: CommandId;
  readonly inputs: Inputs;
};

/** Longer than any input; a form cannot be used to fill the diary. */
const longest = 4_000;

const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value.slice(0, longest);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join(',');
  return undefined;
};

const inputsOf = (data: Readonly<Record<string, unknown>>): Inputs =>
  Object.fromEntries(
    Object.entries(data).flatMap(([id, value]) => {
      const text = textOf(value);
      return text === undefined ? [] : [[id, text] as const];
    }),
  );

const pressedOf = (
  verb: string,
  data: Readonly<Record<string, unknown>>,
  newId: () => string,
): Pressed => {
  const { visit, command = '', ...inputs } = inputsOf(data);
  return {
    verb,
    visit: visit === '' ? undefined : visit,
    command: commandId(command === '' ? newId() : command.slice(0, 100)),
    inputs,
  };
};

export const parseAction = (value: unknown, newId: () => string): Pressed | undefined => {
  const parsed = actionShape.safeParse(value);
  if (!parsed.success) return undefined;
  const { verb, data = {} } = parsed.data.action;
  return pressedOf(verb, data, newId);
};

export const parseDialog = (value: unknown, newId: () => string): Pressed | undefined => {
  const parsed = dialogShape.safeParse(value);
  if (!parsed.success) return undefined;
  const { verb, ...data } = parsed.data.data;
  const named = textOf(verb);
  return named === undefined ? undefined : pressedOf(named, data, newId);
};

export const parseSearch = (value: unknown) => {
  const parsed = searchShape.safeParse(value);
  return parsed.success ? parsed.data : undefined;
};
