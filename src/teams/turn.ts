/** One thing somebody did in chat, and what every handler needs to answer it. */
import { may, notForYou } from '../people/access.ts';
import type { StaffMember } from '../people/staff.ts';
import type { Words } from '../words/words.ts';
import type { IncomingActivity } from './activity.ts';
import type { CardMemory } from './card-memory.ts';
import type { Drawing } from './cards/drawing.ts';
import type { Plain } from './cards/hello-card.ts';
import type { Connector, OutgoingActivity, Place } from './connector.ts';
import type { Conversations } from './conversations.ts';
import type { House } from './house.ts';
import { textActivity } from './message.ts';
import type { TeamsSettings } from './settings.ts';

export type BotParts = {
  readonly settings: TeamsSettings;
  readonly house: House;
  readonly words: Words;
  readonly connector: Connector;
  readonly conversations: Conversations;
  readonly memory: CardMemory;
};

export type Turn = BotParts & {
  readonly activity: IncomingActivity;
  readonly person: StaffMember;
  readonly place: Place;
};

/** Drawing without a visit: what a card needs anyway. */
export const drawingOf = (
  { house, words, settings, person }: Turn,
  seen: Drawing['seen'],
): Drawing => ({
  seen,
  viewer: person.id,
  now: house.now(),
  words: words.cards,
  newId: house.newId,
  link: settings.tabLink,
});

export const plainOf = ({ house, words, person }: Turn): Plain => ({
  words: words.cards,
  newId: house.newId,
  asks: may('new-visit', person),
  watches: may('chat-today', person),
});

/** What somebody is told who tried what is not theirs; it goes on record. */
export const refusalFor = async ({ house, person }: Turn, tried: string) => {
  await house.refused(tried, person.id);
  return [notForYou(await house.policy())];
};

/** Said into the conversation it came from. What cannot be said is reported, not retried: the asker is still there. */
export const say = (turn: Turn, activity: OutgoingActivity): Promise<void> =>
  sayAt(turn, turn.place, activity);

/** What is for one person's eyes goes into their own chat, wherever they asked. */
export const sayToThem = async (turn: Turn, activity: OutgoingActivity): Promise<void> => {
  if (isPersonal(turn)) return say(turn, activity);
  const { conversations, person, words } = turn;
  const own = await conversations.find(person.id);
  if (own === undefined) return say(turn, textActivity(words.chat.onlyInPrivate));
  return sayAt(turn, own, activity);
};

const sayAt = async (turn: Turn, place: Place, activity: OutgoingActivity): Promise<void> => {
  const sent = await turn.connector.post(place, activity);
  if (sent.kind !== 'sent') {
    turn.house.report(new Error(`An answer in chat was not sent: ${sent.kind}.`));
  }
};

export const isPersonal = ({ activity }: Pick<Turn, 'activity'>): boolean =>
  activity.conversation.conversationType === 'personal';
