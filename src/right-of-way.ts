/**
 * Who goes first in this process. While a call for help is under way, all that can wait stands still between two of
 * its steps; and at other times it goes a little at a time, so that a call that comes in is heard between any two.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Diary } from './journeys/diary.ts';
import type { House } from './journeys/house.ts';
import { outOfTurn } from './journeys/press.ts';

export type RightOfWay = {
  /** A call for help, or an alarm on its way to somebody. */
  readonly first: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** What can wait: forms, cards, filing. */
  readonly last: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Neither, whoever asked for it. */
  readonly apart: (work: () => void) => void;
  /** Taken by whatever can wait before each of its steps. */
  readonly step: () => Promise<void>;
  /** Taken before each write: what can wait is written together, since waiting for the disk is what each write costs. */
  readonly write: () => Promise<void>;
};

/** How long what can wait may go on before others have a turn, in milliseconds. */
const turnMs = 4;
/** How long a write that can wait waits for others, while there is anything else to do. */
const gatherMs = 8;
/** What has taken longer than this waits for somebody else, and holds nobody up any more. */
const longestMs = 500;

export const createRightOfWay = (): RightOfWay => {
  const lane = new AsyncLocalStorage<'last' | 'apart'>();
  const waiting: (() => void)[] = [];
  const writing: (() => void)[] = [];
  let writingSince = 0;
  let calls = 0;
  let turnEnds = 0;
  let isPlanned = false;
  const takeTurn = (): void => {
    const now = performance.now();
    turnEnds = now + turnMs;
    const haveGathered = waiting.length === 0 || now > writingSince + gatherMs;
    if (writing.length > 0 && haveGathered) for (const go of writing.splice(0)) go();
    else waiting.shift()?.();
  };
  const nextTurn = (): void => {
    if (isPlanned || calls > 0 || waiting.length + writing.length === 0) return;
    isPlanned = true;
    setImmediate(() => {
      isPlanned = false;
      if (calls > 0) return;
      takeTurn();
      nextTurn();
    });
  };
  const call = (): (() => void) => {
    calls += 1;
    let isOver = false;
    const over = (): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(tooLong);
      calls -= 1;
      nextTurn();
    };
    const tooLong = setTimeout(over, longestMs);
    return over;
  };
  return {
    first: async (work) => {
      const over = call();
      try {
        return await lane.run('apart', work);
      } finally {
        over();
      }
    },
    last: (work) => lane.run('last', work),
    apart: (work) => lane.run('apart', work),
    step: async () => {
      if (lane.getStore() !== 'last') return;
      if (calls === 0 && performance.now() < turnEnds) return;
      await new Promise<void>((go) => {
        waiting.push(go);
        nextTurn();
      });
    },
    write: async () => {
      if (lane.getStore() !== 'last') return;
      await new Promise<void>((go) => {
        if (writing.length === 0) writingSince = performance.now();
        writing.push(go);
        nextTurn();
      });
    },
  };
};

/** The diary as seen by work that gives way: each look into it, and each write, is a step. */
export const givingWay = (diary: Diary, { step, write }: RightOfWay): Diary => ({
  ...diary,
  read: async (key) => {
    await step();
    return diary.read(key);
  },
  readPartition: async (school, partition, kind) => {
    await step();
    return diary.readPartition(school, partition, kind);
  },
  list: async (school, kind) => {
    await step();
    return diary.list(school, kind);
  },
  commit: async (changes) => {
    await write();
    const outcome = await diary.commit(changes);
    await step();
    return outcome;
  },
});

/** Forms take long to look over and to keep. */
const forms: ReadonlySet<string> = new Set(['submit', 'edit']);

/** The house, with calls for help before everything else, and forms after it. */
export const inOrder = (house: House, { first, last }: RightOfWay): House => ({
  ...house,
  press: (asked) => {
    if (outOfTurn.has(asked.verb)) return first(() => house.press(asked));
    return forms.has(asked.verb) ? last(() => house.press(asked)) : house.press(asked);
  },
  check: (asked) => last(() => house.check(asked)),
  duress: { ...house.duress, listen: (written) => first(() => house.duress.listen(written)) },
});
