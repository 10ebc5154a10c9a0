/** What must hold after every step of every day: nobody is forgotten, no alarm is lost, and no clock says that anybody is safe. */
import { concernAfter } from '../../src/concerns/evolve.ts';
import { respondersTo } from '../../src/duress/decide.ts';
import { duressAfter } from '../../src/duress/duress.ts';
import { openConcern } from '../../src/journeys/concern-kept.ts';
import type { DiaryRecord } from '../../src/journeys/diary.ts';
import { openDuress } from '../../src/journeys/duress.ts';
import { openPage, visitOn } from '../../src/journeys/page.ts';
import type { World } from '../../src/journeys/ports.ts';
import { waitingOf } from '../../src/journeys/tell.ts';
import type { Sealed } from '../../src/register/history.ts';
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
  type VisitId,
  visitId,
} from '../../src/vocabulary.ts';
import type { Playing } from '../journeys/world.ts';
import { type Ledger, nameOfAlarm, noteOwed, toldOf } from './ledger.ts';
import { calendar } from './school-year.ts';

class Forgotten extends Error {
  override readonly name = 'Forgotten';
}

const must = (holds: boolean, because: () => string): void => {
  if (!holds) throw new Forgotten(because());
};

type Around = {
  readonly clock: { readonly now: () => Instant };
};

export const lookAround = async (
  { world, kept, faults }: Playing,
  ledger: Ledger,
  { clock }: Around,
): Promise<void> => {
  const [timers, outgoing, pages] = await Promise.all([
    kept.list(world.school, 'timer'),
    kept.list(world.school, 'outgoing'),
    kept.list(world.school, 'page'),
  ]);
  const now = clock.now();
  const waiting = new Set(outgoing.map(({ partition, id }) => `${partition} ${id}`));
  must(
    faults.length === 0,
    () => `A fault: ${faults.map((one) => String((one as Error)?.stack ?? one)).join('\n')}`,
  );
  for (const record of outgoing)
    must(record.due !== undefined && record.due > now, () => `It still waits: ${record.id}`);
  lookAtTold(ledger, waiting);
  const ids = pages.map(({ partition }) => visitId(partition));
  for (const id of ids) await lookAtVisit(world, ledger, { id, timers, now, outgoing, waiting });
  await lookAtPeople(world, ids);
  await lookAtSilent(world, ledger, { timers, now, waiting });
  await lookAtWorries(world, ledger, timers);
};

/** Nothing is told again but after a kill; and what somebody cannot be told is told to somebody else. */
const lookAtTold = (ledger: Ledger, waiting: ReadonlySet<string>): void => {
  for (const [what, { times, alarm, key }] of ledger.twice) {
    const anew = !alarm || ledger.unfiled.has(key.split('.')[0] ?? '') ? ledger.lost : 0;
    must(
      times <= 1 + ledger.kills + anew,
      () => `${what} was sent ${times} times, ${ledger.kills} kills.`,
    );
  }
  const instead = new Set(
    [...ledger.keys, ...ledger.handedOn, ...waiting].flatMap((key) => {
      const end = key.lastIndexOf('.for.');
      return end < 0 ? [] : [key.slice(0, end)];
    }),
  );
  for (const key of ledger.urgent) must(instead.has(key), () => `${key} was handed to nobody.`);
};

/** Whoever has left, and has not come back since, is out on one of the visits: whichever it is. */
const lookAtPeople = async (world: World, ids: readonly VisitId[]): Promise<void> => {
  const pages = await Promise.all(ids.map(async (id) => (await openPage(world, id)).page));
  const left = new Map<PersonId, Instant>();
  const back = new Map<PersonId, Instant>();
  for (const event of pages.flatMap(({ events }) => events)) {
    const into = setsOut(event) ? left : event.type === 'returned' ? back : undefined;
    if (into === undefined || !('who' in event)) continue;
    for (const id of event.who) into.set(id, laterOf(event.at, into.get(id) ?? event.at));
  }
  const visits = pages.map(visitOn);
  for (const [person, at] of left) {
    const isOut = visits.some(
      (visit) => visit.status !== 'unsubmitted' && outOn(visit).includes(person),
    );
    must(isOut || (back.get(person) ?? '') >= at, () => `${person} left at ${at}, and is nowhere.`);
  }
};

