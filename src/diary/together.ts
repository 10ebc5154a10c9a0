/** Commits that come in the same breath reach the disk together: waiting for it is what each of them costs. */
import type { DatabaseSync } from 'node:sqlite';
import { atomically, unhurried } from './schema.ts';

type Outcome = 'done' | 'clash';

type Waiting<Changes> = {
  readonly changes: Changes;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
};

/** One after another, each all or nothing; answered once all of them are on the disk. */
export const commitTogether = <Changes>(
  database: DatabaseSync,
  commit: (changes: Changes) => Outcome,
  /** What the power may take away, and nobody is the worse for it: alone it does not wait for the disk. */
  mayBeLost: (changes: Changes) => boolean = () => false,
) => {
  let waiting: readonly Waiting<Changes>[] = [];
  const finish = (): void => {
    const now = waiting;
    waiting = [];
    if (now.every(({ changes }) => mayBeLost(changes))) unhurried(database, () => finishAll(now));
    else finishAll(now);
  };
  const finishAll = (now: readonly Waiting<Changes>[]): void => {
    const outcomes = tryAll(database, now, commit);
    if (outcomes === undefined) for (const one of now) finishAlone(database, one, commit);
    else for (const [at, { resolve }] of now.entries()) resolve(outcomes[at] ?? 'clash');
  };
  return {
    add: (changes: Changes): Promise<Outcome> =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(finish);
        waiting = [...waiting, { changes, resolve, reject }];
      }),
    /** Does at once what waits. */
    finish,
  };
};

/** Undefined where one of several failed, and with it all: each is then tried alone. */
const tryAll = <Changes>(
  database: DatabaseSync,
  all: readonly Waiting<Changes>[],
  commit: (changes: Changes) => Outcome,
): readonly Outcome[] | undefined => {
  if (all.length < 2) return undefined;
  try {
    return atomically(database, () => all.map(({ changes }) => commit(changes)));
  } catch {
    return undefined;
  }
};

const finishAlone = <Changes>(
  database: DatabaseSync,
  { changes, resolve, reject }: Waiting<Changes>,
  commit: (changes: Changes) => Outcome,
): void => {
  try {
    resolve(atomically(database, () => commit(changes)));
  } catch (error) {
    reject(error);
  }
};
