import { z } from 'zod';
import { type Answer, HttpProblem } from '../http.ts';
import { isJson, type Json, jsonOf, textOf } from '../json.ts';
import { suggestionsOf } from './activity.ts';
import {
  actionsOf,
  type CardAction,
  complaintsAbout,
  findAction,
  titleOf,
  valuesOf,
  verbOf,
} from './card.ts';
import { cardIn, executeAction, type Looking } from './looking.ts';
import type { Reply } from './product.ts';
import type { Dialog, Message } from './store.ts';
import { invoke, type Seat, type Teams } from './teams.ts';
import { writeToBot } from './writing.ts';

const press = z.object({
  message: z.string().optional(),
  action: z.string().optional(),
  inputs: z.record(z.string(), z.unknown()).optional(),
  /** Sends this verb with this data whatever the card offers: for trying what should be refused. */
  verb: z.string().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
  query: z.object({ dataset: z.string(), text: z.string() }).optional(),
});

type Press = z.infer<typeof press>;
/** Where a card lies: in a message of the conversation, or in a dialog over it. */
type Spot = { readonly message: Message; readonly dialog?: Dialog | undefined };

const answered = (reply: Reply, more: Json = {}): Answer => ({
  status: 200,
  body: { status: reply.status, body: reply.body, ...more },
});

/** The client itself says so: nothing went to the bot. */
const stopped = (status: number, body: Json): Answer => ({
  status,
  body: { status, body, ...(status >= 400 && { error: body['error'] }) },
});

const submittedData = ({ data }: Json, values: Json): unknown =>
  data === undefined || isJson(data) ? { ...jsonOf(data), ...values } : data;

const dialogIn = (body: unknown) => {
  const { task } = isJson(body) ? body : {};
  const { type, value } = isJson(task) ? task : {};
  const { title, card } = isJson(value) ? value : {};
  const { content } = isJson(card) ? card : {};
  if (type !== 'continue' || !isJson(content)) return undefined;
  return { title: textOf(title) ?? '', card: content };
};

