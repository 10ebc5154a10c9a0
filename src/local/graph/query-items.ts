import { type Condition, conditionOf } from './filter.ts';
import type { Item, Shelf } from './item-resource.ts';
import { openToken, sealToken } from './opaque.ts';
import type { QueryOptions } from './query-options.ts';
import { invalidRequest, tooManyResources } from './refusal.ts';

const usualPage = 200;
const largestPage = 5_000;
/** SharePoint's list view threshold: more matches than this and it gives up, index or no index. */
const threshold = 5_000;

export type Page = { readonly items: readonly Item[]; readonly next: string | undefined };

/** The items of a list in the order of their numbers, a page at a time. */
export const queryItems = (shelf: Shelf, options: QueryOptions): Page => {
  const condition =
    options.filter === undefined ? undefined : conditionOf(options.filter, shelf.columns);
  if (condition !== undefined) checkThreshold(shelf, condition);
  const size = pageSize(options.top);
  const after = options.skipToken === undefined ? 0 : lastSeen(shelf, options.skipToken);
  const items = read(shelf, condition, { after, most: size + 1 });
  const page = items.slice(0, size);
  const last = items.length > size ? page.at(-1) : undefined;
  return {
    items: page,
    next: last === undefined ? undefined : sealToken(['Paged', shelf.list.id, String(last.id)]),
  };
};

export const pageSize = (top: number | undefined): number =>
  Math.min(top ?? usualPage, largestPage);

const lastSeen = (shelf: Shelf, token: string): number => {
  const [kind, list, last] = openToken(token) ?? [];
  if (kind !== 'Paged' || list !== shelf.list.id)
    throw invalidRequest("The value of '$skiptoken' is not valid.");
  return Number(last);
};

const checkThreshold = (shelf: Shelf, { column, sql, values }: Condition): void => {
  const found = shelf.db.one<{ matches: number }>(
    `select count(*) as matches from
       (select 1 from graph_cells where list = ? and name = ? and ${sql} limit ${threshold + 1})`,
    shelf.list.id,
    column,
    ...values,
  );
  if ((found?.matches ?? 0) > threshold) throw tooManyResources();
};

const read = (
  shelf: Shelf,
  condition: Condition | undefined,
  span: { readonly after: number; readonly most: number },
): readonly Item[] => {
  const { db } = shelf;
  const list = shelf.list.id;
  if (condition === undefined)
    return db.all<Item>(
      'select * from graph_items where list = ? and deleted = 0 and id > ? order by id limit ?',
      list,
      span.after,
      span.most,
    );
  return db.all<Item>(
    `select * from graph_items where list = ? and deleted = 0 and id in
       (select item from graph_cells where list = ? and name = ? and ${condition.sql})
     and id > ? order by id limit ?`,
    list,
    list,
    condition.column,
    ...condition.values,
    span.after,
    span.most,
  );
};
