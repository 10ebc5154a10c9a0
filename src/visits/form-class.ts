/** What the kind of visit and its purpose ask for, and what they excuse it from. */

import { memberOf } from '../people/staff.ts';
import type { ClassRule, Policy } from '../policy/policy.ts';
import type { ClassWaiver, PurposeNeed } from '../policy/policy-parts.ts';
import { type Rule, refusal, unless } from '../policy/refusal.ts';
import { type Refusal, schoolDay } from '../vocabulary.ts';
import type { Circumstances } from './circumstances.ts';
import type { ContactAttempt, Proposal } from './proposal.ts';

const classRuleOf = (proposal: Proposal, policy: Policy): ClassRule | undefined =>
  policy.classRules.find(({ id }) => id === proposal.class);

export const isWaived = (waiver: ClassWaiver, proposal: Proposal, policy: Policy): boolean =>
  classRuleOf(proposal, policy)?.waives.includes(waiver) === true;

const purposeNeeds = (proposal: Proposal, policy: Policy): readonly PurposeNeed[] =>
  policy.purposes.find(({ id }) => id === proposal.purpose)?.needs ?? [];

const carriesPupil = (proposal: Proposal, policy: Policy): boolean =>
  proposal.carriesPupil === true || purposeNeeds(proposal, policy).includes('transport');

export const reasonsAgainstKind = (
  proposal: Proposal,
  given: Circumstances,
): readonly Refusal[] => [
  ...reasonsAgainstPurpose(proposal, given),
  ...reasonsAgainstClass(proposal, given),
  ...reasonsAgainstTransport(proposal, given.policy),
];

/** Tried already; what is still to come is no attempt. */
const attemptsMade = ({ contactAttempts = [] }: Proposal, { now }: Circumstances) =>
  contactAttempts.filter(({ at }) => at <= now);

const reasonsAgainstPurpose = (proposal: Proposal, given: Circumstances): readonly Refusal[] => {
  const needs = purposeNeeds(proposal, given.policy);
  const no = (rule: Rule, field: string) => () => refusal(given.policy, rule, { field });
  return [
    ...unless(
      !needs.includes('contact-attempts') || attemptsMade(proposal, given).length > 0,
      no('form/contact-attempts', 'contactAttempts'),
    ),
    ...unless(
      !needs.includes('refused-leave') || !blank(proposal.refusedLeave),
      no('form/refused-leave', 'refusedLeave'),
    ),
  ];
};

const reasonsAgainstClass = (proposal: Proposal, given: Circumstances): readonly Refusal[] => {
  const { policy, roster } = given;
  const needs = classRuleOf(proposal, policy)?.needs ?? [];
  const no = (rule: Rule, field: string) => () => refusal(policy, rule, { field });
  const said = !blank(proposal.purposeNote);
  const { visitors } = proposal;
  const lead = visitors.some((id) => memberOf(roster, id)?.roles.includes('attendance-lead'));
  const called = attemptsMade(proposal, given).some((one) => isCallOfTheDay(one, proposal));
  return [
    ...unless(!needs.includes('reason') || said, no('form/class-reason', 'purposeNote')),
    ...(needs.includes('unanswered-call')
      ? [
          ...unless(called, no('form/unanswered-call', 'contactAttempts')),
          ...unless(said, no('form/concern', 'purposeNote')),
        ]
      : []),
    ...unless(
      !needs.includes('attendance-lead') || (lead && new Set(visitors).size > 1),
      no('staffing/attendance-lead', 'visitors'),
    ),
  ];
};

const isCallOfTheDay = ({ at, by }: ContactAttempt, { start }: Proposal): boolean =>
  by === 'phone' && schoolDay(at) === schoolDay(start);

const reasonsAgainstTransport = (proposal: Proposal, policy: Policy): readonly Refusal[] => {
  if (!carriesPupil(proposal, policy)) return [];
  const { driver, visitors } = proposal;
  const drives = driver !== undefined && visitors.includes(driver);
  const enough = policy.transport.rule === 'driver' || new Set(visitors).size > 1;
  return [
    ...unless(drives, () => refusal(policy, 'transport/driver', { field: 'driver' })),
    ...unless(enough, () => refusal(policy, 'transport/driver-and-one', { field: 'visitors' })),
  ];
};

const blank = (text = ''): boolean => text.trim() === '';
