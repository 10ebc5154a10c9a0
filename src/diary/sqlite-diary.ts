/** The diary in one SQLite file: the embedded default, for a school on one machine. */
import { chmodSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Change, Claim, Diary, DiaryRecord, Key } from '../journeys/diary.ts';
import { instant } from '../vocabulary.ts';
import { checkOnePartition, isAsExpected, keyOf, textOfValue } from './changes.ts';
import { rememberPages } from './remembered-pages.ts';
import { keyValues, recordOf } from './rows.ts';
import { atomically, prepare, unhurried } from './schema.ts';
import { commitTogether } from './together.ts';

export const sqliteDiary = (path: string | ':memory:'): Diary => {
  const database = new DatabaseSync(path);
  // It names people and addresses: nobody else on the machine reads it. The log beside it follows suit.
  if (path !== ':memory:') chmodSync(path, 0o600);
  prepare(database);
  const statements = prepareStatements(database);
  const pages = rememberPages(statements);
  const together = commitTogether(
    database,
    (changes: readonly Readied[]) => commit(statements, changes),
    (changes) => changes.every(isAnswer),
  );
  return {
    read: async (key) => {
      if (key.kind === 'page') return pages.read(key);
      const row = statements.read.get(...keyValues(key));
      return row === undefined ? undefined : recordOf(row);
    },
    readPartition: async (school, partition, kind) =>
      (kind === undefined
        ? statements.readPartition.all(school, partition)
        : statements.readKind.all(school, partition, kind)
      ).map(recordOf),
    list: async (school, kind) =>
      kind === 'page' ? pages.list(school) : statements.list.all(school, kind).map(recordOf),
    commit: async (changes) => {
      checkOnePartition(changes);
      return together.add(changes.map(readied));
    },
    claimDue: async (claim) => {
      if (!isAnyDue(statements, claim)) return [];
      // A claim that the power took away is no loss: what it held is due again.
      return unhurried(database, () => atomically(database, () => claimDue(statements, claim)));
    },
    // Lost with the power, it is no more than a claim that ended sooner.
    renew: async (record, { by, until }) =>
      unhurried(
        database,
        () => statements.renew.run(until, ...keyValues(record), record.version, by).changes > 0,
      ),
    nextDue: async () => {
      const { due } = statements.nextDue.get() ?? {};
      return typeof due === 'string' ? instant(due) : undefined;
    },
    close: async () => {
      if (!database.isOpen) return;
      together.finish();
      database.close();
    },
  };
};

type Statements = ReturnType<typeof prepareStatements>;

const byKey = 'WHERE school = ? AND partition = ? AND kind = ? AND id = ?';

const prepareStatements = (database: DatabaseSync) => ({
  read: database.prepare(`SELECT * FROM record ${byKey}`),
  version: database.prepare(`SELECT version FROM record ${byKey}`),
  readPartition: database.prepare(
    'SELECT * FROM record WHERE school = ? AND partition = ? ORDER BY kind, id',
  ),
  readKind: database.prepare(
    'SELECT * FROM record WHERE school = ? AND partition = ? AND kind = ? ORDER BY id',
  ),
  list: database.prepare(
    'SELECT * FROM record WHERE school = ? AND kind = ? ORDER BY partition, id',
  ),
  pageVersions: database.prepare(
    `SELECT partition, id, version FROM record
     WHERE school = ? AND kind = 'page' ORDER BY partition, id`,
  ),
  put: database.prepare(
    `INSERT OR REPLACE INTO record (school, partition, kind, id, value, version, due, lane)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  remove: database.prepare(`DELETE FROM record ${byKey}`),
  floor: database.prepare('SELECT floor FROM removed'),
  raiseFloor: database.prepare('UPDATE removed SET floor = max(floor, ?)'),
  due: database.prepare(
    `SELECT * FROM record
     WHERE lane = ? AND due <= ? AND (held_until IS NULL OR held_until <= ?)
     ORDER BY due LIMIT ?`,
  ),
  isAnyDue: database.prepare(
    `SELECT 1 FROM record
     WHERE lane = ? AND due <= ? AND (held_until IS NULL OR held_until <= ?)
     LIMIT 1`,
  ),
  hold: database.prepare(`UPDATE record SET held_by = ?, held_until = ? ${byKey}`),
  renew: database.prepare(
    `UPDATE record SET held_until = ? ${byKey} AND version = ? AND held_by = ?`,
  ),
  nextDue: database.prepare('SELECT min(due) AS due FROM record WHERE due IS NOT NULL'),
});

/** A change with the text that is kept, made before anything is locked. */
type Readied = { readonly change: Change; readonly text: string };

/** How something was answered, for when it is delivered again: what it did is told by its own id. */
const isAnswer = ({ change }: Readied): boolean => keyOf(change).kind === 'seen';

const readied = (change: Change): Readied => ({
  change,
  text: 'put' in change ? textOfValue(change) : '',
});

const commit = (statements: Statements, changes: readonly Readied[]): 'done' | 'clash' => {
  const found = new Map<string, number | undefined>();
  for (const { change } of changes) {
    const name = nameIn(change);
    if (!found.has(name)) found.set(name, versionOf(statements, keyOf(change)));
  }
  const holds = changes.every(({ change }) => isAsExpected(change, found.get(nameIn(change))));
  if (!holds) return 'clash';
  for (const change of changes) {
    const name = nameIn(change.change);
    found.set(name, apply(statements, change, found.get(name)));
  }
  return 'done';
};

/** All changes of one commit are in one partition. */
const nameIn = (change: Change): string => {
  const { kind, id } = keyOf(change);
  return `${kind} ${id}`;
};

const versionOf = (statements: Statements, key: Key): number | undefined => {
  const { version } = statements.version.get(...keyValues(key)) ?? {};
  return version === undefined ? undefined : Number(version);
};

/** The version it has afterwards. */
const apply = (
  statements: Statements,
  { change, text }: Readied,
  version: number | undefined,
): number | undefined => {
  const key = keyOf(change);
  if (!('put' in change)) {
    if (version === undefined) return undefined;
    statements.raiseFloor.run(version);
    statements.remove.run(...keyValues(key));
    return undefined;
  }
  const next = (version ?? floorOf(statements)) + 1;
  // Replacing the row also lets go of whoever held it.
  const { due } = change;
  const lane = due === undefined ? null : (change.lane ?? 'ordinary');
  statements.put.run(...keyValues(key), text, next, due ?? null, lane);
  return next;
};

const floorOf = (statements: Statements): number => Number(statements.floor.get()?.['floor']);

const isAnyDue = (statements: Statements, { lane, now }: Claim): boolean =>
  statements.isAnyDue.get(lane, now, now) !== undefined;

const dueBy = (statements: Statements, { lane, now, limit }: Claim) =>
  statements.due.all(lane, now, now, limit);

const claimDue = (statements: Statements, claim: Claim): readonly DiaryRecord[] => {
  const { by, until } = claim;
  const records = dueBy(statements, claim).map(recordOf);
  for (const record of records) statements.hold.run(by, until, ...keyValues(record));
  return records;
};
