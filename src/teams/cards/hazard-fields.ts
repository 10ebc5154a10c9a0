/** The school's table of hazards, whole, with what is worse here and what is done about it. */
import type { Policy } from '../../policy/policy.ts';
import { hazardsAsked } from '../../risk-assessment/assess.ts';
import { hazardLevels } from '../../risk-assessment/assessment.ts';
import { hazardField } from '../../visits/form-hazards.ts';
import { type Words, wordsFor } from '../../words/words.ts';
import type { Inputs } from '../house.ts';
import { type Element, pickOne, subtle, text, textInput } from './parts.ts';

type Place = (ids: string | readonly string[], ...inputs: readonly Element[]) => readonly Element[];

const words: Words['form']['hazards'] = wordsFor('en-GB').form.hazards;

/** Each row starts where the school's table has it. */
export const hazardElements = (
  { policy, values }: { readonly policy: Policy; readonly values: Inputs },
  at: Place,
): readonly Element[] =>
  hazardsAsked(policy).flatMap(({ id, hazard, people, severity, likelihood, level, controls }) => {
    const [field, besides] = [hazardField(id), `${hazardField(id)}Controls`];
    const choices = hazardLevels.map((value) => ({ title: words.levels[value], value }));
    return [
      text(hazard, { weight: 'Bolder', spacing: 'Medium' }),
      subtle(words.row(people, severity, likelihood, words.levels[level])),
      subtle(words.controls(controls)),
      ...at(field, pickOne(field, words.here, choices, { [field]: level, ...values })),
      ...at(besides, textInput(besides, words.besides, values)),
    ];
  });
