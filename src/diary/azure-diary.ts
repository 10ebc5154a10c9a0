/** The diary in Azure Table Storage: for a school in Azure, on as many machines as it takes. */
import { type Claim, type Diary, DiaryClash, type DiaryRecord } from '../journeys/diary.ts';
import { type Instant, instant, type SchoolId } from '../vocabulary.ts';
import { openTable, type Place, type Table } from './table.ts';
import { hold, holdDue } from './table-claim.ts';
import { commitTo, finishLeft, moreOf } from './table-commit.ts';
import {
  beginningWith,
  duePrefix,
  type Found,
  kindPrefix,
  kinds,
  leftPrefix,
  partitionKeyOf,
  partitionPrefix,
  recordOf,
  rowKeyOf,
  wholeText,
} from './table-rows.ts';

const lanes = ['alarm', 'ordinary'] as const;
const mostTries = 20;

/** `schools`: whose due records are claimed here. A table may hold others, whom other machines serve. */
export const azureDiary = (place: Place, schools: readonly SchoolId[]): Diary => {
  const table = openTable(place);
  return {
    read: (key) => readAt(table, key.school, rowKeyOf(key)),
    readPartition: async (school, partition, kind) => {
      const wanted = kind === undefined ? kinds : [kind];
      const prefixes = wanted.map((each) => partitionPrefix(each, partition));
      return (await Promise.all(prefixes.map((each) => readAll(table, school, each)))).flat();
    },
    list: (school, kind) => readAll(table, school, kindPrefix(kind)),
    commit: (changes) => commitTo(table, changes),
    claimDue: (claim) => claimDue(table, schools, claim),
    renew: (record, claim) => renew(table, record, claim),
    nextDue: () => nextDue(table, schools),
    // Nothing is kept open but connections, which close by themselves.
    close: async () => undefined,
  };
};

const readAt = async (
  table: Table,
  school: SchoolId,
  rowKey: string,
): Promise<DiaryRecord | undefined> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const found = await table.get(partitionKeyOf(school), rowKey);
    if (found === undefined) return undefined;
    const more = await moreOf(table, found);
    if (more !== undefined) return recordOf(school, found.row, wholeText(found.row, more));
  }
  throw new DiaryClash('A long record changed each time it was read.');
};

/** In the order of partition and id, as every diary has it. */
const readAll = async (
  table: Table,
  school: SchoolId,
  prefix: string,
): Promise<readonly DiaryRecord[]> => {
  const found = await table.range(partitionKeyOf(school), beginningWith(prefix));
  const records = await Promise.all(
    found.map(async (each) => {
      const more = await moreOf(table, each);
      if (more === undefined) return readAt(table, school, each.row.rowKey);
      return recordOf(school, each.row, wholeText(each.row, more));
    }),
  );
  return records.flatMap((each) => (each === undefined ? [] : [each])).toSorted(byKey);
};

const byKey = (one: DiaryRecord, other: DiaryRecord): number =>
  inOrder(one.partition, other.partition) || inOrder(one.id, other.id);

const inOrder = (one: string, other: string): number => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};

const claimDue = async (
  table: Table,
  schools: readonly SchoolId[],
  claim: Claim,
): Promise<readonly DiaryRecord[]> => {
  // What a killed instance left of a large commit is part of what is due: it may be an alarm.
  await Promise.all(schools.map((school) => finishAll(table, school)));
  const held = await holdDue(table, schools.map(partitionKeyOf), claim);
  const bySchool = new Map(schools.map((school) => [partitionKeyOf(school), school]));
  const records = await Promise.all(
    held.map(async ({ row: { partitionKey, record = '', due, rowKey } }) => {
      const school = bySchool.get(partitionKey);
      const found = school && (await readAt(table, school, record));
      // Moved while it was being claimed: then its new time is free.
      return found?.due === due && rowKey.startsWith(duePrefix(found?.lane ?? 'ordinary'))
        ? found
        : undefined;
    }),
  );
  return records.flatMap((each) => (each === undefined ? [] : [each]));
};

const finishAll = async (table: Table, school: SchoolId): Promise<void> => {
  const left = await table.range(partitionKeyOf(school), beginningWith(leftPrefix));
  for (const { row } of left) await finishLeft(table, row);
};

const renew = async (
  table: Table,
  record: DiaryRecord,
  claim: Pick<Claim, 'by' | 'until'>,
): Promise<boolean> => {
  const partitionKey = partitionKeyOf(record.school);
  const now = await table.get(partitionKey, rowKeyOf(record));
  const dueKey = now?.row['dueRow'];
  if (dueKey === undefined || now?.row['version'] !== String(record.version)) return false;
  const due = await table.get(partitionKey, dueKey);
  if (due?.row['heldBy'] !== claim.by) return false;
  return hold(table, [due], claim);
};

const nextDue = async (
  table: Table,
  schools: readonly SchoolId[],
): Promise<Instant | undefined> => {
  const firsts = await Promise.all(
    schools.flatMap((school) =>
      lanes.map(
        (lane): Promise<readonly Found[]> =>
          table.range(partitionKeyOf(school), { ...beginningWith(duePrefix(lane)), limit: 1 }),
      ),
    ),
  );
  const [first] = firsts
    .flat()
    .map(({ row }) => row['due'] ?? '')
    .toSorted();
  return first === undefined ? undefined : instant(first);
};
