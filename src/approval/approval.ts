/** Who may decide a visit, and every reason why somebody may not. */
import { decidingRoles, type Subject } from '../people/access.ts';
import { holders, type Roster, type StaffMember } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import { refusal, unless } from '../policy/refusal.ts';
import type { Refusal, Role } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';

/** In whose place somebody decides, where it is not in their own: by the duty rota, or because the school named them. */
export type Capacity = {
  readonly standsInFor?: Role;
  readonly substituteFor?: Role;
};

const partOf = (subject: Subject, person: StaffMember): boolean =>
  subject.requestedBy === person.id || subject.visitors.includes(person.id);

const eligible = (subject: Subject, roster: Roster, roles: readonly Role[]): Roster =>
  holders(roster, roles).filter(
    (person) => !partOf(subject, person) && !person.roles.includes('pupil'),
  );

/** Those of these roles who may; where none of them may, those the school has named instead. */
const eligibleOr = (
  subject: Subject,
  roster: Roster,
  {
    roles,
    substitutes,
  }: { readonly roles: readonly Role[]; readonly substitutes: readonly Role[] },
): Roster => {
  const usual = eligible(subject, roster, roles);
  return usual.length > 0 ? usual : eligible(subject, roster, substitutes);
};

/** The people who may decide this visit, away or not: never one who goes, nor the one who asked. */
export const eligibleApprovers = (subject: Subject, roster: Roster, policy: Policy): Roster =>
  eligibleOr(subject, roster, policy.approval);

/** Those of them who are here to be asked. */
export const approversHere = (subject: Subject, roster: Roster, policy: Policy): Roster =>
  eligibleApprovers(subject, roster, policy).filter(({ away }) => away !== true);

/** Whether only somebody the school has named instead may decide this visit. */
export const needsSubstitute = (subject: Subject, roster: Roster, policy: Policy): boolean =>
  eligible(subject, roster, policy.approval.roles).length === 0 &&
  eligible(subject, roster, policy.approval.substitutes).length > 0;

/** The people who may sign the list for this visit, where there is one. */
export const eligibleListSigners = (subject: Subject, roster: Roster, policy: Policy): Roster =>
  eligibleOr(subject, roster, {
    roles: policy.approval.listRoles,
    substitutes: policy.approval.substitutes,
  });

/** In whose place this person decides; nobody's where one of the roles is their own. */
export const capacityOf = (
  person: Pick<StaffMember, 'roles' | 'standsInFor'>,
  { approval }: Policy,
): Capacity => {
  const held = person.roles.filter((role) => approval.roles.includes(role));
  const stoodIn = held.filter((role) => person.standsInFor?.includes(role));
  if (held.length > stoodIn.length) return {};
  const [standsInFor] = stoodIn;
  if (standsInFor !== undefined) return { standsInFor };
  const [substituteFor] = approval.roles;
  return substituteFor !== undefined &&
    person.roles.some((role) => approval.substitutes.includes(role))
    ? { substituteFor }
    : {};
};

/** "Mr Bevan, deputy for the headteacher". */
export const inCapacity = (
  name: string,
  { standsInFor, substituteFor }: Capacity,
  { language }: Pick<Policy, 'language'>,
): string => {
  const { policy, status } = wordsFor(language);
  if (standsInFor !== undefined) return policy.deputyFor(name, status.roles[standsInFor]);
  return substituteFor === undefined
    ? name
    : policy.substituteFor(name, status.roles[substituteFor]);
};

/** Every reason this person may not decide the visit; none means they may. */
export const reasonsNotToDecide = (
  subject: Subject,
  person: StaffMember,
  policy: Policy,
): readonly Refusal[] => {
  const who = decidersInWords(policy);
  return [
    ...unless(!partOf(subject, person), () => refusal(policy, 'approval/not-own-visit', { who })),
    ...unless(
      person.roles.some((role) => decidingRoles(subject, policy).includes(role)),
      () => refusal(policy, 'approval/right-role', { who }),
    ),
  ];
};

/** Said before anything is sent, so that no request waits for somebody who can never answer it. */
export const reasonsNobodyMayDecide = (
  subject: Subject,
  roster: Roster,
  policy: Policy,
): readonly Refusal[] => [
  ...unless(eligibleApprovers(subject, roster, policy).length > 0, () =>
    refusal(policy, 'approval/somebody-may', { who: decidersInWords(policy), field: 'visitors' }),
  ),
  ...unless(
    policy.approval.mode !== 'list-and-visit' ||
      eligibleListSigners(subject, roster, policy).length > 0,
    () =>
      refusal(policy, 'approval/list-somebody', {
        who: listSignersInWords(policy),
        field: 'visitors',
      }),
  ),
];

/** "the headteacher or the senior manager on duty". */
export const decidersInWords = (policy: Policy): string =>
  rolesInWords(policy.approval.roles, policy);

export const listSignersInWords = (policy: Policy): string =>
  rolesInWords(policy.approval.listRoles, policy);

/** "the headteacher or the deputy head". */
export const rolesInWords = (held: readonly Role[], policy: Policy): string => {
  const { roles } = wordsFor(policy.language).status;
  return new Intl.ListFormat(policy.language, { type: 'disjunction' }).format(
    held.map((role) => roles[role]),
  );
};
