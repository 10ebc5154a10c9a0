/**
 * Answers become a level. No school's form adds up scores, so neither do we: the person who fills it in judges,
 * and the rules here only ever raise what they judged.
 */
import { type Policy, type RiskLevel, type RiskQuestion, riskLevels } from '../policy/policy.ts';
import type { Answers, QuestionId, RiskSummary } from './assessment.ts';

type Given = { readonly policy: Policy; readonly firstVisit: boolean };

/**
 * The highest of: what was judged; the school's floor, on a first visit; medium, where there is any risk;
 * high, where nobody has judged or a question has no answer, because what is not known is not safe.
 */
export const assess = (answers: Answers, { policy, firstVisit }: Given): RiskSummary => {
  const risks = risksIn(answers, policy).length;
  const unknown = policy.risk.questions.some(({ id }) => answers.answers[id] === undefined);
  return {
    level: highestOf([
      answers.level ?? 'high',
      firstVisit ? policy.risk.initialFloor : 'low',
      risks > 0 ? 'medium' : 'low',
      unknown ? 'high' : 'low',
    ]),
    risks,
    withActions: risks - missingActions(answers, policy).length,
  };
};

/** What everybody who sees the visit may know, where it is for the rules to refuse a first visit below the floor. */
export const summaryOf = (answers: Answers, policy: Policy): RiskSummary =>
  assess(answers, { policy, firstVisit: false });

/** Every risk needs an action of its own; these have none. */
export const missingActions = (answers: Answers, policy: Policy): readonly QuestionId[] =>
  risksIn(answers, policy)
    .map(({ id }) => id)
    .filter((id) => (answers.actions[id] ?? '').trim() === '');

/** Polarity is per question. An answer that stops the request is no risk to act on. */
const risksIn = (answers: Answers, policy: Policy): readonly RiskQuestion[] =>
  policy.risk.questions.filter(
    ({ id, problem, then }) => then === 'action' && answers.answers[id] === problem,
  );

const highestOf = (levels: readonly RiskLevel[]): RiskLevel =>
  levels.reduce((highest, level) =>
    riskLevels.indexOf(level) > riskLevels.indexOf(highest) ? level : highest,
  );
