/** What the school's registers say of a visit: its people, its cars, its day. Asked when it is sent, when it is changed and before anybody leaves. */
import { whyClosed } from '../people/calendar.ts';
import { reasonsNotCleared, reasonsNotToSend } from '../people/clearance.ts';
import { noRegisters } from '../people/registers.ts';
import { memberOf } from '../people/staff.ts';
import { reasonsAgainstCars } from '../people/vehicles.ts';
import { refusal } from '../policy/refusal.ts';
import { type PersonId, type Refusal, schoolDate, schoolDay } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { Circumstances } from './circumstances.ts';
import { hasBackup } from './form-staffing.ts';
import type { Proposal } from './proposal.ts';

/** Whose number is missing is said beside the form's own rules. */
export const reasonsAgainstRecord = (
  proposal: Proposal,
  given: Circumstances,
): readonly Refusal[] => [
  ...ofPeople(proposal.visitors, given, (member) =>
    reasonsNotCleared(member, proposal.dueBack, given.policy),
  ),
  ...reasonsAgainstCarAndDay(proposal, given),
];

/** Once more before leaving, for those who leave, and with the time they mean to be back at. */
export const reasonsRecordChanged = (
  proposal: Proposal,
  who: readonly PersonId[],
  given: Circumstances,
): readonly Refusal[] => [
  ...ofPeople(who, given, (member) => reasonsNotToSend(member, proposal.dueBack, given.policy)),
  ...reasonsAgainstCarAndDay(proposal, given),
];

const ofPeople = (
  who: readonly PersonId[],
  { roster }: Circumstances,
  reasons: (member: Circumstances['roster'][number]) => readonly Refusal[],
): readonly Refusal[] =>
  [...new Set(who)].flatMap((id) => {
    const member = memberOf(roster, id);
    // Somebody who is not on the staff list is refused for that alone.
    return member === undefined || member.roles.length === 0 ? [] : reasons(member);
  });

const reasonsAgainstCarAndDay = (proposal: Proposal, given: Circumstances): readonly Refusal[] => {
  const { transport, dueBack } = proposal;
  const { vehicles } = given.registers ?? noRegisters;
  return [
    ...reasonsAgainstCars({ transport, until: dueBack }, vehicles, given.policy),
    ...reasonsSchoolClosed(proposal, given),
  ];
};

/** A child at risk does not wait for a school day. */
const goesOnAnyDay: readonly Proposal['class'][] = ['emergency', 'welfare-check'];

/** With nobody at school there is nobody to answer: another visit needs somebody named who does (H-37). */
const reasonsSchoolClosed = (proposal: Proposal, given: Circumstances): readonly Refusal[] => {
  const { policy, registers = noRegisters } = given;
  const closed = whyClosed(schoolDay(proposal.start), registers.calendar);
  if (closed === undefined || goesOnAnyDay.includes(proposal.class)) return [];
  if (hasBackup(proposal, given)) return [];
  const why =
    closed.kind === 'closure'
      ? closed.why
      : wordsFor(policy.language).registers.closed[closed.kind];
  return [
    refusal(policy, 'school/open', { day: schoolDate(proposal.start), why, field: 'backup' }),
  ];
};
