/** An emergency visit that nobody can decide in time goes out on two names, where the school's policy lets it. */
import { decidersInWords, rolesInWords } from '../approval/approval.ts';
import { memberOf, nameOf, type StaffMember } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import { type Rule, refusal, unless } from '../policy/refusal.ts';
import { type PersonId, type Refusal, type Role, refuse } from '../vocabulary.ts';
import { type Asked, acceptUnless, asItIs, type Decided, happening } from './asking.ts';
import type { Circumstances } from './circumstances.ts';
import { reasonsMoot, stands } from './decide-approval.ts';
import type { Glass, KnownVisit } from './visit.ts';

const factsOf = (policy: Policy): Readonly<Record<string, string>> => {
  const { first, second, review } = policy.approval.breakGlass;
  return {
    who: decidersInWords(policy),
    first: rolesInWords(first, policy),
    second: rolesInWords(second, policy),
    reviewers: rolesInWords(review, policy),
  };
};

const holds = (person: StaffMember | undefined, held: readonly Role[]): boolean =>
  person?.roles.some((role) => held.includes(role)) === true;

/** Whether these two are one of each. */
const isPair = (one: PersonId, other: PersonId, { policy, roster }: Circumstances): boolean => {
  const { first, second } = policy.approval.breakGlass;
  const [a, b] = [memberOf(roster, one), memberOf(roster, other)];
  return (holds(a, first) && holds(b, second)) || (holds(b, first) && holds(a, second));
};

/** Whether this person can be one of the two for this visit. Whoever asked for it can; whoever goes cannot. */
export const mayBreakGlass = (visit: KnownVisit, person: StaffMember, policy: Policy): boolean => {
  const { rule, first, second } = policy.approval.breakGlass;
  return (
    rule === 'on' &&
    visit.proposal.class === 'emergency' &&
    !visit.proposal.visitors.includes(person.id) &&
    holds(person, [...first, ...second])
  );
};

/** Somebody who sent it out, or went, does not look at it afterwards. */
export const mayReviewGlass = (visit: KnownVisit, person: StaffMember, policy: Policy): boolean =>
  holds(person, policy.approval.breakGlass.review) &&
  ![visit.glass?.first, visit.glass?.second?.by, ...visit.proposal.visitors].includes(person.id);

/** What holds for either of the two. Every reason at once. */
const reasonsNotOne = (
  { by, content }: { readonly by: PersonId; readonly content: string },
  visit: KnownVisit,
  given: Circumstances,
): readonly Refusal[] => {
  const { policy, roster } = given;
  const { rule, first, second } = policy.approval.breakGlass;
  const no = (which: Rule) => () => refusal(policy, which, factsOf(policy));
  if (rule === 'off') return [no('break-glass/off')()];
  return [
    ...unless(visit.proposal.class === 'emergency', no('break-glass/emergency')),
    ...unless(!visit.proposal.visitors.includes(by), no('break-glass/not-own-visit')),
    ...unless(holds(memberOf(roster, by), [...first, ...second]), no('break-glass/right-pair')),
    ...unless(content === visit.content && stands(visit, given), no('break-glass/content')),
  ];
};

export const decideBreakGlass = (
  command: Asked<'break-glass'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const { policy } = given;
  const { by, content, reason } = command;
  const moot = reasonsMoot(visit, given);
  if (moot.length > 0) return refuse(...moot);
  const { glass } = visit;
  const begun = glass !== undefined && glass.second === undefined && glass.content === content;
  if (begun && glass.first === by) return asItIs;
  return acceptUnless(
    [
      ...reasonsNotOne(command, visit, given),
      ...unless(!begun, () => started(glass, given)),
      ...unless(reason.trim() !== '', () =>
        refusal(policy, 'break-glass/reason', { ...factsOf(policy), field: 'reason' }),
      ),
    ],
    happening(command, given, { type: 'glass-started', content, reason: reason.trim() }),
  );
};

const started = (glass: Glass | undefined, { policy, roster }: Circumstances): Refusal =>
  refusal(policy, 'break-glass/started', {
    who: glass === undefined ? '' : nameOf(roster, glass.first),
  });

/** The second name lets the visit go ahead. Everything before leaving still has to be done. */
export const decideSecondName = (
  command: Asked<'second-break-glass'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const { policy } = given;
  const moot = reasonsMoot(visit, given);
  if (moot.length > 0) return refuse(...moot);
  const { glass } = visit;
  const pair =
    glass !== undefined &&
    glass.second === undefined &&
    glass.content === visit.content &&
    glass.first !== command.by &&
    !visit.proposal.visitors.includes(glass.first) &&
    isPair(glass.first, command.by, given);
  const reasons = reasonsNotOne(command, visit, given);
  return acceptUnless(
    pair || reasons.length > 0
      ? reasons
      : [refusal(policy, 'break-glass/right-pair', factsOf(policy))],
    happening(command, given, { type: 'glass-broken', content: command.content }),
  );
};

export const decideReview = (
  command: Asked<'review-break-glass'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const { policy, roster } = given;
  const { glass } = visit;
  if (glass?.reviewed?.by === command.by) return asItIs;
  const person = memberOf(roster, command.by);
  const theirs =
    glass?.second !== undefined &&
    glass.reviewed === undefined &&
    person !== undefined &&
    mayReviewGlass(visit, person, policy);
  const { reviewers = '' } = factsOf(policy);
  return acceptUnless(
    [
      ...unless(theirs, () => refusal(policy, 'break-glass/review', { who: reviewers })),
      ...unless(command.note.trim() !== '', () =>
        refusal(policy, 'approval/reason', { field: 'note' }),
      ),
    ],
    happening(command, given, { type: 'glass-reviewed', note: command.note.trim() }),
  );
};
