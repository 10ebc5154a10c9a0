import type { Answer } from '../http.ts';
import { isJson, type Json, jsonOf, textOf } from '../json.ts';
import { cardIn, type Looking } from './looking.ts';
import type { Reply } from './product.ts';
import type { Dialog, Message } from './store.ts';
import { invoke, type Seat, type Teams } from './teams.ts';
import { writeToBot } from './writing.ts';

/** Where somebody presses: on a message of their conversation, or in a dialog over it. */
export type Spot = Seat & { readonly message: Message; readonly dialog?: Dialog | undefined };

type Query = { readonly dataset: string; readonly text: string };

/** What the client sends the bot for a press, and what it does with the answer. */
export type Sending = {
  readonly execute: (spot: Spot, value: Json) => Promise<Answer>;
  readonly submit: (spot: Spot, data: unknown) => Promise<Answer>;
  readonly search: (spot: Spot, query: Query) => Promise<Answer>;
};

const answered = (reply: Reply, more: Json = {}): Answer => ({
  status: 200,
  body: { status: reply.status, body: reply.body, ...more },
});

/** The card of a `task` answer that says "continue". */
const dialogIn = (body: unknown) => {
  const { task } = jsonOf(body);
  const { type, value } = jsonOf(task);
  const { title, card } = jsonOf(value);
  const { content } = jsonOf(card);
  if (type !== 'continue' || !isJson(content)) return undefined;
  return { title: textOf(title) ?? '', card: content };
};

const context = { theme: 'default' };

const senderOf = ({ person, conversation, message }: Spot) => ({
  person,
  conversation,
  thread: message.thread,
});

const send = (teams: Teams, spot: Spot, content: Json): Promise<Reply> =>
  invoke(teams, senderOf(spot), { ...content, replyToId: spot.message.id });

/** A dialog goes on with another card, or is done. */
const inDialog = async (teams: Teams, spot: Spot, content: Json): Promise<Answer> => {
  const reply = await send(teams, spot, content);
  if (spot.dialog && reply.status === 200) teams.store.closeDialog(spot.dialog.id);
  const next = reply.status === 200 ? dialogIn(reply.body) : undefined;
  if (!next) return answered(reply);
  const opened = teams.store.openDialog({
    ...next,
    conversation: spot.conversation.id,
    person: spot.person.id,
    message: spot.message.id,
  });
  return answered(reply, { dialog: opened.id });
};

/** An old-fashioned submit is a message without words. */
const asMessage = async (teams: Teams, spot: Spot, value: unknown): Promise<Answer> => {
  const content = { type: 'message', text: '', value, replyToId: spot.message.id };
  return answered(await teams.product.post(teams.envelope(senderOf(spot), content)));
};

export const createSending = (teams: Teams, looking: Looking): Sending => ({
  execute: async (spot, value) => {
    const reply = await send(teams, spot, { ...value, name: 'adaptiveCard/action' });
    const card = cardIn(reply);
    if (card) looking.keep(spot, spot.message.id, card);
    return answered(reply);
  },
  submit: (spot, data) => {
    const { msteams } = jsonOf(data);
    const { type, value } = jsonOf(msteams);
    const content = { value: { data, context } };
    if (spot.dialog) return inDialog(teams, spot, { ...content, name: 'task/submit' });
    if (type === 'task/fetch') return inDialog(teams, spot, { ...content, name: 'task/fetch' });
    if (type === 'imBack') return writeToBot(teams, spot, textOf(value) ?? '');
    return asMessage(teams, spot, data);
  },
  search: async (spot, { dataset, text }) => {
    const value = { queryText: text, queryOptions: { skip: 0, top: 15 }, dataset };
    return answered(await send(teams, spot, { name: 'application/search', value }));
  },
});
