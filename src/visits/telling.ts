/** What every part of telling needs. */
import {
  approversHere,
  type Capacity,
  eligibleApprovers,
  inCapacity,
} from '../approval/approval.ts';
import { nameOf, namesOf, type Roster } from '../people/staff.ts';
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

/** The head of the school, by whatever name the school has for them. */
export const headRoles = ({ approval }: Policy): readonly Role[] => [
  ...new Set<Role>(['headteacher', ...approval.roles.filter((role) => role === 'head-of-school')]),
];

export const safeguardingRoles = ['safeguarding-lead', 'deputy-safeguarding-lead'] as const;
