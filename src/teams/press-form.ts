/** Buttons that open forms, and those that send them. */
import type { SeenVisit } from '../journeys/seen.ts';
import { may } from '../people/access.ts';
import { noteCard } from './cards/hello-card.ts';
import { drawConcern, drawForm, withLeadAndCompanion, withVisitors } from './forms.ts';
import { cardActivity } from './message.ts';
import type { Pressed } from './pressed.ts';
import { raiseConcern } from './raise-concern.ts';
import { refuse, type Shown } from './shown.ts';
import { refusalFor, sayToThem, type Turn } from './turn.ts';

/** The form becomes one line; the visit's card comes to everybody concerned, the sender too. */
const sentCard = ({ words }: Turn, { reference, status }: SeenVisit, note: string) =>
  noteCard(words.chat.done(reference, status, note));

export const sendForm = async (
  turn: Turn,
  pressed: Pressed,
  verb: 'submit' | 'edit',
): Promise<Shown> => {
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
      : { card: sentCard(turn, answer.seen, answer.note) };
  }
  // Whoever it is not for gets no form to send again.
  if (answer.refusals.some(({ rule }) => rule.startsWith('access/')))
    return refuse(turn, pressed, answer.refusals);
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

/** Draws the form afresh with what its choices need and what the rules say of it. Nothing is sent. */
export const lookOver = async (turn: Turn, pressed: Pressed): Promise<Shown> => {
  const { house, person } = turn;
  const { visit, inputs } = pressed;
  const { sends, content, ...values } = inputs;
  if (!may('submit', person)) return refuse(turn, pressed, await refusalFor(turn, 'submit'));
  const checked = await house.check({ visit, inputs: withVisitors(values), by: person.id });
  if (checked.refusals.some(({ rule }) => rule.startsWith('access/')))
    return refuse(turn, pressed, checked.refusals);
  const seen = visit === undefined ? undefined : await house.see(visit, person.id);
  const card = await drawForm(turn, {
    verb: sends === 'edit' ? 'edit' : 'submit',
    data: {
      command: house.newId(),
      ...(visit !== undefined && { visit }),
      ...(content !== undefined && { content }),
    },
    values,
    ...checked,
    ...(seen && { reference: seen.reference }),
  });
  return { card };
};

/** `edit` with nothing filled in opens the form; with something, it is the change. */
export const edit = async (turn: Turn, pressed: Pressed): Promise<Shown> => {
  const { house, person } = turn;
  const { content: _content, ...filled } = pressed.inputs;
  const seen = pressed.visit === undefined ? undefined : await house.see(pressed.visit, person.id);
  if (Object.keys(filled).length > 0) return sendForm(turn, pressed, 'edit');
  if (seen?.form === undefined) return refuse(turn, pressed, await refusalFor(turn, pressed.verb));
  const card = await drawForm(turn, {
    verb: seen.status === 'changes asked' ? 'submit' : 'edit',
    data: { visit: seen.id, command: house.newId(), content: seen.content },
    values: withLeadAndCompanion(seen.form),
    refusals: [],
    reference: seen.reference,
  });
  await sayToThem(turn, cardActivity(card, turn.words.chat.formSummary));
  return { message: turn.words.chat.formBelow };
};

export const concern = async (turn: Turn, pressed: Pressed): Promise<Shown> => {
  const { about = '', person = '', what = '' } = pressed.inputs;
  const { visit } = pressed;
  if (`${about}${person}${what}` === '') {
    const card = drawConcern(turn, { values: {}, refusals: [], inDialog: false, visit });
    await sayToThem(turn, cardActivity(card, turn.words.chat.concernTitle));
    return { message: turn.words.chat.formBelow };
  }
  const raised = await raiseConcern(turn, pressed);
  if (raised.kind === 'done') return { card: noteCard(raised.note) };
  const values = { about, person, what };
  return {
    card: drawConcern(turn, { values, refusals: raised.refusals, inDialog: false, visit }),
  };
};