export const createPressing = (teams: Teams, looking: Looking) => {
  const { store } = teams;

  const spotOf = (seat: Seat, id: string): Spot => {
    const dialog = store.dialog(id);
    const message = store.message(dialog?.message ?? id);
    const there = message?.conversation === seat.conversation.id;
    if (!message || !there || (dialog && dialog.person !== seat.person.id)) {
      throw new HttpProblem(404, { error: `no message ${id} here` });
    }
    return { message, dialog };
  };

  const send = (seat: Seat, { message }: Spot, name: string, value: Json): Promise<Reply> => {
    const sender = { ...seat, thread: message.thread };
    return invoke(teams, sender, name, { ...value, replyToId: message.id });
  };

  /** A dialog goes on with another card, or is done. */
  const afterDialog = (seat: Seat, spot: Spot, reply: Reply): Answer => {
    const next = dialogIn(reply.body);
    if (spot.dialog && reply.status === 200) store.closeDialog(spot.dialog.id);
    if (!next) return answered(reply);
    const { id } = store.openDialog({
      ...next,
      conversation: seat.conversation.id,
      person: seat.person.id,
      message: spot.message.id,
    });
    return answered(reply, { dialog: id });
  };

  const execute = async (seat: Seat, spot: Spot, value: Json): Promise<Answer> => {
    const reply = await send(seat, spot, 'adaptiveCard/action', value);
    const card = cardIn(reply);
    if (card) looking.keep(seat, spot.message.id, card);
    return answered(reply);
  };

  const submit = async (seat: Seat, spot: Spot, data: unknown): Promise<Answer> => {
    const { msteams } = jsonOf(data);
    const { type, value } = jsonOf(msteams);
    const context = { theme: 'default' };
    if (spot.dialog) {
      const reply = await send(seat, spot, 'task/submit', { value: { data, context } });
      return afterDialog(seat, spot, reply);
    }
    if (type === 'task/fetch') {
      const reply = await send(seat, spot, 'task/fetch', { value: { data, context } });
      return afterDialog(seat, spot, reply);
    }
    if (type === 'imBack') return writeToBot(teams, seat, textOf(value) ?? '');
    const sender = { ...seat, thread: spot.message.thread };
    const activity = { type: 'message', text: '', value: data, replyToId: spot.message.id };
    return answered(await teams.product.post(teams.envelope(sender, activity)));
  };

  const perform = (
    seat: Seat,
    spot: Spot,
    action: Json,
    values: Json,
  ): Answer | Promise<Answer> => {
    const { type, url } = action;
    switch (type) {
      case 'Action.Execute':
        if (spot.dialog) return stopped(422, { error: 'a dialog is sent with Action.Submit' });
        if (!action['verb']) return stopped(422, { error: 'Teams sends no action without a verb' });
        return execute(seat, spot, executeAction(action, 'manual', submittedData(action, values)));
      case 'Action.Submit':
        return submit(seat, spot, submittedData(action, values));
      case 'Action.OpenUrl':
        return stopped(200, { openUrl: url });
      default:
        return stopped(200, { shown: titleOf(action) ?? null });
    }
  };

  const fill = (
    seat: Seat,
    spot: Spot,
    found: CardAction,
    given: Json,
  ): Answer | Promise<Answer> => {
    const values = valuesOf(found.inputs, given);
    const inputs = complaintsAbout(found.inputs, values);
    if (inputs) return stopped(422, { error: 'the card is not filled in', inputs });
    return perform(seat, spot, found.action, values);
  };

  const offered = async (seat: Seat, { message, dialog }: Spot): Promise<readonly CardAction[]> => {
    const card = dialog ? dialog.card : await looking.card(seat, message);
    return card ? actionsOf(card) : [];
  };

  const unknownAction = (wanted: string, all: readonly CardAction[], { message }: Spot): Answer => {
    const suggestions = suggestionsOf(message.activity).map(({ title }) => ({ title }));
    const actions = all.map(({ action }) => ({ title: titleOf(action), verb: verbOf(action) }));
    return stopped(404, { error: `no action "${wanted}"`, actions: [...actions, ...suggestions] });
  };

  const pressOn = async (seat: Seat, spot: Spot, { action = '', inputs = {} }: Press) => {
    const actions = await offered(seat, spot);
    const found = findAction(actions, action);
    if (found) return fill(seat, spot, found, inputs);
    const suggested = suggestionsOf(spot.message.activity).find(({ title }) => title === action);
    if (suggested) return writeToBot(teams, seat, suggested.value);
    return unknownAction(action, actions, spot);
  };

  /** Without a message, the newest one that offers the action: what a hurried thumb would find. */
  const newestWith = async (seat: Seat, wanted: string): Promise<Spot> => {
    for (const message of store.messages(seat.conversation.id).toReversed()) {
      const spot = { message };
      const titles = suggestionsOf(message.activity).map(({ title }) => title);
      if (titles.includes(wanted) || findAction(await offered(seat, spot), wanted)) return spot;
    }
    throw new HttpProblem(404, { error: `no message here offers "${wanted}"` });
  };

  const search = async (seat: Seat, spot: Spot, { dataset, text }: NonNullable<Press['query']>) => {
    const value = { queryText: text, queryOptions: { skip: 0, top: 15 }, dataset };
    return answered(await send(seat, spot, 'application/search', { value }));
  };

  return async (seat: Seat, body: unknown): Promise<Answer> => {
    const parsed = press.safeParse(body);
    if (!parsed.success) throw new HttpProblem(400, { error: z.prettifyError(parsed.error) });
    const { message, action, verb, data, query } = parsed.data;
    teams.steps.next();
    const spot =
      message === undefined ? await newestWith(seat, action ?? '') : spotOf(seat, message);
    if (query) return search(seat, spot, query);
    if (verb !== undefined) {
      return execute(seat, spot, executeAction({ verb }, 'manual', data ?? {}));
    }
    return pressOn(seat, spot, parsed.data);
  };
};
