import { randomUUID } from 'node:crypto';
import type { Database } from './database.ts';
import type { Item, Shelf } from './item-resource.ts';
import { openToken, sealToken } from './opaque.ts';
import { resyncRequired } from './refusal.ts';

/** Where a reader of changes stands: how far it has read, and whether it is still reading the list for the first time. */
type Place = { readonly change: number; readonly first: boolean };

export type Changes = {
  readonly items: readonly Item[];
  readonly token: string;
  /** More to read at once, or the end for now. */
  readonly more: boolean;
};

export const readChanges = (
  shelf: Shelf,
  asked: {
    readonly token: string | undefined;
    readonly size: number;
    readonly startAgainAt: string;
  },
): Changes => {
  const { db } = shelf;
  const list = shelf.list.id;
  if (asked.token === 'latest')
    return {
      items: [],
      more: false,
      token: tokenFor(db, list, { change: latest(db, list), first: false }),
    };
  const place = placeOf(db, list, asked.token);
  if (place === undefined) throw resyncRequired(asked.startAgainAt);
  const found = db.all<Item>(
    `select * from graph_items where list = ? and change > ? and (deleted = 0 or ? = 0)
     order by change limit ?`,
    list,
    place.change,
    Number(place.first),
    asked.size + 1,
  );
  const items = found.slice(0, asked.size);
  const more = found.length > asked.size;
  const change = more ? (items.at(-1)?.change ?? place.change) : latest(db, list);
  return { items, more, token: tokenFor(db, list, { change, first: place.first && more }) };
};

/** The feed tells the deleted by a facet, and no more about them than their id. */
export const deletedResource = (shelf: Shelf, item: Item) => ({
  id: String(item.id),
  deleted: { state: 'deleted' },
  parentReference: { siteId: shelf.site.id },
});

const latest = (db: Database, list: string): number =>
  db.one<{ change: number | null }>(
    'select max(change) as change from graph_items where list = ?',
    list,
  )?.change ?? 0;

const placeOf = (db: Database, list: string, token: string | undefined): Place | undefined => {
  if (token === undefined) return { change: -1, first: true };
  const [kind, epoch, of, change, first] = openToken(token) ?? [];
  if (kind !== 'Delta' || epoch !== epochOf(db) || of !== list) return undefined;
  return { change: Number(change), first: first === 'first' };
};

const tokenFor = (db: Database, list: string, { change, first }: Place): string =>
  sealToken(['Delta', epochOf(db), list, String(change), first ? 'first' : 'later']);

const epochOf = (db: Database): string => {
  const row = db.one<{ value: string }>("select value from graph_facts where name = 'epoch'");
  return row?.value ?? forgetPlaces(db);
};

/** From now on every token given out before is too old: its holder must read the whole list again. */
export const forgetPlaces = (db: Database): string => {
  const epoch = randomUUID();
  db.run("insert or replace into graph_facts (name, value) values ('epoch', ?)", epoch);
  return epoch;
};
