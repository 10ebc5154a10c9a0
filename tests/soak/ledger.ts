/** Who has to be told what, worked out apart from the product, and who was. */
import type { Outgoing, PostResult } from '../../src/journeys/ports.ts';
import { holders, type Roster } from '../../src/people/staff.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { VisitEvent } from '../../src/visits/event.ts';
import { outOn } from '../../src/visits/people-out.ts';
import type { KnownVisit } from '../../src/visits/visit.ts';
import type { PersonId, Role, VisitId } from '../../src/vocabulary.ts';

export type Ledger = {
  readonly policy: Policy;
  readonly roster: Roster;
  /** How often each message was sent, by its name and what it says: an event that moves has its number again. */
  readonly sent: Map<string, number>;
  /** Those that were sent more than once, and of what kind. */
  readonly twice: Map<
    string,
    { readonly times: number; readonly alarm: boolean; readonly key: string }
  >;
  /** The names of those that were sent. */
  readonly keys: Set<string>;
  /** Names of messages whose person cannot be reached. */
  readonly handedOn: Set<string>;
  /** Which messages, by visit, alarm and person, are out or were handed on; what came twice counts once. */
  readonly told: Map<string, Set<string>>;
  /** How many there have to be. */
  readonly owed: Map<VisitId, Map<string, number>>;
  /** Alarms that somebody could not be told of. */
  readonly urgent: Set<string>;
  /** Whose events were looked at. */
  readonly counted: Set<string>;
  readonly silent: Set<string>;
  readonly worries: Set<string>;
  kills: number;
  /** How often the diary was lost: what was written last is told again then, but for alarms. */
  lost: number;
  /** What the list had yet to take when the diary was lost happens again, and is told again: visit and number. */
  readonly unfiled: Set<string>;
  /** Told more than once. */
  duplicates: number;
  alarms: number;
  out: number;
};

export const newLedger = (policy: Policy, roster: Roster): Ledger => ({
  policy,
  roster,
  sent: new Map(),
  twice: new Map(),
  keys: new Set(),
  handedOn: new Set(),
  told: new Map(),
  owed: new Map(),
  urgent: new Set(),
  counted: new Set(),
  silent: new Set(),
  worries: new Set(),
  kills: 0,
  lost: 0,
  unfiled: new Set(),
  duplicates: 0,
  alarms: 0,
  out: 0,
});

export const nameOfAlarm = (visit: string, alarm: string, to: string): string =>
  `${visit} ${alarm} ${to}`;

export const noteTelling = (
  ledger: Ledger,
  { key, message, view }: Outgoing,
  to: string,
  result: PostResult,
): void => {
  if (result.kind === 'later') return;
  const news = ['alarm', 'notice', 'concern-alert', 'duress-alert'].includes(message.kind);
  if (result.kind === 'unreachable') {
    ledger.handedOn.add(key);
    if (message.kind === 'alarm') ledger.urgent.add(key);
  } else if (news) {
    ledger.keys.add(key);
    const whole = `${key} ${JSON.stringify(message)}`;
    const times = (ledger.sent.get(whole) ?? 0) + 1;
    ledger.sent.set(whole, times);
    if (times > 1) {
      ledger.twice.set(whole, { times, alarm: message.kind === 'alarm', key });
      ledger.duplicates += 1;
    }
  }
  if (message.kind === 'open-alarms') {
    for (const { visit, alarm } of message.alarms) {
      const name = nameOfAlarm(visit, alarm, to);
      noteTold(ledger, name, `${key} ${visit} ${alarm}`);
    }
    for (const each of key.split(' + '))
      if (result.kind === 'unreachable') {
        ledger.handedOn.add(each);
        ledger.urgent.add(each);
      } else ledger.keys.add(each);
  }
  if (message.kind !== 'alarm' || view === undefined) return;
  const name = nameOfAlarm(view.id, message.alarm, to);
  noteTold(ledger, name, `${key} ${JSON.stringify(message)}`);
};

const noteTold = ({ told }: Ledger, name: string, what: string): void => {
  told.set(name, (told.get(name) ?? new Set()).add(what));
};

export const toldOf = ({ told }: Ledger, name: string): number => told.get(name)?.size ?? 0;

export const noteOwed = (
  ledger: Ledger,
  id: VisitId,
  event: VisitEvent,
  after: KnownVisit,
): void => {
  const owed = owedFor(ledger, event, after);
  if (owed === undefined) return;
  ledger.alarms += 1;
  const mine = ledger.owed.get(id) ?? new Map<string, number>();
  ledger.owed.set(id, mine);
  for (const to of new Set(owed.people)) {
    const name = nameOfAlarm(id, owed.alarm, to);
    mine.set(name, (mine.get(name) ?? 0) + 1);
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

/** `partition` and the number that the event of a message has. */
export const numberOf = (partition: string, index: number): string =>
  `${partition} ${String(index).padStart(4, '0')}`;
