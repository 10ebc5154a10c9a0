import {
  type Action,
  AdaptiveCard,
  ChoiceSetInput,
  ExecuteAction,
  GlobalRegistry,
  type Input,
  OpenUrlAction,
  SubmitAction,
  Table,
  Versions,
} from 'adaptivecards';
import { longDateOf } from '../school-time.ts';
import type { Card } from '../shapes.ts';
import { hostConfig } from './host-config.ts';
import { toHtml } from './markdown.ts';
import { NamedChoiceSet } from './named-choice-set.ts';

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = toHtml(text);
  result.didProcess = true;
};
GlobalRegistry.elements.register('Input.ChoiceSet', NamedChoiceSet, Versions.v1_0);
// The package calls itself free of side effects, so a build drops Table unless it is named.
GlobalRegistry.elements.register('Table', Table, Versions.v1_5);

export type Inputs = Readonly<Record<string, string>>;
export type Choice = { readonly title: string; readonly value: string };
export type CardEvents = {
  readonly onPress: (action: string, inputs: Inputs) => void;
  readonly onOpen: (link: string) => void;
  readonly onSearch: (dataset: string, text: string) => Promise<readonly Choice[] | undefined>;
};
export type Drawn = {
  readonly element: HTMLElement;
  /** What has been filled in and differs from what the card came with. */
  readonly typed: () => Inputs;
};

const entered = (input: Input): string => (input.isSet() ? String(input.value) : '');

/** What was emptied is sent as empty, or it would count as left as it was. */
const inputsOf = (action: Action): Inputs =>
  Object.fromEntries(
    Object.entries(action.getReferencedInputs() ?? {}).map(([id, input]) => [id, entered(input)]),
  );

/** What names this button and no other of its card: its title, its id or its verb. */
const nameOf = (action: Action, card: AdaptiveCard): string => {
  const others = card.getAllActions().filter((one) => one !== action);
  const names = (one: Action) => [one.title, one.id, one instanceof ExecuteAction ? one.verb : ''];
  const taken = new Set(others.flatMap(names));
  return names(action).find((name) => name && !taken.has(name)) ?? action.title ?? '';
};

const execute = (action: Action, card: AdaptiveCard, events: CardEvents) => {
  if (action instanceof OpenUrlAction) events.onOpen(action.url ?? '');
  else if (action instanceof ExecuteAction || action instanceof SubmitAction) {
    events.onPress(nameOf(action, card), inputsOf(action));
  }
};

const search = async (input: ChoiceSetInput, events: CardEvents, failure: string) => {
  const text = input.getFilterForDynamicSearch();
  if (!text || !input.isDynamicTypeahead()) return;
  input.showLoadingIndicator();
  const found = await events.onSearch(input.choicesData?.dataset ?? '', text);
  input.removeLoadingIndicator();
  if (found) input.renderChoices(text, [...found]);
  else input.showErrorIndicator(text, failure);
};

/** Puts back what was typed, into inputs of the same name, as if it had just been typed. */
const retype = (card: AdaptiveCard, typed: Inputs) => {
  for (const input of card.getAllInputs()) {
    const value = input.id === undefined ? undefined : typed[input.id];
    const control = input.renderedElement?.querySelector<HTMLInputElement>('input,select,textarea');
    if (value === undefined || !control || entered(input) === value) continue;
    if (control.type === 'radio' || control.type === 'checkbox') retick(input, value);
    else control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }
};

const retick = (input: Input, value: string) => {
  const boxes = input.renderedElement?.querySelectorAll<HTMLInputElement>('input') ?? [];
  for (const box of boxes) {
    box.checked = boxes.length === 1 ? value === 'true' : value.split(',').includes(box.value);
  }
};

const sayMoment = (input: HTMLInputElement) => {
  if (input.value === '') delete input.dataset['said'];
  else input.dataset['said'] = input.type === 'date' ? longDateOf(input.value) : input.value;
};

/** Dates and times are said the school's way; the browser may think it is somewhere else. */
const sayMoments = (element: HTMLElement) => {
  const inputs = element.querySelectorAll<HTMLInputElement>('input[type=date], input[type=time]');
  for (const input of inputs) {
    sayMoment(input);
    input.addEventListener('input', () => sayMoment(input));
    input.addEventListener('change', () => sayMoment(input));
  }
};

export const drawCard = (
  payload: Card,
  events: CardEvents,
  given: { readonly typed: Inputs; readonly searchFailed: string },
): Drawn => {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  card.parse(payload);
  card.onExecuteAction = (action) => execute(action, card, events);
  card.onInputValueChanged = (input) => {
    if (input instanceof ChoiceSetInput) void search(input, events, given.searchFailed);
  };
  card.onAnchorClicked = (_, anchor) => {
    events.onOpen(anchor.href);
    return true;
  };
  const element = card.render() ?? document.createElement('div');
  const first = Object.fromEntries(card.getAllInputs().map((one) => [one.id ?? '', entered(one)]));
  retype(card, given.typed);
  sayMoments(element);
  const typed = () =>
    Object.fromEntries(
      card
        .getAllInputs()
        .map((one): [string, string] => [one.id ?? '', entered(one)])
        .filter(([id, value]) => first[id] !== value),
    );
  return { element, typed };
};
