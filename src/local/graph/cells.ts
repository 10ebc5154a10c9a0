import { type ColumnDefinition, typeOf } from './column-definition.ts';
import type { Shelf } from './item-resource.ts';
import { invalidRequest } from './refusal.ts';
import { cellOf, type Fields } from './values.ts';

/** Puts an item's values into the indexes of its list; a unique one lets no second item in. */
export const indexFields = (shelf: Shelf, item: number, fields: Fields): void => {
  for (const column of shelf.columns.filter(({ indexed }) => indexed)) {
    const value = cellOf(typeOf(column), fields[column.name]);
    if (column.enforceUniqueValues && value !== null) checkFree(shelf, column, { item, value });
    shelf.db.run(
      'insert or replace into graph_cells (list, name, item, value) values (?, ?, ?, ?)',
      shelf.list.id,
      column.name,
      item,
      value,
    );
  }
};

const checkFree = (
  { db, list }: Shelf,
  column: ColumnDefinition,
  asked: { readonly item: number; readonly value: string | number },
): void => {
  const other = db.one(
    'select item from graph_cells where list = ? and name = ? and value = ? and item <> ?',
    list.id,
    column.name,
    asked.value,
    asked.item,
  );
  if (other !== undefined)
    throw invalidRequest(
      'One or more fields with unique constraints already has the provided value.',
    );
};
