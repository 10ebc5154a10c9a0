import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

/** The few ways the Graph service speaks to SQLite. A row's shape is said by the query that asks for it. */
export type Database = {
  readonly all: <Row>(sql: string, ...values: readonly SQLInputValue[]) => readonly Row[];
  readonly one: <Row>(sql: string, ...values: readonly SQLInputValue[]) => Row | undefined;
  readonly run: (sql: string, ...values: readonly SQLInputValue[]) => void;
  /** All of the work, or none of it. */
  readonly whole: <Result>(work: () => Result) => Result;
  readonly close: () => void;
};

const schema = `
  create table if not exists graph_facts (name text primary key, value text not null) strict;
  create table if not exists graph_sites (
    id text primary key, name text not null unique collate nocase, title text not null,
    writers text not null, readers text not null, created text not null) strict;
  create table if not exists graph_lists (
    id text primary key, site text not null, name text not null collate nocase,
    title text not null collate nocase, description text not null, template text not null,
    system integer not null, created text not null, created_by text not null,
    modified text not null, last_item integer not null default 0) strict;
  create table if not exists graph_columns (
    list text not null, position integer not null, name text not null, definition text not null,
    primary key (list, name)) strict;
  create table if not exists graph_items (
    list text not null, id integer not null, guid text not null, version integer not null,
    fields text not null, created text not null, created_by text not null,
    modified text not null, modified_by text not null, change integer not null,
    deleted integer not null default 0, primary key (list, id)) strict;
  create index if not exists graph_items_by_change on graph_items (list, change);
  create table if not exists graph_versions (
    list text not null, item integer not null, version integer not null, fields text not null,
    modified text not null, modified_by text not null, primary key (list, item, version)) strict;
  create table if not exists graph_cells (
    list text not null, name text not null, item integer not null, value collate nocase,
    primary key (list, item, name));
  create index if not exists graph_cells_by_value on graph_cells (list, name, value, item);
`;

export const openDatabase = (database: DatabaseSync | string): Database => {
  const opened = typeof database === 'string' ? new DatabaseSync(database) : database;
  if (typeof database === 'string')
    opened.exec('pragma journal_mode = wal; pragma synchronous = normal');
  opened.exec(schema);
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    const statement = statements.get(sql) ?? opened.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    all: <Row>(sql: string, ...values: readonly SQLInputValue[]) =>
      prepared(sql).all(...values) as readonly unknown[] as readonly Row[],
    one: <Row>(sql: string, ...values: readonly SQLInputValue[]) =>
      prepared(sql).get(...values) as unknown as Row | undefined,
    run: (sql, ...values) => void prepared(sql).run(...values),
    whole: (work) => whole(opened, work),
    close: () => opened.close(),
  };
};

const whole = <Result>(opened: DatabaseSync, work: () => Result): Result => {
  if (opened.isTransaction) return work();
  opened.exec('begin immediate');
  try {
    const result = work();
    opened.exec('commit');
    return result;
  } catch (error) {
    opened.exec('rollback');
    throw error;
  }
};
