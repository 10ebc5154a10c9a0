/**
 * Answers become a level. No school's form adds up scores, so neither do we: the person who fills it in judges,
 * and the rules here only ever raise what they judged.
 */
import { type Policy, type RiskLevel, type RiskQuestion, riskLevels } from '../policy/policy.ts';
import type { HazardRow } from '../policy/policy-parts.ts';
import {
  type Answers,
  type HazardLevel,
  hazardLevels,
  type QuestionId,
  type RiskSummary,
} from './assessment.ts';

type Given = { readonly policy: Policy; readonly firstVisit: boolean };

/**
 * The highest of: what was judged; the school's floor, on a first visit; medium, where there is any risk;
 * high, where nobody has judged or a question has no answer, because what is not known is not safe.
 */
export const assess = (answers: Answers, { policy, firstVisit }: Given): RiskSummary => {
  const raised = raisedHazards(answers, policy);
  const risks = risksIn(answers, policy).length + raised.length;
  const unknown = policy.risk.questions.some(({ id }) => answers.answers[id] === undefined);
  return {
    level: highestOf([
      answers.level ?? 'high',
      firstVisit ? policy.risk.initialFloor : 'low',
      risks > 0 ? 'medium' : 'low',
      unknown ? 'high' : 'low',
      ...hazardLevelsIn(answers, policy),
    ]),
    risks,
    withActions:
      risks - missingActions(answers, policy).length - missingControls(answers, policy).length,
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

/** Hazards that are worse here than the school's table has them. */
const raisedHazards = (answers: Answers, policy: Policy): readonly HazardRow[] =>
  hazardsAsked(policy).filter(
    ({ id, level }) => order(answers.hazards?.[id]?.level) > order(level),
  );

/** A hazard that is worse here needs controls of its own; these have none. */
export const missingControls = (answers: Answers, policy: Policy): readonly HazardRow[] =>
  raisedHazards(answers, policy).filter(
    ({ id }) => (answers.hazards?.[id]?.controls ?? '').trim() === '',
  );

/** The rows of the school's table, where that is its form. */
export const hazardsAsked = (policy: Policy): readonly HazardRow[] =>
  policy.risk.form === 'hazards' ? policy.risk.hazards : [];

const hazardLevelsIn = (answers: Answers, policy: Policy): readonly RiskLevel[] =>
  hazardsAsked(policy).map(({ id, level }) => {
    const here = answers.hazards?.[id]?.level ?? level;
    return here === 'none' ? 'low' : here;
  });

const order = (level: HazardLevel | undefined): number =>
  level === undefined ? -1 : hazardLevels.indexOf(level);

/** Polarity is per question. An answer that stops the request is no risk to act on. */
const risksIn = (answers: Answers, policy: Policy): readonly RiskQuestion[] =>
  policy.risk.questions.filter(
    ({ id, problem, then }) => then === 'action' && answers.answers[id] === problem,
  );

const highestOf = (levels: readonly RiskLevel[]): RiskLevel =>
  levels.reduce((highest, level) =>
    riskLevels.indexOf(level) > riskLevels.indexOf(highest) ? level : highest,
  );
