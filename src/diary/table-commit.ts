/** A commit, in one transaction of the table; what does not fit is written down in it and follows at once. */
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type Change, DiaryClash, type Due, type Key } from '../journeys/diary.ts';
import { instant, schoolId } from '../vocabulary.ts';
import { checkOnePartition, isAsExpected, keyOf, textOfValue } from './changes.ts';
import { mayPass, type Table } from './table.ts';
import { type Action, mostActions, mostBytes } from './table-batch.ts';
import {
  dueRowOf,
  type Found,
  leftPrefix,
  moreKeysOf,
  type Named,
  partitionKeyOf,
  rowKeyOf,
  rowsOf,
  rowsOfText,
  wholeText,
} from './table-rows.ts';

/** One change with what it finds and what it does to the table. */
type Step = {
  readonly change: Change;
  readonly found: Found | undefined;
  readonly actions: readonly Action[];
};

/** Kept free for the row that says what is left. */
const spareActions = 10;
const mostTries = 40;

/** All of it or none of it, as `Diary.commit` has it. */
export const commitTo = async (
  table: Table,
  changes: readonly Change[],
): Promise<'done' | 'clash'> => {
  checkOnePartition(changes);
  const [first] = changes;
  if (first === undefined) return 'done';
  const id = randomUUID();
  const left: Named = {
    partitionKey: partitionKeyOf(keyOf(first).school),
    rowKey: `${leftPrefix}${id}`,
  };
  let unheard = false;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const steps = await stepsFor(table, lastOfEach(changes), id);
    const ours = steps.some(({ found }) => found?.row['commit'] === id);
    if (ours || (unheard && areGone(changes, steps))) return finished(table, left);
    if (!areAsExpected(changes, steps)) return 'clash';
    const { now, later } = fitting(steps);
    const actions = [...actionsOf(now), ...leaving(left, later)];
    if (actions.length === 0) return 'done';
    const outcome = await table.submit(actions).catch((error: unknown) => {
      if (!mayPass(error)) throw error;
      unheard = true;
    });
    if (outcome === 'done') return later.length === 0 ? 'done' : finished(table, left);
    await pause(randomInt(5, 10 + 10 * Math.min(tries, 20)));
  }
  throw new DiaryClash('The diary did not take a commit, however often it was tried.');
};

/** Where one key is changed twice, the last stands. */
const lastOfEach = (changes: readonly Change[]): readonly Change[] => [
  ...new Map(changes.map((change) => [rowKeyOf(keyOf(change)), change])).values(),
];

const stepsFor = (
  table: Table,
  changes: readonly Change[],
  commit: string,
): Promise<readonly Step[]> =>
  Promise.all(
    changes.map(async (change) => {
      const key = keyOf(change);
      const found = await table.get(partitionKeyOf(key.school), rowKeyOf(key));
      return { change, found, actions: actionsFor(change, found, commit) };
    }),
  );

const versionOf = (found: Found | undefined): number | undefined =>
  found === undefined ? undefined : Number(found.row['version']);

/** Every expectation counts, those of changes that another of the same commit undoes, too. */
const areAsExpected = (changes: readonly Change[], steps: readonly Step[]): boolean => {
  const versions = new Map(
    steps.map(({ change, found }) => [rowKeyOf(keyOf(change)), versionOf(found)]),
  );
  return changes.every((change) => isAsExpected(change, versions.get(rowKeyOf(keyOf(change)))));
};

/** A commit that only removes leaves no mark by which to know it again. */
const areGone = (changes: readonly Change[], steps: readonly Step[]): boolean =>
  changes.every((change) => 'remove' in change) && steps.every(({ found }) => found === undefined);

/** A record made anew counts on from the time, so that nobody can mistake it for the one it follows. */
const nextVersion = (found: Found | undefined): number =>
  (versionOf(found) ?? Date.now() * 2_048 + randomInt(2_048)) + 1;

const actionsFor = (
  change: Change,
  found: Found | undefined,
  commit: string,
): readonly Action[] => {
  const old = found === undefined ? [] : besides(found);
  if (!('put' in change)) {
    if (found === undefined) return [];
    return [{ kind: 'delete', row: found.row, etag: found.etag }, ...old.map(deleting)];
  }
  const { put, due, lane } = change;
  const written = { ...put, ...(due && { due }), ...(lane && { lane }) };
  const [row, ...more] = rowsOf(
    { ...written, text: textOfValue(change), version: nextVersion(found) },
    commit,
  );
  const dueRow = dueRowOf(row);
  const same = dueRow !== undefined && dueRow.rowKey === found?.row['dueRow'];
  return [
    found === undefined ? { kind: 'create', row } : { kind: 'replace', row, etag: found.etag },
    ...more.map((each): Action => ({ kind: 'create', row: each })),
    // Written anew even where the time is the same: that lets go of whoever held it.
    ...(dueRow === undefined ? [] : [{ kind: same ? 'replace' : 'create', row: dueRow } as const]),
    ...old.filter(({ rowKey }) => !same || rowKey !== dueRow.rowKey).map(deleting),
  ];
};

const deleting = (row: Named): Action => ({ kind: 'delete', row });

