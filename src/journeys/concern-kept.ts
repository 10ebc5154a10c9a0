/** What the diary keeps of a worry, and who is told of it; sealed, and without its words once they are filed. */
import { z } from 'zod';
import type { ConcernEvent } from '../concerns/concern.ts';
import { concernAfter } from '../concerns/evolve.ts';
import { nextCheck } from '../concerns/next-check.ts';
import { messagesFor } from '../concerns/react.ts';
import { climbHearersOf } from '../concerns/route.ts';
import type { Place } from '../register/book.ts';
import type { Sealed } from '../register/history.ts';
import { type ConcernId, concernId, type PersonId } from '../vocabulary.ts';
import { type Change, DiaryClash, type DiaryRecord, type Key } from './diary.ts';
import type { World } from './ports.ts';
import { putOutgoing, recipientsOf } from './tell.ts';
import { unsealed } from './unsealed.ts';

export type KeptConcern = {
  readonly events: readonly Sealed<ConcernEvent>[];
  /** How many of the events the list holds. */
  readonly filed: number;
  readonly place: Place | undefined;
};

const partitionOf = (id: ConcernId): string => `concern ${id}`;

export const concernOf = ({ partition }: Pick<DiaryRecord, 'partition'>): ConcernId =>
  concernId(partition.slice('concern '.length));

const concernKey = (world: World, id: ConcernId, kind: 'concern' | 'timer' | 'job'): Key => ({
  school: world.school,
  partition: partitionOf(id),
  kind,
  id: kind,
});

export type OpenConcern = { readonly kept: KeptConcern; readonly version: number | 'absent' };

const keptShape = z.looseObject({
  events: z.array(z.looseObject({ type: z.string(), seal: z.string() })),
  filed: z.number(),
  place: z.object({ item: z.string(), revision: z.string() }).optional(),
});

/** Throws Unreadable where it was not sealed by us. */
export const openConcern = async (world: World, id: ConcernId): Promise<OpenConcern> => {
  const record = await world.diary.read(concernKey(world, id, 'concern'));
  if (record === undefined)
    return { kept: { events: [], filed: 0, place: undefined }, version: 'absent' };
  const kept = unsealed(world, record, keptShape) as unknown as KeptConcern;
  return { kept, version: record.version };
};

export const putConcern = (
  world: World,
  id: ConcernId,
  { kept, version }: OpenConcern,
): Change => ({
  put: concernKey(world, id, 'concern'),
  value: world.keys.seal(JSON.stringify(kept)),
  expects: version,
});

/** The next look at the clock: always set until somebody has spoken. */
export const concernTimer = (world: World, id: ConcernId, { events }: KeptConcern): Change => {
  const due = nextCheck(concernAfter(events));
  const key = concernKey(world, id, 'timer');
  return due === undefined ? { remove: key } : { put: key, value: {}, due, lane: 'alarm' };
};

/** The words, the alerts, the next look at the clock and the filing: all of it or none. */
export const commitConcern = async (
  world: World,
  id: ConcernId,
  open: OpenConcern,
): Promise<void> => {
  const { kept } = open;
  const changes: readonly Change[] = [
    putConcern(world, id, open),
    concernTimer(world, id, kept),
    { put: concernKey(world, id, 'job'), value: {}, due: world.now(), lane: 'ordinary' },
    ...(await alertsFor(world, id, kept)),
  ];
  if ((await world.diary.commit(changes)) === 'clash')
    throw new DiaryClash('The concern changed since it was read.');
};

/** Only the newest event tells anybody anything; its messages have the same names on every try. */
const alertsFor = async (
  world: World,
  id: ConcernId,
  { events }: KeptConcern,
): Promise<readonly Change[]> => {
  const given = { policy: await world.policy(), roster: await world.roster() };
  const concern = concernAfter(events);
  const last = events.at(-1);
  if (concern.status === 'unraised' || last === undefined) return [];
  return messagesFor(last, concern, given).flatMap((message) =>
    recipientsOf(message.to, given.roster).map((recipient) => {
      const to = 'person' in recipient ? recipient.person : `#${recipient.channel}`;
      const waiting = { recipient, message, tries: 0 };
      return putOutgoing(world, partitionOf(id), `${events.length}.0.${to}`, waiting);
    }),
  );
};

/** Who hears of the concern of this partition. Its subjects are never among them, whatever they are. */
export const hearersOfConcern = async (
  world: World,
  partition: string,
): Promise<readonly PersonId[]> => {
  const { kept } = await openConcern(world, concernOf({ partition }));
  const concern = concernAfter(kept.events);
  if (concern.status === 'unraised') return [];
  const given = { policy: await world.policy(), roster: await world.roster() };
  return climbHearersOf(concern, concern.climbs, given);
};
