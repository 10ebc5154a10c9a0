/** A silent alarm: told at once to those who answer alarms, again and again until one of them has heard every voice. */
import { decideDuress, nextTelling, respondersTo } from '../duress/decide.ts';
import {
  type Duress,
  type DuressCommand,
  type DuressEvent,
  duressAfter,
  type KnownDuress,
} from '../duress/duress.ts';
import { nameOf, type Roster } from '../people/staff.ts';
import type { DuressMessage } from '../visits/message.ts';
import {
  type CommandId,
  commandId,
  type PersonId,
  personId,
  type Refusal,
  type VisitId,
  visitId,
} from '../vocabulary.ts';
import { type Change, DiaryClash, type DiaryRecord, type Key } from './diary.ts';
import { duressShape, type KeptDuress } from './duress-shape.ts';
import { openPage, visitOn } from './page.ts';
import type { World } from './ports.ts';
import { newReferenceTo } from './random-reference.ts';
import { putOutgoing, recipientsOf } from './tell.ts';
import { unsealed } from './unsealed.ts';

const prefix = 'duress ';
export const isDuress = (partition: string): boolean => partition.startsWith(prefix);

/** The visit a silent alarm is about, so that its card can be drawn; a name that leads nowhere where there is none. */
export const visitOfDuress = (partition: string): VisitId =>
  visitId(partition.slice(prefix.length));

const keyFor = ({ school }: World, about: string, kind: 'kept' | 'timer' | 'job'): Key => ({
  school,
  partition: `${prefix}${about}`,
  kind,
  id: 'duress',
});

type Open = { readonly kept: KeptDuress; readonly version: number | 'absent' };

/** `about` is the visit's id, or the speaker's where they are on none. Throws Unreadable. */
export const openDuress = async (world: World, about: string): Promise<Open> => {
  const record = await world.diary.read(keyFor(world, about, 'kept'));
  if (record === undefined) return { kept: { events: [] }, version: 'absent' };
  return { kept: unsealed(world, record, duressShape), version: record.version };
};

const attempts = 8;

type Told =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/** Works with SharePoint and Entra away: nothing here waits for them. */
export const handleDuress = async (
  world: World,
  about: string,
  command: DuressCommand,
): Promise<Told> => {
  for (let left = attempts; ; left -= 1) {
    try {
      return await tryOnce(world, about, command);
    } catch (error) {
      if (!(error instanceof DiaryClash) || left === 1) throw error;
    }
  }
};

const tryOnce = async (world: World, about: string, command: DuressCommand): Promise<Told> => {
  const [{ kept, version }, policy, roster] = await Promise.all([
    openDuress(world, about),
    world.policy(),
    world.roster(),
  ]);
  if (kept.events.some((event) => event.command === command.id)) return { kind: 'done' };
  const duress = duressAfter(kept.events);
  const decision = decideDuress(command, duress, {
    now: world.now(),
    policy,
    roster,
    reference: await referenceFor(world, about, { command, duress }),
    people: await peopleOn(world, command),
  });
  if (decision.kind === 'refused') return decision;
  if (decision.events.length === 0) return { kind: 'done' };
  const events = [...kept.events, ...decision.events];
  const changes = await changesFor(world, about, { kept: { events }, version });
  if ((await world.diary.commit(changes)) === 'clash')
    throw new DiaryClash('The silent alarm changed since it was read.');
  return { kind: 'done' };
};

/** A silent alarm that begins now gets one of its own; nothing else takes a name. */
const referenceFor = async (
  world: World,
  about: string,
  { command, duress }: { readonly command: DuressCommand; readonly duress: Duress },
): Promise<string> => {
  if (duress.status === 'open') return duress.reference;
  return command.verb === 'hear-code-word' ? newReferenceTo(world, 'S', about) : '';
};

