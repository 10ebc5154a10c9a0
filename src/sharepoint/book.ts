/** A book kept in a SharePoint list. A write costs 2 units, reading one item 1, a query 2, changes since a token 1. */
import { type Book, BookClash, BookClosed, type Cause, type Place } from '../register/book.ts';
import { changes } from './changes.ts';
import { type Desk, itemAt, onList, readItem, readToEnd, withFields } from './desk.ts';
import { type Field, fieldsFrom, filterFor } from './fields.ts';
import type { GraphClient } from './graph.ts';
import { isGone } from './graph-answer.ts';
import { itemFrom, placeOfNew, revisionIn } from './item.ts';
import { findList, remember } from './site.ts';

export type BookOptions = {
  /** `school.sharepoint.com/sites/HomeVisits` */
  readonly site: string;
  /** The list's name as people see it. */
  readonly list: string;
  /** The column whose values are unique. */
  readonly key: string;
  readonly columns: readonly Field[];
  /** Our own app's id: what any other app writes counts as written by hand. */
  readonly app?: string;
};

export type SharePointBook = Book & {
  /** Finds site and list before anybody waits for them. */
  readonly warmUp: () => Promise<void>;
};

export const sharePointBook = (client: GraphClient, options: BookOptions): SharePointBook => {
  const { columns, key, app } = options;
  const list = remember(() => findList(client, options));
  const desk: Desk = { client, list, shape: { fields: columns, app } };
  const where = (column: string, value: string, cause: Cause) =>
    query(desk, { filter: filterFor(fieldNamed(columns, column), value), cause });
  return {
    warmUp: async () => void (await list.get()),
    create: (value, given, cause) =>
      onList(desk, async (at) => {
        const body = { fields: fieldsFrom({ ...given, [key]: value }, columns) };
        return placeOfNew(await client({ method: 'POST', path: `${at}/items`, body, cause }));
      }),
    update: (place, given, cause) =>
      update(desk, { place, body: fieldsFrom(given, columns), cause }).catch((error: unknown) => {
        // Whoever deletes has written, too: reading again tells.
        throw isGone(error) ? new BookClash('Somebody has deleted it.') : error;
      }),
    read: (item, cause, withinSeconds) => within(withinSeconds, readItem(desk, item, cause)),
    find: async (value, cause) => (await where(key, value, cause))[0],
    where: (column, value) => where(column, value, 'background'),
    changes: (token) => changes(desk, token),
  };
};

const within = async <Result>(seconds: number | undefined, reading: Promise<Result>) => {
  if (seconds === undefined) return reading;
  const { promise: late, reject } = Promise.withResolvers<never>();
  const because = new BookClosed('SharePoint does not answer in time.');
  const timer = setTimeout(() => reject(because), seconds * 1_000);
  return Promise.race([reading, late]).finally(() => clearTimeout(timer));
};

const fieldNamed = (columns: readonly Field[], name: string): Field => {
  const field = columns.find((each) => each.name === name);
  if (field === undefined) throw new Error(`The list has no column ${name}.`);
  return field;
};

type Update = { readonly place: Place; readonly body: unknown; readonly cause: Cause };

const update = (desk: Desk, { place, body, cause }: Update): Promise<Place> =>
  onList(desk, async (at) => {
    const path = `${itemAt(at, place.item)}/fields`;
    const call = { method: 'PATCH', path, body, ifMatch: place.revision, cause } as const;
    const revision = revisionIn(await desk.client(call));
    if (revision !== undefined) return { ...place, revision };
    const after = await desk.client({ method: 'GET', path: itemAt(at, place.item), cause });
    return placeOfNew(after);
  });

const query = (desk: Desk, asked: { readonly filter: string; readonly cause: Cause }) =>
  onList(desk, async (at) => {
    const { filter, cause } = asked;
    const first = { path: `${at}/items`, query: { ...withFields, $filter: filter } };
    const { value } = await readToEnd(desk.client, { ...first, cause });
    return value.map((answer) => itemFrom(answer, desk.shape));
  });
