import type { DatabaseSync } from 'node:sqlite';
import { type Answer, HttpProblem, type Router } from '../http.ts';
import { channels, personBy } from '../tenant.ts';
import { connectorPath, createEnvelope, told } from './activity.ts';
import { createBotCalls } from './bot-calls.ts';
import { cardOf } from './card-content.ts';
import { type Conversation, channelConversation, personalConversation } from './conversations.ts';
import { createLooking } from './looking.ts';
import { createPressing } from './pressing.ts';
import { createProduct } from './product.ts';
import { type AppState, createStore } from './store.ts';
import { createSteps, type Seat, type Teams } from './teams.ts';
import { editText, setApp, writeToBot } from './writing.ts';

export type Connector = {
  /** What the bot calls. */
  readonly botCalls: Router;
  readonly chat: (person: string) => Promise<unknown>;
  readonly dialogs: (person: string) => unknown;
  readonly channel: (name: string, person: string | undefined) => Promise<unknown>;
  readonly write: (person: string, text: string) => Promise<Answer>;
  readonly edit: (person: string, message: string, text: string) => Promise<Answer>;
  readonly press: (person: string, body: unknown) => Promise<Answer>;
  readonly pressInChannel: (name: string, person: string, body: unknown) => Promise<Answer>;
  readonly appState: (person: string) => AppState;
  readonly setApp: (person: string, state: AppState) => Promise<Answer>;
  /** Something happened that nobody pressed: cards look again. */
  readonly stirred: () => void;
};

const missing = (what: string) => new HttpProblem(404, { error: `no ${what}` });

const personNamed = (id: string) => {
  const person = personBy(id);
  if (!person) throw missing(`person ${id}`);
  return person;
};

const privately = (id: string): Seat => {
  const person = personNamed(id);
  return { person, conversation: personalConversation(person) };
};

const channelNamed = (name: string): Conversation => {
  const channel = channels.find((one) => one.name === name);
  if (!channel) throw missing(`channel ${name}`);
  return channelConversation(channel);
};

const inChannel = (name: string, person: string): Seat => ({
  person: personNamed(person),
  conversation: channelNamed(name),
});

/** A channel's messages as the bot wrote them, through nobody's eyes. */
const asPosted = ({ store }: Teams, name: string) =>
  store.messages(channelNamed(name).id).map((message) => told(message, cardOf(message.activity)));

/** A small Bot Connector, with the hands and eyes of everyone in the tenant. */
export const createConnector = (given: {
  readonly database: DatabaseSync;
  readonly now: () => Date;
  readonly address: () => string;
  readonly productAddress: () => string;
  readonly sign: (serviceUrl: string) => Promise<string>;
  readonly checkToken: (authorization: string | undefined) => Promise<boolean>;
}): Connector => {
  const serviceUrl = () => `${given.address()}${connectorPath}`;
  const store = createStore(given.database);
  const product = createProduct({
    address: given.productAddress,
    token: () => given.sign(serviceUrl()),
  });
  const envelope = createEnvelope({ now: given.now, serviceUrl });
  const teams: Teams = { store, now: given.now, envelope, product, steps: createSteps() };
  const looking = createLooking(teams);
  const press = createPressing(teams, looking);
  return {
    botCalls: createBotCalls({ store, now: given.now, checkToken: given.checkToken }),
    chat: (person) => looking.chat(privately(person)),
    dialogs: (person) => store.dialogs(personNamed(person).id),
    channel: async (name, person) =>
      person === undefined ? asPosted(teams, name) : looking.chat(inChannel(name, person)),
    write: async (person, text) => writeToBot(teams, privately(person), text),
    edit: async (person, message, text) => editText(teams, privately(person), { message, text }),
    press: async (person, body) => press(privately(person), body),
    pressInChannel: async (name, person, body) => press(inChannel(name, person), body),
    appState: (person) => store.appState(personNamed(person).id),
    setApp: async (person, state) => setApp(teams, privately(person), state),
    stirred: teams.steps.next,
  };
};