/** The other rows of a record. Who changes the record changes them with it, so its eTag answers for all. */
const besides = ({ row }: Found): readonly Named[] =>
  [...moreKeysOf(row), ...(row['dueRow'] === undefined ? [] : [row['dueRow']])].map((rowKey) => ({
    partitionKey: row.partitionKey,
    rowKey,
  }));

const actionsOf = (steps: readonly Step[]): readonly Action[] =>
  steps.flatMap(({ actions }) => actions);

/** What expects something goes first: all expectations must hold at one moment. */
const fitting = (steps: readonly Step[]) => {
  const bytes = Buffer.byteLength(JSON.stringify(actionsOf(steps)));
  if (bytes > mostBytes) throw new Error(`A commit of ${bytes} bytes is too large for the diary.`);
  if (actionsOf(steps).length <= mostActions) return { now: steps, later: [] };
  // What is left is written twice: once as what is left.
  if (bytes > mostBytes / 2) throw new Error(`A commit of ${steps.length} changes is too large.`);
  const guarded = steps.filter(({ change }) => change.expects !== undefined);
  const free = steps.filter(({ change }) => change.expects === undefined);
  const { now, later } = upTo(mostActions - spareActions, [...guarded, ...free]);
  if (later.some(({ change }) => change.expects !== undefined))
    throw new Error('A commit expects more than the diary can compare at once.');
  return { now, later };
};

const upTo = (most: number, steps: readonly Step[]) => {
  let count = 0;
  const end = steps.findIndex(({ actions }) => {
    count += actions.length;
    return count > most;
  });
  if (end === -1) return { now: steps, later: [] };
  return { now: steps.slice(0, end), later: steps.slice(end) };
};

/** `was`: the version there was, so that what somebody has written meanwhile is left alone. */
const leftShape = z.array(
  z.object({
    key: z.object({
      school: z.string().transform(schoolId),
      partition: z.string(),
      kind: z.custom<Key['kind']>((kind) => typeof kind === 'string'),
      id: z.string(),
    }),
    put: z.object({ value: z.unknown() }).optional(),
    due: z.string().transform(instant).optional(),
    lane: z.enum(['alarm', 'ordinary']).optional(),
    was: z.number().optional(),
  }),
);
type Left = z.infer<typeof leftShape>[number];

const leftOf = ({ change, found }: Step) => ({
  key: keyOf(change),
  ...('put' in change && {
    put: { value: change.value },
    due: change.due,
    lane: change.lane,
  }),
  was: versionOf(found),
});

const leaving = (named: Named, later: readonly Step[]): readonly Action[] =>
  later.length === 0
    ? []
    : leftRows(named, later.map(leftOf)).map((row) => ({ kind: 'create', row }));

const leftRows = (named: Named, left: readonly object[]) =>
  rowsOfText(named, { text: JSON.stringify(left), version: nextVersion(undefined), more: {} });

const finished = async (table: Table, left: Named): Promise<'done'> => {
  await finishLeft(table, left);
  return 'done';
};

/** Does what a commit left to do, slice by slice, whoever made it; each slice is done once. */
export const finishLeft = async (table: Table, named: Named): Promise<void> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const found = await table.get(named.partitionKey, named.rowKey);
    if (found === undefined) return;
    const more = await moreOf(table, found);
    if (more === undefined) continue;
    const left = leftShape.parse(JSON.parse(wholeText(found.row, more)));
    const steps = await stepsFor(table, left.map(changeOf), named.rowKey);
    const { now, later } = upTo(mostActions - 2 * spareActions, steps);
    const due = now.filter(({ found: there }, at) => versionOf(there) === left[at]?.was);
    const outcome = await table
      .submit([...actionsOf(due), ...leftAfter(found, left.slice(left.length - later.length))])
      .catch((error: unknown) => {
        if (!mayPass(error)) throw error;
      });
    if (outcome !== 'done') await pause(randomInt(5, 50));
  }
  throw new DiaryClash('The rest of a commit could not be written.');
};

const changeOf = ({ key, put, due, lane }: Left): Change => {
  const when: Due = { ...(due && { due }), ...(lane && { lane }) };
  return put === undefined ? { remove: key } : { put: key, value: put.value, ...when };
};

/** The row is replaced with what then remains, or removed, as it was read. */
const leftAfter = (found: Found, remaining: readonly Left[]): readonly Action[] => {
  const gone = besides(found).map(deleting);
  const [row, ...more] = leftRows(found.row, remaining);
  if (remaining.length === 0)
    return [{ kind: 'delete', row: found.row, etag: found.etag }, ...gone];
  return [
    { kind: 'replace', row, etag: found.etag },
    ...more.map((each): Action => ({ kind: 'create', row: each })),
    ...gone,
  ];
};

/** The further rows of a long value; undefined where it was changed while being read. */
export const moreOf = async (table: Table, { row }: Found) => {
  const more = await Promise.all(
    moreKeysOf(row).map((rowKey) => table.get(row.partitionKey, rowKey)),
  );
  const rows = more.flatMap((each) => (each === undefined ? [] : [each.row]));
  return rows.length === more.length ? rows : undefined;
};
