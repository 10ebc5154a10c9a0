/** A command on its way to SharePoint, or held until SharePoint answers. In order, per visit, and never lost. */
import type { VisitCommand } from '../visits/command.ts';
import type { Visit } from '../visits/visit.ts';
import { type Instant, minutesAfter, type VisitId } from '../vocabulary.ts';
import type { Change, DiaryRecord, Key } from './diary.ts';
import type { OpenPage } from './page.ts';
import { visitOn } from './page.ts';
import type { Answer, World } from './ports.ts';
import { nextReference } from './reference.ts';

export type Intent = {
  readonly command: VisitCommand;
  /** True once SharePoint did not answer and the sender was told so. */
  readonly held: boolean;
  readonly since: Instant;
};

const intentKey = (world: World, id: VisitId, command: VisitCommand): Key => ({
  school: world.school,
  partition: id,
  kind: 'intent',
  id: command.id,
});

/** A write takes seconds; an intent that is still there after this was left by something that was killed. */
const leftBehindMinutes = 0.5;
const tryAgainMinutes = 0.25;

/** How long to leave SharePoint alone: as long as it said, and a quarter of a minute at least. */
export const waitMinutes = (retryAfterSeconds: number | undefined): number => {
  const said = (retryAfterSeconds ?? 0) / 60;
  return said > tryAgainMinutes ? said : tryAgainMinutes;
};

export const putIntent = async (
  world: World,
  id: VisitId,
  command: VisitCommand,
  {
    held,
    retryAfterSeconds,
  }: { held: boolean; visit: Visit; retryAfterSeconds?: number | undefined },
): Promise<void> => {
  const before = await world.diary.read(intentKey(world, id, command));
  const since = before === undefined ? world.now() : intentOf(world, before).since;
  const minutes = held ? waitMinutes(retryAfterSeconds) : leftBehindMinutes;
  const wasHeld = before !== undefined && intentOf(world, before).held;
  const intent: Intent = { command, held: held || wasHeld, since };
  await world.diary.commit([
    {
      put: intentKey(world, id, command),
      value: world.keys.seal(JSON.stringify(intent)),
      due: minutesAfter(world.now(), minutes),
      lane: 'ordinary',
    },
  ]);
};

export const clearIntent = (world: World, id: VisitId, command: VisitCommand): Change => ({
  remove: intentKey(world, id, command),
});

/** Those of one visit, oldest first. */
export const intentsOf = async (world: World, id: VisitId): Promise<readonly Intent[]> => {
  const records = await world.diary.readPartition(world.school, id, 'intent');
  return records
    .map((record) => intentOf(world, record))
    .toSorted((one, other) => (one.since < other.since ? -1 : 1));
};

export const intentOf = (world: World, record: DiaryRecord): Intent => {
  const text = world.keys.open(String(record.value));
  if (text === undefined) throw new Error('An intent of the diary cannot be opened with this key.');
  return JSON.parse(text) as Intent;
};

/** Saved here, not yet in SharePoint: said so, and tried again until it is decided. */
export const hold = async (
  world: World,
  id: VisitId,
  command: VisitCommand,
  open: OpenPage,
  retryAfterSeconds?: number,
): Promise<Answer> => {
  const visit = visitOn(open.page);
  await putIntent(world, id, command, { held: true, visit, retryAfterSeconds });
  const reference =
    visit.status === 'unsubmitted' ? await nextReference(world, id) : visit.reference;
  return { kind: 'held', id, reference };
};
