import type { SeenVisit } from '../journeys/seen.ts';
import { may } from '../people/access.ts';
import { listCard, noteCard, refusalCard, todayLine } from './cards/hello-card.ts';
import type { Card } from './cards/parts.ts';
import { roundCard } from './cards/round-card.ts';
import { drawingOf, plainOf, refusalFor, type Turn } from './turn.ts';

export const myVisitsCard = async (turn: Turn): Promise<Card> => {
  const { list } = turn.words.cards;
  const visits = await turn.house.visitsOf(turn.person.id);
  const first =
    visits.length === 0 ? list.noneMine : todayLine(visits, turn.house.now(), turn.words.cards);
  return listCard(visits, { title: list.mine, first, plain: plainOf(turn) });
};

/** The round they are on or go on next, as the card of the visit where they are; else one that could begin a round. */
export const myRoundCard = async (turn: Turn): Promise<Card> => {
  const visits = await turn.house.visitsOf(turn.person.id);
  const mine = visits.filter(({ relations }) => relations.includes('visitor'));
  const onRound = mine.filter(({ round, status }) => round !== undefined && !isOver(status));
  const here = onRound.find(({ id, round }) =>
    round?.stops.some((stop) => stop.id === id && stop.here),
  );
  const seen = here ?? onRound[0] ?? mine.find(({ verbs }) => verbs.includes('plan-round'));
  return seen === undefined ? noteCard(turn.words.rounds.none) : roundCard(drawingOf(turn, seen));
};

const isOver = (status: SeenVisit['status']): boolean =>
  status === 'returned' || status === 'cancelled';

export const todayCard = async (turn: Turn): Promise<Card> => {
  const { words, house, person } = turn;
  if (!may('chat-today', person)) {
    const refusals = await refusalFor(turn, 'chat-today');
    return refusalCard({ verb: 'today', refusals, inputs: {} }, words.cards);
  }
  const visits = await house.today(person.id);
  const first = todayLine(visits, house.now(), words.cards);
  return listCard(visits, { title: words.cards.list.today, first, plain: plainOf(turn) });
};
