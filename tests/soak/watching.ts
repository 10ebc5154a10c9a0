/** What must hold after every step of every day: nobody is forgotten, no alarm is lost, and no clock says that anybody is safe. */
import { concernAfter } from '../../src/concerns/evolve.ts';
import { respondersTo } from '../../src/duress/decide.ts';
import { duressAfter } from '../../src/duress/duress.ts';
import { openConcern } from '../../src/journeys/concern-kept.ts';
import type { DiaryRecord } from '../../src/journeys/diary.ts';
import { openDuress } from '../../src/journeys/duress.ts';
import { openPage, visitOn } from '../../src/journeys/page.ts';
import type { Outgoing, PostResult, World } from '../../src/journeys/ports.ts';
import { waitingOf } from '../../src/journeys/tell.ts';
import { noRegisters } from '../../src/people/registers.ts';
import { holders, type Roster } from '../../src/people/staff.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { VisitEvent } from '../../src/visits/event.ts';
import { visitAfter } from '../../src/visits/evolve.ts';
import { isOpen } from '../../src/visits/evolve-alarms.ts';
import { nextCheck } from '../../src/visits/next-check.ts';
import { outOn } from '../../src/visits/people-out.ts';
import type { KnownVisit, Visit } from '../../src/visits/visit.ts';
import { toCome } from '../../src/visits/watch.ts';
import {
  concernId,
  type Instant,
  laterOf,
  minutesAfter,
  type PersonId,
  type Role,
  type VisitId,
} from '../../src/vocabulary.ts';
import type { Playing } from '../journeys/world.ts';

export type Ledger = {
  readonly policy: Policy;
  readonly roster: Roster;
  /** How often each message was sent, by its name and what it says: an event that moves has its number again. */
  readonly sent: Map<string, number>;
  /** The names of those that were sent. */
  readonly keys: Set<string>;
  /** Names of messages whose person cannot be reached. */
  readonly handedOn: Set<string>;
  /** Which alarm messages, by visit, alarm and person, are out or were handed on. */
  readonly told: Map<string, readonly string[]>;
  /** How many there have to be. */
  readonly owed: Map<string, number>;
  readonly counted: Set<string>;
  readonly silent: Set<string>;
  readonly worries: Set<string>;
  kills: number;
  /** How often the diary was lost: what was written last is told again then, but for alarms. */
  lost: number;
  alarms: number;
  out: number;
};

export const newLedger = (policy: Policy, roster: Roster): Ledger => ({
  policy,
  roster,
  sent: new Map(),
  keys: new Set(),
  handedOn: new Set(),
  told: new Map(),
  owed: new Map(),
  counted: new Set(),
  silent: new Set(),
  worries: new Set(),
  kills: 0,
  lost: 0,
  alarms: 0,
  out: 0,
});

const nameOfAlarm = (visit: string, alarm: string, to: string): string => `${visit} ${alarm} ${to}`;

export const noteTelling = (
  ledger: Ledger,
  { key, message, view }: Outgoing,
  to: string,
  result: PostResult,
): void => {
  if (result.kind === 'later') return;
  const news = ['alarm', 'notice', 'concern-alert', 'duress-alert'].includes(message.kind);
  if (result.kind === 'unreachable') ledger.handedOn.add(key);
  else if (news) {
    ledger.keys.add(key);
    const whole = `${key} ${JSON.stringify(message)}`;
    ledger.sent.set(whole, (ledger.sent.get(whole) ?? 0) + 1);
  }
  if (message.kind === 'open-alarms') {
    for (const { visit, alarm } of message.alarms) {
      const name = nameOfAlarm(visit, alarm, to);
      ledger.told.set(name, [...(ledger.told.get(name) ?? []), key]);
    }
    for (const each of key.split(' + '))
      if (result.kind === 'unreachable') ledger.handedOn.add(each);
      else ledger.keys.add(each);
  }
  if (message.kind !== 'alarm' || view === undefined) return;
  const name = nameOfAlarm(view.id, message.alarm, to);
  ledger.told.set(name, [...(ledger.told.get(name) ?? []), key]);
};

class Forgotten extends Error {
  override readonly name = 'Forgotten';
}

const must = (holds: boolean, because: () => string): void => {
  if (!holds) throw new Forgotten(because());
};

type Around = {
  readonly visits: readonly { readonly id: VisitId }[];
  readonly clock: { readonly now: () => Instant };
  readonly unreachable: ReadonlySet<string>;
};

