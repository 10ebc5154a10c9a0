/** What every part of telling needs. */
import {
  approversHere,
  type Capacity,
  eligibleApprovers,
  inCapacity,
} from '../approval/approval.ts';
import { leadingRoles } from '../people/access.ts';
import { holders, nameOf, namesOf, type Roster } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import type { PersonId, Role } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { subjectOf } from './asking.ts';
import type { VisitEvent } from './event.ts';
import type { Audience, Message } from './message.ts';
import type { KnownVisit } from './visit.ts';

export type Telling = {
  readonly visit: KnownVisit;
  readonly policy: Policy;
  readonly roster: Roster;
};

export type Told<Type extends VisitEvent['type']> = Extract<VisitEvent, { type: Type }>;

export const sayings = ({ policy }: Telling) => wordsFor(policy.language).notices;

export const notice = (to: Audience, text: string): Message => ({ kind: 'notice', to, text });

/** Who asked and who goes, each once. */
export const party = ({ visit }: Telling): readonly PersonId[] => [
  ...new Set([visit.requestedBy, ...visit.proposal.visitors]),
];

/** Those who are asked to decide it: whoever may, and is here. */
export const deciders = ({ visit, roster, policy }: Telling): readonly PersonId[] =>
  approversHere(subjectOf(visit), roster, policy).map(({ id }) => id);

/** Those who may, though nobody asks them now. */
export const decidersAway = ({ visit, roster, policy }: Telling): Roster =>
  eligibleApprovers(subjectOf(visit), roster, policy).filter(({ away }) => away === true);

/** A name with the place they act in, where it is not their own. */
export const nameInCapacity = (telling: Telling, id: PersonId, as: Capacity): string =>
  inCapacity(nameOf(telling.roster, id), as, telling.policy);

export const nameFor = ({ roster }: Telling, id: PersonId): string => nameOf(roster, id);
export const namesFor = ({ roster }: Telling, ids: readonly PersonId[]): string =>
  namesOf(roster, ids);

/** Those who are told of a departure; where none of the leaders among them is here, another leader of the school is. Whoever was named to wait at school hears of it by name. */
export const departureAudience = ({ visit, roster, policy }: Telling): Audience => {
  const { notify } = policy.departure;
  const here = (roles: readonly Role[]) =>
    holders(roster, roles).filter(
      ({ id, away }) => away !== true && !visit.proposal.visitors.includes(id),
    );
  const leaders = notify.filter((role) => leadingRoles.includes(role));
  const instead = leaders.length > 0 && here(leaders).length === 0 ? here(leadingRoles) : [];
  const waits = holders(roster, policy.responders).filter(
    ({ id }) => id === visit.proposal.backup && !visit.proposal.visitors.includes(id),
  );
  const people = [...new Set([...instead, ...waits].map(({ id }) => id))];
  return { roles: notify, ...(people.length === 0 ? {} : { people }) };
};

/** The head of the school, by whatever name the school has for them. */
export const headRoles = ({ approval }: Policy): readonly Role[] => [
  ...new Set<Role>(['headteacher', ...approval.roles.filter((role) => role === 'head-of-school')]),
];

/** Whoever took over from the office hears what the office hears. */
export const withWhoWaits = (to: Audience, { visit }: Telling): Audience =>
  visit.handover?.by === undefined
    ? to
    : { ...to, people: [...new Set([...(to.people ?? []), visit.handover.by])] };

/** Those who answer alarms and are here; all of them, where nobody is. */
export const responding = ({ policy, roster }: Telling): Audience => {
  const all = holders(roster, policy.responders);
  const here = all.filter(({ away }) => away !== true);
  return here.length === all.length || here.length === 0
    ? { roles: policy.responders }
    : { people: here.map(({ id }) => id) };
};

export const safeguardingRoles = ['safeguarding-lead', 'deputy-safeguarding-lead'] as const;
