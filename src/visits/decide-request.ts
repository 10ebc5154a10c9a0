/** Asking for a visit, and changing what was asked for. */

import { needsSubstitute } from '../approval/approval.ts';
import { refusal } from '../policy/refusal.ts';
import { summaryOf } from '../risk-assessment/assess.ts';
import { generalOf } from '../risk-assessment/standing.ts';
import {
  type Decision,
  minutesBetween,
  type PersonId,
  type Refusal,
  refuse,
} from '../vocabulary.ts';
import {
  type Asked,
  acceptUnless,
  asItIs,
  type Decided,
  happening,
  withRestricted,
} from './asking.ts';
import type { Circumstances } from './circumstances.ts';
import { contentOf } from './content.ts';
import type { Appointment, Happening } from './event.ts';
import { seenOfHome } from './form-known.ts';
import { reasonsNotToAsk } from './form-rules.ts';
import type { Proposal, VisitForm } from './proposal.ts';
import { openPart, wholeProposal, withheldPart } from './sensitive.ts';
import type { KnownVisit } from './visit.ts';

export const decideSubmit = (command: Asked<'submit'>, given: Circumstances): Decided => {
  const { proposal, risk } = command.form;
  const event = happening(command, given, {
    type: 'submitted',
    reference: given.reference,
    proposal: openPart(proposal),
    risk: summaryOf(risk, given.policy),
    content: contentOf(proposal, risk, given.hash),
    policyVersion: given.policy.version,
    firstVisit: given.firstVisit,
    ...generalFor(given),
    ...substituteFor(proposal, command.by, given),
  });
  return acceptUnless(
    reasonsNotToAsk(command.form, command.by, given),
    withAnswers(event, command, given),
  );
};

/** Every request names the version of the school's general assessment that it was made under. */
const generalFor = ({ standing = [] }: Circumstances) => {
  const general = generalOf(standing);
  return general === undefined ? {} : { general: general.version };
};

/** A second submit is an edit: whoever asked sends the whole form again. */
export const decideEdit = (
  command: Asked<'submit' | 'edit'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const tooLate = reasonsTooLateToEdit(visit, given);
  if (tooLate.length > 0) return refuse(...tooLate);
  const reasons = reasonsNotToAsk(command.form, visit.requestedBy, {
    ...given,
    startBefore: visit.proposal.start,
  });
  return reasons.length > 0 ? refuse(...reasons) : edit(command, visit, given);
};

const edit = (
  command: Asked<'submit' | 'edit'>,
  visit: KnownVisit,
  given: Circumstances,
): Decision<Happening> => {
  const { proposal, risk } = command.form;
  const changed = changesBetween(visit, command.form, given);
  const content = contentOf(proposal, risk, given.hash);
  const waiting = visit.status === 'awaiting approval' || visit.status === 'approved';
  if (waiting && changed.length === 0 && content === visit.content) return asItIs;
  const event = happening(command, given, {
    type: 'edited',
    proposal: openPart(proposal),
    risk: summaryOf(risk, given.policy),
    content,
    changed,
    voids: visit.status === 'approved' && voidsApproval(changed, visit, command.form, given),
    ...adoptionVoid(changed, visit),
    ...substituteFor(proposal, visit.requestedBy, given),
    was: appointmentOf(visit.proposal),
  });
  const restricted =
    changed.some((name) => restrictedParts.includes(name)) || command.form.homeSeen !== undefined;
  return acceptUnless([], restricted ? withAnswers(event, command, given) : event);
};

/** The assessment is of this home, these people and these answers; a change of time is none of it. */
const adoptionVoid = (changed: readonly string[], { adopted }: KnownVisit) =>
  adopted?.stands === true && changed.some((name) => boundParts.includes(name))
    ? { adoptionVoid: true as const }
    : {};

/** Where all who would decide go or asked, it is on record that somebody else has to. */
const substituteFor = (
  { visitors }: Proposal,
  requestedBy: PersonId,
  { roster, policy }: Circumstances,
) =>
  needsSubstitute({ requestedBy, visitors }, roster, policy) ? { substitute: true as const } : {};

const appointmentOf = ({ start, dueBack, visitors, appointment }: Proposal): Appointment => ({
  start,
  dueBack,
  visitors,
  appointment,
});

const restrictedParts: readonly string[] = [
  'risk',
  'purpose',
  'purposeNote',
  'sensitive',
  'whyNotInSchool',
  'refusedLeave',
  'documents',
];
/** As in what an approval is bound to, but for times, which have a tolerance. */
const boundParts: readonly string[] = [
  'pupil',
  'address',
  'visitors',
  'risk',
  'driver',
  'backup',
  'carriesPupil',
  'eveningReason',
  'companions',
  'aloneReason',
  'class',
];

const withAnswers = (
  event: Happening,
  command: Asked<'submit' | 'edit'>,
  given: Circumstances,
): Happening => {
  const { proposal, risk } = command.form;
  return withRestricted(event, command, {
    type: 'risk-answered',
    answers: risk,
    ...withheldPart(proposal),
    ...seenOfHome(command.form, given),
  });
};

/** The names of what is different; never what it was or is. */
const changesBetween = (
  visit: KnownVisit,
  form: VisitForm,
  { assessment, hash }: Circumstances,
): readonly string[] => {
  const before = wholeProposal(visit.proposal, assessment);
  const names = [...new Set([...Object.keys(before), ...Object.keys(form.proposal)])].filter(
    (name) => textOf(before, name) !== textOf(form.proposal, name),
  );
  const riskOf = (answers: VisitForm['risk'] | undefined) =>
    answers === undefined ? '' : contentOf(form.proposal, answers, hash);
  return riskOf(assessment?.answers) === riskOf(form.risk) ? names : [...names, 'risk'];
};

const textOf = (proposal: Proposal, name: string): string => {
  const value = Object.entries(proposal).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value.trim() : JSON.stringify(value ?? '');
};

/** An approval survives a small change of time, measured from what was approved, and nothing else it binds to. */
const voidsApproval = (
  changed: readonly string[],
  visit: KnownVisit,
  { proposal }: VisitForm,
  { policy }: Circumstances,
): boolean => {
  const was = visit.approvedFor ?? visit.proposal;
  const drift = [
    minutesBetween(was.start, proposal.start),
    minutesBetween(was.dueBack, proposal.dueBack),
  ];
  const tolerance = policy.approval.toleranceMinutes;
  return (
    changed.some((name) => boundParts.includes(name)) ||
    drift.some((minutes) => minutes > tolerance || minutes < -tolerance)
  );
};

const reasonsTooLateToEdit = (visit: KnownVisit, { policy }: Circumstances): readonly Refusal[] => {
  switch (visit.status) {
    case 'awaiting approval':
    case 'changes asked':
    case 'approved':
    case 'approval void':
      return [];
    case 'declined':
      return [refusal(policy, 'visits/declined')];
    case 'not authorised':
      return [refusal(policy, 'visits/ran-out')];
    case 'out':
      return [refusal(policy, 'visits/already-out')];
    case 'returned':
      return [refusal(policy, 'visits/already-returned')];
    case 'cancelled':
      return [refusal(policy, 'visits/cancelled')];
    default:
      return visit satisfies never;
  }
};
