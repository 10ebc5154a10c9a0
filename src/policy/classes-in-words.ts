/** The kinds of visit a school's policy knows, in plain words: what each goes without, what it needs, and where that stands. */
import { wordsFor } from '../words/words.ts';
import { clauseTables } from './clauses.ts';
import type { ClassRule, Policy, VisitClass } from './policy.ts';

export type ClassInWords = {
  readonly id: VisitClass;
  readonly label: string;
  readonly says: string;
  /** As a person would cite it; empty where the school's policy does not speak of it. */
  readonly clause: string;
};

export const classesInWords = (policy: Policy): readonly ClassInWords[] =>
  policy.classRules
    .filter(({ id }) => policy.visitClasses.includes(id))
    .map((rule) => inWords(rule, policy));

const inWords = ({ id, waives, needs, clause }: ClassRule, policy: Policy): ClassInWords => {
  const { classes, classWaives, classNeeds, classSays } = wordsFor(policy.language).form;
  return {
    id,
    label: classes[id],
    says: classSays(
      waives.map((one) => classWaives[one]),
      needs.map((one) => classNeeds[one]),
    ),
    clause: clause === undefined ? '' : cited(clause, policy),
  };
};

const cited = (id: string, { pack, title }: Policy): string => {
  const table = clauseTables.find((one) => one.pack === pack);
  const found = table?.clauses.find((clause) => clause.id === id);
  if (found === undefined) return '';
  // A heading stands in quotation marks, a number does not.
  return /^\d/u.test(found.clause) ? `${title} ${found.clause}` : `${title} “${found.clause}”`;
};
