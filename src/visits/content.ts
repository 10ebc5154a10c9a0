import type { Answers } from '../risk-assessment/assessment.ts';
import type { Proposal } from './proposal.ts';

/** What an approval binds to, as a keyed hash: pupil, address, people, times and risk. Any change to these is another content. */
export const contentOf = (
  proposal: Proposal,
  { answers, actions, level }: Answers,
  hash: (text: string) => string,
): string =>
  hash(
    JSON.stringify([
      proposal.pupil.trim(),
      proposal.address.trim(),
      [...proposal.visitors].sort(),
      proposal.start,
      proposal.dueBack,
      level,
      sorted(answers),
      sorted(actions),
    ]),
  );

const sorted = (record: Readonly<Record<string, string>>) =>
  Object.entries(record)
    .map(([key, value]) => [key, value.trim()])
    .sort(([one = ''], [other = '']) => (one < other ? -1 : 1));
