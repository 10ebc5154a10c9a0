/** The pieces cards are made of. Whatever is shown is escaped here, once: nothing else writes Markdown. */
import { escapeMarkdown } from './escape.ts';

export type Element = Readonly<Record<string, unknown>>;
export type Action = Readonly<Record<string, unknown>>;
export type Card = {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
  readonly [more: string]: unknown;
};
export type Choice = { readonly title: string; readonly value: string };
type Values = Readonly<Record<string, string>>;

const schema = 'http://adaptivecards.io/schemas/adaptive-card.json';
/** Teams takes 28 kB; what people wrote at length is cut long before. */
const longest = 1_500;

const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);

export const card = (
  body: readonly Element[],
  actions: readonly Action[] = [],
  more: Element = {},
): Card => ({
  $schema: schema,
  type: 'AdaptiveCard',
  version: '1.5',
  msteams: { width: 'Full' },
  ...more,
  body,
  ...(actions.length > 0 && { actions }),
});

export const text = (words: string, more: Element = {}): Element => ({
  type: 'TextBlock',
  text: escapeMarkdown(cut(words)),
  wrap: true,
  ...more,
});

export const title = (words: string, more: Element = {}): Element =>
  text(words, { size: 'Medium', weight: 'Bolder', style: 'heading', ...more });

export const heading = (words: string): Element =>
  text(words, { weight: 'Bolder', spacing: 'Large', separator: true });

export const subtle = (words: string): Element => text(words, { isSubtle: true, spacing: 'Small' });

/** A "no", as an attention TextBlock right under what it is about. */
export const complaint = (words: string): Element =>
  text(words, { color: 'Attention', spacing: 'Small' });

export const facts = (pairs: readonly (readonly [string, string])[]): Element => ({
  type: 'FactSet',
  facts: pairs
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ title: name, value: escapeMarkdown(cut(value)) })),
});

export const box = (style: string, items: readonly Element[]): Element => ({
  type: 'Container',
  style,
  bleed: false,
  spacing: 'Medium',
  items,
});

/** What already stands in an input. */
const presetOf = (values: Values, id: string): Element => {
  const value = values[id];
  return value === undefined || value === '' ? {} : { value };
};

export const textInput = (
  id: string,
  label: string,
  values: Values,
  more: Element = {},
): Element => ({
  type: 'Input.Text',
  id,
  label,
  maxLength: 500,
  ...presetOf(values, id),
  ...more,
});

export const longInput = (id: string, label: string, values: Values): Element =>
  textInput(id, label, values, { isMultiline: true, maxLength: 2_000 });

export const dateInput = (id: string, label: string, values: Values): Element => ({
  type: 'Input.Date',
  id,
  label,
  ...presetOf(values, id),
});

export const timeInput = (id: string, label: string, values: Values): Element => ({
  type: 'Input.Time',
  id,
  label,
  ...presetOf(values, id),
});

/** A tick; not ticked unless it says so. */
export const toggleInput = (
  id: string,
  label: string,
  values: Values,
  valueOn = 'yes',
): Element => ({
  type: 'Input.Toggle',
  id,
  title: label,
  wrap: true,
  valueOn,
  valueOff: 'no',
  ...presetOf({ [id]: 'no', ...values }, id),
});

/** Laid open, so that choosing is one tap. */
export const openChoice = (
  id: string,
  label: string,
  choices: readonly Choice[],
  values: Values,
): Element => ({
  type: 'Input.ChoiceSet',
  id,
  label,
  style: 'expanded',
  wrap: true,
  choices,
  ...presetOf(values, id),
});

export const pickOne = (
  id: string,
  label: string,
  choices: readonly Choice[],
  values: Values,
): Element => ({
  type: 'Input.ChoiceSet',
  id,
  label,
  style: 'compact',
  wrap: true,
  choices,
  ...presetOf(values, id),
});

/** Looked up as people type; `known` gives the present value its name. */
export const lookUp = (
  input: { readonly id: string; readonly label: string; readonly dataset: string },
  known: readonly Choice[],
  values: Values,
): Element => ({
  type: 'Input.ChoiceSet',
  id: input.id,
  label: input.label,
  style: 'filtered',
  choices: known,
  'choices.data': { type: 'Data.Query', dataset: input.dataset },
  ...presetOf(values, input.id),
});

type Execute = {
  readonly verb: string;
  readonly title: string;
  readonly data: Element;
  readonly style?: 'positive' | 'destructive';
  /** Takes nothing of what was filled in on the card with it. */
  readonly alone?: boolean;
  readonly tooltip?: string;
};

/** A verb is a must: without it Teams sends nothing. */
export const execute = (action: Execute): Action => ({
  type: 'Action.Execute',
  verb: action.verb,
  title: action.title,
  data: action.data,
  ...(action.style && { style: action.style }),
  ...(action.tooltip && { tooltip: action.tooltip }),
  ...(action.alone && { associatedInputs: 'none' }),
});

export const showCard = (
  label: string,
  body: readonly Element[],
  actions: readonly Action[],
  more: Element = {},
): Action => ({
  type: 'Action.ShowCard',
  title: label,
  ...more,
  card: { type: 'AdaptiveCard', version: '1.5', body, actions },
});

export const openUrl = (label: string, url: string): Action => ({
  type: 'Action.OpenUrl',
  title: label,
  url,
});

/** A dialog over the chat: what lies beneath may change meanwhile and nothing typed is lost. */
export const openDialog = (label: string, data: Element): Action => ({
  type: 'Action.Submit',
  title: label,
  data: { ...data, msteams: { type: 'task/fetch' } },
  associatedInputs: 'none',
});

/** Shows what lies folded under this name, or folds it again. */
export const unfold = (label: string, id: string): Action => ({
  type: 'Action.ToggleVisibility',
  title: label,
  targetElements: [id],
});

export const submit = (label: string, data: Element): Action => ({
  type: 'Action.Submit',
  title: label,
  style: 'positive',
  data,
});

export const actionSet = (actions: readonly Action[]): Element => ({ type: 'ActionSet', actions });