export const lookAround = async (
  { world, kept, faults }: Playing,
  ledger: Ledger,
  { visits, clock }: Around,
): Promise<void> => {
  const timers = await kept.list(world.school, 'timer');
  const outgoing = await kept.list(world.school, 'outgoing');
  const now = clock.now();
  const waiting = new Set(outgoing.map(({ partition, id }) => `${partition} ${id}`));
  must(
    faults.length === 0,
    () => `A fault: ${faults.map((one) => String((one as Error)?.stack ?? one)).join('\n')}`,
  );
  for (const record of outgoing)
    must(record.due !== undefined && record.due > now, () => `It still waits: ${record.id}`);
  for (const [key, times] of ledger.sent)
    must(
      times <= 1 + ledger.kills + (key.includes('"kind":"alarm"') ? 0 : ledger.lost),
      () => `${key} was sent ${times} times, ${ledger.kills} kills.`,
    );
  for (const key of ledger.handedOn)
    must(
      !isUrgent(key, ledger) ||
        [...ledger.keys, ...ledger.handedOn, ...waiting].some((one) =>
          one.startsWith(`${key}.for.`),
        ),
      () => `${key} was handed to nobody.`,
    );
  for (const { id } of visits)
    await lookAtVisit(world, ledger, { id, timers, now, outgoing, waiting });
  await lookAtSilent(world, ledger, { timers, now, waiting });
  await lookAtWorries(world, ledger, timers);
};

/** Only an alarm is handed on. */
const isUrgent = (key: string, { told }: Ledger): boolean =>
  [...told.values()].some((keys) => keys.includes(key));

type Seen = {
  readonly id: VisitId;
  readonly timers: readonly DiaryRecord[];
  readonly now: Instant;
  readonly outgoing: readonly DiaryRecord[];
  readonly waiting: ReadonlySet<string>;
};

const lookAtVisit = async (world: World, ledger: Ledger, seen: Seen): Promise<void> => {
  const { id, timers, now } = seen;
  const { page } = await openPage(world, id);
  const visit = visitOn(page);
  if (visit.status === 'unsubmitted') return;
  const out = outOn(visit).length > 0;
  const open = visit.alarms.some(isOpen);
  if (out || open) {
    if (out) ledger.out += 1;
    const timer = timers.find(({ partition }) => partition === id)?.due;
    const next = nextCheck(visit, ledger.policy, noRegisters.calendar);
    const last = laterOf(now, next ?? now);
    must(timer !== undefined, () => `${id} is ${visit.status} and has no timer.`);
    must(next !== undefined && next > now, () => `${id}: ${next} has passed, it is ${now}.`);
    must(
      timer !== undefined && timer <= minutesAfter(last, 1 / 3),
      () => `${id}: the timer is at ${timer}, and something comes at ${next}.`,
    );
    must(
      toCome(visit, ledger.policy, noRegisters.calendar).some(
        ({ detail }) => detail.type === 'rung-raised' || detail.type === 'welfare-asked',
      ),
      () => `${id}: nothing to come tells anybody.`,
    );
  }
  let before: Visit = { status: 'unsubmitted' };
  for (const [index, event] of page.events.entries()) {
    const name = `${id} ${event.command} ${JSON.stringify({ ...event, seal: '', at: '' })}`;
    if (ledger.counted.has(name)) {
      before = { status: 'unsubmitted' };
      continue;
    }
    ledger.counted.add(name);
    if (before.status === 'unsubmitted') before = visitAfter(page.events.slice(0, index));
    const after = visitAfter(page.events.slice(0, index + 1));
    if (after.status === 'unsubmitted') continue;
    noteOwed(ledger, id, event, after);
    if (event.via === 'product' && before.status !== 'unsubmitted')
      lookAtProduct(id, event, before, after);
    before = after;
  }
  lookAtAlarms(world, ledger, seen);
};

/** Nobody comes back, and no alarm ends, by the clock. */
const lookAtProduct = (
  id: VisitId,
  event: VisitEvent,
  before: KnownVisit,
  after: KnownVisit,
): void => {
  const what = () => `${id}: the clock itself said ${event.type}.`;
  const places = (visit: KnownVisit) =>
    'outing' in visit ? JSON.stringify(visit.outing.positions) : '';
  const standing = (visit: KnownVisit) =>
    JSON.stringify(
      visit.alarms
        .slice(0, before.alarms.length)
        .map(({ state, spokenTo }) => [state, state === 'settled' ? spokenTo : []]),
    );
  must(places(before) === places(after), what);
  must(standing(before) === standing(after), what);
  must(after.status === before.status || after.status === 'not authorised', what);
};

const noteOwed = (ledger: Ledger, id: VisitId, event: VisitEvent, after: KnownVisit): void => {
  const owed = owedFor(ledger, event, after);
  if (owed === undefined) return;
  ledger.alarms += 1;
  for (const to of new Set(owed.people)) {
    const name = nameOfAlarm(id, owed.alarm, to);
    ledger.owed.set(name, (ledger.owed.get(name) ?? 0) + 1);
  }
};

