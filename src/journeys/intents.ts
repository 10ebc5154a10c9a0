/** A command on its way to SharePoint, or held until SharePoint answers. In order, per visit, and never lost. */
import { z } from 'zod';
import { instantShape } from '../register/shapes.ts';
import type { VisitCommand } from '../visits/command.ts';
import type { Visit } from '../visits/visit.ts';
import { earlierOf, type Instant, minutesAfter, type VisitId } from '../vocabulary.ts';
import type { Change, DiaryRecord, Key } from './diary.ts';
import type { OpenPage } from './page.ts';
import { visitOn } from './page.ts';
import type { Answer, World } from './ports.ts';
import { nextReference } from './reference.ts';
import { unsealed } from './unsealed.ts';

export type Intent = {
  readonly command: VisitCommand;
  /** True once SharePoint did not answer and the sender was told so. */
  readonly held: boolean;
  readonly since: Instant;
  /** Which of its visit's it is: they are taken up in this order. */
  readonly order: number;
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
  if (said > tryAgainMinutes) return said;
  return tryAgainMinutes;
};

/** Whoever sent it has long stopped waiting for an answer, and has had none. */
export const isLeftBehind = ({ since }: Intent, now: Instant): boolean =>
  minutesAfter(since, leftBehindMinutes) <= now;

type Waiting = {
  readonly held: boolean;
  readonly retryAfterSeconds?: number | undefined;
  /** When it would be too late for it: it is looked at then, whatever SharePoint asked for. */
  readonly start?: Instant | undefined;
};

export const putIntent = async (
  world: World,
  id: VisitId,
  command: VisitCommand,
  { held, retryAfterSeconds, start }: Waiting,
): Promise<void> => {
  const now = world.now();
  const before = await intentCalled(world, id, command);
  const others = await intentsOf(world, id);
  const next = minutesAfter(now, held ? waitMinutes(retryAfterSeconds) : leftBehindMinutes);
  const intent: Intent = {
    command,
    held: held || before?.held === true,
    since: before?.since ?? now,
    order: before?.order ?? (others.at(-1)?.order ?? 0) + 1,
  };
  await world.diary.commit([
    {
      put: intentKey(world, id, command),
      value: world.keys.seal(JSON.stringify(intent)),
      due: start !== undefined && start > now ? earlierOf(start, next) : next,
      lane: 'ordinary',
    },
  ]);
};

/** The intent of this command, where it is still on its way. */
export const intentCalled = async (
  world: World,
  id: VisitId,
  command: VisitCommand,
): Promise<Intent | undefined> => {
  const record = await world.diary.read(intentKey(world, id, command));
  return record === undefined ? undefined : intentOf(world, record);
};

export const clearIntent = (world: World, id: VisitId, command: VisitCommand): Change => ({
  remove: intentKey(world, id, command),
});

/** Those of one visit, oldest first. */
export const intentsOf = async (world: World, id: VisitId): Promise<readonly Intent[]> => {
  const records = await world.diary.readPartition(world.school, id, 'intent');
  return records
    .map((record) => intentOf(world, record))
    .toSorted((one, other) => one.order - other.order);
};

/** What was sealed by us is ours; that it is an intent at all is looked at, so that nothing else is ever carried out. */
const intentShape = z.looseObject({
  command: z.looseObject({
    verb: z.string(),
    id: z.string().min(1),
    by: z.string().min(1),
    via: z.string(),
  }),
  held: z.boolean(),
  since: instantShape,
  order: z.number().default(0),
});

export const intentOf = (world: World, record: DiaryRecord): Intent =>
  unsealed(world, record, intentShape) as Intent;

/** Saved here, not yet in SharePoint: said so, and tried again until it is decided. */
export const hold = async (
  world: World,
  id: VisitId,
  command: VisitCommand,
  open: OpenPage,
  retryAfterSeconds?: number,
): Promise<Answer> => {
  const visit = visitOn(open.page);
  await putIntent(world, id, command, {
    held: true,
    retryAfterSeconds,
    start: startOf(command, visit),
  });
  const reference =
    visit.status === 'unsubmitted' ? await nextReference(world, id) : visit.reference;
  return { kind: 'held', id, reference };
};

/** When the visit that a command is about begins. */
export const startOf = (command: VisitCommand, visit: Visit): Instant | undefined => {
  if (command.verb === 'submit' || command.verb === 'edit') return command.form.proposal.start;
  return visit.status === 'unsubmitted' ? undefined : visit.proposal.start;
};
