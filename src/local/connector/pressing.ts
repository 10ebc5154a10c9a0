import { z } from 'zod';
import { type Answer, HttpProblem } from '../http.ts';
import { isJson, type Json, jsonOf } from '../json.ts';
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
import { executeAction, type Looking } from './looking.ts';
import { createSending, type Sending, type Spot } from './sending.ts';
import type { Seat, Teams } from './teams.ts';
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

/** The client itself says so: nothing went to the bot. */
const stopped = (status: number, body: Json): Answer => ({
  status,
  body: { status, body, ...(status >= 400 && { error: body['error'] }) },
});

const submittedData = ({ data }: Json, values: Json): unknown =>
  data === undefined || isJson(data) ? { ...jsonOf(data), ...values } : data;

/** Does what a button does once the inputs that go with it are well. */
const perform = (
  sending: Sending,
  spot: Spot,
  { action, values }: { readonly action: Json; readonly values: Json },
): Answer | Promise<Answer> => {
  const { type, verb, url } = action;
  const data = submittedData(action, values);
  switch (type) {
    case 'Action.Execute':
      if (spot.dialog) return stopped(422, { error: 'a dialog is sent with Action.Submit' });
      if (!verb) return stopped(422, { error: 'Teams sends no action without a verb' });
      return sending.execute(spot, executeAction(action, 'manual', data));
    case 'Action.Submit':
      return sending.submit(spot, data);
    case 'Action.OpenUrl':
      return stopped(200, { openUrl: url });
    default:
      return stopped(200, { shown: titleOf(action) ?? null });
  }
};

const suggestionIn = ({ message }: Spot, wanted: string) =>
  suggestionsOf(message.activity).find(({ title }) => title === wanted);

const notThere = ({ message }: Spot, wanted: string, all: readonly CardAction[]): Answer => {
  const suggestions = suggestionsOf(message.activity).map(({ title }) => ({ title }));
  const actions = all.map(({ action }) => ({ title: titleOf(action), verb: verbOf(action) }));
  return stopped(404, { error: `no action "${wanted}"`, actions: [...actions, ...suggestions] });
};

/** Finds the message or dialog by its id, among those this person has before them. */
const spotAt = ({ store }: Teams, seat: Seat, id: string): Spot => {
  const dialog = store.dialog(id);
  const message = store.message(dialog?.message ?? id);
  const foreign = dialog !== undefined && dialog.person !== seat.person.id;
  if (message?.conversation !== seat.conversation.id || foreign) {
    throw new HttpProblem(404, { error: `no message ${id} here` });
  }
  return { ...seat, message, dialog };
};

type Hands = { readonly teams: Teams; readonly looking: Looking; readonly sending: Sending };

const offered = async ({ looking }: Hands, spot: Spot): Promise<readonly CardAction[]> => {
  const card = spot.dialog?.card ?? (await looking.card(spot, spot.message));
  return card ? actionsOf(card) : [];
};

/** A button of a card as it was: in a real client that has not been brought up to date it can still be pressed. */
const onceOffered = ({ teams }: Hands, spot: Spot, wanted: string): CardAction | undefined =>
  teams.store
    .earlierCards(spot.message.id, spot.person.id)
    .map((card) => findAction(actionsOf(card), wanted))
    .find((found) => found !== undefined);

const pressOn = async (hands: Hands, spot: Spot, asked: Press): Promise<Answer> => {
  const { action: wanted = '', inputs: typed = {} } = asked;
  const actions = await offered(hands, spot);
  const found = findAction(actions, wanted) ?? onceOffered(hands, spot, wanted);
  if (!found) {
    const suggested = suggestionIn(spot, wanted);
    if (suggested) return writeToBot(hands.teams, spot, suggested.value);
    return notThere(spot, wanted, actions);
  }
  const values = valuesOf(found.inputs, typed);
  const wrong = complaintsAbout(found.inputs, values);
  if (wrong) return stopped(422, { error: 'the card is not filled in', inputs: wrong });
  return perform(hands.sending, spot, { action: found.action, values });
};

/** Without a message, the newest one that offers the action: what a hurried thumb would find. */
const newestWith = async (hands: Hands, seat: Seat, wanted: string): Promise<Spot> => {
  const messages = hands.teams.store.messages(seat.conversation.id);
  for (const message of messages.toReversed()) {
    const spot = { ...seat, message };
    if (suggestionIn(spot, wanted) || findAction(await offered(hands, spot), wanted)) return spot;
  }
  const old = messages.findLast((message) => onceOffered(hands, { ...seat, message }, wanted));
  if (old !== undefined) return { ...seat, message: old };
  throw new HttpProblem(404, { error: `no message here offers "${wanted}"` });
};

/** A person's thumb: finds the button, fills in what belongs to it, and presses. */
export const createPressing = (teams: Teams, looking: Looking) => {
  const sending = createSending(teams, looking);
  const hands = { teams, looking, sending };
  return async (seat: Seat, body: unknown): Promise<Answer> => {
    const parsed = press.safeParse(body);
    if (!parsed.success) throw new HttpProblem(400, { error: z.prettifyError(parsed.error) });
    const { message, action = '', verb, data = {}, query } = parsed.data;
    teams.steps.next();
    const spot =
      message === undefined ? await newestWith(hands, seat, action) : spotAt(teams, seat, message);
    if (query) return sending.search(spot, query);
    if (verb === undefined) return pressOn(hands, spot, parsed.data);
    return sending.execute(spot, executeAction({ verb }, 'manual', data));
  };
};
