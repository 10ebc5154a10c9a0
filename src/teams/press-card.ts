/** Buttons of cards. Every press is answered with a card or a sentence: Teams takes nothing less. */
import { may, type VisitVerb, visitAccess } from '../people/access.ts';
import { type CommandId, commandId, type Refusal } from '../vocabulary.ts';
import { alarmCard } from './cards/alarm-card.ts';
import { concernAlert } from './cards/concern-card.ts';
import type { Drawing } from './cards/drawing.ts';
import { helpCard, noteCard, refusalCard } from './cards/hello-card.ts';
import type { Card } from './cards/parts.ts';
import type { Refused } from './cards/refusal.ts';
import { visitCard } from './cards/visit-card.ts';
import {
  askForVisit,
  drawConcern,
  drawForm,
  newForm,
  withLeadAndCompanion,
  withVisitors,
} from './forms.ts';
import { cries } from './hear.ts';
import { type ConcernVerb, concernVerbs } from './house.ts';
import { myVisitsCard, todayCard } from './lists.ts';
import { cardActivity } from './message.ts';
import type { Pressed } from './pressed.ts';
import { raiseConcern } from './raise-concern.ts';
import { drawingOf, plainOf, refusalFor, say, type Turn } from './turn.ts';

/** What the presser sees: a card in place of the one pressed, or a sentence. */
export type Shown = { readonly card: Card } | { readonly message: string };

const isVisitVerb = (verb: string): verb is VisitVerb => Object.hasOwn(visitAccess, verb);
const isConcernVerb = (verb: string): verb is ConcernVerb =>
  concernVerbs.some((one) => one === verb);

/** The card for a visit: the alarm's where an alarm's button was pressed. */
const draw = (drawing: Drawing, { inputs: { alarm = '' } }: Pressed): Card =>
  alarm === '' ? visitCard(drawing) : alarmCard(drawing, alarm);

const refuse = async (
  turn: Turn,
  pressed: Pressed,
  refusals: readonly Refusal[],
): Promise<Shown> => {
  const refused: Refused = { verb: pressed.verb, refusals, inputs: pressed.inputs };
  const seen =
    pressed.visit === undefined ? undefined : await turn.house.see(pressed.visit, turn.person.id);
  if (seen === undefined) return { card: refusalCard(refused, turn.words.cards) };
  return { card: draw({ ...drawingOf(turn, seen), refused }, pressed) };
};

/** What was refused goes by its own name, so that the report says what happened. */
const inputsFor = ({ verb, inputs }: Pressed) => {
  if (verb !== 'already-happened') return inputs;
  const { verb: named = '', what = named, ...rest } = inputs;
  return { ...rest, what };
};

/** Pressed twice in a hurry it is one cry; pressed on the same old card another day it is a new one. */
const commandFor = ({ house }: Turn, { verb, command }: Pressed): CommandId =>
  cries.includes(verb) ? commandId(`${command}:${house.now().slice(0, 16)}`) : command;

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
  if (answer.kind === 'held') return { message: answer.note };
  if (answer.seen === undefined) {
    return { message: answer.note === '' ? words.chat.noted : answer.note };
  }
  const drawing = { ...drawingOf(turn, answer.seen), note: answer.note };
  return { card: draw({ ...drawing, details: verb === 'open-details' }, pressed) };
};

/** A form that was accepted turns into the visit's own card, unless one was posted meanwhile. */
const becomeCard = async (turn: Turn, drawing: Drawing): Promise<Shown> => {
  const { memory, person, activity, place, words } = turn;
  const { seen } = drawing;
  const holder = { visit: seen.id, person: person.id };
  const { card } = await memory.read(seen.id, person.id);
  const { replyToId } = activity;
  if (card !== undefined && card.activity !== replyToId) {
    return { card: noteCard(words.chat.done(seen.reference, seen.status, drawing.note ?? '')) };
  }
  if (replyToId !== undefined) {
    await memory.change(holder, (record) => ({
      ...record,
      card: record.card ?? { ...place, activity: replyToId },
    }));
  }
  return { card: visitCard(drawing) };
};

