import type { Subject } from '../people/access.ts';
import { holders, type Roster, type StaffMember } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import { refusal, unless } from '../policy/refusal.ts';
import type { Refusal } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';

const partOf = (subject: Subject, person: StaffMember): boolean =>
  subject.requestedBy === person.id || subject.visitors.includes(person.id);

/** The people who may decide this visit: never one who goes, nor the one who asked. */
export const eligibleApprovers = (subject: Subject, roster: Roster, policy: Policy): Roster =>
  holders(roster, policy.approval.roles).filter(
    (person) => !partOf(subject, person) && !person.roles.includes('pupil'),
  );

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
): readonly Refusal[] =>
  unless(eligibleApprovers(subject, roster, policy).length > 0, () =>
    refusal(policy, 'approval/somebody-may', { who: decidersInWords(policy), field: 'visitors' }),
  );

/** "the headteacher or the senior manager on duty". */
export const decidersInWords = (policy: Policy): string => {
  const { roles } = wordsFor(policy.language).status;
  const names = policy.approval.roles.map((role) => roles[role]);
  return new Intl.ListFormat(policy.language, { type: 'disjunction' }).format(names);
};
