import { schoolTime } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { Message } from './message.ts';
import {
  departureAudience,
  headRoles,
  nameFor,
  namesFor,
  notice,
  party,
  safeguardingRoles,
  sayings,
  type Telling,
  type Told,
  withWhoWaits,
} from './telling.ts';

type WhileOut = Told<
  | 'departed'
  | 'breach-reported'
  | 'returned'
  | 'extended'
  | 'plan-changed'
  | 'called-off'
  | 'reached-safety'
>;

export const outMessages = (event: WhileOut, telling: Telling): readonly Message[] => [
  ...told(event, telling),
  ...alsoTold(event, telling),
];

const told = (event: WhileOut, telling: Telling): readonly Message[] => {
  const words = sayings(telling);
  const { visit, policy } = telling;
  const office = withWhoWaits({ roles: policy.departure.notify }, telling);
  const who = nameFor(telling, event.by);
  switch (event.type) {
    case 'departed':
      if (event.carried !== undefined) return afterGoingOn(event, telling);
      return [
        { kind: 'card', to: departureAudience(telling), again: true },
        notice(
          departureAudience(telling),
          words.departed(visit.reference, namesFor(telling, event.who), schoolTime(event.dueBack)),
        ),
      ];
    case 'breach-reported':
      return afterBreach(event, telling);
    case 'returned':
      return afterReturn(event, telling);
    case 'extended':
      return [notice(office, words.extended(visit.reference, who, schoolTime(event.dueBack)))];
    case 'plan-changed':
      return [notice(office, words.planChanged(visit.reference, who, event.what))];
    case 'called-off':
      return afterCallOff(event, telling);
    case 'reached-safety':
      return [
        notice(
          { roles: policy.responders },
          words.reachedSafety(visit.reference, namesFor(telling, event.who)),
        ),
      ];
    default:
      return event satisfies never;
  }
};

/** The one colleague more that they named hears who left, that plans changed, and who is back; by reference, as they may not be one of those who see the family. */
const alsoTold = (event: WhileOut, telling: Telling): readonly Message[] => {
  const { visit, policy } = telling;
  const { alsoTell } = visit.proposal;
  if (alsoTell === undefined || visit.proposal.visitors.includes(alsoTell)) return [];
  const words = sayings(telling);
  const to = { people: [alsoTell] };
  const by = nameFor(telling, event.by);
  switch (event.type) {
    case 'departed':
    case 'breach-reported':
      return [
        notice(
          to,
          words.departed(visit.reference, namesFor(telling, event.who), schoolTime(event.dueBack)),
        ),
      ];
    case 'extended':
      return [notice(to, words.extended(visit.reference, by, schoolTime(event.dueBack)))];
    case 'plan-changed':
      return [notice(to, wordsFor(policy.language).rounds.planOf(visit.reference, by))];
    case 'called-off':
      return [notice(to, words.calledOff[event.how](visit.reference, by))];
    case 'returned':
      return [notice(to, words.back(visit.reference, namesFor(telling, event.who)))];
    case 'reached-safety':
      return [];
    default:
      return event satisfies never;
  }
};

/** To the next home of a round: they get the card of it, and whoever was told that they left hears where they are now. */
const afterGoingOn = (event: Told<'departed'>, telling: Telling): readonly Message[] => {
  const { visit, policy } = telling;
  const { rounds } = wordsFor(policy.language);
  const say = event.carried?.from.length === 0 ? rounds.watchedAgain : rounds.wentOn;
  const text = say(visit.reference, namesFor(telling, event.who), schoolTime(event.dueBack));
  return [
    { kind: 'card', to: { people: event.who }, again: true },
    notice({ roles: policy.departure.notify }, text),
  ];
};

/** Told to whoever could have given permission and to safeguarding; the office starts to watch. */
const afterBreach = (event: Told<'breach-reported'>, telling: Telling): readonly Message[] => {
  const { policy } = telling;
  const words = sayings(telling);
  const clauses = [...new Set(event.rules.map(({ clause }) => clause))].join(', ');
  const roles = [
    ...new Set([...policy.approval.roles, ...safeguardingRoles, ...policy.departure.notify]),
  ];
  const text = words.breach(
    event.reference,
    namesFor(telling, event.who),
    schoolTime(event.dueBack),
    clauses,
  );
  return [
    notice({ roles }, text),
    { kind: 'card', to: { people: event.who, roles: policy.departure.notify }, again: true },
  ];
};

const afterReturn = (event: Told<'returned'>, telling: Telling): readonly Message[] => {
  const { visit, policy } = telling;
  const words = sayings(telling);
  const unseen = visit.alarms.some((alarm) => alarm.state === 'amber');
  return [
    notice(
      withWhoWaits({ roles: policy.departure.notify }, telling),
      words.back(visit.reference, namesFor(telling, event.who)),
    ),
    ...(unseen ? [notice({ roles: policy.responders }, words.seeThem(visit.reference))] : []),
  ];
};

const afterCallOff = (event: Told<'called-off'>, telling: Telling): readonly Message[] => {
  const { visit, policy } = telling;
  const words = sayings(telling);
  const owed = event.how === 'feel-unsafe' || event.how === 'animals-loose';
  const said = words.calledOff[event.how](visit.reference, nameFor(telling, event.by));
  const reason = event.reason.trim() === '' ? '' : words.reason(event.reason);
  const text = said + reason + (visit.status === 'out' ? words.stillOut : '');
  const roles = [
    ...new Set([
      ...policy.approval.roles,
      ...policy.departure.notify,
      ...policy.notices.changes,
      ...(event.how === 'feel-unsafe' ? safeguardingRoles : []),
      ...(owed ? headRoles(policy) : []),
    ]),
  ];
  return [notice({ people: party(telling), roles }, text)];
};
