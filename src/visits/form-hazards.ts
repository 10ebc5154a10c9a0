/** What else a form says of the risk: what is known of the family, and the rows of the school's table of hazards. */
import type { Policy } from '../policy/policy.ts';
import { hazardsAsked } from '../risk-assessment/assess.ts';
import {
  type Answers,
  type HazardAnswer,
  hazardLevels,
  riskFlags,
} from '../risk-assessment/assessment.ts';
import {
  fieldWords,
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

type MoreRisk = Pick<Answers, 'flags' | 'hazards'>;

export const readMoreRisk = (inputs: Inputs, policy: Policy): Read<MoreRisk> => {
  const parts = partsOf(inputs, policy);
  const refusals = refusalsOf(parts);
  return refusals.length > 0 ? unclear(...refusals) : read(moreRiskSoFar(inputs, policy));
};

export const moreRiskSoFar = (inputs: Inputs, policy: Policy): MoreRisk => {
  const flags = riskFlags.filter((flag) => yesOrNo(textOf(inputs, flag)) === 'yes');
  const hazards = partsOf(inputs, policy).flatMap((part) =>
    part.kind === 'read' ? part.value : [],
  );
  return {
    ...(flags.length === 0 ? {} : { flags }),
    ...(hazards.length === 0 ? {} : { hazards: Object.fromEntries(hazards) }),
  };
};

type Rows = readonly (readonly [string, HazardAnswer])[];

const partsOf = (inputs: Inputs, policy: Policy): readonly Read<Rows>[] => [
  ...riskFlags.map((flag) => flagClear(inputs, flag, policy)),
  ...hazardsAsked(policy).map(({ id, level }) => row(inputs, { id, level }, policy)),
];

/** What cannot be read as no is not taken for no. */
const flagClear = (inputs: Inputs, flag: string, policy: Policy): Read<Rows> => {
  const text = textOf(inputs, flag);
  if (text === '' || yesOrNo(text) !== undefined) return read([]);
  const { because, next } = formWordsOf(policy).notYesOrNo;
  const why = { because: because(fieldWords(policy, flag), text), next };
  return unclear(refusalAt(policy, flag, 'input/not-a-choice', why));
};

/** A row that says what the school's table says is left out. */
const row = (
  inputs: Inputs,
  { id, level: usual }: { readonly id: string; readonly level: HazardAnswer['level'] },
  policy: Policy,
): Read<Rows> => {
  const [field, besides] = [hazardField(id), `${hazardField(id)}Controls`];
  const level = choice(inputs, field, hazardLevels, { policy, without: usual });
  const controls = limited(inputs, besides, noteLimit, policy);
  if (level.kind === 'unclear' || controls.kind === 'unclear')
    return unclear(...refusalsOf([level, controls]));
  const same = level.value === usual && controls.value === '';
  return read(same ? [] : [[id, { level: level.value, controls: controls.value }]]);
};

export const hazardField = (id: string): string => `hazard-${id}`;

export const moreRiskInputs = ({ flags = [], hazards = {} }: MoreRisk): Record<string, string> =>
  Object.fromEntries([
    ...flags.map((flag) => [flag, 'yes']),
    ...Object.entries(hazards).flatMap(([id, { level, controls }]) => [
      [hazardField(id), level],
      [`${hazardField(id)}Controls`, controls],
    ]),
  ]);
