/** Somebody makes the risk assessment of a visit their own: an act apart from deciding on the visit. */
import { holders, memberOf, type Roster } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import { type Rule, refusal, unless } from '../policy/refusal.ts';
import type { PersonId, Refusal, Role } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { type Asked, acceptUnless, asItIs, type Decided, happening } from './asking.ts';
import type { Circumstances } from './circumstances.ts';
import { stands } from './decide-approval.ts';
import type { KnownVisit } from './visit.ts';

/** Only what was opened is adopted, and only as it stands now. */
export const decideAdoption = (
  command: Asked<'adopt-assessment'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const { by, content } = command;
  if (visit.adopted?.stands === true) return asItIs;
  const opened = visit.opened.some((one) => one.by === by && one.content === visit.content);
  const { policy } = given;
  return acceptUnless(
    [
      ...reasonsTooLate(visit, policy),
      ...unless(content === visit.content && stands(visit, given), () =>
        refusal(policy, 'risk/adopt-as-shown'),
      ),
      ...unless(opened, () => refusal(policy, 'risk/adopt-opened')),
    ],
    happening(command, given, {
      type: 'assessment-adopted',
      content,
      ...standingIn(by, given),
    }),
  );
};

const reasonsTooLate = (visit: KnownVisit, policy: Policy): readonly Refusal[] => {
  const no = (rule: Rule) => [refusal(policy, rule)];
  switch (visit.status) {
    case 'awaiting approval':
    case 'changes asked':
    case 'approved':
    case 'approval void':
    case 'out':
      return [];
    case 'declined':
      return no('visits/declined');
    case 'not authorised':
      return no('visits/ran-out');
    case 'returned':
      return no('visits/already-returned');
    case 'cancelled':
      return no('visits/cancelled');
    default:
      return visit satisfies never;
  }
};

/** The role in whose place they act, where none of those asked for is their own. */
const standingIn = (
  by: PersonId,
  { policy, roster }: Circumstances,
): { readonly standsInFor?: Role } => {
  const person = memberOf(roster, by);
  const held = person?.roles.filter((role) => policy.risk.adoptedBy.includes(role)) ?? [];
  const [role] = held.every((one) => person?.standsInFor?.includes(one)) ? held : [];
  return role === undefined ? {} : { standsInFor: role };
};

/** Those who may adopt an assessment; whether they go is no matter, since somebody else decides on the visit. */
export const adoptersOf = (roster: Roster, policy: Policy): Roster =>
  holders(roster, policy.risk.adoptedBy).filter(({ roles }) => !roles.includes('pupil'));

/** Said before anything is sent: an assessment that nobody can adopt stops everybody at the gate. */
export const reasonsNobodyAdopts = ({
  policy,
  roster,
}: Pick<Circumstances, 'policy' | 'roster'>): readonly Refusal[] =>
  unless(policy.risk.adoptedBy.length === 0 || adoptersOf(roster, policy).length > 0, () =>
    refusal(policy, 'risk/somebody-adopts', { who: adoptersInWords(policy) }),
  );

/** "the headteacher". */
const adoptersInWords = ({ language, risk }: Policy): string => {
  const { roles } = wordsFor(language).status;
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(
    risk.adoptedBy.map((role) => roles[role]),
  );
};

/** Nobody leaves on an assessment that nobody has made their own, where the policy asks for it. */
export const reasonsNotAdopted = (visit: KnownVisit, policy: Policy): readonly Refusal[] =>
  unless(policy.risk.adoptedBy.length === 0 || visit.adopted?.stands === true, () =>
    refusal(policy, 'departure/assessment-adopted', { who: adoptersInWords(policy) }),
  );
