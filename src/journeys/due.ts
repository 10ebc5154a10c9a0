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
  const underWay = new Map<string, Promise<void>>();
  const queues = new Map<string, Promise<void>>();
  const attempt = attempter(world, work);
  /** One that is still under way here is not begun again, though its claim ran out. */
  const begin = (record: DiaryRecord): void => {
    const [name, queue] = [nameOf(record), queueOf(record)];
    if (underWay.has(name)) return;
    const before = queues.get(queue) ?? Promise.resolve();
    const doing = before
      .then(() => attempt(record))
      .finally(() => {
        underWay.delete(name);
        if (queues.get(queue) === doing) queues.delete(queue);
      });
    underWay.set(name, doing);
    queues.set(queue, doing);
  };
  const lookIn = async (lane: Lane): Promise<number> => {
    if (lane === 'ordinary' && underWay.size >= mostUnderWay) return 0;
    const now = world.now();
    const until = minutesAfter(now, claimMinutes);
    const records = await world.diary.claimDue({ now, lane, by, until, limit: atOnce });
    for (const record of records) begin(record);
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
        await Promise.all(underWay.values());
      }
    },
  };
};

/** What fails again and again comes back ever more seldom, but for alarms: those are tried each time their claim ends. */
const attempter = (world: World, work: Work): Work => {
  const failures = new Map<string, number>();
  const putOff = async (record: DiaryRecord): Promise<void> => {
    const name = keyText(record);
    const times = (failures.get(name) ?? 0) + 1;
    failures.set(name, times);
    if (record.lane === 'alarm') return;
    const { school, partition, kind, id, value, version } = record;
    const put = { school, partition, kind, id };
    const due = minutesAfter(world.now(), patience(times));
    await world.diary.commit([{ put, value, due, lane: 'ordinary', expects: version }]);
  };
  return async (record) => {
    try {
      // It may have waited its turn, and somebody else may have done it meanwhile.
      if ((await world.diary.read(record))?.version !== record.version) return;
      await work(record);
      failures.delete(keyText(record));
    } catch (error) {
      world.report(error);
      await putOff(record).catch(world.report);
    }
  };
};

const longestMinutes = 15;

const patience = (times: number): number => {
  const minutes = claimMinutes * 2 ** times;
  if (minutes > longestMinutes) return longestMinutes;
  return minutes;
};

const keyText = ({ school, partition, kind, id }: DiaryRecord): string =>
  JSON.stringify([school, partition, kind, id]);

const nameOf = (record: DiaryRecord): string => `${keyText(record)} ${record.version}`;

/** What shares a partition keeps its order, but messages to different people do not wait for each other. */
const queueOf = ({ partition, kind, id }: DiaryRecord): string =>
  kind === 'outgoing' ? `${partition} outgoing ${id.split('.').at(-1)}` : `${partition} ${kind}`;
