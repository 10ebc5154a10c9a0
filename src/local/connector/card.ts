import { isJson, type Json, listOf, textOf } from '../json.ts';

/** A button of a card, with the inputs that go with its press. */
export type CardAction = { readonly action: Json; readonly inputs: readonly Json[] };

type Parts = { actions: Json[]; inputs: Json[]; shown: Json[] };

/** Data of the bot's own may look like anything, also like an action. */
const opaque = ['data', 'refresh', 'authentication', 'fallback', 'msteams', 'metadata', '$data'];

/** Takes note of an action; true when there is nothing further to look for inside it. */
const isAction = (node: Json, kind: string, parts: Parts): boolean => {
  const { card } = node;
  if (kind === 'Action.ShowCard' && isJson(card)) parts.shown.push(card);
  else if (kind.startsWith('Action.')) parts.actions.push(node);
  else return false;
  return true;
};

const gather = (node: unknown, parts: Parts): void => {
  for (const one of listOf(node)) gather(one, parts);
  if (!isJson(node)) return;
  const { type } = node;
  const kind = textOf(type) ?? '';
  if (isAction(node, kind, parts)) return;
  if (kind.startsWith('Input.')) parts.inputs.push(node);
  for (const [key, value] of Object.entries(node)) {
    if (!opaque.includes(key)) gather(value, parts);
  }
};

/** Every button: in action sets, behind `selectAction`, beside inputs, and inside cards that unfold. */
export const actionsOf = (card: Json, outer: readonly Json[] = []): readonly CardAction[] => {
  const parts: Parts = { actions: [], inputs: [], shown: [] };
  gather(card, parts);
  const inputs = [...outer, ...parts.inputs];
  return [
    ...parts.actions.map((action) => {
      const { associatedInputs } = action;
      const none = textOf(associatedInputs)?.toLowerCase() === 'none';
      return { action, inputs: none ? [] : inputs };
    }),
    ...parts.shown.flatMap((shown) => actionsOf(shown, inputs)),
  ];
};

export const verbOf = ({ verb, data }: Json): string | undefined => {
  const { verb: inData } = isJson(data) ? data : {};
  return textOf(verb) ?? textOf(inData);
};

export const titleOf = ({ title }: Json): string | undefined => textOf(title);

/** By title first, as a person reads it; then by id, then by verb. */
export const findAction = (
  actions: readonly CardAction[],
  wanted: string,
): CardAction | undefined =>
  actions.find(({ action }) => titleOf(action) === wanted) ??
  actions.find(({ action }) => action['id'] === wanted) ??
  actions.find(({ action }) => verbOf(action) === wanted);

const written = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(written).join(',');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
};

const typedValue = (input: Json, given: unknown): string => {
  const { type, value, valueOn = 'true', valueOff = 'false' } = input;
  const entered = given === undefined ? value : given;
  if (type !== 'Input.Toggle') return written(entered);
  if (typeof entered === 'boolean') return written(entered ? valueOn : valueOff);
  return written(entered ?? valueOff);
};

/** What the client would send: what was typed over what the card offered. Empty boxes are left out. */
export const valuesOf = (
  inputs: readonly Json[],
  given: Json,
): Readonly<Record<string, string>> => {
  const named = inputs.map((input): [string, string] => {
    const id = textOf(input['id']) ?? '';
    return [id, typedValue(input, given[id])];
  });
  const typed = Object.entries(given).map(([id, value]): [string, string] => [id, written(value)]);
  const all = new Map([...typed, ...named]);
  return Object.fromEntries([...all].filter(([id, value]) => id !== '' && value !== ''));
};

/** Below or above what a number, date or time may be. */
const isOutside = ({ type, min, max }: Json, value: string): boolean => {
  if (type === 'Input.Number') return Number(value) < Number(min) || Number(value) > Number(max);
  if (type !== 'Input.Date' && type !== 'Input.Time') return false;
  return (typeof min === 'string' && value < min) || (typeof max === 'string' && value > max);
};

const isUnlike = (pattern: unknown, value: string): boolean => {
  if (typeof pattern !== 'string') return false;
  try {
    return !new RegExp(pattern).test(value);
  } catch {
    return false;
  }
};

const fits = (input: Json, value: string | undefined): boolean => {
  const { type, isRequired, regex, valueOn = 'true' } = input;
  if (type === 'Input.Toggle') return isRequired !== true || value === valueOn;
  if (value === undefined) return isRequired !== true;
  if (type === 'Input.Text') return !isUnlike(regex, value);
  return !isOutside(input, value);
};

/** What the client says beside an input instead of sending anything; undefined when all is well. */
export const complaintsAbout = (
  inputs: readonly Json[],
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> | undefined => {
  const wrong = inputs.flatMap((input): [string, string][] => {
    const { id, errorMessage } = input;
    const name = textOf(id) ?? '';
    return fits(input, values[name]) ? [] : [[name, textOf(errorMessage) ?? 'Not valid.']];
  });
  return wrong.length > 0 ? Object.fromEntries(wrong) : undefined;
};

/** The refresh that runs by itself when this person looks at the card. */
export const refreshFor = (card: Json, account: string): Json | undefined => {
  const { refresh } = card;
  const { action, userIds } = isJson(refresh) ? refresh : {};
  if (!isJson(action)) return undefined;
  const wanted = userIds === undefined || listOf(userIds).includes(account);
  return wanted ? action : undefined;
};
