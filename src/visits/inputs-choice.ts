import type { Policy } from '../policy/policy.ts';
import {
  fieldWords,
  formWordsOf,
  type Inputs,
  type Read,
  read,
  refusalAt,
  textOf,
  unclear,
} from './inputs.ts';

/** One of these words; `without` is what an empty field means. */
export const choice = <Choice extends string>(
  inputs: Inputs,
  field: string,
  choices: readonly Choice[],
  { policy, without }: { readonly policy: Policy; readonly without: Choice },
): Read<Choice> => {
  const text = textOf(inputs, field).toLocaleLowerCase('en-GB');
  if (text === '') return read(without);
  const found = choices.find((one) => one === text);
  if (found !== undefined) return read(found);
  const { because, next } = formWordsOf(policy).notAChoice;
  const offered = choices.filter((one) => one !== '').join(', ');
  const why = { because: because(fieldWords(policy, field), text), next: next(offered) };
  return unclear(refusalAt(policy, field, 'input/not-a-choice', why));
};
