import type { DatabaseSync } from 'node:sqlite';

const schemaVersion = 1;

/**
 * `floor` is the highest version any removed record had: one made again under the same key counts on from there,
 * so that nobody who remembers the old one can mistake the two.
 */
const schema = `
  CREATE TABLE record (
    school TEXT NOT NULL,
    partition TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    value TEXT NOT NULL,
    version INTEGER NOT NULL,
    due TEXT,
    lane TEXT,
    held_by TEXT,
    held_until TEXT,
    PRIMARY KEY (school, partition, kind, id)
  ) WITHOUT ROWID, STRICT;
  CREATE INDEX record_by_kind ON record (school, kind);
  CREATE INDEX record_by_due ON record (lane, due) WHERE due IS NOT NULL;
  CREATE INDEX record_by_next_due ON record (due) WHERE due IS NOT NULL;
  CREATE TABLE removed (floor INTEGER NOT NULL) STRICT;
  INSERT INTO removed (floor) VALUES (0);
  PRAGMA user_version = ${schemaVersion};
`;

/** Which pages have changed is told without reading one of them. */
const pageVersions = `
  CREATE INDEX IF NOT EXISTS page_versions ON record (school, partition, id, version)
  WHERE kind = 'page';
`;

/** What was committed survives the process and the power; another process that writes is waited for. */
const settings = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA busy_timeout = 5000;
`;

export const prepare = (database: DatabaseSync): void => {
  database.exec(settings);
  atomically(database, () => {
    const { user_version: found } = database.prepare('PRAGMA user_version').get() ?? {};
    if (found === 0) database.exec(schema);
    else if (found !== schemaVersion)
      throw new Error(`The diary was written by another version of Home Visits (${found}).`);
    database.exec(pageVersions);
  });
};

/** All of it or none of it. The write lock is taken at the start, so what is read stays true until the end. */
export const atomically = <Result>(database: DatabaseSync, work: () => Result): Result => {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
};

/** For what need not survive the power: another write that must takes it along. */
export const unhurried = <Result>(database: DatabaseSync, work: () => Result): Result => {
  database.exec('PRAGMA synchronous = NORMAL');
  try {
    return work();
  } finally {
    database.exec('PRAGMA synchronous = FULL');
  }
};
