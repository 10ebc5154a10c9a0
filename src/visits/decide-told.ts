/** A yes that came by phone, and a departure that somebody knows of: on record, and no permission. */
import { eligibleApprovers } from '../approval/approval.ts';
import { leadingRoles } from '../people/access.ts';
import { memberOf, namesOf, type StaffMember } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import { refusal, unless } from '../policy/refusal.ts';
import { refuse } from '../vocabulary.ts';
import { type Asked, acceptUnless, asItIs, type Decided, happening, subjectOf } from './asking.ts';
import type { Circumstances } from './circumstances.ts';
import { reasonsMoot } from './decide-approval.ts';
import { whoIsOut } from './people-out.ts';
import type { KnownVisit } from './visit.ts';

/** The visit waits on until whoever said it says so themselves. */
export const decideYesByPhone = (
  command: Asked<'log-approval'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const moot = reasonsMoot(visit, given);
  if (moot.length > 0) return refuse(...moot);
  const { policy, roster } = given;
  const may = eligibleApprovers(subjectOf(visit), roster, policy).map(({ id }) => id);
  const { from } = command;
  if (from !== undefined && visit.phoneYes?.from === from) return asItIs;
  if (from === undefined || !may.includes(from))
    return refuse(
      refusal(policy, 'approval/phone-decider', {
        who: from === undefined ? '' : namesOf(roster, [from]),
        deciders: namesOf(roster, may),
        field: 'from',
      }),
    );
  return acceptUnless([], happening(command, given, { type: 'yes-by-phone', from }));
};

/** Whether this person is one of those who are told that people have left. Any leader may take the place of another. */
export const isToldOfDeparture = (
  person: StaffMember,
  { departure: { notify } }: Policy,
): boolean =>
  person.roles.some((role) => notify.includes(role)) ||
  (notify.some((role) => leadingRoles.includes(role)) &&
    person.roles.some((role) => leadingRoles.includes(role)));

/** Whoever the policy tells of each visit before anybody leaves says so once it may go ahead. */
export const isToldBefore = (person: StaffMember, { notices }: Policy): boolean =>
  person.roles.some((role) => notices.named.includes(role));

export const decideKnown = (
  command: Asked<'confirm-told'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const { policy, roster } = given;
  if (visit.departureKnown?.some(({ by }) => by === command.by)) return asItIs;
  const person = memberOf(roster, command.by);
  const out = visit.status === 'out' && whoIsOut(visit.outing).length > 0;
  const told =
    person !== undefined &&
    ((out && isToldOfDeparture(person, policy)) ||
      (visit.status === 'approved' && isToldBefore(person, policy)));
  return acceptUnless(
    unless(told && !visit.proposal.visitors.includes(command.by), () =>
      refusal(policy, 'departure/told'),
    ),
    happening(command, given, { type: 'departure-known' }),
  );
};
