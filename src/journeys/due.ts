/** What has come due is done: alarms in a lane of their own, so that no queue of cards ever stands before them. */
import { type Instant, minutesAfter } from '../vocabulary.ts';
import type { DiaryRecord, Lane } from './diary.ts';
import { createLine } from './line.ts';
import type { World } from './ports.ts';

/**
 * How long a claim holds unless it is renewed. What a killed instance held is done by another within 20 seconds: when
 * the claim has ended, somebody has looked, and the work is done.
 */
const claimMinutes = 1 / 4;
/** Renewed once this much is left or less, for as long as the work goes on. */
const renewWithinMinutes = 1 / 6;
/** What was renewed so often, for some five minutes, hangs, and is begun again, here or elsewhere. */
const mostRenewals = 60;
const atOnce = 20;
const mostUnderWay = 100;
/** What is no alarm goes a few at a time, so that an alarm finds the machine free; what waits for SharePoint holds up no message. */
const messagesAtOnce = 12;
const restAtOnce = 12;

/** What to do with one due record; it removes the record itself or moves it on. */
export type Work = (record: DiaryRecord) => Promise<void>;

export type Runner = {
  /** Looks for what is due now. Never waits for what it finds. */
  readonly look: () => Promise<void>;
  /** Resolves once nothing is due and nothing is under way. */
  readonly settle: () => Promise<void>;
};

/** What is under way here, and until when it is held. */
type UnderWay = {
  readonly record: DiaryRecord;
  until: Instant;
  renewals: number;
  readonly doing: Promise<void>;
};

type Around = Pick<World, 'now' | 'diary' | 'report'>;

/** `by` names this instance in its claims. */
export const createRunner = (world: Around, work: Work, by: string): Runner => {
  const underWay = new Map<string, UnderWay>();
  const queues = new Map<string, Promise<void>>();
  const attempt = attempter(world, work);
  const [messages, rest] = [createLine(messagesAtOnce), createLine(restAtOnce)];
  const inLine: Work = (record) => {
    if (record.lane === 'alarm') return attempt(record);
    const line = record.kind === 'outgoing' ? messages : rest;
    return line(() => attempt(record));
  };
  /** Whatever else has come due lets those go first that were begun before it. */
  const alarmsUnderWay = () =>
    [...underWay.values()].flatMap(({ record, doing }) => (record.lane === 'alarm' ? [doing] : []));
  /** One that is still under way here is not begun again, though its claim ran out; one that hangs is, and waits for nothing. */
  const begin = (record: DiaryRecord, until: Instant): void => {
    const [name, queue] = [nameOf(record), queueOf(record)];
    const already = underWay.get(name);
    if (already !== undefined && !hangs(already)) return;
    const before = already === undefined ? queues.get(queue) : undefined;
    const first = record.lane === 'alarm' ? [] : alarmsUnderWay();
    const doing = Promise.all([before, ...first])
      .then(() => inLine(record))
      .finally(() => {
        if (underWay.get(name)?.doing === doing) underWay.delete(name);
        if (queues.get(queue) === doing) queues.delete(queue);
      });
    underWay.set(name, { record, until, renewals: 0, doing });
    queues.set(queue, doing);
  };
  const lookIn = async (lane: Lane): Promise<number> => {
    if (lane === 'ordinary' && underWay.size >= mostUnderWay) return 0;
    const now = world.now();
    const until = minutesAfter(now, claimMinutes);
    const records = await world.diary.claimDue({ now, lane, by, until, limit: atOnce });
    for (const record of records) begin(record, until);
    return records.length === atOnce ? atOnce + (await lookIn(lane)) : records.length;
  };
  const lookForAlarms = onceMore(() => lookIn('alarm'));
  const lookForTheRest = onceMore(() => lookIn('ordinary'));
  const renew = () => renewAll(world, [...underWay.values()], by);
  const lookOnce = async () => (await lookIn('alarm')) + (await lookIn('ordinary'));
  return {
    look: async () => {
      // Neither waits for the other: an alarm that is due comes before any claim.
      const looked = lookForAlarms().then(lookForTheRest);
      await Promise.all([looked.catch(world.report), renew().catch(world.report)]);
    },
    settle: async () => {
      for (;;) {
        const found = await lookOnce();
        if (found === 0 && underWay.size === 0) return;
        await Promise.all([...underWay.values()].map(({ doing }) => doing));
      }
    },
  };
};

/** Whoever asks while it is under way is answered by one more turn of it, shared by all who asked. */
const onceMore = (work: () => Promise<unknown>): (() => Promise<void>) => {
  let underWay: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const run = (): Promise<void> => {
    next = undefined;
    underWay = work()
      .then(() => undefined)
      .finally(() => {
        underWay = undefined;
      });
    return underWay;
  };
  return () => {
    if (underWay === undefined) return run();
    next ??= underWay.then(run, run);
    return next;
  };
};

/** Not by the clock: that may be put forward while something is under way. */
const hangs = ({ renewals }: UnderWay): boolean => renewals >= mostRenewals;

/** Work may take longer than a claim, and what waits its turn here is nobody else's to do. */
const renewAll = async (
  { now: clock, diary }: Around,
  underWay: readonly UnderWay[],
  by: string,
): Promise<void> => {
  const now = clock();
  const soon = minutesAfter(now, renewWithinMinutes);
  const until = minutesAfter(now, claimMinutes);
  const ending = underWay.filter((each) => each.until <= soon && !hangs(each));
  await Promise.all(
    ending.map(async (each) => {
      each.renewals += 1;
      if (await diary.renew(each.record, { by, until })) each.until = until;
    }),
  );
};

/** What fails again and again comes back ever more seldom, but for alarms: those are tried each time their claim ends. */
const attempter = (world: Around, work: Work): Work => {
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

const shortestMinutes = 1 / 3;
const longestMinutes = 15;

const patience = (times: number): number => {
  const minutes = shortestMinutes * 2 ** times;
  if (minutes > longestMinutes) return longestMinutes;
  return minutes;
};

const keyText = ({ school, partition, kind, id }: DiaryRecord): string =>
  JSON.stringify([school, partition, kind, id]);

const nameOf = (record: DiaryRecord): string => `${keyText(record)} ${record.version}`;

/** What shares a partition keeps its order, but messages to different people do not wait for each other, nor an alarm for a card. */
const queueOf = ({ partition, kind, id, lane }: DiaryRecord): string =>
  kind === 'outgoing'
    ? `${partition} outgoing ${lane} ${id.split('.').at(-1)}`
    : `${partition} ${kind}`;
