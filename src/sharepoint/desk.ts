import type { Cause, Item } from '../register/book.ts';
import type { GraphClient } from './graph.ts';
import { isGone } from './graph-answer.ts';
import { type ItemShape, itemFrom, pageFrom } from './item.ts';
import type { Remembered } from './site.ts';

/** What every reading and writing of one list needs. */
export type Desk = {
  readonly client: GraphClient;
  readonly list: Remembered<string>;
  readonly shape: ItemShape;
};

export const withFields = { $expand: 'fields' };

/** The list may have been made anew since it was found: once more, then, from its name. */
export const onList = async <Result>(
  { list }: Desk,
  work: (at: string) => Promise<Result>,
): Promise<Result> => {
  const known = await list.get();
  try {
    return await work(known);
  } catch (error) {
    if (!isGone(error)) throw error;
    list.forget();
    const found = await list.get();
    if (found === known) throw error;
    return work(found);
  }
};

export const itemAt = (list: string, item: string): string =>
  `${list}/items/${encodeURIComponent(item)}`;

export const readItem = async (
  desk: Desk,
  item: string,
  cause: Cause,
): Promise<Item | undefined> => {
  try {
    return await onList(desk, async (at) => {
      const call = { method: 'GET', path: itemAt(at, item), query: withFields, cause } as const;
      return itemFrom(await desk.client(call), desk.shape);
    });
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
};

type Reading = {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly cause: Cause;
};

/** Page after page, to the last, which also says where to go on from. */
export const readToEnd = async (client: GraphClient, reading: Reading) => {
  const value: unknown[] = [];
  const seen = new Set<string>();
  let page = pageFrom(await client({ method: 'GET', ...reading }));
  value.push(...page.value);
  while (page.next !== undefined) {
    if (seen.has(page.next)) throw new Error('Graph gave the same page of a list twice.');
    seen.add(page.next);
    const { cause } = reading;
    page = pageFrom(await client({ method: 'GET', path: page.next, cause }));
    value.push(...page.value);
  }
  return { value, delta: page.delta };
};
