import type { Refusal } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { clauseOf, type Policy } from './policy.ts';

export type Rule = keyof ReturnType<typeof wordsFor>['refusals'];

/** What a refusal is about; `field` is the input it stands beside. */
export type Facts = Readonly<Record<string, string>>;

/** A rule's "no", in words, with the clause that asks for it. */
export const refusal = (policy: Policy, rule: Rule, { field, ...facts }: Facts = {}): Refusal => {
  const said = wordsFor(policy.language).refusals[rule];
  return {
    rule,
    clause: clauseOf(policy, rule),
    because: filled(said.because, facts),
    next: filled(said.next, facts),
    ...(field === undefined ? {} : { field }),
  };
};

/** Puts the facts where `{name}` stands; what a person typed is put in last, and never filled again. */
const filled = (text: string, facts: Facts): string =>
  text.replace(/\{(\w+)\}/gu, (gap, name: string) => facts[name] ?? gap);

/** Each rule's refusal where its condition does not hold. */
export const unless = (holds: boolean, otherwise: () => Refusal): readonly Refusal[] =>
  holds ? [] : [otherwise()];
