/** How many have to go, and who waits for them. */
import { holders, memberOf } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import { refusal, unless } from '../policy/refusal.ts';
import type { Answers } from '../risk-assessment/assessment.ts';
import type { Refusal } from '../vocabulary.ts';
import type { Circumstances } from './circumstances.ts';
import type { Proposal, VisitForm } from './proposal.ts';

/** Somebody who is worried does not go alone in any school. */
export const reasonsNotAlone = (
  { proposal, risk }: VisitForm,
  policy: Policy,
): readonly Refusal[] => {
  if (new Set(proposal.visitors).size !== 1) return [];
  const field = 'visitors';
  return [
    ...unless(risk.flags?.includes('worriedAboutSafety') !== true, () =>
      refusal(policy, 'staffing/worried', { field }),
    ),
    ...reasonsOfTheSchool(proposal, risk, policy),
  ];
};

const reasonsOfTheSchool = (
  proposal: Proposal,
  risk: Answers,
  policy: Policy,
): readonly Refusal[] => {
  const { rule } = policy.staffing;
  switch (rule) {
    case 'two':
      return [refusal(policy, 'staffing/two', { field: 'visitors' })];
    case 'two-or-reason':
      return unless((proposal.aloneReason ?? '').trim() !== '', () =>
        refusal(policy, 'staffing/two-or-reason', { field: 'aloneReason' }),
      );
    case 'two-if-known':
      return unless(!isKnown(risk), () =>
        refusal(policy, 'staffing/two-if-known', { field: 'visitors' }),
      );
    case 'lone-allowed':
      return [];
    default:
      return rule satisfies never;
  }
};

/** As it is shown. Older requests gave their reason in the answer about who should go. */
export const whyAlone = ({ aloneReason = '', staffing }: Proposal): string =>
  aloneReason.trim() === '' ? staffing.trim() : aloneReason.trim();

const isKnown = ({ flags = [] }: Answers): boolean =>
  flags.includes('complex') || flags.includes('knownCircumstances');

/** Whether two who were to go may not become one on the way. Where the answers can't be read, they may not. */
export const mustStayTogether = (answers: Answers | undefined, { staffing }: Policy): boolean => {
  if (answers?.flags?.includes('worriedAboutSafety') === true) return true;
  switch (staffing.rule) {
    case 'two':
    case 'two-or-reason':
      return true;
    case 'two-if-known':
      return answers === undefined || isKnown(answers);
    case 'lone-allowed':
      return false;
    default:
      return staffing.rule satisfies never;
  }
};

/** Somebody at school who answers alarms, and does not go along. */
export const hasBackup = (
  { backup, visitors }: Proposal,
  { policy, roster }: Pick<Circumstances, 'policy' | 'roster'>,
): boolean => {
  const member = backup === undefined ? undefined : memberOf(roster, backup);
  return (
    member !== undefined &&
    !visitors.includes(member.id) &&
    holders([member], policy.responders).length > 0
  );
};