/** Everybody who goes on that visit, and whoever spoke where they are on none. */
const peopleOn = async (world: World, command: DuressCommand): Promise<readonly PersonId[]> => {
  if (command.verb !== 'hear-code-word' || command.visit === undefined) return [command.by];
  const visit = visitOn((await openPage(world, command.visit)).page);
  return visit.status === 'unsubmitted' ? [command.by] : visit.proposal.visitors;
};

const changesFor = async (world: World, about: string, open: Open): Promise<readonly Change[]> => {
  const { kept, version } = open;
  const duress = duressAfter(kept.events);
  const due = nextTelling(duress, await world.policy());
  const timer = keyFor(world, about, 'timer');
  return [
    {
      put: keyFor(world, about, 'kept'),
      value: world.keys.seal(JSON.stringify(kept)),
      expects: version,
    },
    due === undefined ? { remove: timer } : { put: timer, value: {}, due, lane: 'alarm' },
    { put: keyFor(world, about, 'job'), value: {}, due: world.now(), lane: 'ordinary' },
    ...(await tellingsOf(world, about, { duress, events: kept.events })),
  ];
};

/** Back from its list into a new diary: it goes on where it was, and nobody hears of it again for that. */
export const keepRestored = async (
  world: World,
  about: string,
  kept: KeptDuress,
): Promise<void> => {
  const due = nextTelling(duressAfter(kept.events), await world.policy());
  await world.diary.commit([
    {
      put: keyFor(world, about, 'kept'),
      value: world.keys.seal(JSON.stringify(kept)),
      expects: 'absent',
    },
    ...(due === undefined
      ? []
      : [{ put: keyFor(world, about, 'timer'), value: {}, due, lane: 'alarm' } as const]),
  ]);
};

/** Only the newest event tells anybody anything. Nobody it is about is ever told. */
const tellingsOf = async (
  world: World,
  about: string,
  { duress, events }: { readonly duress: Duress; readonly events: readonly DuressEvent[] },
): Promise<readonly Change[]> => {
  const last = events.at(-1);
  if (duress.status === 'none' || last === undefined) return [];
  const given = { policy: await world.policy(), roster: await world.roster() };
  const message = messageOf(duress, last, {
    responders: respondersTo(duress.people, given),
    roster: given.roster,
  });
  return recipientsOf(message.to, given.roster).map((recipient) => {
    const to = 'person' in recipient ? recipient.person : `#${recipient.channel}`;
    const waiting = { recipient, message, tries: 0, urgent: true };
    return putOutgoing(world, `${prefix}${about}`, `${events.length}.0.${to}`, waiting);
  });
};

const messageOf = (
  { reference, people, since, holder, status }: KnownDuress,
  last: DuressEvent,
  { responders, roster }: { readonly responders: readonly PersonId[]; readonly roster: Roster },
): DuressMessage => ({
  kind: 'duress-alert',
  to: {
    people: responders,
    ...(last.type === 'code-word-heard' ? { channel: 'safeguarding' as const } : {}),
  },
  reference,
  people: people.map((id) => ({ id, name: nameOf(roster, id) })),
  since,
  over: status === 'over',
  ...(holder === undefined ? {} : { holder: nameOf(roster, holder) }),
});

/** What has come due is read off the alarm itself, so each look may go by a name of its own. */
export const clockOfDuress = async (world: World, record: DiaryRecord): Promise<void> => {
  const about = record.partition.slice(prefix.length);
  const id: CommandId = commandId(`clock ${world.newId()}`);
  await handleDuress(world, about, { verb: 'check-clock', id, by: product });
  const now = await world.diary.read(record);
  if (now?.version !== record.version) return;
  const { kept } = await openDuress(world, about);
  const due = nextTelling(duressAfter(kept.events), await world.policy());
  const { school, partition, kind, id: name } = record;
  const put = { school, partition, kind, id: name };
  await world.diary.commit([
    due === undefined
      ? { remove: put, expects: record.version }
      : { put, value: {}, due, lane: 'alarm', expects: record.version },
  ]);
};

const product = personId('home-visits');
