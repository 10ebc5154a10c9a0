/** What has come due is done: alarms in a lane of their own, so that no queue of cards ever stands before them. */
import { minutesAfter } from '../vocabulary.ts';
import type { DiaryRecord, Lane } from './diary.ts';
import type { World } from './ports.ts';

/** How long a claim holds; a killed instance delays what it held by no more than this. */
const claimMinutes = 1 / 3;
const atOnce = 20;
const mostUnderWay = 100;

/** What to do with one due record; it removes the record itself or moves it on. */
export type Work = (record: DiaryRecord) => Promise<void>;

export type Runner = {
  /** Looks for what is due now. Never waits for what it finds. */
  readonly look: () => Promise<void>;
  /** Resolves once nothing is due and nothing is under way. */
  readonly settle: () => Promise<void>;
};

/** `by` names this instance in its claims. */
export const createRunner = (world: World, work: Work, by: string): Runner => {
  const underWay = new Set<Promise<void>>();
  const begin = (records: readonly DiaryRecord[]): void => {
    for (const part of inOrder(records)) {
      const doing = (async () => {
        for (const record of part) await work(record).catch(world.report);
      })().finally(() => underWay.delete(doing));
      underWay.add(doing);
    }
  };
  const lookIn = async (lane: Lane): Promise<number> => {
    if (lane === 'ordinary' && underWay.size >= mostUnderWay) return 0;
    const now = world.now();
    const until = minutesAfter(now, claimMinutes);
    const records = await world.diary.claimDue({ now, lane, by, until, limit: atOnce });
    begin(records);
    return records.length === atOnce ? atOnce + (await lookIn(lane)) : records.length;
  };
  const lookOnce = async () => (await lookIn('alarm')) + (await lookIn('ordinary'));
  return {
    look: async () => {
      await lookOnce().catch(world.report);
    },
    settle: async () => {
      for (;;) {
        const found = await lookOnce();
        if (found === 0 && underWay.size === 0) return;
        await Promise.all(underWay);
      }
    },
  };
};

/** What shares a partition keeps its order, but messages to different people do not wait for each other. */
const inOrder = (records: readonly DiaryRecord[]): readonly (readonly DiaryRecord[])[] => [
  ...Map.groupBy(records, queueOf).values(),
];

const queueOf = ({ partition, kind, id }: DiaryRecord): string =>
  kind === 'outgoing' ? `${partition} outgoing ${id.split('.').at(-1)}` : `${partition} ${kind}`;