const sendForm = async (turn: Turn, pressed: Pressed, verb: 'submit' | 'edit'): Promise<Shown> => {
  const { house, person } = turn;
  const { visit, command, inputs } = pressed;
  const answer = await house.press({
    verb,
    ...(visit !== undefined && { visit }),
    inputs: withVisitors(inputs),
    command,
    by: person.id,
    via: 'chat',
  });
  if (answer.kind === 'held') return { message: answer.note };
  if (answer.kind === 'done') {
    return answer.seen === undefined
      ? { message: answer.note }
      : becomeCard(turn, { ...drawingOf(turn, answer.seen), note: answer.note });
  }
  if (!may(verb, person, ['requester'])) return refuse(turn, pressed, answer.refusals);
  const { content, visitors } = inputs;
  const seen = visit === undefined ? undefined : await house.see(visit, person.id);
  const card = await drawForm(turn, {
    verb,
    data: {
      command: house.newId(),
      ...(visit !== undefined && { visit }),
      ...(content !== undefined && { content }),
    },
    values: visitors === undefined ? inputs : withLeadAndCompanion(inputs),
    refusals: answer.refusals,
    ...(seen && { reference: seen.reference }),
  });
  return { card };
};

/** `edit` with nothing filled in opens the form; with something, it is the change. */
const edit = async (turn: Turn, pressed: Pressed): Promise<Shown> => {
  const { house, person } = turn;
  const { content: _content, ...filled } = pressed.inputs;
  const seen = pressed.visit === undefined ? undefined : await house.see(pressed.visit, person.id);
  if (Object.keys(filled).length > 0) return sendForm(turn, pressed, 'edit');
  if (seen?.form === undefined) return refuse(turn, pressed, await refusalFor(turn));
  const card = await drawForm(turn, {
    verb: seen.status === 'changes asked' ? 'submit' : 'edit',
    data: { visit: seen.id, command: house.newId(), content: seen.content },
    values: withLeadAndCompanion(seen.form),
    refusals: [],
    reference: seen.reference,
  });
  await say(turn, cardActivity(card, turn.words.chat.formSummary));
  return { message: turn.words.chat.formBelow };
};

const concern = async (turn: Turn, pressed: Pressed): Promise<Shown> => {
  const { about = '', person = '', what = '' } = pressed.inputs;
  const { visit } = pressed;
  if (`${about}${person}${what}` === '') {
    const card = drawConcern(turn, { values: {}, refusals: [], inDialog: false, visit });
    await say(turn, cardActivity(card, turn.words.chat.concernTitle));
    return { message: turn.words.chat.formBelow };
  }
  const raised = await raiseConcern(turn, pressed);
  if (raised.kind === 'done') return { card: noteCard(raised.note) };
  const values = { about, person, what };
  return {
    card: drawConcern(turn, { values, refusals: raised.refusals, inDialog: false, visit }),
  };
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

const show = async (turn: Turn, pressed: Pressed): Promise<Shown> => {
  const seen =
    pressed.visit === undefined ? undefined : await turn.house.see(pressed.visit, turn.person.id);
  if (seen === undefined) return refuse(turn, pressed, await refusalFor(turn));
  return { card: draw(drawingOf(turn, seen), pressed) };
};

type Handler = (turn: Turn, pressed: Pressed) => Promise<Shown>;

/** Buttons that ask nothing of a visit, or ask it in a way of their own. */
const handlers: Readonly<Record<string, Handler>> = {
  'new-visit': async (turn) => {
    await say(turn, cardActivity(await askForVisit(turn), turn.words.chat.formSummary));
    return { message: turn.words.chat.formBelow };
  },
  'open-form': async (turn, pressed) => {
    const { family = '' } = pressed.inputs;
    return may('submit', turn.person)
      ? { card: await newForm(turn, family) }
      : refuse(turn, pressed, await refusalFor(turn));
  },
  'my-visits': async (turn) => ({ card: await myVisitsCard(turn) }),
  today: async (turn) => ({ card: await todayCard(turn) }),
  hello: async (turn) => ({ card: helpCard(plainOf(turn)) }),
  'open-visit': show,
  submit: (turn, pressed) => sendForm(turn, pressed, 'submit'),
  edit,
  'raise-concern': concern,
};

export const pressCard = async (turn: Turn, pressed: Pressed): Promise<Shown> => {
  const { verb } = pressed;
  // Whoever may not even say hello learns nothing of what is here.
  if (!may('chat-hello', turn.person)) {
    const refused = { verb: '', refusals: await refusalFor(turn), inputs: {} };
    return { card: refusalCard(refused, turn.words.cards) };
  }
  const handler = Object.hasOwn(handlers, verb) ? handlers[verb] : undefined;
  if (handler !== undefined) return handler(turn, pressed);
  if (isConcernVerb(verb)) return actOnConcern(turn, pressed, verb);
  if (isVisitVerb(verb)) return pressVisit(turn, pressed, verb);
  return { message: turn.words.chat.oldButton };
};
