import { holders, type Roster } from '../people/staff.ts';
import { clauseOf, type Policy } from '../policy/policy.ts';
import { wordsFor } from '../words/words.ts';
import type { KnownVisit } from './visit.ts';

/** What the school's policy says of this visit, in sentences that name the clause. */
export const policySays = (
  visit: KnownVisit,
  { policy, roster }: { readonly policy: Policy; readonly roster: Roster },
): readonly string[] => {
  const words = wordsFor(policy.language).policy;
  const { visitors, staffing } = visit.proposal;
  const names = holders(roster, policy.approval.roles)
    .filter(({ id }) => id !== visit.requestedBy && !visitors.includes(id))
    .map(({ name }) => name);
  const approval = clauseOf(policy, 'approval/right-role');
  const or = new Intl.ListFormat('en-GB', { type: 'disjunction' });
  return [
    ...staffingSays(visitors.length, staffing, policy),
    ...(visit.firstVisit
      ? [words.first(policy.risk.initialFloor, clauseOf(policy, 'risk/first-visit-floor'))]
      : []),
    names.length === 0 ? words.nobodyDecides(approval) : words.decides(or.format(names), approval),
  ];
};

const staffingSays = (people: number, reason: string, policy: Policy): readonly string[] => {
  const words = wordsFor(policy.language).policy;
  if (policy.staffing.rule === 'two') return [words.two(clauseOf(policy, 'staffing/two'))];
  if (policy.staffing.rule === 'lone-allowed') return [];
  const clause = clauseOf(policy, 'staffing/two-or-reason');
  return people > 1 || reason === '' ? [words.twoOrReason(clause)] : [words.alone(reason)];
};
