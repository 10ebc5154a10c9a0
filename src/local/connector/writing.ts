import { type Answer, HttpProblem } from '../http.ts';
import { botAccountId } from '../tenant.ts';
import type { AppState } from './store.ts';
import type { Seat, Teams } from './teams.ts';

const needApp = ({ store }: Teams, { person }: Seat): void => {
  const state = store.appState(person.id);
  if (state !== 'installed') throw new HttpProblem(409, { error: `the app is ${state} here` });
};

/** A person writes to the bot; answers when the bot's turn has ended. */
export const writeToBot = async (teams: Teams, seat: Seat, text: string): Promise<Answer> => {
  needApp(teams, seat);
  const { store } = teams;
  const { person, conversation } = seat;
  teams.steps.next();
  store.open(conversation);
  const content = { type: 'message', text, textFormat: 'plain' };
  const message = store.add({
    conversation: conversation.id,
    person: person.id,
    activity: content,
    at: teams.now(),
  });
  const reply = await teams.product.post(teams.envelope(seat, { ...content, id: message.id }));
  return { status: 200, body: { status: reply.status, body: reply.body, message: message.id } };
};

/** A person changes what they wrote. */
export const editText = async (
  teams: Teams,
  seat: Seat,
  change: { readonly message: string; readonly text: string },
): Promise<Answer> => {
  needApp(teams, seat);
  const message = teams.store.message(change.message);
  const own = message?.person === seat.person.id && message.conversation === seat.conversation.id;
  if (!message || !own)
    throw new HttpProblem(404, { error: `no message ${change.message} of theirs` });
  teams.steps.next();
  teams.store.edit(message.id, { ...message.activity, text: change.text }, teams.now());
  const activity = teams.envelope(seat, {
    type: 'messageUpdate',
    id: message.id,
    text: change.text,
    textFormat: 'plain',
    channelData: { eventType: 'editMessage' },
  });
  const reply = await teams.product.post(activity);
  return { status: 200, body: { status: reply.status, body: reply.body, message: message.id } };
};

/** Adds or takes away the app. Teams tells the bot of both; that somebody blocks it, it does not. */
export const setApp = async (teams: Teams, seat: Seat, state: AppState): Promise<Answer> => {
  const { store, product, envelope } = teams;
  const before = store.appState(seat.person.id);
  store.setAppState(seat.person.id, state);
  teams.steps.next();
  if (before === 'absent' && state === 'installed') {
    store.open(seat.conversation);
    const membersAdded = [{ id: botAccountId, name: 'Home Visits' }];
    await product.post(envelope(seat, { type: 'conversationUpdate', membersAdded }));
    await product.post(envelope(seat, { type: 'installationUpdate', action: 'add' }));
  }
  if (before !== 'absent' && state === 'absent') {
    await product.post(envelope(seat, { type: 'installationUpdate', action: 'remove' }));
  }
  return { status: 200, body: { state } };
};
