/** The week's list in chat: shown, and signed where it fits. */
import { may } from '../people/access.ts';
import { commandId } from '../vocabulary.ts';
import { refusalCard } from './cards/hello-card.ts';
import type { Card } from './cards/parts.ts';
import { type ListDrawing, weeklyListCard } from './cards/weekly-list-card.ts';
import type { Pressed } from './pressed.ts';
import type { Shown } from './shown.ts';
import { refusalFor, type Turn } from './turn.ts';

const drawingFor = ({ words, house, settings }: Turn, list: ListDrawing['list']): ListDrawing => ({
  list,
  words,
  newId: house.newId,
  link: settings.tabLink,
});

const nothing = async (turn: Turn): Promise<Card> => {
  const refusals = await refusalFor(turn, 'page-weekly-list');
  return refusalCard({ verb: 'open-list', refusals, inputs: {} }, turn.words.cards);
};

/** This week's, until it is signed and over: then the next is what anybody wants to see. */
export const thisListCard = async (turn: Turn, week?: string): Promise<Card> => {
  const { house, person } = turn;
  const list = may('page-weekly-list', person)
    ? await house.weeklyList.see(week === '' ? undefined : week, person.id)
    : undefined;
  return list === undefined ? nothing(turn) : weeklyListCard(drawingFor(turn, list));
};

/** Whatever comes of it, the list is shown as it is now. */
export const pressListCard = async (
  turn: Turn,
  { verb, inputs, command }: Pressed,
): Promise<Shown> => {
  if (verb !== 'sign-list' && verb !== 'add-to-list')
    return { card: await thisListCard(turn, inputs['list']) };
  const { house, person } = turn;
  const { list: week = '', ...rest } = inputs;
  const answer = await house.weeklyList.press({
    verb,
    week,
    inputs: rest,
    command: commandId(command),
    by: person.id,
  });
  if (answer.kind === 'done') {
    const drawing = drawingFor(turn, answer.list);
    return { card: weeklyListCard({ ...drawing, note: answer.note }) };
  }
  const refused = { verb, refusals: answer.refusals, inputs: {} };
  const seen = await house.weeklyList.see(week, person.id);
  return {
    card:
      seen === undefined
        ? refusalCard(refused, turn.words.cards)
        : weeklyListCard({ ...drawingFor(turn, seen), refused }),
  };
};
