import type { Caller } from './caller.ts';
import { columnsOf } from './columns.ts';
import type { Database } from './database.ts';
import type { Shelf, Shown } from './item-resource.ts';
import type { Hand } from './items.ts';
import { getList } from './lists.ts';
import { checkExpand, type QueryOptions } from './query-options.ts';
import type { Site } from './sites.ts';

/** A request that has been let in, with what its address names. */
export type Request = {
  readonly db: Database;
  readonly site: Site;
  readonly caller: Caller;
  readonly now: Date;
  readonly name: (part: string) => string;
  readonly options: QueryOptions;
  readonly ifMatch: string | undefined;
  /** The body as JSON, read when somebody wants it. */
  readonly body: () => unknown;
  /** This request's own address with these options changed. */
  readonly link: (changes: Readonly<Record<string, string | undefined>>) => string;
  /** The fault that makes a filter answer nothing, with no error: it happened in 2025. */
  readonly filtersAnswerNothing: boolean;
};

export type Answer = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Action = (request: Request) => Answer;

export const shown = (body: unknown): Answer => ({ status: 200, body });
export const made = (body: unknown): Answer => ({ status: 201, body });
export const done: Answer = { status: 204 };

export const shelfOf = ({ db, site, name }: Request): Shelf => {
  const list = getList(db, site, name('list'));
  return { db, site, list, columns: columnsOf(db, list.id) };
};

export const handOf = ({ caller, now }: Request): Hand => ({ caller, now });

/** Fields come with one item unless it selects other things, with many only when expanded. */
export const shownFields = ({ options }: Request, always: boolean): Shown => {
  checkExpand(options, ['fields']);
  const expanded = options.expand.find(({ name }) => name === 'fields');
  return {
    fields: expanded !== undefined || (always && options.select === undefined),
    select: expanded?.select,
  };
};

/** `$select` over a resource's own properties. */
export const pick = (request: Request, resource: Readonly<Record<string, unknown>>) => {
  const { select } = request.options;
  if (select === undefined) return resource;
  const kept = Object.entries(resource).filter(
    ([key]) => select.includes(key) || key.startsWith('@') || key === 'fields' || key === 'columns',
  );
  return Object.fromEntries(kept);
};
