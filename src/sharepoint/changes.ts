import type { Changes, Item } from '../register/book.ts';
import { type Desk, onList, readItem, readToEnd, withFields } from './desk.ts';
import { isGone } from './graph-answer.ts';
import { changeFrom, isWhole, itemFrom } from './item.ts';

/** What has changed in a list since `token`, which is the link Graph gave last time. */
export const changes = async (desk: Desk, token: string | undefined): Promise<Changes> => {
  if (token === undefined) return onList(desk, (at) => everything(desk, at));
  try {
    return await changesSince(desk, token);
  } catch (error) {
    // Too old a place, or one in a list that is no more: everything, from the start.
    if (isGone(error)) return changes(desk, undefined);
    throw error;
  }
};

/** The place to go on from comes first: what changes while the list is read comes again, and nothing is missed. */
const everything = async (desk: Desk, at: string): Promise<Changes> => {
  const fromNow = { ...withFields, token: 'latest' };
  const { delta } = await read(desk, { path: `${at}/items/delta`, query: fromNow });
  const { value } = await read(desk, { path: `${at}/items`, query: withFields });
  const items = value.map((answer) => itemFrom(answer, desk.shape));
  return { items, deleted: [], token: placeIn(delta) };
};

const changesSince = async (desk: Desk, token: string): Promise<Changes> => {
  const { value, delta } = await read(desk, { path: token });
  // The same item may come more than once, and the last is how it stands.
  const latest = new Map(value.map((answer) => [changeFrom(answer).id, answer]));
  const items: Item[] = [];
  const deleted: string[] = [];
  for (const [id, answer] of latest) {
    const item = await itemIn(desk, answer);
    if (item === undefined) deleted.push(id);
    else items.push(item);
  }
  return { items, deleted, token: placeIn(delta) };
};

/** The feed may leave out who changed an item, or its fields: then it is read by itself. */
const itemIn = async (desk: Desk, answer: unknown): Promise<Item | undefined> => {
  const { id, deleted } = changeFrom(answer);
  if (deleted) return undefined;
  return isWhole(answer) ? itemFrom(answer, desk.shape) : readItem(desk, id, 'background');
};

type Asked = { readonly path: string; readonly query?: Readonly<Record<string, string>> };

const read = (desk: Desk, asked: Asked) =>
  readToEnd(desk.client, { ...asked, cause: 'background' });

const placeIn = (delta: string | undefined): string => {
  if (delta === undefined) throw new Error('Graph gave no place to go on from.');
  return delta;
};
