import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { type Json, jsonOf, parseJson } from '../json.ts';
import { cardOf } from './card-content.ts';
import { type Conversation, splitConversationId } from './conversations.ts';

export type Message = {
  readonly id: string;
  readonly conversation: string;
  /** In a channel: the message that began the thread. */
  readonly thread: string;
  /** Undefined when the bot wrote it. */
  readonly person: string | undefined;
  readonly activity: Json;
  readonly at: string;
  readonly updatedAt: string | null;
  /** Counts the edits, so that what somebody saw of an older version is known to be old. */
  readonly version: number;
};

type NewMessage = {
  readonly conversation: string;
  readonly thread?: string | undefined;
  readonly person?: string;
  readonly activity: Json;
  readonly at: Date;
};

/** A card as one person sees it, until the message changes. */
type View = {
  readonly card: Json;
  readonly version: number;
  /** Whether the person's own press brought it, or a refresh they did not ask for. */
  readonly pressed: boolean;
};

export type Dialog = {
  readonly id: string;
  readonly conversation: string;
  readonly person: string;
  readonly message: string;
  readonly title: string;
  readonly card: Json;
};

export type AppState = 'installed' | 'absent' | 'blocked';

export type Store = {
  readonly open: (conversation: Conversation) => void;
  readonly isOpen: (id: string) => boolean;
  readonly add: (message: NewMessage) => Message;
  readonly message: (id: string) => Message | undefined;
  readonly messages: (conversation: string) => readonly Message[];
  readonly edit: (id: string, activity: Json, at: Date) => void;
  readonly remove: (id: string) => void;
  readonly view: (message: Message, person: string) => View | undefined;
  readonly show: (message: string, person: string, view: View) => void;
  /** Cards this person had before them in that message and has no more, newest first. */
  readonly earlierCards: (message: string, person: string) => readonly Json[];
  readonly dialog: (id: string) => Dialog | undefined;
  readonly dialogs: (person: string) => readonly Dialog[];
  readonly openDialog: (dialog: Omit<Dialog, 'id'>) => Dialog;
  readonly closeDialog: (id: string) => void;
  readonly appState: (person: string) => AppState;
  readonly setAppState: (person: string, state: AppState) => void;
};

const schema = `
  create table if not exists conversations (id text primary key) strict;
  create table if not exists messages (
    seq integer primary key autoincrement, id text not null unique, conversation text not null,
    thread text not null, person text, activity text not null, at text not null,
    updated_at text, version integer not null default 1) strict;
  create index if not exists messages_of on messages (conversation, seq);
  create table if not exists views (
    message text not null, person text not null, version integer not null,
    pressed integer not null, card text not null, primary key (message, person)) strict;
  create table if not exists earlier (
    seq integer primary key autoincrement, message text not null, person text,
    card text not null) strict;
  create index if not exists earlier_of on earlier (message, seq);
  create table if not exists dialogs (
    id text primary key, conversation text not null, person text not null,
    message text not null, title text not null, card text not null) strict;
  create table if not exists apps (person text primary key, state text not null) strict;
`;

type Row = Readonly<Record<string, unknown>>;
const json = (value: unknown): Json => jsonOf(parseJson(String(value)));

const messageOf = (row: Row): Message => {
  const { id, conversation, thread, person, activity, at, updated_at: updated, version } = row;
  return {
    id: String(id),
    conversation: String(conversation),
    thread: String(thread),
    person: typeof person === 'string' ? person : undefined,
    activity: json(activity),
    at: String(at),
    updatedAt: typeof updated === 'string' ? updated : null,
    version: Number(version),
  };
};

const dialogOf = (row: Row): Dialog => {
  const { id, conversation, person, message, title, card } = row;
  return {
    id: String(id),
    conversation: String(conversation),
    person: String(person),
    message: String(message),
    title: String(title),
    card: json(card),
  };
};

const insertEarlier = 'insert into earlier (message, person, card) values (?, ?, ?)';

