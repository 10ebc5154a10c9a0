/** A worry: sealed in the diary before any answer, told at once by reference, then filed in the list its subject cannot open. */
import type { ConcernCommand, ConcernEvent } from '../concerns/concern.ts';
import { decide } from '../concerns/decide.ts';
import { concernAfter } from '../concerns/evolve.ts';
import { nextCheck } from '../concerns/next-check.ts';
import { messagesFor } from '../concerns/react.ts';
import { nameOf } from '../people/staff.ts';
import type { Place } from '../register/book.ts';
import { type Sealed, sealEvents } from '../register/history.ts';
import { type ConcernId, commandId, concernId, minutesAfter, personId } from '../vocabulary.ts';
import { type Change, DiaryClash, type DiaryRecord, type Key } from './diary.ts';
import { fileInBook } from './file-concern.ts';
import type { ConcernAnswer, World } from './ports.ts';
import { putOutgoing, recipientsOf } from './tell.ts';

/** What the diary keeps of one. Once it is filed the words are gone from here. */
export type KeptConcern = {
  readonly events: readonly Sealed<ConcernEvent>[];
  /** How many of the events the list holds. */
  readonly filed: number;
  readonly place: Place | undefined;
};

const partitionOf = (id: ConcernId): string => `concern ${id}`;
const idOf = (record: DiaryRecord): ConcernId =>
  concernId(record.partition.slice('concern '.length));

const keyOf = (world: World, id: ConcernId, kind: 'concern' | 'timer' | 'job'): Key => ({
  school: world.school,
  partition: partitionOf(id),
  kind,
  id: kind,
});

type Open = { readonly kept: KeptConcern; readonly version: number | 'absent' };

const open = async (world: World, id: ConcernId): Promise<Open> => {
  const record = await world.diary.read(keyOf(world, id, 'concern'));
  if (record === undefined)
    return { kept: { events: [], filed: 0, place: undefined }, version: 'absent' };
  const text = world.keys.open(String(record.value));
  if (text === undefined) throw new Error('A concern in the diary cannot be opened with this key.');
  return { kept: JSON.parse(text) as KeptConcern, version: record.version };
};

const attempts = 5;

/** Works with SharePoint away: nothing here waits for it. */
export const handleConcern = async (
  world: World,
  id: ConcernId,
  command: ConcernCommand,
): Promise<ConcernAnswer> => {
  for (let left = attempts; ; left -= 1) {
    try {
      return await tryOnce(world, id, command);
    } catch (error) {
      if (!(error instanceof DiaryClash) || left === 1) throw error;
    }
  }
};

const tryOnce = async (
  world: World,
  id: ConcernId,
  command: ConcernCommand,
): Promise<ConcernAnswer> => {
  const [{ kept, version }, policy, roster] = await Promise.all([
    open(world, id),
    world.policy(),
    world.roster(),
  ]);
  const seen = kept.events.some((event) => event.command === command.id);
  const given = { now: world.now(), policy, roster, reference: newReference(world) };
  const decision = seen
    ? ({ kind: 'accepted', events: [] } as const)
    : decide(command, concernAfter(kept.events), given);
  if (decision.kind === 'refused') return decision;
  const events = sealEvents(id, kept.events, decision.events, world.keys.hmac);
  if (decision.events.length > 0) await commit(world, id, { kept: { ...kept, events }, version });
  return answerOf(world, id, events);
};

const answerOf = async (
  world: World,
  id: ConcernId,
  events: readonly ConcernEvent[],
): Promise<ConcernAnswer> => {
  const given = { policy: await world.policy(), roster: await world.roster() };
  const concern = concernAfter(events);
  const first = events[0];
  if (concern.status === 'unraised' || first === undefined)
    return { kind: 'refused', refusals: [] };
  const people = messagesFor(first, concern, given).flatMap((message) => message.to.people);
  const told = [...new Set(people)].map((person) => nameOf(given.roster, person));
  return { kind: 'done', concern: id, reference: concern.reference, told };
};

