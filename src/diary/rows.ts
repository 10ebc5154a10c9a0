/** A record as a row of the database. */
import type { SQLOutputValue } from 'node:sqlite';
import type { DiaryRecord, Key, Kind } from '../journeys/diary.ts';
import { instant, schoolId } from '../vocabulary.ts';

export const keyValues = (key: Key) => [key.school, key.partition, key.kind, key.id] as const;

export const recordOf = (row: Record<string, SQLOutputValue>): DiaryRecord => {
  const { school, partition, kind, id, value, version, due, lane } = row;
  return {
    school: schoolId(String(school)),
    partition: String(partition),
    // Nothing but `commit` writes this column.
    kind: String(kind) as Kind,
    id: String(id),
    value: JSON.parse(String(value)),
    version: Number(version),
    ...(typeof due === 'string' && {
      due: instant(due),
      lane: lane === 'alarm' ? 'alarm' : 'ordinary',
    }),
  };
};
