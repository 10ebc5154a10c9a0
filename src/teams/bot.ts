/** The bot: who spoke or pressed, which handler answers, and the door all of it comes through. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createLine } from '../journeys/line.ts';
import { may } from '../people/access.ts';
import type { StaffMember } from '../people/staff.ts';
import { personId } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import { activityShape, type IncomingActivity } from './activity.ts';
import { createCardMemory } from './card-memory.ts';
import { helloCard } from './cards/hello-card.ts';
import type { Connector } from './connector.ts';
import { createConversations } from './conversations.ts';
import { dialog, dialogSent } from './dialogs.ts';
import { createDoor } from './door.ts';
import type { House } from './house.ts';
import { inTime } from './in-time.ts';
import { cardActivity, cardType, textActivity } from './message.ts';
import { createActOnce } from './once.ts';
import { pressCard } from './press-card.ts';
import { type Pressed, parseAction, parseDialog, parseSearch } from './pressed.ts';
import { createSdk, type Handlers } from './sdk.ts';
import { search } from './search.ts';
import type { TeamsSettings } from './settings.ts';
import type { Shown } from './shown.ts';
import { createSigningKeys } from './signing-keys.ts';
import { talk, talkAgain } from './talk.ts';
import { type BotParts, isPersonal, plainOf, say, type Turn } from './turn.ts';

type Given = {
  readonly settings: TeamsSettings;
  readonly house: House;
  readonly words: Words;
  readonly connector: Connector;
  /** The bot's own token for the connector. */
  readonly token: () => Promise<string>;
  /** How long a press may take before it is answered with "working on it"; Teams gives up soon after. */
  readonly patienceMs?: number;
};

export type Bot = {
  /** POST /api/messages. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
};

/** Somebody the roster does not know may do nothing, and is told no more than a pupil is. */
const stranger = (entraId: string): StaffMember => ({
  id: personId(entraId),
  name: '',
  roles: [],
  mobile: '',
});

const turnFor = async (parts: BotParts, raw: unknown): Promise<Turn> => {
  const activity: IncomingActivity = activityShape.parse(raw);
  const { from, conversation, serviceUrl } = activity;
  const entraId = from.aadObjectId ?? '';
  const person = entraId === '' ? undefined : await parts.house.person(entraId);
  return {
    ...parts,
    activity,
    person: person ?? stranger(entraId),
    place: { conversation: conversation.id, serviceUrl },
  };
};

/** Only a chat with one person is where that person is reached. */
const remember = async (turn: Turn): Promise<void> => {
  if (!isPersonal(turn) || turn.person.roles.length === 0) return;
  const account = turn.activity.from.id;
  await turn.conversations.remember(turn.person.id, { ...turn.place, account });
};

const invokeAnswer = (shown: Shown) =>
  'card' in shown
    ? { statusCode: 200, type: cardType, value: shown.card }
    : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: shown.message };

const invokeError = (statusCode: number, message: string) => ({
  statusCode,
  type: 'application/vnd.microsoft.error',
  value: { code: String(statusCode), message },
});

const greet = async (turn: Turn): Promise<void> => {
  const { chat } = turn.words;
  if (!isPersonal(turn)) return;
  const allowed = may('chat-hello', turn.person);
  const hello = cardActivity(helloCard(plainOf(turn)), chat.helloSummary);
  await say(turn, allowed ? hello : textActivity(chat.guest));
};

/** A form takes long to look over and to keep: however many come at once, a call for help is not to wait behind them. */
const isForm = ({ verb }: Pressed): boolean => ['submit', 'edit', 'check-form'].includes(verb);
const formsAtOnce = 8;

type OnTurn<Answer> = (turn: Turn) => Promise<Answer>;

const createHandlers = (parts: BotParts, patienceMs: number): Handlers => {
  const { house, words } = parts;
  const { newId } = house;
  const inLine = createLine(formsAtOnce);
  const failed = invokeError(500, words.chat.failed);
  const notOurs = invokeError(400, words.chat.oldButton);

  /** A failure in words is told in words: the person is there and waiting. */
  const told = (onTurn: OnTurn<void>) => async (raw: unknown) => {
    const turn = await turnFor(parts, raw);
    try {
      await remember(turn);
      await onTurn(turn);
    } catch (error) {
      house.report(error);
      await say(turn, textActivity(words.chat.failed));
    }
  };
  const shown =
    (onTurn: OnTurn<unknown>, otherwise: unknown) =>
    async (raw: unknown): Promise<unknown> => {
      try {
        const turn = await turnFor(parts, raw);
        await remember(turn);
        return await onTurn(turn);
      } catch (error) {
        house.report(error);
        return otherwise;
      }
    };
  const task = { task: { type: 'message', value: words.chat.failed } };

  return {
    message: told(talk),
    changed: told(talkAgain),
    installed: told(greet),
    met: told(async () => undefined),
    removed: async (raw) => {
      const turn = await turnFor(parts, raw);
      if (isPersonal(turn)) await turn.conversations.forget(turn.person.id);
    },
    action: shown(async (turn) => {
      const pressed = parseAction(turn.activity.value, newId);
      if (pressed === undefined) return notOurs;
      const press = () => pressCard(turn, pressed);
      const work = isForm(pressed) ? inLine(press) : press();
      return invokeAnswer(await inTime(turn, work, patienceMs));
    }, failed),
    search: shown(async (turn) => {
      const asked = parseSearch(turn.activity.value);
      return asked === undefined ? notOurs : search(turn, asked);
    }, failed),
    openDialog: shown(async (turn) => {
      const pressed = parseDialog(turn.activity.value, newId);
      return pressed === undefined ? task : dialog(turn, pressed);
    }, task),
    sendDialog: shown(async (turn) => {
      const pressed = parseDialog(turn.activity.value, newId);
      return pressed === undefined ? task : dialogSent(turn, pressed);
    }, task),
  };
};

export const createBot = async (given: Given): Promise<Bot> => {
  const { settings, house, words, connector, token, patienceMs = 4_500 } = given;
  const { diary, school, now, report } = house;
  const parts: BotParts = {
    settings,
    house,
    words,
    connector,
    conversations: createConversations(diary, school),
    memory: createCardMemory(diary, school),
  };
  const keptKey = { school, partition: 'bot', kind: 'kept', id: 'connector-keys' } as const;
  const keys = createSigningKeys(settings.botOpenIdMetadata, {
    read: async () => (await diary.read(keptKey))?.value,
    write: async (value) => {
      await diary.commit([{ put: keptKey, value }]);
    },
  });
  const handlers = createHandlers(parts, patienceMs);
  const enter = await createSdk({ settings, token, handlers, report });
  const handle = createDoor({
    guardWith: { ...settings, keys },
    once: createActOnce({ diary, school, now, keys: house.keys }),
    enter,
    report,
  });
  return { handle };
};
