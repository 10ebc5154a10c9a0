/** Buttons of cards. Every press is answered with a card or a sentence: Teams takes nothing less. */
import { type Act, accessTable, may, type VisitVerb, visitAccess } from '../people/access.ts';
import { type CommandId, commandId, personId } from '../vocabulary.ts';
import { concernAlert } from './cards/concern-card.ts';
import { noteCard, refusalCard } from './cards/hello-card.ts';
import { roundCard } from './cards/round-card.ts';
import { cryCard, howToGetHelp } from './cry.ts';
import { askForVisit, newForm } from './forms.ts';
import { cries } from './hear.ts';
import { type ConcernVerb, concernVerbs } from './house.ts';
import { myVisitsCard, todayCard } from './lists.ts';
import { cardActivity } from './message.ts';
import { concern, edit, lookOver, sendForm } from './press-form.ts';
import { confirmPolicy } from './press-policy.ts';
import type { Pressed } from './pressed.ts';
import { draw, refuse, type Shown } from './shown.ts';
import { drawingOf, refusalFor, sayToThem, type Turn } from './turn.ts';
import { pressListCard } from './weekly-list.ts';

const isVisitVerb = (verb: string): verb is VisitVerb => Object.hasOwn(visitAccess, verb);
const isConcernVerb = (verb: string): verb is ConcernVerb =>
  concernVerbs.some((one) => one === verb);

/** What was refused goes by its own name, so that the report says what happened. */
const inputsFor = ({ verb, inputs }: Pressed) => {
  if (verb !== 'already-happened') return inputs;
  const { verb: named = '', what = named, ...rest } = inputs;
  return { ...rest, what };
};

/** Pressed twice in a hurry it is one cry, and delivered twice, however late; pressed on the same old card another day it is a new one. */
const commandFor = ({ house, activity }: Turn, { verb, command }: Pressed): CommandId =>
  cries.includes(verb)
    ? commandId(`${command}:${(activity.timestamp ?? house.now()).slice(0, 16)}`)
    : command;

const pressVisit = async (turn: Turn, pressed: Pressed, verb: VisitVerb): Promise<Shown> => {
  const { house, person, words } = turn;
  const { visit } = pressed;
  const command = commandFor(turn, pressed);
  const answer = await house.press({
    verb,
    ...(visit !== undefined && { visit }),
    inputs: inputsFor(pressed),
    command,
    by: person.id,
    via: 'chat',
  });
  if (answer.kind === 'refused') return refuse(turn, pressed, answer.refusals);
  if (cries.includes(verb) && (answer.kind === 'held' || visit === undefined))
    return { card: await cryCard(turn, answer) };
  if (answer.kind === 'held') return { message: answer.note };
  if (answer.seen === undefined) {
    return { message: answer.note === '' ? words.chat.noted : answer.note };
  }
  const drawing = { ...drawingOf(turn, answer.seen), note: answer.note };
  return { card: draw({ ...drawing, details: verb === 'open-details' }, pressed) };
};

/** Everybody who has the alert before them sees who has it. */
const actOnConcern = async (turn: Turn, pressed: Pressed, verb: ConcernVerb): Promise<Shown> => {
  const { house, person, words, settings, connector, place, activity } = turn;
  const { command, inputs } = pressed;
  const { concern: reference = '' } = inputs;
  const answer = await house.pressConcern({ verb, concern: reference, command, by: person.id });
  if (answer.kind === 'refused') return refuse(turn, pressed, answer.refusals);
  const card = concernAlert({
    reference,
    note: answer.note,
    newId: house.newId,
    link: settings.tabLink,
    words: words.cards,
  });
  if (activity.replyToId !== undefined) {
    const content = cardActivity(card, words.chat.concernSummary(reference));
    const sent = await connector.update(place, activity.replyToId, content);
    if (sent.kind !== 'sent')
      house.report(new Error(`A concern's card was not updated: ${sent.kind}.`));
  }
  return { card };
};

/** Everybody who answers alarms gets the card afresh with the next telling; the presser is answered in words. */
const actOnDuress = async (
  turn: Turn,
  pressed: Pressed,
  verb: 'acknowledge-duress' | 'stand-down-duress',
): Promise<Shown> => {
  const { duress: reference = '', spokeTo = '' } = pressed.inputs;
  const refusals = await turn.house.duress.press({
    verb,
    reference,
    spokeTo: spokeTo
      .split(',')
      .filter((id) => id !== '')
      .map(personId),
    command: pressed.command,
    by: turn.person.id,
  });
  return refusals.length > 0 ? refuse(turn, pressed, refusals) : { message: turn.words.chat.noted };
};

