import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Caller, identityOf } from './caller.ts';
import { addColumn, columnsOf, saveColumn } from './columns.ts';
import type { Database } from './database.ts';
import { toSeconds } from './date-value.ts';
import { invalidRequest, nameTaken, notFound, notInLocalTenant } from './refusal.ts';
import { type Site, webUrlOf } from './sites.ts';
import { titleColumn } from './system-columns.ts';

/** A list as it stands in the database. */
export type List = {
  readonly id: string;
  readonly site: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly template: string;
  readonly system: number;
  readonly created: string;
  readonly created_by: string;
  readonly modified: string;
};

const body = z.strictObject({
  displayName: z.string().min(1).max(255),
  name: z.string().optional(),
  description: z.string().default(''),
  columns: z.array(z.unknown()).default([]),
  list: z.looseObject({ template: z.string().default('genericList') }).default({
    template: 'genericList',
  }),
});

export const createList = (
  db: Database,
  site: Site,
  asked: { readonly given: unknown; readonly caller: Caller; readonly now: Date },
): List => {
  const parsed = body.safeParse(asked.given);
  if (!parsed.success) throw invalidRequest(`Invalid list: ${parsed.error.issues[0]?.message}`);
  const { displayName, description, columns, list } = parsed.data;
  if (list.template !== 'genericList') throw notInLocalTenant(`lists of template ${list.template}`);
  if (titled(db, site, displayName) !== undefined)
    throw nameTaken(
      'A list, survey, discussion board, or document library with the specified title already exists in this Web site.',
    );
  return db.whole(() => {
    const made = insertList(db, site, { ...asked, displayName, description });
    saveColumn(db, made.id, titleColumn);
    for (const column of columns) addColumn(db, made.id, column);
    return made;
  });
};

const insertList = (
  db: Database,
  site: Site,
  asked: {
    readonly displayName: string;
    readonly description: string;
    readonly caller: Caller;
    readonly now: Date;
  },
): List => {
  const id = randomUUID();
  const now = toSeconds(asked.now);
  db.run(
    `insert into graph_lists (id, site, name, title, description, template, system, created, created_by, modified)
     values (?, ?, ?, ?, ?, 'genericList', 0, ?, ?, ?)`,
    id,
    site.id,
    asked.displayName,
    asked.displayName,
    asked.description,
    now,
    JSON.stringify(identityOf(asked.caller)),
    now,
  );
  return getList(db, site, id);
};

const titled = (db: Database, site: Site, title: string): List | undefined =>
  db.one<List>('select * from graph_lists where site = ? and title = ?', site.id, title);

/** A list is found by its id or by its title, as in Graph. */
export const getList = (db: Database, site: Site, reference: string): List => {
  const byId = db.one<List>(
    'select * from graph_lists where site = ? and id = ?',
    site.id,
    reference.toLowerCase(),
  );
  const list = byId ?? titled(db, site, reference);
  if (list === undefined) throw notFound();
  return list;
};

/** Every list people made; SharePoint's own are found by name only. */
export const allLists = (db: Database, site: Site): readonly List[] =>
  db.all<List>('select * from graph_lists where site = ? and system = 0 order by title', site.id);

export const listResource = (site: Site, list: List) => ({
  '@odata.etag': `"${list.id},1"`,
  id: list.id,
  eTag: `"${list.id},1"`,
  name: list.name,
  displayName: list.title,
  description: list.description,
  webUrl: `${webUrlOf(site)}/Lists/${encodeURIComponent(list.name)}`,
  createdDateTime: list.created,
  lastModifiedDateTime: list.modified,
  createdBy: JSON.parse(list.created_by),
  parentReference: { siteId: site.id },
  list: { contentTypesEnabled: false, hidden: list.system === 1, template: list.template },
});

/** Hidden columns are shown only to those who ask for `hidden`. */
export const columnResources = (db: Database, list: List, select: readonly string[] | undefined) =>
  columnsOf(db, list.id).filter(({ hidden }) => !hidden || select?.includes('hidden'));