type Owed = { readonly alarm: string; readonly people: readonly PersonId[] };

/** Whom this event has to reach, worked out from the policy and the staff alone. */
const owedFor = (
  { roster, policy }: Ledger,
  event: VisitEvent,
  after: KnownVisit,
): Owed | undefined => {
  const all = (roles: readonly Role[]) => holders(roster, roles).map((one) => one.id);
  const { responders, overdue, concerns } = policy;
  const leads: readonly Role[] = ['safeguarding-lead', 'deputy-safeguarding-lead'];
  switch (event.type) {
    case 'help-called':
      return { alarm: event.alarm, people: all(responders) };
    case 'child-found':
      return { alarm: event.alarm, people: all([...concerns.tell, ...leads]) };
    case 'left-unsafe': {
      const alarm = after.alarms.findLast(({ kind }) => kind === 'left-unsafe');
      return { alarm: alarm?.id ?? '', people: all(responders) };
    }
    case 'rung-raised': {
      if (event.quiet === true) return undefined;
      const rung = overdue.rungs.find((one) => one.id === event.rung);
      const people = rung?.to.flatMap((one) => (one === 'visitors' ? outOn(after) : all([one])));
      return { alarm: event.alarm, people: people ?? all(responders) };
    }
    default:
      return undefined;
  }
};

const lookAtAlarms = (world: World, ledger: Ledger, { id, outgoing }: Seen): void => {
  const later = new Map<string, number>();
  for (const record of outgoing.filter(({ partition }) => partition === id)) {
    const { message, recipient } = waitingOf(world, record);
    if (message.kind !== 'alarm' || recipient === 'every-card') continue;
    const to = 'person' in recipient ? recipient.person : `#${recipient.channel}`;
    const name = nameOfAlarm(id, message.alarm, to);
    later.set(name, (later.get(name) ?? 0) + 1);
  }
  for (const [name, owed] of ledger.owed) {
    if (!name.startsWith(`${id} `)) continue;
    const told = ledger.told.get(name)?.length ?? 0;
    must(told + (later.get(name) ?? 0) >= owed, () => `${name}: ${told} of ${owed} were told.`);
  }
};

/** Silent alarms are told to everybody who answers alarms, again and again until a voice was heard. */
const lookAtSilent = async (
  world: World,
  ledger: Ledger,
  { timers, now, waiting }: Pick<Seen, 'timers' | 'now' | 'waiting'>,
): Promise<void> => {
  const records = await world.diary.list(world.school, 'kept');
  for (const { partition } of records)
    if (partition.startsWith('duress ')) ledger.silent.add(partition);
  for (const partition of ledger.silent) {
    const { kept } = await openDuress(world, partition.slice('duress '.length));
    const duress = duressAfter(kept.events);
    must(duress.status !== 'none', () => `${partition} is forgotten.`);
    if (duress.status === 'none') return;
    const timer = timers.find((one) => one.partition === partition)?.due;
    must(
      duress.status === 'over' || (timer !== undefined && timer > now),
      () => `${partition}: no timer.`,
    );
    for (const [index, event] of kept.events.entries()) {
      if (event.type !== 'code-word-heard' && event.type !== 'duress-climbed') continue;
      for (const person of respondersTo(duress.people, ledger)) {
        const key = `${partition} ${index + 1}.0.${person}`;
        must(
          ledger.keys.has(key) || ledger.handedOn.has(key) || waiting.has(key),
          () => `${key} was never told.`,
        );
      }
    }
  }
};

const lookAtWorries = async (
  world: World,
  ledger: Ledger,
  timers: readonly DiaryRecord[],
): Promise<void> => {
  const records = await world.diary.list(world.school, 'concern');
  for (const { partition } of records) ledger.worries.add(partition);
  for (const partition of ledger.worries) {
    const id = concernId(partition.slice('concern '.length));
    const concern = concernAfter((await openConcern(world, id)).kept.events);
    must(concern.status !== 'unraised', () => `${partition} is forgotten.`);
    must(
      concern.status === 'spoken of' || timers.some((one) => one.partition === partition),
      () => `${partition}: no timer.`,
    );
  }
};

/** For whoever looks into what went wrong. */
export const tellOf = async (world: World, id: VisitId): Promise<string> => {
  const { page } = await openPage(world, id);
  const lines = page.events.map(
    (event, index) =>
      `${index} ${event.at.slice(11, 19)} ${event.type} ${'alarm' in event ? event.alarm : ''} ${'rung' in event ? event.rung : ''} by ${event.by} ${event.command}`,
  );
  return `${page.decides} filed ${page.filed} told ${page.told} closed ${page.closed}\n${lines.join('\n')}`;
};
