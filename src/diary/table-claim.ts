/** Who holds what is due: by compare-and-swap on the due row, which lets go by itself when its time is over. */
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Claim } from '../journeys/diary.ts';
import { mayPass, type Table } from './table.ts';
import { type Action, mostActions } from './table-batch.ts';
import { beginningWith, duePrefix, type Found } from './table-rows.ts';

const mostRounds = 20;

/** Due rows of these partitions that were free and are now held for the claimant, earliest first. */
export const holdDue = async (
  table: Table,
  partitionKeys: readonly string[],
  claim: Claim,
): Promise<readonly Found[]> => {
  const held: Found[] = [];
  for (let round = 0; round < mostRounds && held.length < claim.limit; round += 1) {
    const free = await freeRows(table, partitionKeys, {
      ...claim,
      limit: claim.limit - held.length,
    });
    if (free.length === 0) break;
    const got = await holdAll(table, free, claim);
    held.push(...got);
    // Others are claiming, too: whoever waits a different while finds something else.
    if (got.length < free.length) await pause(randomInt(5, 30));
  }
  return held.toSorted(byDue);
};

const byDue = (one: Found, other: Found): number =>
  (one.row['due'] ?? '') < (other.row['due'] ?? '') ? -1 : 1;

const freeRows = async (
  table: Table,
  partitionKeys: readonly string[],
  { lane, now, limit }: Claim,
): Promise<readonly Found[]> => {
  const { from } = beginningWith(duePrefix(lane));
  const range = { from, to: `${from}${now}"`, limit, unheldAt: now };
  const found = await Promise.all(partitionKeys.map((each) => table.range(each, range)));
  return found.flat().toSorted(byDue).slice(0, limit);
};

/** All at once where nobody interferes; else one by one, so that two who claim at once both get some. */
const holdAll = async (
  table: Table,
  free: readonly Found[],
  claim: Claim,
): Promise<readonly Found[]> => {
  const batches = [...Map.groupBy(free, ({ row }) => row.partitionKey).values()].flatMap((rows) =>
    Array.from({ length: Math.ceil(rows.length / mostActions) }, (_, at) =>
      rows.slice(at * mostActions, (at + 1) * mostActions),
    ),
  );
  const got = await Promise.all(
    batches.map(async (rows) => {
      if (await hold(table, rows, claim)) return rows;
      if (rows.length === 1) return [];
      const each = await Promise.all(
        rows.map(async (row) => ((await hold(table, [row], claim)) ? [row] : [])),
      );
      return each.flat();
    }),
  );
  return got.flat();
};

/** Where no answer comes nothing is taken for held: it lets go by itself. */
export const hold = async (
  table: Table,
  rows: readonly Found[],
  { by, until }: Pick<Claim, 'by' | 'until'>,
): Promise<boolean> => {
  const actions = rows.map(
    ({ row, etag }): Action => ({
      kind: 'replace',
      row: { ...row, heldBy: by, heldUntil: until },
      etag,
    }),
  );
  const outcome = await table.submit(actions).catch((error: unknown) => {
    if (!mayPass(error)) throw error;
  });
  return outcome === 'done';
};
