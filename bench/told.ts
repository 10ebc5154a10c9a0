/** What the bot told people, read in the connector's own file: when it was accepted, and what pressed it. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Json } from '../src/local/json.ts';
import type { Place } from './place.ts';

export type Message = {
  readonly number: number;
  readonly conversation: string;
  readonly activity: Json;
  readonly text: string;
  /** By the machine's clock, in milliseconds. */
  readonly at: number;
};

type Post = { readonly conversation: string; readonly activity: Json };

/** The posts that one press of each kind leads to. */
export type Told = { readonly help: readonly Post[]; readonly word: readonly Post[] };

export type Reading = {
  readonly since: (number: number) => readonly Message[];
  readonly close: () => void;
};

/** `offsetMs`: how far the tenant's clock is ahead. */
export const readTold = (place: Place, offsetMs: number): Reading => {
  const database = new DatabaseSync(join(place.folder, 'tenant.sqlite'), { readOnly: true });
  const select = database.prepare(
    'select seq, conversation, activity, at from messages where person is null and seq > ? order by seq',
  );
  return {
    since: (number) =>
      select.all(number).map((row) => {
        const text = String(row['activity']);
        return {
          number: Number(row['seq']),
          conversation: String(row['conversation']),
          text,
          activity: JSON.parse(text) as Json,
          at: Date.parse(String(row['at'])) - offsetMs,
        };
      }),
    close: () => database.close(),
  };
};
