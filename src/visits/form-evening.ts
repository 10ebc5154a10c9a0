/** Visits in the evening: a warning that takes a reason from whoever asks, and a yes in words from whoever decides. */
import { refusal, unless } from '../policy/refusal.ts';
import { type Refusal, schoolDay, wallTime } from '../vocabulary.ts';
import type { Circumstances } from './circumstances.ts';
import { hasBackup } from './form-staffing.ts';
import type { Proposal } from './proposal.ts';

type Given = Pick<Circumstances, 'policy' | 'roster'>;

/** Begins before the school day, or ends after it. */
export const isEveningBetween = (
  { start, dueBack }: Pick<Proposal, 'start' | 'dueBack'>,
  { evening: { from, until } }: Pick<Circumstances['policy'], 'evening'>,
): boolean => {
  const overnight = schoolDay(start) !== schoolDay(dueBack);
  return overnight || wallTime(start) < until || wallTime(dueBack) > from;
};

/** Whether the school's policy warns of this visit for the hour it is made at. */
export const isWarnedOf = (proposal: Proposal, given: Given): boolean => {
  if (!isEveningBetween(proposal, given.policy)) return false;
  const { rule } = given.policy.evening;
  switch (rule) {
    case 'always':
      return true;
    case 'alone-without-backup':
      return new Set(proposal.visitors).size === 1 && !hasBackup(proposal, given);
    default:
      return rule satisfies never;
  }
};

export const reasonsAgainstEvening = (proposal: Proposal, given: Given): readonly Refusal[] => {
  const { policy } = given;
  const { alternatives, from } = policy.evening;
  const named = proposal.backup === undefined || hasBackup(proposal, given);
  const said = (proposal.eveningReason ?? '').trim() !== '';
  const instead = new Intl.ListFormat(policy.language, { type: 'disjunction' }).format(
    alternatives,
  );
  return [
    ...unless(named, () => refusal(policy, 'staffing/backup', { field: 'backup' })),
    ...unless(said || !isWarnedOf(proposal, given), () =>
      refusal(policy, 'evening/reason', { from, instead, field: 'eveningReason' }),
    ),
  ];
};

/** A yes to an evening visit is a yes in words. */
export const reasonsEveningUnanswered = (
  proposal: Proposal,
  note: string,
  given: Given,
): readonly Refusal[] =>
  unless(note.trim() !== '' || !isWarnedOf(proposal, given), () =>
    refusal(given.policy, 'approval/evening-yes', { field: 'note' }),
  );
