/** The fields that only some visits have, as a card draws them: those needed in their group, the rest folded away below. */
import type { Policy } from '../../policy/policy.ts';
import { type FormField, fieldsFor, isFilled, isInSight } from '../../visits/form-fields.ts';
import type { Refusal } from '../../vocabulary.ts';
import type { Words } from '../../words/words.ts';
import type { Inputs } from '../house.ts';
import {
  actionSet,
  type Choice,
  dateInput,
  type Element,
  heading,
  longInput,
  lookUp,
  subtle,
  textInput,
  toggleInput,
} from './parts.ts';

export type FieldFacts = {
  readonly values: Inputs;
  readonly refusals: readonly Refusal[];
  readonly policy: Policy;
  /** Whoever a field for a person offers at once. */
  readonly known: readonly Choice[];
  readonly words: Words['cards'];
};

/** Puts what is wrong with an input right under it. */
export type Place = (
  ids: string | readonly string[],
  ...inputs: readonly Element[]
) => readonly Element[];

/** The people of the form as the rules want them, whichever way they were chosen. */
const withGoing = (values: Inputs): Inputs => {
  const { lead = '', companion = '', visitors = '' } = values;
  return visitors === '' ? { ...values, visitors: [lead, companion].join(',') } : values;
};

/** A card stays short: what may be said but need not be is folded away until it is. */
const isOpen = (field: FormField, { values, refusals }: FieldFacts): boolean =>
  field.standing === 'offered'
    ? isFilled(values[field.name]) || refusals.some((one) => one.field === field.name)
    : isInSight(field, values, refusals);

const allFields = ({ policy, values }: FieldFacts): readonly FormField[] =>
  fieldsFor(policy, withGoing(values));

export const fieldsOf = (
  group: FormField['group'],
  facts: FieldFacts,
  at: Place,
): readonly Element[] =>
  allFields(facts)
    .filter((field) => field.group === group && isOpen(field, facts))
    .flatMap((field) => [
      ...at(field.name, input(field, facts.values, facts.known)),
      ...hintOf(field),
    ]);

const foldedId = 'only-some-visits';

/** Everything else, one tap away. */
export const foldedFields = (facts: FieldFacts): readonly Element[] => {
  const folded = allFields(facts).filter((field) => !isOpen(field, facts));
  if (folded.length === 0) return [];
  const { form } = facts.words;
  return [
    actionSet([
      {
        type: 'Action.ToggleVisibility',
        title: form.moreFields,
        targetElements: [foldedId],
      },
    ]),
    {
      type: 'Container',
      id: foldedId,
      isVisible: false,
      items: [
        heading(form.groups.more),
        ...folded.flatMap((field) => [input(field, facts.values, facts.known), ...hintOf(field)]),
      ],
    },
  ];
};

const hintOf = ({ hint }: FormField): readonly Element[] =>
  hint === undefined ? [] : [subtle(hint)];

const input = (
  { name, kind, ask }: FormField,
  values: Inputs,
  known: readonly Choice[],
): Element => {
  switch (kind) {
    case 'text':
      return textInput(name, ask, values);
    case 'long':
    case 'attempts':
      return longInput(name, ask, values);
    case 'date':
      return dateInput(name, ask, values);
    case 'tick':
      return toggleInput(name, ask, values);
    case 'person':
      return lookUp({ id: name, label: ask, dataset: 'colleagues' }, known, values);
    default:
      return kind satisfies never;
  }
};
