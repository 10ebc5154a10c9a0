import { randomUUID } from 'node:crypto';
import { type Caller, identityOf } from './caller.ts';
import { indexFields } from './cells.ts';
import type { Database } from './database.ts';
import { toSeconds } from './date-value.ts';
import { eTagOf, type Item, type Shelf } from './item-resource.ts';
import { accessDenied, notFound, resourceModified } from './refusal.ts';
import { type Fields, type FieldValue, parseFields } from './values.ts';

/** Who writes, and when. */
export type Hand = { readonly caller: Caller; readonly now: Date };

/** As many as SharePoint keeps of a list's item. */
const keptVersions = 50;

export const getItem = (shelf: Shelf, id: string): Item => {
  const item = /^\d+$/.test(id)
    ? shelf.db.one<Item>(
        'select * from graph_items where list = ? and id = ? and deleted = 0',
        shelf.list.id,
        Number(id),
      )
    : undefined;
  if (item === undefined) throw notFound('Item not found');
  return item;
};

export const createItem = (shelf: Shelf, given: unknown, hand: Hand): Item => {
  refuseSystemList(shelf);
  const fields = merged({}, parseFields(shelf.columns, given));
  return shelf.db.whole(() => {
    const id = nextId(shelf);
    const [now, by] = signed(hand);
    const { db, list } = shelf;
    db.run(
      `insert into graph_items (list, id, guid, version, fields, created, created_by, modified, modified_by, change)
       values (?, ?, ?, 0, '{}', ?, ?, ?, ?, 0)`,
      list.id,
      id,
      randomUUID(),
      now,
      by,
      now,
      by,
    );
    return writeFields(shelf, getItem(shelf, String(id)), { fields, hand });
  });
};

/** The numbers of deleted items are never given out again. */
const nextId = ({ db, list }: Shelf): number => {
  db.run('update graph_lists set last_item = last_item + 1 where id = ?', list.id);
  const row = db.one<{ last_item: number }>(
    'select last_item from graph_lists where id = ?',
    list.id,
  );
  return row?.last_item ?? 0;
};

export type Change = {
  readonly id: string;
  readonly ifMatch: string | undefined;
  /** Read only after the eTag has been compared: a clash is a clash whatever the body says. */
  readonly given: () => unknown;
};

export const updateItem = (shelf: Shelf, change: Change, hand: Hand): Item => {
  refuseSystemList(shelf);
  const item = getItem(shelf, change.id);
  checkMatch(item, change.ifMatch);
  const changes = parseFields(shelf.columns, change.given());
  const fields = merged(JSON.parse(item.fields) as Fields, changes);
  return shelf.db.whole(() => writeFields(shelf, item, { fields, hand }));
};

export const deleteItem = (
  shelf: Shelf,
  asked: { readonly id: string; readonly ifMatch: string | undefined },
): void => {
  refuseSystemList(shelf);
  const item = getItem(shelf, asked.id);
  checkMatch(item, asked.ifMatch);
  const { db, list } = shelf;
  db.whole(() => {
    const at = [list.id, item.id] as const;
    db.run('delete from graph_cells where list = ? and item = ?', ...at);
    db.run('delete from graph_versions where list = ? and item = ?', ...at);
    db.run(
      "update graph_items set deleted = 1, fields = '{}', change = ? where list = ? and id = ?",
      nextChange(db),
      ...at,
    );
  });
};

/** One write, one new version, one place in the list of changes; even when nothing differs. */
export const writeFields = (
  shelf: Shelf,
  item: Item,
  { fields, hand }: { readonly fields: Fields; readonly hand: Hand },
): Item => {
  const { db, list } = shelf;
  const version = item.version + 1;
  const [now, by] = signed(hand);
  const text = JSON.stringify(fields);
  indexFields(shelf, item.id, fields);
  db.run(
    `update graph_items set version = ?, fields = ?, modified = ?, modified_by = ?, change = ?
     where list = ? and id = ?`,
    version,
    text,
    now,
    by,
    nextChange(db),
    list.id,
    item.id,
  );
  db.run(
    'insert into graph_versions (list, item, version, fields, modified, modified_by) values (?, ?, ?, ?, ?, ?)',
    list.id,
    item.id,
    version,
    text,
    now,
    by,
  );
  db.run(
    'delete from graph_versions where list = ? and item = ? and version <= ?',
    list.id,
    item.id,
    version - keptVersions,
  );
  return getItem(shelf, String(item.id));
};

export const checkMatch = (item: Item, ifMatch: string | undefined): void => {
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== eTagOf(item))
    throw resourceModified();
};

const refuseSystemList = ({ list }: Shelf): void => {
  if (list.system === 1) throw accessDenied();
};

const merged = (before: Fields, changes: ReadonlyMap<string, FieldValue | undefined>): Fields =>
  Object.fromEntries(
    [...new Map<string, FieldValue | undefined>([...Object.entries(before), ...changes])].flatMap(
      ([name, value]) => (value === undefined ? [] : [[name, value]]),
    ),
  );

const signed = ({ caller, now }: Hand): readonly [string, string] => [
  toSeconds(now),
  JSON.stringify(identityOf(caller)),
];

const nextChange = (db: Database): number => {
  db.run(
    `insert into graph_facts (name, value) values ('change', '1')
     on conflict (name) do update set value = cast(value as integer) + 1`,
  );
  return Number(
    db.one<{ value: string }>("select value from graph_facts where name = 'change'")?.value,
  );
};
