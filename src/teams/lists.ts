import { may } from '../people/access.ts';
import { listCard, refusalCard, todayLine } from './cards/hello-card.ts';
import type { Card } from './cards/parts.ts';
import { plainOf, refusalFor, type Turn } from './turn.ts';

export const myVisitsCard = async (turn: Turn): Promise<Card> => {
  const { list } = turn.words.cards;
  const visits = await turn.house.visitsOf(turn.person.id);
  const first =
    visits.length === 0 ? list.noneMine : todayLine(visits, turn.house.now(), turn.words.cards);
  return listCard(visits, { title: list.mine, first, plain: plainOf(turn) });
};

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