const messageParts = (database: DatabaseSync) => {
  const latest = database.prepare('select max(cast(id as integer)) as id from messages');
  const insert = database.prepare(
    'insert into messages (id, conversation, thread, person, activity, at) values (?, ?, ?, ?, ?, ?)',
  );
  const one = database.prepare('select * from messages where id = ?');
  const all = database.prepare('select * from messages where conversation = ? order by seq');
  const change = database.prepare(
    'update messages set activity = ?, updated_at = ?, version = version + 1 where id = ?',
  );
  const drop = database.prepare('delete from messages where id = ?');
  const keepEarlier = database.prepare(insertEarlier);
  /** Like Teams: milliseconds since 1970, and never twice the same. */
  const nextId = (at: Date): string => {
    const { id } = latest.get() ?? {};
    return String(Math.max(at.getTime(), Number(id ?? 0) + 1));
  };
  const message = (id: string) => {
    const row = one.get(id);
    return row && messageOf(row);
  };
  return {
    add: ({ conversation, thread, person, activity, at }: NewMessage): Message => {
      const id = nextId(at);
      const text = JSON.stringify({ ...activity, id });
      insert.run(id, conversation, thread ?? id, person ?? null, text, at.toISOString());
      return {
        ...{ id, conversation, thread: thread ?? id, person, activity: { ...activity, id } },
        ...{ at: at.toISOString(), updatedAt: null, version: 1 },
      };
    },
    message,
    messages: (conversation: string) => all.all(conversation).map(messageOf),
    edit: (id: string, activity: Json, at: Date) => {
      const card = cardOf(message(id)?.activity ?? {});
      if (card) keepEarlier.run(id, null, JSON.stringify(card));
      change.run(JSON.stringify({ ...activity, id }), at.toISOString(), id);
    },
    remove: (id: string) => void drop.run(id),
  };
};

const viewParts = (database: DatabaseSync) => {
  const one = database.prepare('select * from views where message = ? and person = ?');
  const put = database.prepare(
    'insert or replace into views (message, person, version, pressed, card) values (?, ?, ?, ?, ?)',
  );
  const keepEarlier = database.prepare(insertEarlier);
  const earlier = database.prepare(
    `select card from earlier where message = ? and (person is null or person = ?)
     order by seq desc limit 30`,
  );
  return {
    view: (message: Message, person: string): View | undefined => {
      const { version, pressed, card } = one.get(message.id, person) ?? {};
      if (version !== message.version) return undefined;
      return { card: json(card), version: message.version, pressed: pressed === 1 };
    },
    show: (message: string, person: string, { version, pressed, card }: View) => {
      const text = JSON.stringify(card);
      put.run(message, person, version, pressed ? 1 : 0, text);
      keepEarlier.run(message, person, text);
    },
    earlierCards: (message: string, person: string) =>
      earlier.all(message, person).map(({ card }) => json(card)),
  };
};

const dialogParts = (database: DatabaseSync) => {
  const one = database.prepare('select * from dialogs where id = ?');
  const all = database.prepare('select * from dialogs where person = ? order by rowid desc');
  const put = database.prepare(
    'insert into dialogs (id, conversation, person, message, title, card) values (?, ?, ?, ?, ?, ?)',
  );
  const drop = database.prepare('delete from dialogs where id = ?');
  return {
    dialog: (id: string) => {
      const row = one.get(id);
      return row && dialogOf(row);
    },
    dialogs: (person: string) => all.all(person).map(dialogOf),
    openDialog: (dialog: Omit<Dialog, 'id'>): Dialog => {
      const id = `dialog:${randomUUID()}`;
      const { conversation, person, message, title, card } = dialog;
      put.run(id, conversation, person, message, title, JSON.stringify(card));
      return { id, ...dialog };
    },
    closeDialog: (id: string) => void drop.run(id),
  };
};

const appParts = (database: DatabaseSync) => {
  const one = database.prepare('select state from apps where person = ?');
  const put = database.prepare('insert or replace into apps (person, state) values (?, ?)');
  return {
    appState: (person: string): AppState => {
      const { state } = one.get(person) ?? {};
      return state === 'absent' || state === 'blocked' ? state : 'installed';
    },
    setAppState: (person: string, state: AppState) => void put.run(person, state),
  };
};

/** Conversations, messages, and who has the app, kept over a restart. */
export const createStore = (database: DatabaseSync): Store => {
  database.exec(schema);
  const put = database.prepare('insert or ignore into conversations (id) values (?)');
  const known = database.prepare('select 1 from conversations where id = ?');
  return {
    open: (conversation) => void put.run(conversation.id),
    isOpen: (id) => known.get(splitConversationId(id).base) !== undefined,
    ...messageParts(database),
    ...viewParts(database),
    ...dialogParts(database),
    ...appParts(database),
  };
};
