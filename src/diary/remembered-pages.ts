/** Pages are long and asked for often, and few have changed: one whose version is known is not read again. */
import type { StatementSync } from 'node:sqlite';
import type { DiaryRecord, Key } from '../journeys/diary.ts';
import type { SchoolId } from '../vocabulary.ts';
import { keyValues, recordOf } from './rows.ts';

type Statements = Readonly<Record<'read' | 'version' | 'pageVersions', StatementSync>>;

/** A version comes once: what is made again under the same key counts on from the one that was removed. */
export const rememberPages = (statements: Statements) => {
  const known = new Map<SchoolId, Map<string, DiaryRecord>>();
  const of = (school: SchoolId) => known.get(school) ?? new Map<string, DiaryRecord>();
  /** `version` is what the diary holds of it now. */
  const asOf = (key: Key, version: unknown): DiaryRecord | undefined => {
    const same = of(key.school).get(nameOf(key));
    if (same?.version === Number(version)) return same;
    const row = statements.read.get(...keyValues(key));
    return row === undefined ? undefined : recordOf(row);
  };
  return {
    read: (key: Key): DiaryRecord | undefined => {
      const { version } = statements.version.get(...keyValues(key)) ?? {};
      const record = version === undefined ? undefined : asOf(key, version);
      const pages = of(key.school);
      if (record === undefined) pages.delete(nameOf(key));
      else pages.set(nameOf(key), record);
      known.set(key.school, pages);
      return record;
    },
    list: (school: SchoolId): readonly DiaryRecord[] => {
      const now = new Map<string, DiaryRecord>();
      for (const { partition, id, version } of statements.pageVersions.all(school)) {
        const key: Key = { school, partition: String(partition), kind: 'page', id: String(id) };
        const record = asOf(key, version);
        if (record !== undefined) now.set(nameOf(key), record);
      }
      known.set(school, now);
      return [...now.values()];
    },
  };
};

const nameOf = ({ partition, id }: Key): string => JSON.stringify([partition, id]);
