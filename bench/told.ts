/** What the bot told people, read in the connector's own file: when it was accepted, and what pressed it. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Json } from '../src/local/json.ts';
import type { Place } from './place.ts';

export type Message = {
  readonly conversation: string;
  readonly text: string;
  /** By the machine's clock, in milliseconds. */
  readonly at: number;
};

export type Post = { readonly conversation: string; readonly activity: Json };

/** What is pressed: the button, or the words that were agreed. */
export type Kind = 'help' | 'word';

/** The posts that one press of each kind leads to. */
export type Told = Readonly<Record<Kind, readonly Post[]>>;

export type Reading = {
  /** How many messages there are. */
  readonly count: () => number;
  readonly since: (count: number) => readonly Message[];
  readonly close: () => void;
};

/** `offsetMs`: how far the tenant's clock is ahead. Each message is read once. */
export const readTold = (place: Place, offsetMs: number): Reading => {
  const database = new DatabaseSync(join(place.folder, 'tenant.sqlite'), { readOnly: true });
  const select = database.prepare(
    'select seq, conversation, activity, at from messages where person is null and seq > ? order by seq',
  );
  const known: Message[] = [];
  let last = 0;
  const read = (): void => {
    for (const row of select.iterate(last)) {
      last = Number(row['seq']);
      known.push({
        conversation: String(row['conversation']),
        text: String(row['activity']),
        at: Date.parse(String(row['at'])) - offsetMs,
      });
    }
  };
  return {
    count: () => {
      read();
      return known.length;
    },
    since: (count) => {
      read();
      return known.slice(count);
    },
    close: () => database.close(),
  };
};
