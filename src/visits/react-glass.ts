import { holders } from '../people/staff.ts';
import { type PersonId, schoolTime } from '../vocabulary.ts';
import type { Message } from './message.ts';
import {
  deciders,
  nameFor,
  namesFor,
  notice,
  party,
  safeguardingRoles,
  sayings,
  type Telling,
  type Told,
} from './telling.ts';

type OfGlass = Told<'glass-started' | 'glass-broken' | 'glass-reviewed' | 'review-reminded'>;

/** An emergency on two names is told to everybody who answers for it, and stays told until it is reviewed. */
export const glassMessages = (event: OfGlass, telling: Telling): readonly Message[] => {
  const words = sayings(telling).glass;
  const { visit, policy } = telling;
  const { reference } = visit;
  const who = nameFor(telling, event.by);
  switch (event.type) {
    case 'glass-started': {
      const people = seconders(telling, event.by);
      return [
        { kind: 'card', to: { people }, again: true },
        notice({ people }, words.second(reference, who, event.reason)),
      ];
    }
    case 'glass-broken':
      return afterBreaking(event, telling);
    case 'glass-reviewed':
      return [
        notice(
          { people: [...theTwo(telling), ...party(telling)] },
          words.reviewed(reference, who, event.note),
        ),
      ];
    case 'review-reminded':
      return [
        { kind: 'card', to: { roles: policy.approval.breakGlass.review }, again: true },
        notice(
          { people: theTwo(telling), roles: policy.approval.breakGlass.review },
          words.reviewDue(reference, namesFor(telling, theTwo(telling))),
        ),
      ];
    default:
      return event satisfies never;
  }
};

const theTwo = ({ visit: { glass } }: Telling): readonly PersonId[] =>
  glass === undefined
    ? []
    : [glass.first, ...(glass.second === undefined ? [] : [glass.second.by])];

/** Whoever could be the second, and whoever could still simply decide. */
const seconders = (telling: Telling, first: PersonId): readonly PersonId[] => {
  const { visit, roster, policy } = telling;
  const { breakGlass } = policy.approval;
  const others = holders(roster, [...breakGlass.first, ...breakGlass.second])
    .filter(({ id, away }) => away !== true && !visit.proposal.visitors.includes(id))
    .map(({ id }) => id);
  return [...new Set([...others, ...deciders(telling)])].filter((id) => id !== first);
};

const afterBreaking = (event: Told<'glass-broken'>, telling: Telling): readonly Message[] => {
  const words = sayings(telling).glass;
  const { visit, policy } = telling;
  const names = namesFor(telling, theTwo(telling));
  const { review, reviewHours } = policy.approval.breakGlass;
  const roles = [...new Set([...safeguardingRoles, ...policy.departure.notify])];
  return [
    notice({ people: party(telling) }, words.mayGo(visit.reference, names)),
    notice(
      { people: deciders(telling), roles },
      words.broken(visit.reference, names, schoolTime(event.at)),
    ),
    { kind: 'card', to: { roles: review }, again: true },
    notice({ roles: review }, words.toReview(visit.reference, names, reviewHours)),
  ];
};
