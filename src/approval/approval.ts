import type { Subject } from '../people/access.ts';
import { holders, type Roster, type StaffMember } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import { refusal, unless } from '../policy/refusal.ts';
import type { Refusal, Role } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';

const partOf = (subject: Subject, person: StaffMember): boolean =>
  subject.requestedBy === person.id || subject.visitors.includes(person.id);

const eligible = (subject: Subject, roster: Roster, roles: readonly Role[]): Roster =>
  holders(roster, roles).filter(
    (person) => !partOf(subject, person) && !person.roles.includes('pupil'),
  );

/** The people who may decide this visit: never one who goes, nor the one who asked. */
export const eligibleApprovers = (subject: Subject, roster: Roster, policy: Policy): Roster =>
  eligible(subject, roster, policy.approval.roles);

/** The people who may sign the list for this visit, where there is one. */
export const eligibleListSigners = (subject: Subject, roster: Roster, policy: Policy): Roster =>
  eligible(subject, roster, policy.approval.listRoles);

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
      person.roles.some((role) => policy.approval.roles.includes(role)),
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
export const decidersInWords = (policy: Policy): string => inWords(policy.approval.roles, policy);

export const listSignersInWords = (policy: Policy): string =>
  inWords(policy.approval.listRoles, policy);

const inWords = (held: readonly Role[], policy: Policy): string => {
  const { roles } = wordsFor(policy.language).status;
  return new Intl.ListFormat(policy.language, { type: 'disjunction' }).format(
    held.map((role) => roles[role]),
  );
};
