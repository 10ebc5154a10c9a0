import { HttpProblem } from '../http.ts';
import { type Json, listOf } from '../json.ts';
import type { LocalPerson } from '../tenant.ts';
import { cardOf } from './card-content.ts';
import type { Store } from './store.ts';

/** An error as the connector words it. */
export const refuse = (status: number, code: string, message: string): HttpProblem =>
  new HttpProblem(status, { error: { code, message } });

const cardLimit = 28 * 1_024;

/** Teams' own two ways of saying that a bot may not write to somebody. */
export const checkReach = (store: Store, person: LocalPerson): void => {
  const state = store.appState(person.id);
  if (state === 'absent') {
    const because = 'The bot is not part of the conversation roster.';
    throw refuse(403, 'BotNotInConversationRoster', because);
  }
  if (state === 'blocked') {
    throw refuse(403, 'MessageWritesBlocked', 'The user has blocked the bot.');
  }
};

export const checkContent = (activity: Json): void => {
  const card = cardOf(activity);
  if (card && JSON.stringify(card).length > cardLimit) {
    throw refuse(413, 'MessageSizeTooBig', 'Message size too large.');
  }
  const { type, text, attachments } = activity;
  if (typeof type !== 'string') throw refuse(400, 'BadSyntax', 'Activity type is missing.');
  if (type === 'message' && !text && listOf(attachments).length === 0) {
    throw refuse(400, 'BadSyntax', 'Activity resulted into multiple skype activities or none.');
  }
};
