/** Everything that speaks against the risk answers of a form. */
import { type Policy, type RiskLevel, type RiskQuestion, riskLevels } from '../policy/policy.ts';
import { refusal } from '../policy/refusal.ts';
import { missingActions, missingControls } from '../risk-assessment/assess.ts';
import type { Answers } from '../risk-assessment/assessment.ts';
import type { Refusal } from '../vocabulary.ts';
import { hazardField } from './form-hazards.ts';

type Given = {
  readonly firstVisit: boolean;
  readonly policy: Policy;
  /** What is not known yet may stay unanswered: it counts as high. */
  readonly mayBeUnknown: boolean;
};

export const reasonsRiskIncomplete = (
  answers: Answers,
  { firstVisit, policy, mayBeUnknown }: Given,
): readonly Refusal[] => [
  ...policy.risk.questions
    .filter(({ id }) => !mayBeUnknown || answers.answers[id] !== undefined)
    .flatMap((question) => reasonsAgainst(question, answers, policy)),
  ...missingControls(answers, policy).map(({ id, hazard }) =>
    refusal(policy, 'risk/hazard-controls', { hazard, field: `${hazardField(id)}Controls` }),
  ),
  ...(mayBeUnknown && answers.level === undefined
    ? []
    : reasonsAgainstLevel(answers.level, firstVisit, policy)),
];

/** Where two may send an emergency visit out, nobody is kept from asking by what nobody knows yet. */
export const mayBeUnknown = (visitClass: string, { approval }: Policy): boolean =>
  visitClass === 'emergency' && approval.breakGlass.rule === 'on';

const reasonsAgainst = (
  question: RiskQuestion,
  answers: Answers,
  policy: Policy,
): readonly Refusal[] => {
  const { id, ask } = question;
  const answer = answers.answers[id];
  if (answer === undefined) return [refusal(policy, 'risk/all-answered', { ask, field: id })];
  if (answer === question.problem && question.then === 'block')
    return [refusal(policy, 'risk/records-checked', { ask, field: id })];
  return missingActions(answers, policy).includes(id)
    ? [refusal(policy, 'risk/own-action', { ask, field: `${id}Action` })]
    : [];
};

const reasonsAgainstLevel = (
  level: RiskLevel | undefined,
  firstVisit: boolean,
  policy: Policy,
): readonly Refusal[] => {
  const floor = policy.risk.initialFloor;
  if (level === undefined) return [refusal(policy, 'risk/level-given', { field: 'level' })];
  return firstVisit && riskLevels.indexOf(level) < riskLevels.indexOf(floor)
    ? [refusal(policy, 'risk/first-visit-floor', { floor, field: 'level' })]
    : [];
};