/** It has done its work: the card becomes one line. */
const tapTest: Handler = async ({ house, person, words }, pressed) => {
  await house.reach.tapped(pressed.inputs['week'] ?? '', person.id);
  return { card: noteCard(words.watch.cards.tested) };
};

const show = async (turn: Turn, pressed: Pressed): Promise<Shown> => {
  const seen =
    pressed.visit === undefined ? undefined : await turn.house.see(pressed.visit, turn.person.id);
  if (seen === undefined) return refuse(turn, pressed, await refusalFor(turn, triedBy(pressed)));
  return { card: draw(drawingOf(turn, seen), pressed) };
};

const openRound = async (turn: Turn, pressed: Pressed): Promise<Shown> => {
  const seen =
    pressed.visit === undefined ? undefined : await turn.house.see(pressed.visit, turn.person.id);
  if (seen === undefined) return refuse(turn, pressed, await refusalFor(turn, triedBy(pressed)));
  return { card: roundCard(drawingOf(turn, seen)) };
};

type Handler = (turn: Turn, pressed: Pressed) => Promise<Shown>;

/** The act behind each button that is handled here: a button without one does not compile. */
export const actsOfButtons = {
  'new-visit': 'new-visit',
  'open-form': 'submit',
  'confirm-policy-read': 'confirm-policy-read',
  'tap-weekly-test': 'tap-weekly-test',
  'check-form': 'submit',
  'my-visits': 'chat-my-visits',
  today: 'chat-today',
  'open-round': 'see-visit',
  'open-list': 'page-weekly-list',
  'sign-list': 'sign-list',
  'add-to-list': 'add-to-list',
  hello: 'chat-hello',
  'open-visit': 'see-visit',
  submit: 'submit',
  edit: 'edit',
  'raise-concern': 'raise-concern',
} as const satisfies Readonly<Record<string, Act>>;

type HandledVerb = keyof typeof actsOfButtons;

const isHandled = (verb: string): verb is HandledVerb => Object.hasOwn(actsOfButtons, verb);

/** Buttons that ask nothing of a visit, or ask it in a way of their own. */
const handlers: Readonly<Record<HandledVerb, Handler>> = {
  'new-visit': async (turn) => {
    await sayToThem(turn, cardActivity(await askForVisit(turn), turn.words.chat.formSummary));
    return { message: turn.words.chat.formBelow };
  },
  'open-form': async (turn, pressed) => {
    const { family = '' } = pressed.inputs;
    return may('submit', turn.person)
      ? { card: await newForm(turn, family) }
      : refuse(turn, pressed, await refusalFor(turn, triedBy(pressed)));
  },
  'my-visits': async (turn) => ({ card: await myVisitsCard(turn) }),
  today: async (turn) => ({ card: await todayCard(turn) }),
  'open-round': openRound,
  'open-list': pressListCard,
  'sign-list': pressListCard,
  'add-to-list': pressListCard,
  hello: async (turn) => ({ card: await howToGetHelp(turn) }),
  'open-visit': show,
  'confirm-policy-read': confirmPolicy,
  'tap-weekly-test': tapTest,
  'check-form': lookOver,
  submit: (turn, pressed) => sendForm(turn, pressed, 'submit'),
  edit,
  'raise-concern': concern,
};

/** The act, where it is one of ours: what anybody may send goes into no list. */
const triedBy = ({ verb }: Pressed): string => {
  if (isHandled(verb)) return actsOfButtons[verb];
  return Object.hasOwn(accessTable, verb) ? verb : 'chat-hello';
};

export const pressCard = async (turn: Turn, pressed: Pressed): Promise<Shown> => {
  const { verb } = pressed;
  // Whoever may not even say hello learns nothing of what is here.
  if (!may('chat-hello', turn.person)) {
    const refusals = await refusalFor(turn, triedBy(pressed));
    const refused = { verb: '', refusals, inputs: {} };
    return { card: refusalCard(refused, turn.words.cards) };
  }
  if (isHandled(verb)) return handlers[verb](turn, pressed);
  if (isConcernVerb(verb)) return actOnConcern(turn, pressed, verb);
  if (verb === 'acknowledge-duress' || verb === 'stand-down-duress')
    return actOnDuress(turn, pressed, verb);
  if (isVisitVerb(verb)) return pressVisit(turn, pressed, verb);
  return { message: turn.words.chat.oldButton };
};
