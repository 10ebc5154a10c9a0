/** Sends what waits: once at least, again when Teams says later, and to somebody else when a person cannot be reached. */
import type { Message } from '../visits/message.ts';
import { minutesAfter, personId, type VisitId, visitId } from '../vocabulary.ts';
import type { Change, DiaryRecord, Lane } from './diary.ts';
import { isDuress, visitOfDuress } from './duress.ts';
import { type Gathered, inTurnFor } from './gather.ts';
import { viewCalled } from './pages.ts';
import type { Outgoing, PostResult, VisitView, World } from './ports.ts';
import { outgoingKey, putOutgoing, waitingOf } from './tell.ts';
import { type ToOne, toldInstead } from './tell-instead.ts';

export const sendWaiting = async (world: World, record: DiaryRecord): Promise<void> => {
  const waiting = waitingOf(world, record);
  const { recipient, message } = waiting;
  if (recipient !== 'every-card' && message.kind === 'alarm' && 'person' in recipient) {
    const mine = { record, waiting: { ...waiting, recipient } };
    return inTurnFor(world, recipient.person, mine, (all) => tellTogether(world, all));
  }
  const view = await viewCalled(world, visitNamed(record));
  if (recipient === 'every-card') return refreshCards(world, record, view);
  await tellOne(world, { record, waiting: { ...waiting, recipient } }, view);
};

const tellOne = async (
  world: World,
  { record, waiting }: Gathered,
  view: VisitView | undefined,
): Promise<void> => {
  const { recipient, message } = waiting;
  const key = `${record.partition} ${record.id}`;
  const result = await tryPost(world, { key, recipient, message, view });
  await world.diary.commit(await afterwards(world, record, waiting, { result, view }));
};

/** So many alarms at once are told one by one; of more, one card tells them all. */
const mostAlone = 5;

/** Answers which of them have been told. */
const tellTogether = async (
  world: World,
  all: readonly Gathered[],
): Promise<readonly Gathered[]> => {
  const [first] = all;
  if (first === undefined) return [];
  if (all.length <= mostAlone) {
    await tellOne(world, first, await viewCalled(world, visitNamed(first.record)));
    return [first];
  }
  const alarms = all.flatMap(({ record, waiting: { message } }) =>
    message.kind === 'alarm' ? [{ visit: visitNamed(record), alarm: message.alarm }] : [],
  );
  const views = await Promise.all(
    [...new Set(alarms.map(({ visit }) => visit))].map((id) => viewCalled(world, id)),
  );
  const result = await tryPost(world, {
    key: all.map(({ record }) => `${record.partition} ${record.id}`).join(' + '),
    recipient: first.waiting.recipient,
    message: { kind: 'open-alarms', to: {}, alarms },
    view: undefined,
    views: views.filter((view) => view !== undefined),
  });
  for (const { record, waiting } of all) {
    const view = views.find((one) => one?.id === record.partition);
    await world.diary.commit(await afterwards(world, record, waiting, { result, view }));
  }
  return all;
};

const visitNamed = ({ partition }: DiaryRecord): VisitId =>
  isDuress(partition) ? visitOfDuress(partition) : visitId(partition);

/** A fault of ours is no reason for silence: it is tried again like an answer of "later". */
const tryPost = async (world: World, outgoing: Outgoing): Promise<PostResult> => {
  try {
    return await world.post(outgoing);
  } catch (error) {
    world.report(error);
    return { kind: 'later', afterSeconds: 20, because: 'It went wrong here.' };
  }
};

type Outcome = { readonly result: PostResult; readonly view: VisitView | undefined };

/** So long is it tried before others hear that this one cannot be told. */
const aloneMinutes = 1 / 3;
/** So often before it is given up: most of a day, for an alarm a whole one. */
const mostTries = { alarm: 1_500, ordinary: 200 } as const;

const afterwards = async (
  world: World,
  record: DiaryRecord,
  waiting: ToOne,
  { result, view }: Outcome,
): Promise<readonly Change[]> => {
  const { partition, id } = record;
  const done: Change = { remove: outgoingKey(world, partition, id), expects: record.version };
  const instead = (because: string) => toldInstead(world, record, { waiting, view, because });
  switch (result.kind) {
    case 'sent':
      return [done];
    case 'unreachable':
      return [done, ...(await instead(result.because))];
    case 'later': {
      const [lane, tries, now] = [record.lane ?? 'ordinary', waiting.tries + 1, world.now()];
      const since = waiting.since ?? now;
      const passedOn = waiting.passedOn === true || minutesAfter(since, aloneMinutes) <= now;
      const others = passedOn && waiting.passedOn !== true ? await instead(result.because) : [];
      if (tries >= mostTries[lane]) {
        world.report(new Error(`A message was given up after ${tries} tries: ${result.because}`));
        return [done, ...others];
      }
      const due = minutesAfter(now, waitMinutes(lane, tries, result.afterSeconds));
      const again = { ...waiting, tries, since, passedOn };
      return [putOutgoing(world, partition, id, again, due), ...others];
    }
    default:
      return result satisfies never;
  }
};

/** As long as Teams said; longer each time where it says nothing of use. */
const waitMinutes = (lane: Lane, tries: number, seconds: number): number => {
  const patience = patienceMinutes[lane](tries);
  const said = seconds / 60;
  if (said > patience) return said;
  return patience;
};

/** An alarm is tried again at once, then after 1, 2, 4, 8 and ever 15 seconds; after a quarter of an hour of that, once a minute. */
const patienceMinutes: Readonly<Record<Lane, (tries: number) => number>> = {
  alarm: (tries) => {
    if (tries === 1) return 0;
    if (tries >= 65) return 1;
    return tries < 6 ? 2 ** (tries - 2) / 60 : 1 / 4;
  },
  ordinary: (tries) => (tries < 60 ? tries / 12 : 5),
};

/** Teams takes messages again: the alarms that were put off go now. */
export const sendPutOff = async (world: World): Promise<void> => {
  const now = world.now();
  for (const record of await world.diary.list(world.school, 'outgoing')) {
    const { school, partition, kind, id, value, due, lane, version } = record;
    if (lane !== 'alarm' || due === undefined || due <= now) continue;
    const put = { school, partition, kind, id };
    await world.diary.commit([{ put, value, due: now, lane, expects: version }]);
  }
};

/** Every card of the visit that anybody has, drawn for them as it stands now. */
const refreshCards = async (
  world: World,
  record: DiaryRecord,
  view: VisitView | undefined,
): Promise<void> => {
  const cards = await world.diary.readPartition(world.school, record.partition, 'card');
  const message: Message = { kind: 'card', to: {}, again: false };
  const results = await Promise.all(
    cards.map(async ({ id }) => {
      const recipient = { person: personId(id) };
      const key = `${record.partition} ${record.id} ${id}`;
      return { recipient, result: await tryPost(world, { key, recipient, message, view }) };
    }),
  );
  const again = results.flatMap(({ recipient, result }) =>
    result.kind === 'later'
      ? [{ recipient, minutes: waitMinutes('ordinary', 1, result.afterSeconds) }]
      : [],
  );
  await world.diary.commit([
    { remove: outgoingKey(world, record.partition, record.id), expects: record.version },
    ...again.map(({ recipient, minutes }) =>
      putOutgoing(
        world,
        record.partition,
        `refresh.${recipient.person}`,
        { recipient, message, tries: 1 },
        minutesAfter(world.now(), minutes),
      ),
    ),
  ]);
};
