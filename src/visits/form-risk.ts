/** The risk questions of the form. What visitors answer for themselves (health, having read) is not here. */
import { type Policy, type RiskQuestion, riskLevels } from '../policy/policy.ts';
import { refusal } from '../policy/refusal.ts';
import type { Answer, Answers, QuestionId } from '../risk-assessment/assessment.ts';
import { moreRiskInputs, moreRiskSoFar, readMoreRisk } from './form-hazards.ts';
import {
  formWordsOf,
  type Inputs,
  limited,
  noteLimit,
  type Read,
  read,
  refusalAt,
  refusalsOf,
  textOf,
  unclear,
  yesOrNo,
} from './inputs.ts';
import { choice } from './inputs-choice.ts';
import { mayBeUnknown } from './risk-rules.ts';

export const readAnswers = (inputs: Inputs, policy: Policy): Read<Answers> => {
  const { rows, level } = fieldsOf(inputs, policy);
  const refusals = [
    ...rows.flatMap(({ id, answer, action }) =>
      refusalsOf(isUnknown(id, inputs, policy) ? [action] : [answer, action]),
    ),
    ...refusalsOf([readMoreRisk(inputs, policy), level]),
  ];
  return refusals.length > 0 ? unclear(...refusals) : read(answersSoFar(inputs, policy));
};

/** Left empty where what is not known yet counts as high. */
const isUnknown = (id: QuestionId, inputs: Inputs, policy: Policy): boolean =>
  textOf(inputs, id) === '' && mayBeUnknown(textOf(inputs, 'class'), policy);

/** Those of the answers that can be read. */
export const answersSoFar = (inputs: Inputs, policy: Policy): Answers => {
  const { rows, level } = fieldsOf(inputs, policy);
  return {
    ...answersOf(rows),
    level: level.kind === 'read' && level.value !== '' ? level.value : undefined,
    ...moreRiskSoFar(inputs, policy),
  };
};

const fieldsOf = (inputs: Inputs, policy: Policy) => ({
  rows: policy.risk.questions.map((question) => ({
    id: question.id,
    answer: answerTo(question, inputs, policy),
    action: limited(inputs, `${question.id}Action`, noteLimit, policy),
  })),
  level: choice(inputs, 'level', [...riskLevels, ''] as const, { policy, without: '' }),
});

type Row = {
  readonly id: QuestionId;
  readonly answer: Read<Answer>;
  readonly action: Read<string>;
};

const answersOf = (rows: readonly Row[]): Pick<Answers, 'answers' | 'actions'> => ({
  answers: Object.fromEntries(
    rows.flatMap(({ id, answer }) => (answer.kind === 'read' ? [[id, answer.value]] : [])),
  ),
  actions: Object.fromEntries(
    rows.flatMap(({ id, action }) =>
      action.kind === 'read' && action.value !== '' ? [[id, action.value]] : [],
    ),
  ),
});

const answerTo = ({ id, ask }: RiskQuestion, inputs: Inputs, policy: Policy): Read<Answer> => {
  const text = textOf(inputs, id);
  const words = formWordsOf(policy);
  if (text === '') return unclear(refusal(policy, 'risk/all-answered', { ask, field: id }));
  const answer = yesOrNo(text);
  if (answer !== undefined) return read(answer);
  const { because, next } = words.notYesOrNo;
  const why = { because: because(words.question(id.slice(1)), text), next };
  return unclear(refusalAt(policy, id, 'input/not-a-choice', why));
};

export const answerInputs = ({
  answers,
  actions,
  level,
  ...more
}: Answers): Record<string, string> => ({
  ...answers,
  ...Object.fromEntries(Object.entries(actions).map(([id, action]) => [`${id}Action`, action])),
  level: level ?? '',
  ...moreRiskInputs(more),
});
