import {
  capacityOf,
  eligibleApprovers,
  eligibleListSigners,
  inCapacity,
} from '../approval/approval.ts';
import type { Roster } from '../people/staff.ts';
import { clauseOf, type Policy } from '../policy/policy.ts';
import { wordsFor } from '../words/words.ts';
import { subjectOf } from './asking.ts';
import { isWarnedOf } from './form-evening.ts';
import { whyAlone } from './form-staffing.ts';
import type { Proposal } from './proposal.ts';
import type { KnownVisit } from './visit.ts';

/** A visit, or one that is still being asked for. */
type Subject = Pick<KnownVisit, 'proposal' | 'requestedBy' | 'firstVisit'>;
type Given = { readonly policy: Policy; readonly roster: Roster };

/** What the school's policy says of this visit, in sentences that name the clause. */
export const policySays = (visit: Subject, given: Given): readonly string[] => {
  const { policy } = given;
  const words = wordsFor(policy.language).policy;
  const { proposal } = visit;
  const because = (proposal.eveningReason ?? '').trim();
  return [
    ...staffingSays(proposal, policy),
    ...(because !== '' && isWarnedOf(proposal, given)
      ? [words.evening(because, clauseOf(policy, 'evening/reason'))]
      : []),
    ...(visit.firstVisit
      ? [words.first(policy.risk.initialFloor, clauseOf(policy, 'risk/first-visit-floor'))]
      : []),
    ...listSays(visit, given),
    ...decisionSays(visit, given),
  ];
};

/** What the button says that decides for the visit: an approval, a signature, or that somebody knows of it. */
export const yesInWords = ({ language, approval }: Policy): string =>
  wordsFor(language).policy.yes[approval.mode];

const named = (people: Roster, policy: Policy): string => {
  const { away } = wordsFor(policy.language).policy;
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
    people.map((person) => {
      const name = inCapacity(person.name, capacityOf(person, policy), policy);
      return person.away === true ? away(name) : name;
    }),
  );
};

/** Who decides, by name; whoever is away is named only where nobody else may, and then it is said that it will wait. */
const decisionSays = (visit: Subject, { policy, roster }: Given): readonly string[] => {
  const words = wordsFor(policy.language).policy;
  const clause = clauseOf(policy, 'approval/right-role');
  const people = eligibleApprovers(subjectOf(visit), roster, policy);
  if (people.length === 0) return [words.nobodyDecides(clause)];
  const here = people.filter(({ away }) => away !== true);
  const who = named(here.length > 0 ? here : people, policy);
  const says = words.decides[policy.approval.mode](who, clause);
  return here.length > 0 ? [says] : [says, words.allAway];
};

const listSays = (visit: Subject, { policy, roster }: Given): readonly string[] => {
  if (policy.approval.mode !== 'list-and-visit') return [];
  const words = wordsFor(policy.language).policy;
  const clause = clauseOf(policy, 'departure/list-signed');
  const people = eligibleListSigners(subjectOf(visit), roster, policy);
  return [
    people.length === 0 ? words.nobodySignsList(clause) : words.list(named(people, policy), clause),
  ];
};

const staffingSays = (proposal: Proposal, policy: Policy): readonly string[] => {
  const words = wordsFor(policy.language).policy;
  const reason = whyAlone(proposal);
  const lone = proposal.visitors.length === 1 && reason !== '';
  const { rule } = policy.staffing;
  switch (rule) {
    case 'two':
      return [words.two(clauseOf(policy, 'staffing/two'))];
    case 'two-or-reason':
      return [
        lone ? words.alone(reason) : words.twoOrReason(clauseOf(policy, 'staffing/two-or-reason')),
      ];
    case 'two-if-known':
      return [words.twoIfKnown(clauseOf(policy, 'staffing/two-if-known'))];
    case 'lone-allowed':
      return [];
    default:
      return rule satisfies never;
  }
};
