import { type ColumnDefinition, changedColumn, newColumn, typeOf } from './column-definition.ts';
import type { Database } from './database.ts';
import { invalidRequest, nameTaken, notFound } from './refusal.ts';
import { systemColumns } from './system-columns.ts';
import { cellOf, type Fields } from './values.ts';

const mostIndexes = 20;

type ColumnRow = { readonly definition: string };

/** The columns of a list, its own first, then those SharePoint keeps. */
export const columnsOf = (db: Database, list: string): readonly ColumnDefinition[] => {
  const rows = db.all<ColumnRow>(
    'select definition from graph_columns where list = ? order by position',
    list,
  );
  return [...rows.map((row) => JSON.parse(row.definition) as ColumnDefinition), ...systemColumns];
};

export const getColumn = (db: Database, list: string, reference: string): ColumnDefinition => {
  const column = columnsOf(db, list).find(({ id, name }) => id === reference || name === reference);
  if (column === undefined) throw notFound();
  return column;
};

export const addColumn = (db: Database, list: string, given: unknown): ColumnDefinition => {
  const column = newColumn(given);
  const columns = columnsOf(db, list);
  if (columns.some(({ name }) => name.toLowerCase() === column.name.toLowerCase()))
    throw nameTaken(`A duplicate field name "${column.name}" was found.`);
  checkIndexes([...columns, column]);
  db.whole(() => {
    saveColumn(db, list, column);
    if (column.indexed) fillCells(db, list, column);
  });
  return column;
};

/** Puts the definition down as it is: for the columns a list is born with. */
export const saveColumn = (db: Database, list: string, column: ColumnDefinition): void =>
  db.run(
    `insert into graph_columns (list, position, name, definition)
     values (?, (select count(*) from graph_columns where list = ?), ?, ?)
     on conflict (list, name) do update set definition = excluded.definition`,
    list,
    list,
    column.name,
    JSON.stringify(column),
  );

export const changeColumn = (
  db: Database,
  list: string,
  change: { readonly reference: string; readonly given: unknown },
): ColumnDefinition => {
  const before = getColumn(db, list, change.reference);
  const after = changedColumn(before, change.given);
  const others = columnsOf(db, list).filter(({ id }) => id !== before.id);
  checkIndexes([...others, after]);
  db.whole(() => {
    saveColumn(db, list, after);
    if (after.indexed !== before.indexed) refillCells(db, list, after);
    if (after.enforceUniqueValues) checkAllUnique(db, list, after);
  });
  return after;
};

export const removeColumn = (db: Database, list: string, reference: string): void => {
  const column = getColumn(db, list, reference);
  if (column.readOnly || column.name === 'Title')
    throw invalidRequest(`Column '${column.name}' cannot be deleted.`);
  db.whole(() => {
    db.run('delete from graph_cells where list = ? and name = ?', list, column.name);
    db.run('delete from graph_columns where list = ? and name = ?', list, column.name);
  });
};

const checkIndexes = (columns: readonly ColumnDefinition[]): void => {
  if (columns.filter(({ indexed }) => indexed).length > mostIndexes)
    throw invalidRequest(`A list cannot have more than ${mostIndexes} indexed columns.`);
};

const refillCells = (db: Database, list: string, column: ColumnDefinition): void => {
  db.run('delete from graph_cells where list = ? and name = ?', list, column.name);
  if (column.indexed) fillCells(db, list, column);
};

const fillCells = (db: Database, list: string, column: ColumnDefinition): void => {
  const items = db.all<{ id: number; fields: string }>(
    'select id, fields from graph_items where list = ? and deleted = 0',
    list,
  );
  for (const { id, fields } of items) {
    const value = cellOf(typeOf(column), (JSON.parse(fields) as Fields)[column.name]);
    db.run(
      'insert into graph_cells (list, name, item, value) values (?, ?, ?, ?)',
      list,
      column.name,
      id,
      value,
    );
  }
};

const checkAllUnique = (db: Database, list: string, column: ColumnDefinition): void => {
  const twice = db.one(
    `select value from graph_cells where list = ? and name = ? and value is not null
     group by value having count(*) > 1`,
    list,
    column.name,
  );
  if (twice !== undefined)
    throw invalidRequest(`Column '${column.name}' already has duplicate values.`);
};
