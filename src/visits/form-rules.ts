/** Everything that speaks against a form, beside the field it is about. */

import { reasonsNobodyMayDecide } from '../approval/approval.ts';
import { memberOf, namesOf } from '../people/staff.ts';
import type { AskedField } from '../policy/policy-parts.ts';
import { type Rule, refusal, unless } from '../policy/refusal.ts';
import {
  minutesAfter,
  minutesBetween,
  type PersonId,
  type Refusal,
  schoolDate,
  schoolTime,
} from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { Circumstances } from './circumstances.ts';
import { reasonsNobodyAdopts } from './decide-adoption.ts';
import { isWaived, reasonsAgainstKind } from './form-class.ts';
import { reasonsAgainstEvening } from './form-evening.ts';
import { reasonsNotAssessedAlone, reasonsUnread } from './form-known.ts';
import { reasonsAgainstRecord } from './form-registers.ts';
import { reasonsNotAlone } from './form-staffing.ts';
import type { Proposal, VisitForm } from './proposal.ts';
import { mayBeUnknown, reasonsRiskIncomplete } from './risk-rules.ts';

/** A form takes a moment to fill in; a start that was ahead when it was opened still counts. */
const patienceMinutes = 5;
/** Nobody is looked for before they are due, so due-back is never far away. */
export const longestOutingMinutes = 24 * 60;

export const reasonsNotToAsk = (
  { proposal, risk, ...read }: VisitForm,
  requestedBy: PersonId,
  given: Circumstances & { readonly startBefore?: Proposal['start'] },
): readonly Refusal[] => [
  ...reasonsAgainstText(proposal, given),
  ...reasonsAgainstTimes(proposal, given),
  ...reasonsAgainstVisitors(proposal, given),
  ...reasonsAgainstRecord(proposal, given),
  ...reasonsNotAlone({ proposal, risk }, given.policy),
  ...reasonsAgainstKind(proposal, given),
  ...reasonsAgainstEvening(proposal, given),
  ...reasonsRiskIncomplete(risk, {
    firstVisit: given.firstVisit,
    policy: given.policy,
    mayBeUnknown: mayBeUnknown(proposal.class, given.policy),
  }),
  ...reasonsUnread({ proposal, risk, ...read }, requestedBy, given),
  ...reasonsGoesAlone(proposal, given),
  ...reasonsNobodyAdopts(given),
  ...reasonsNobodyMayDecide(
    { requestedBy, visitors: proposal.visitors },
    given.roster,
    given.policy,
  ),
];

/** Where the school's policy lets one go at all. */
const reasonsGoesAlone = ({ visitors }: Proposal, given: Circumstances): readonly Refusal[] => {
  const [one, ...others] = [...new Set(visitors)];
  return one === undefined || others.length > 0 || given.policy.staffing.rule === 'two'
    ? []
    : reasonsNotAssessedAlone(one, given);
};

const neededFields = ['pupil', 'parent', 'address', 'purpose'] as const;

const reasonsAgainstText = (proposal: Proposal, { policy }: Circumstances): readonly Refusal[] => {
  const { fields } = wordsFor(policy.language).status;
  const no = (rule: Rule, field: string) => () => refusal(policy, rule, { field });
  const listed = policy.purposes.some(({ id }) => id === proposal.purpose);
  return [
    ...neededFields
      .filter((field) => blank(proposal[field]))
      .map((field) => refusal(policy, 'form/needed', { what: fields[field], field })),
    ...unless(policy.visitClasses.includes(proposal.class), no('form/class-allowed', 'class')),
    ...unless(blank(proposal.purpose) || listed, no('form/purpose-listed', 'purpose')),
    ...unless(
      isWaived('why-not-in-school', proposal, policy) || !blank(proposal.whyNotInSchool),
      no('form/why-not-in-school', 'whyNotInSchool'),
    ),
    ...policy.asking
      .filter(({ field, required }) => required && blank(proposal[field] ?? ''))
      .map(({ field, ask }) => refusal(policy, askedRules[field], { ask, field })),
    ...(isWaived('appointment', proposal, policy)
      ? []
      : reasonsAgainstAppointment(proposal, policy)),
  ];
};

/** Questions that some schools want answered every time. */
const askedRules = {
  people: 'form/people',
  language: 'form/language',
  staffing: 'form/staffing-asked',
  visitorRoles: 'form/visitor-roles',
} as const satisfies Record<AskedField['field'], Rule>;

const reasonsAgainstAppointment = (
  { appointment, appointmentNote, confirmedBy = '', confirmedOn = '' }: Proposal,
  policy: Circumstances['policy'],
): readonly Refusal[] => {
  // A note that says both stands in older requests, and will do.
  const confirmed = (!blank(confirmedBy) && !blank(confirmedOn)) || !blank(appointmentNote);
  if (appointment !== 'none')
    return unless(!policy.appointment.confirmed || confirmed, () =>
      refusal(policy, 'form/appointment-confirmed', {
        field: blank(confirmedBy) ? 'confirmedBy' : 'confirmedOn',
      }),
    );
  return policy.appointment.rule === 'required'
    ? [refusal(policy, 'form/appointment-required', { field: 'appointment' })]
    : unless(!blank(appointmentNote), () =>
        refusal(policy, 'form/appointment', { field: 'appointmentNote' }),
      );
};

const reasonsAgainstTimes = (
  { start, dueBack }: Proposal,
  { now, policy, startBefore }: Circumstances & { readonly startBefore?: Proposal['start'] },
): readonly Refusal[] => {
  const ahead = start >= minutesAfter(now, -patienceMinutes) || start === startBefore;
  const field = 'dueBackTime';
  return [
    ...unless(ahead, () =>
      refusal(policy, 'form/start-ahead', {
        start: `${schoolDate(start)} ${schoolTime(start)}`,
        field: 'startTime',
      }),
    ),
    ...unless(dueBack > start, () => refusal(policy, 'form/due-after-start', { field })),
    ...unless(dueBack > now || dueBack <= start, () =>
      refusal(policy, 'visits/due-back-ahead', { field }),
    ),
    ...unless(minutesBetween(start, dueBack) <= longestOutingMinutes, () =>
      refusal(policy, 'form/due-within-a-day', { field }),
    ),
  ];
};

const reasonsAgainstVisitors = (
  { visitors }: Proposal,
  { policy, roster }: Circumstances,
): readonly Refusal[] => {
  const field = 'visitors';
  const distinct = [...new Set(visitors)];
  const twice = distinct.filter((id) => visitors.indexOf(id) !== visitors.lastIndexOf(id));
  const strangers = distinct.filter((id) => !isStaff(id, roster));
  const silent = distinct.filter(
    (id) => isStaff(id, roster) && blank(memberOf(roster, id)?.mobile ?? ''),
  );
  const about = (rule: Rule, who: readonly PersonId[]) =>
    unless(who.length === 0, () => refusal(policy, rule, { who: namesOf(roster, who), field }));
  return [
    ...unless(visitors.length > 0, () => refusal(policy, 'form/visitors-named', { field })),
    ...about('form/visitors-distinct', twice),
    ...about('form/visitors-staff', strangers),
    ...about('form/visitors-mobile', silent),
  ];
};

export const isStaff = (id: PersonId, roster: Circumstances['roster']): boolean => {
  const member = memberOf(roster, id);
  return member !== undefined && member.roles.length > 0 && !member.roles.includes('pupil');
};

const blank = (text: string): boolean => text.trim() === '';
