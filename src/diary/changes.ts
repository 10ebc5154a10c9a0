/** What every kept diary asks of a commit before it writes anything. */
import type { Change, Key } from '../journeys/diary.ts';

export const keyOf = (change: Change): Key => ('put' in change ? change.put : change.remove);

/** Another store keeps partitions apart, so a commit across two would be a promise that not all can hold. */
export const checkOnePartition = (changes: readonly Change[]): void => {
  const partitions = new Set(
    changes.map(keyOf).map(({ school, partition }) => JSON.stringify([school, partition])),
  );
  if (partitions.size > 1) throw new Error('The changes of one commit must share one partition.');
};

export const isAsExpected = (change: Change, version: number | undefined): boolean => {
  if (change.expects === undefined) return true;
  return change.expects === 'absent' ? version === undefined : change.expects === version;
};

/** Throws where JSON cannot hold it. */
export const textOfValue = ({ put, value }: Extract<Change, { put: Key }>): string => {
  const text = JSON.stringify(value);
  if (text === undefined) throw new Error(`A ${put.kind} needs a value that JSON can hold.`);
  return text;
};