/** The words, the alerts, the next look at the clock and the filing: all of it or none. */
const commit = async (world: World, id: ConcernId, { kept, version }: Open): Promise<void> => {
  const { events } = kept;
  const concern = concernAfter(events);
  const due = nextCheck(concern);
  const changes: readonly Change[] = [
    {
      put: keyOf(world, id, 'concern'),
      value: world.keys.seal(JSON.stringify(kept)),
      expects: version,
    },
    due === undefined
      ? { remove: keyOf(world, id, 'timer') }
      : { put: keyOf(world, id, 'timer'), value: {}, due, lane: 'alarm' },
    ...(kept.filed < events.length
      ? [{ put: keyOf(world, id, 'job'), value: {}, due: world.now(), lane: 'ordinary' } as const]
      : []),
    ...(await alertsFor(world, id, kept)),
  ];
  if ((await world.diary.commit(changes)) === 'clash')
    throw new DiaryClash('The concern changed since it was read.');
  await noteReferenceOf(world, id, kept);
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

const referenceKey = (world: World, reference: string): Key => ({
  school: world.school,
  partition: 'concerns',
  kind: 'reference',
  id: reference,
});

const noteReferenceOf = async (world: World, id: ConcernId, { events }: KeptConcern) => {
  const concern = concernAfter(events);
  if (concern.status === 'unraised') return;
  await world.diary.commit([{ put: referenceKey(world, concern.reference), value: id }]);
};

/** The concern people mean by its reference; one nobody has heard of is a new name that holds nothing. */
export const concernCalled = async (world: World, reference: string): Promise<ConcernId> => {
  const record = await world.diary.read(referenceKey(world, reference));
  return concernId(record === undefined ? reference : String(record.value));
};

/** Letters and digits that nobody mistakes for another. */
const clear = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** Random, and nothing of a visit's: C-7F3K9Q. */
const newReference = (world: World): string => {
  const letters = [...world.newId()].map((letter) => letter.codePointAt(0) ?? 0);
  return `C-${letters
    .slice(0, 6)
    .map((code, index) => clear[(code * 7 + (letters[index + 6] ?? 0)) % clear.length])
    .join('')}`;
};

export const clockOfConcern = async (world: World, record: DiaryRecord): Promise<void> => {
  const id = commandId(`clock ${record.due ?? ''}`);
  await handleConcern(world, idOf(record), {
    verb: 'check-clock',
    id,
    by: personId('home-visits'),
  });
  const now = await world.diary.read(record);
  if (now?.version !== record.version) return;
  const { school, partition, kind } = record;
  await world.diary.commit([
    { remove: { school, partition, kind, id: record.id }, expects: record.version },
  ]);
};

const closedMinutes = 0.25;

/** Into the list, whole; from the diary the words go once they are there. */
export const fileConcern = async (world: World, record: DiaryRecord): Promise<void> => {
  const id = idOf(record);
  const { kept, version } = await open(world, id);
  const { school, partition, kind } = record;
  const job = { school, partition, kind, id: record.id };
  try {
    const place = await fileInBook(world, id, kept);
    const events = kept.events.map(withoutWords);
    const filed: KeptConcern = { events, filed: events.length, place };
    await world.diary.commit([
      {
        put: keyOf(world, id, 'concern'),
        value: world.keys.seal(JSON.stringify(filed)),
        expects: version,
      },
      { remove: job, expects: record.version },
    ]);
  } catch (error) {
    const due = minutesAfter(world.now(), closedMinutes);
    await world.diary.commit([
      { put: job, value: {}, due, lane: 'ordinary', expects: record.version },
    ]);
    throw error;
  }
};

const withoutWords = (event: Sealed<ConcernEvent>): Sealed<ConcernEvent> => {
  switch (event.type) {
    case 'concern-raised':
      return { ...event, what: '', person: '' };
    case 'concern-added-to':
      return { ...event, what: '' };
    default:
      return event;
  }
};
