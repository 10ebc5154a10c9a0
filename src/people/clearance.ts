/** Whether somebody may be put on a visit. Each reason stands beside the field where visitors are named. */
import type { Policy } from '../policy/policy.ts';
import { refusal, unless } from '../policy/refusal.ts';
import { type Instant, type Refusal, schoolDate, schoolDay } from '../vocabulary.ts';
import type { StaffMember, Training } from './staff.ts';

const field = 'visitors';

/** Named to go on visits, trained, and their checks seen (R-02, HC-3.1, HC-3.2, HC-6.2), on the day they are back. Where the policy does not ask, only an explicit no speaks against somebody. */
export const reasonsNotCleared = (
  member: StaffMember,
  until: Instant,
  policy: Policy,
): readonly Refusal[] => {
  const facts = { who: member.name, field };
  const missing = subjectsMissing(member, schoolDay(until), policy);
  const subjects = missing.join(', ');
  return [
    ...unless(clears(member.designated, policy.registers.includes('designated')), () =>
      refusal(policy, 'staff/designated', facts),
    ),
    ...unless(missing.length === 0, () =>
      refusal(policy, 'staff/trained', { ...facts, subjects, day: schoolDate(until) }),
    ),
    ...unless(clears(member.checksSeen, policy.registers.includes('checks')), () =>
      refusal(policy, 'staff/checked', facts),
    ),
  ];
};

/** The same, and whether the school holds their number. */
export const reasonsNotToSend = (
  member: StaffMember,
  until: Instant,
  policy: Policy,
): readonly Refusal[] => [
  ...unless(member.mobile.trim() !== '', () =>
    refusal(policy, 'form/visitors-mobile', { who: member.name, field }),
  ),
  ...reasonsNotCleared(member, until, policy),
];

const clears = (said: boolean | undefined, asked: boolean): boolean =>
  asked ? said === true : said !== false;

/** What the policy wants them trained in, and they are not on this day. */
const subjectsMissing = (
  { training = [] }: StaffMember,
  day: string,
  policy: Policy,
): readonly string[] =>
  policy.registers.includes('training')
    ? policy.training.subjects.filter(
        (subject) => !training.some((one) => isSame(one.subject, subject) && holds(one, day)),
      )
    : [];

export const isSame = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (text: string): string =>
  text.toLocaleLowerCase('en-GB').replace(/\s+/gu, ' ').trim();

/** Done by then, and not run out: the last day counts. */
const holds = ({ on, until }: Training, day: string): boolean =>
  on !== '' && on <= day && (until === '' || day <= until);
