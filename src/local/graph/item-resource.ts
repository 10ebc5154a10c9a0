import type { Identity } from './caller.ts';
import { type ColumnDefinition, typeOf } from './column-definition.ts';
import type { Database } from './database.ts';
import type { List } from './lists.ts';
import { invalidRequest } from './refusal.ts';
import { type Site, webUrlOf } from './sites.ts';
import { lookupIdOf, personByLookupId } from './user-list.ts';
import { type Fields, fieldKey } from './values.ts';

/** An item as it stands in the database. */
export type Item = {
  readonly id: number;
  readonly guid: string;
  readonly version: number;
  readonly fields: string;
  readonly created: string;
  readonly created_by: string;
  readonly modified: string;
  readonly modified_by: string;
  readonly change: number;
  readonly deleted: number;
};

/** The list an item is shown from: its site, itself and its columns. */
export type Shelf = {
  readonly db: Database;
  readonly site: Site;
  readonly list: List;
  readonly columns: readonly ColumnDefinition[];
};

export type Shown = { readonly fields: boolean; readonly select: readonly string[] | undefined };

export const eTagOf = (item: Pick<Item, 'guid' | 'version'>): string =>
  `"${item.guid},${item.version}"`;

export const versionLabel = (version: number): string => `${version}.0`;

export const itemResource = (shelf: Shelf, item: Item, shown: Shown) => ({
  '@odata.etag': eTagOf(item),
  id: String(item.id),
  eTag: eTagOf(item),
  createdDateTime: item.created,
  lastModifiedDateTime: item.modified,
  createdBy: JSON.parse(item.created_by),
  lastModifiedBy: JSON.parse(item.modified_by),
  webUrl: `${webUrlOf(shelf.site)}/Lists/${encodeURIComponent(shelf.list.name)}/${item.id}_.000`,
  parentReference: { siteId: shelf.site.id },
  contentType: { id: '0x0100', name: 'Item' },
  ...(shown.fields ? { fields: fieldsResource(shelf, item, shown.select) } : {}),
});

/** All that is not hidden and not empty; or, when somebody selects, just what they named. */
export const fieldsResource = (
  { columns }: Pick<Shelf, 'columns'>,
  item: Item,
  select: readonly string[] | undefined,
): Readonly<Record<string, unknown>> => {
  const all = { ...kept(item), ...written(columns, item) };
  if (select === undefined) return { '@odata.etag': eTagOf(item), ...all };
  const chosen = select.map(
    (name) => [name, all[name] ?? selectedValue(columns, name, item)] as const,
  );
  return {
    '@odata.etag': eTagOf(item),
    ...Object.fromEntries(chosen.filter(([, value]) => value !== undefined)),
  };
};

/** What SharePoint itself keeps about the item. */
const kept = (item: Item): Readonly<Record<string, unknown>> => ({
  id: String(item.id),
  ContentType: 'Item',
  Modified: item.modified,
  Created: item.created,
  AuthorLookupId: authorNumber(item.created_by),
  EditorLookupId: authorNumber(item.modified_by),
  _UIVersionString: versionLabel(item.version),
  Attachments: false,
});

/** An app has a number of its own in the user list, before all people. */
const authorNumber = (identity: string): string => {
  const { user } = JSON.parse(identity) as Identity;
  return lookupIdOf(user.id ?? '') ?? '5';
};

const written = (columns: readonly ColumnDefinition[], item: Item) => {
  const fields = JSON.parse(item.fields) as Fields;
  return Object.fromEntries(
    columns
      .filter(({ name, hidden, readOnly }) => !hidden && !readOnly && fields[name] !== undefined)
      .map((column) => [fieldKey(column), fields[column.name]]),
  );
};

const selectedValue = (columns: readonly ColumnDefinition[], name: string, item: Item): unknown => {
  const column = columns.find((each) => each.name === name || fieldKey(each) === name);
  if (column === undefined) throw invalidRequest(`Field '${name}' is not recognized`);
  const value = (JSON.parse(item.fields) as Fields)[column.name];
  if (typeOf(column) === 'personOrGroup' && name === column.name)
    return personByLookupId(String(value))?.name;
  return value;
};