const setsOut = (event: VisitEvent): boolean =>
  event.type === 'departed' || (event.type === 'breach-reported' && event.what === 'depart');

/** Once everything answers again and has had time to, nobody has still to be told of an alarm. */
export const lookBack = async (
  { world, kept }: Playing,
  ledger: Ledger,
  { clock }: Around,
): Promise<void> => {
  for (const record of await kept.list(world.school, 'outgoing'))
    must(record.lane !== 'alarm', () => `${record.id} still waits at ${clock.now()}.`);
  for (const [name, owed] of [...ledger.owed.values()].flatMap((mine) => [...mine]))
    must(toldOf(ledger, name) >= owed, () => `${name} was not told ${owed} times.`);
};

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
    const next = nextCheck(visit, ledger.policy, calendar);
    const last = laterOf(now, next ?? now);
    must(timer !== undefined, () => `${id} is ${visit.status} and has no timer.`);
    must(next !== undefined && next > now, () => `${id}: ${next} has passed, it is ${now}.`);
    must(
      timer !== undefined && timer <= minutesAfter(last, 1 / 3),
      () => `${id}: the timer is at ${timer}, and something comes at ${next}.`,
    );
    must(
      toCome(visit, ledger.policy, calendar).some(
        ({ detail }) => detail.type === 'rung-raised' || detail.type === 'welfare-asked',
      ),
      () => `${id}: nothing to come tells anybody.`,
    );
  }
  let before: Visit = { status: 'unsubmitted' };
  for (const [index, event] of page.events.entries()) {
    if (isCounted(ledger, id, event)) {
      before = { status: 'unsubmitted' };
      continue;
    }
    if (before.status === 'unsubmitted') before = visitAfter(page.events.slice(0, index));
    const after = visitAfter([event], before);
    if (after.status === 'unsubmitted') continue;
    noteOwed(ledger, id, event, after);
    if (event.via === 'product' && !isOfRound(event) && before.status !== 'unsubmitted')
      lookAtProduct(id, event, before, after);
    before = after;
  }
  lookAtAlarms(world, ledger, seen);
};

/** An event that has moved is sealed anew, and the same one. */
const isCounted = ({ counted }: Ledger, id: VisitId, event: Sealed<VisitEvent>): boolean => {
  if (counted.has(event.seal)) return true;
  counted.add(event.seal);
  const name = `${id} ${event.command} ${JSON.stringify({ ...event, seal: '', at: '' })}`;
  if (counted.has(name)) return true;
  counted.add(name);
  return false;
};

/** What the visits of a round owe each other is said by the product, and looked at with the people themselves. */
const isOfRound = ({ type }: VisitEvent): boolean => type === 'moved-on' || type === 'round-ended';

/** Nobody comes back, and no alarm ends, by the clock. */
export const lookAtProduct = (
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

const lookAtAlarms = (world: World, ledger: Ledger, { id, outgoing }: Seen): void => {
  const later = new Map<string, number>();
  for (const record of outgoing) {
    if (record.partition !== id || record.lane !== 'alarm') continue;
    const { message, recipient } = waitingOf(world, record);
    if (message.kind !== 'alarm' || recipient === 'every-card') continue;
    const to = 'person' in recipient ? recipient.person : `#${recipient.channel}`;
    const name = nameOfAlarm(id, message.alarm, to);
    later.set(name, (later.get(name) ?? 0) + 1);
  }
  for (const [name, owed] of ledger.owed.get(id) ?? []) {
    const told = toldOf(ledger, name);
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
    const timed = timers.some((one) => one.partition === partition);
    must(concern.status === 'spoken of' || timed, () => `${partition}: no timer.`);
    // Then the list has it, which is enough where the diary is lost.
    if (concern.status === 'spoken of') ledger.worries.delete(partition);
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
