/** What somebody who calls for help is answered: the emergency number, and what the school says to do. */
import { helpLines } from '../visits/briefing.ts';
import { calledCard, helpCard } from './cards/hello-card.ts';
import type { Card } from './cards/parts.ts';
import { visitCard } from './cards/visit-card.ts';
import type { OutgoingActivity } from './connector.ts';
import type { PressAnswer } from './house.ts';
import { cardActivity } from './message.ts';
import { drawingOf, plainOf, type Turn } from './turn.ts';

/** The card of the visit they are on; where there is none to show, the school's lines by themselves. */
export const cryCard = async (
  turn: Turn,
  answer: Exclude<PressAnswer, { kind: 'refused' }>,
): Promise<Card> => {
  const { words, house } = turn;
  const note = answer.note || words.chat.helpCalled;
  return answer.kind === 'done' && answer.seen?.relations.includes('visitor')
    ? visitCard({ ...drawingOf(turn, answer.seen), note })
    : calledCard(note, helpLines(await house.policy()), words.cards);
};

/** The notification of it gives nothing away on a lock screen. */
export const answerToCry = async (
  turn: Turn,
  answer: Exclude<PressAnswer, { kind: 'refused' }>,
): Promise<OutgoingActivity> =>
  cardActivity(await cryCard(turn, answer), turn.words.chat.helloSummary);

/** How the app works, and how to get help. */
export const howToGetHelp = async (turn: Turn): Promise<Card> =>
  helpCard(plainOf(turn), helpLines(await turn.house.policy()));
