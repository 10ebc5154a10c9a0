import { dayOf } from '../school-time.ts';
import type { Message } from '../shapes.ts';

/** A message, and whether a day begins with it or it goes on from the one before. */
export type Line = {
  readonly message: Message;
  readonly newDay: boolean;
  readonly goesOn: boolean;
};

const closeTogether = 5 * 60_000;

const soonAfter = (before: Message, message: Message): boolean =>
  Date.parse(message.at) - Date.parse(before.at) < closeTogether;

export const linesOf = (messages: readonly Message[]): readonly Line[] =>
  messages.map((message, index) => {
    const before = messages[index - 1];
    const newDay = before === undefined || dayOf(before.at) !== dayOf(message.at);
    return {
      message,
      newDay,
      goesOn: !newDay && before.from === message.from && soonAfter(before, message),
    };
  });

/** A button that says these words for you. */
export type Offer = { readonly title: string; readonly value: string };

/** What the bot offers to say next; only the newest message's offer counts. */
export const suggestionsOf = (messages: readonly Message[]): readonly Offer[] =>
  messages.at(-1)?.suggestions ?? [];
