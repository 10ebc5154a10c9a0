/** While nobody has decided: who is asked, reminded, and told that people must not go. */
import { holders } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import { schoolDate, schoolTime } from '../vocabulary.ts';
import { stepOf } from './decision-reminders.ts';
import type { Message } from './message.ts';
import {
  deciders,
  decidersAway,
  nameFor,
  namesFor,
  notice,
  party,
  safeguardingRoles,
  sayings,
  type Telling,
  type Told,
} from './telling.ts';
import type { KnownVisit } from './visit.ts';

/** Nobody who may decide is here: that is said at once, to whoever can name somebody to stand in. */
export const everybodyAway = (telling: Telling): readonly Message[] => {
  const { visit, policy } = telling;
  const away = decidersAway(telling).map(({ id }) => id);
  if (away.length === 0 || deciders(telling).length > 0) return [];
  return [
    notice(
      { people: party(telling), roles: policy.approval.whenAllAway },
      sayings(telling).waiting.allAway(visit.reference, namesFor(telling, away)),
    ),
  ];
};

/** A purpose that the safeguarding lead is to know of before anybody decides, let alone goes. */
export const safeguardingFirst = (telling: Telling): readonly Message[] => {
  const { visit, roster, policy } = telling;
  const { start, visitors } = visit.proposal;
  const people = holders(roster, safeguardingRoles)
    .map(({ id }) => id)
    .filter((id) => !party(telling).includes(id));
  if (!isForSafeguardingFirst(visit, policy) || people.length === 0) return [];
  const when = `${schoolDate(start)} ${schoolTime(start)}`;
  const who = namesFor(telling, visitors);
  const text = sayings(telling).waiting.safeguardingFirst(visit.reference, who, when);
  return [{ kind: 'card', to: { people }, again: true }, notice({ people }, text)];
};

/** Why a sensitive visit is made stands where only they read it; that calls were not answered stands here. */
const isForSafeguardingFirst = ({ proposal }: KnownVisit, { purposes }: Policy): boolean => {
  const theirs = purposes.filter(({ needs = [] }) => needs.includes('safeguarding-first'));
  return proposal.sensitive
    ? theirs.length > 0 && (proposal.contactAttempts ?? []).length > 0
    : theirs.some(({ id }) => id === proposal.purpose);
};

export const reminderMessages = (
  event: Told<'decision-reminded'>,
  telling: Telling,
): readonly Message[] => {
  const { visit, policy } = telling;
  const { waiting } = sayings(telling);
  const { to, start } = stepOf(event.step, policy);
  const when = `${schoolDate(visit.proposal.start)} ${schoolTime(visit.proposal.start)}`;
  const people = deciders(telling);
  return [
    ...(people.length === 0 ? [] : [{ kind: 'card', to: { people }, again: true } as const]),
    notice({ people, roles: to }, waiting.reminder(visit.reference, when)),
    ...(start ? [notice({ people: party(telling) }, waiting.doNotGo(visit.reference))] : []),
    ...everybodyAway(telling),
  ];
};

/** A yes on the phone binds nobody; whoever said it is asked to say it here. */
export const phoneMessages = (
  event: Told<'yes-by-phone'>,
  telling: Telling,
): readonly Message[] => {
  const { visit } = telling;
  const { waiting } = sayings(telling);
  const office = nameFor(telling, event.by);
  const from = nameFor(telling, event.from);
  return [
    { kind: 'card', to: { people: [event.from] }, again: true },
    notice({ people: [event.from] }, waiting.confirm(visit.reference, office)),
    notice({ people: party(telling) }, waiting.byPhone(visit.reference, from, office)),
  ];
};

/** It ran out: those who would go, who asked, who might have decided and the office all hear that nobody goes. */
export const lapsedMessages = (telling: Telling): readonly Message[] => [
  notice(
    { people: [...party(telling), ...deciders(telling)], roles: telling.policy.departure.notify },
    sayings(telling).lapsed(telling.visit.reference),
  ),
];

/** Once it may go ahead, and before it does: whoever the policy wants to know of each visit, with its family. */
export const namedVisit = (telling: Telling): readonly Message[] => {
  const { visit, roster, policy } = telling;
  const known = [...party(telling), visit.decidedBy];
  const people = holders(roster, policy.notices.named)
    .map(({ id }) => id)
    .filter((id) => !known.includes(id));
  if (people.length === 0) return [];
  const { start, dueBack, visitors } = visit.proposal;
  const when = `${schoolDate(start)} ${schoolTime(start)}`;
  const text = sayings(telling).named(visit.reference, namesFor(telling, visitors), {
    when,
    until: schoolTime(dueBack),
  });
  return [{ kind: 'card', to: { people }, again: true }, notice({ people }, text)];
};

/** What an appointment is made of. */
const ofAppointment: readonly string[] = [
  'start',
  'dueBack',
  'visitors',
  'appointment',
  'appointmentNote',
  'confirmedBy',
  'confirmedOn',
  'address',
  'people',
];

/** Before and after, to whoever hears of every change to an appointment. What stands on the card alone is only named. */
export const changedAppointment = (event: Told<'edited'>, telling: Telling): readonly Message[] => {
  const roles = telling.policy.notices.changes;
  const changed = event.changed.filter((name) => ofAppointment.includes(name));
  if (roles.length === 0 || changed.length === 0) return [];
  const words = sayings(telling);
  const what = changed.map((name) => beforeAndAfter(name, event, telling)).join('; ');
  return [
    notice(
      { roles },
      words.appointment.changed(telling.visit.reference, nameFor(telling, event.by), what),
    ),
  ];
};

const beforeAndAfter = (
  name: string,
  { was, proposal }: Told<'edited'>,
  telling: Telling,
): string => {
  const { appointment, changed, otherChange } = sayings(telling);
  const of = changed[name] ?? otherChange;
  if (was === undefined) return of;
  const time = (at: typeof was.start) => `${schoolDate(at)} ${schoolTime(at)}`;
  switch (name) {
    case 'start':
    case 'dueBack':
      return appointment.from(of, time(was[name]), time(proposal[name]));
    case 'visitors':
      return appointment.from(
        of,
        namesFor(telling, was.visitors),
        namesFor(telling, proposal.visitors),
      );
    case 'appointment':
      return appointment.from(
        of,
        appointment.ways[was.appointment],
        appointment.ways[proposal.appointment],
      );
    default:
      return of;
  }
};
