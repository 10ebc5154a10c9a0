import {
  fieldsResource,
  type Item,
  type Shelf,
  type Shown,
  versionLabel,
} from './item-resource.ts';
import { checkMatch, getItem, type Hand, writeFields } from './items.ts';
import { accessDenied, invalidRequest, notFound } from './refusal.ts';
import type { Fields } from './values.ts';

type VersionRow = Pick<Item, 'version' | 'fields' | 'modified' | 'modified_by'>;
type Which = { readonly item: string; readonly version: string };

/** Every version of an item, the newest first. */
export const versionResources = (shelf: Shelf, id: string, shown: Shown) => {
  const item = getItem(shelf, id);
  const rows = shelf.db.all<VersionRow>(
    `select version, fields, modified, modified_by from graph_versions
     where list = ? and item = ? order by version desc`,
    shelf.list.id,
    item.id,
  );
  return rows.map((row) => versionResource(shelf, { ...item, ...row }, shown));
};

export const versionResource = (shelf: Shelf, item: Item, shown: Shown) => ({
  id: versionLabel(item.version),
  lastModifiedDateTime: item.modified,
  lastModifiedBy: JSON.parse(item.modified_by),
  published: { level: 'published', versionId: versionLabel(item.version) },
  ...(shown.fields ? { fields: fieldsResource(shelf, item, shown.select) } : {}),
});

export const itemAtVersion = (shelf: Shelf, which: Which): Item => {
  const item = getItem(shelf, which.item);
  const row = shelf.db.one<VersionRow>(
    `select version, fields, modified, modified_by from graph_versions
     where list = ? and item = ? and version = ?`,
    shelf.list.id,
    item.id,
    numberOf(which.version),
  );
  if (row === undefined) throw notFound();
  return { ...item, ...row };
};

/** What stood in an older version becomes a new version, in the name of whoever restores it. */
export const restoreVersion = (
  shelf: Shelf,
  which: Which & { readonly ifMatch: string | undefined },
  hand: Hand,
): void => {
  if (shelf.list.system === 1) throw accessDenied();
  const current = getItem(shelf, which.item);
  checkMatch(current, which.ifMatch);
  const older = itemAtVersion(shelf, which);
  if (older.version === current.version)
    throw invalidRequest('The current version cannot be restored.');
  const known = new Set(shelf.columns.map(({ name }) => name));
  const fields: Fields = Object.fromEntries(
    Object.entries(JSON.parse(older.fields) as Fields).filter(([name]) => known.has(name)),
  );
  shelf.db.whole(() => writeFields(shelf, current, { fields, hand }));
};

const numberOf = (label: string): number => {
  const match = /^([1-9]\d*)\.0$/.exec(label);
  if (match === null) throw notFound();
  return Number(match[1]);
};
