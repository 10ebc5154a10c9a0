/** Which fields this visit needs beside those every visit has: one answer, from which card and tab are both drawn. */
import { type Policy, visitClasses } from '../policy/policy.ts';
import type { ClassNeed, PurposeNeed } from '../policy/policy-parts.ts';
import { atSchool, schoolDay } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { isEveningBetween } from './form-evening.ts';
import { clockTime } from './inputs-time.ts';

/** What of the school's policy it takes; no more of it needs to reach a browser. */
export type FieldPolicy = Pick<
  Policy,
  'language' | 'purposes' | 'classRules' | 'asking' | 'staffing' | 'appointment' | 'evening'
>;

type Values = Readonly<Record<string, string>>;

export const fieldNames = [
  'people',
  'language',
  'contactAttempts',
  'refusedLeave',
  'confirmedBy',
  'confirmedOn',
  'reminder',
  'eveningReason',
  'staffing',
  'visitorRoles',
  'aloneReason',
  'backup',
  'carriesPupil',
  'driver',
  'companions',
  'alsoTell',
  'documents',
  'worriedAboutSafety',
  'complex',
  'knownCircumstances',
] as const;
export type FieldName = (typeof fieldNames)[number];

/**
 * `needed`: without it, this visit is refused. `asked`: the school asks it every time. `offered`: it may be
 * said of this visit. `folded`: it would be needed if something else were chosen.
 */
export type Standing = 'needed' | 'asked' | 'offered' | 'folded';

export type FormField = {
  readonly name: FieldName;
  readonly group: 'who' | 'why' | 'when' | 'going' | 'risk';
  readonly kind: 'text' | 'long' | 'tick' | 'date' | 'person' | 'attempts';
  readonly standing: Standing;
  readonly ask: string;
  /** What helps to answer it. */
  readonly hint?: string;
};

/** `values` are the form's inputs as they stand, `visitors` comma-separated; what cannot be read yet asks for nothing. */
export const fieldsFor = (policy: FieldPolicy, values: Values): readonly FormField[] => {
  const visit = choicesOf(policy, values);
  return fieldNames.flatMap((name) => {
    const { standing, ...place } = table[name];
    // What is filled in stays in sight, to be taken back, though nothing asks for it.
    const stands = standing(visit, policy) ?? (isFilled(values[name]) ? 'offered' : undefined);
    return stands === undefined
      ? []
      : [{ name, ...place, standing: stands, ...askedAs(name, policy) }];
  });
};

/** Those that stand in sight: all but what is folded away, and of that what is filled in or complained of. */
export const isInSight = (
  { name, standing }: FormField,
  values: Values,
  refusals: readonly { readonly field?: string }[],
): boolean =>
  standing !== 'folded' || isFilled(values[name]) || refusals.some(({ field }) => field === name);

/** A tick that was put back is no answer. */
export const isFilled = (value = ''): boolean => value.trim() !== '' && value !== 'no';

type Choices = {
  readonly purposeNeeds: readonly PurposeNeed[];
  readonly classNeeds: readonly ClassNeed[];
  readonly going: number;
  readonly evening: boolean;
  readonly waiting: boolean;
  readonly carries: boolean;
  readonly arranged: boolean;
};

const choicesOf = (policy: FieldPolicy, values: Values): Choices => {
  const { class: kind = '', visitors = '', appointment = '' } = values;
  const chosen = visitClasses.find((one) => one === kind) ?? 'procedural';
  const going = visitors.split(',').filter((id) => id.trim() !== '');
  return {
    purposeNeeds: policy.purposes.find(({ id }) => id === values['purpose'])?.needs ?? [],
    classNeeds: policy.classRules.find(({ id }) => id === chosen)?.needs ?? [],
    going: new Set(going).size,
    evening: isEvening(policy, values),
    waiting: isFilled(values['backup']),
    carries: isFilled(values['carriesPupil']),
    arranged: appointment === 'phone' || appointment === 'letter',
  };
};

const isEvening = (policy: FieldPolicy, values: Values): boolean => {
  const day = (values['date'] ?? '').slice(0, 10);
  const [from, until] = [values['startTime'] ?? '', values['dueBackTime'] ?? ''].map(clockTime);
  const whole = /^\d{4}-\d{2}-\d{2}$/u.test(day);
  const start = whole && from !== undefined ? atSchool(day, from) : undefined;
  const dueBack = whole && until !== undefined ? atSchool(day, until) : undefined;
  if (isFilled(values['nextDay'])) return true;
  return (
    start !== undefined &&
    dueBack !== undefined &&
    schoolDay(start) === day &&
    isEveningBetween({ start, dueBack }, policy)
  );
};

type Row = Pick<FormField, 'group' | 'kind'> & {
  /** Undefined where this school's policy has no such field for this visit. */
  readonly standing: (visit: Choices, policy: FieldPolicy) => Standing | undefined;
};

/** A question some schools want answered every time. */
const askedBy =
  (field: FieldPolicy['asking'][number]['field']): Row['standing'] =>
  (_visit, { asking }) => {
    const asked = asking.find((one) => one.field === field);
    if (asked === undefined) return 'offered';
    return asked.required ? 'needed' : 'asked';
  };

const anyPurpose = ({ purposes }: FieldPolicy, need: PurposeNeed): boolean =>
  purposes.some(({ needs = [] }) => needs.includes(need));

const foldedIf = (could: boolean): Standing | undefined => (could ? 'folded' : undefined);

const confirmation: Row['standing'] = ({ arranged }, { appointment }) => {
  if (!arranged) return 'folded';
  return appointment.confirmed ? 'needed' : 'offered';
};

const ifKnown: Row['standing'] = (_visit, { staffing }) =>
  staffing.rule === 'two-if-known' ? 'asked' : undefined;

const isWarnedOf = ({ evening, going, waiting }: Choices, policy: FieldPolicy): boolean =>
  evening && (policy.evening.rule === 'always' || (going === 1 && !waiting));

const table: Readonly<Record<FieldName, Row>> = {
  people: { group: 'who', kind: 'text', standing: askedBy('people') },
  language: { group: 'who', kind: 'text', standing: askedBy('language') },
  contactAttempts: {
    group: 'why',
    kind: 'attempts',
    standing: ({ purposeNeeds, classNeeds }, policy) =>
      purposeNeeds.includes('contact-attempts') || classNeeds.includes('unanswered-call')
        ? 'needed'
        : foldedIf(
            anyPurpose(policy, 'contact-attempts') ||
              policy.classRules.some(({ needs }) => needs.includes('unanswered-call')),
          ),
  },
  refusedLeave: {
    group: 'why',
    kind: 'text',
    standing: ({ purposeNeeds }, policy) =>
      purposeNeeds.includes('refused-leave')
        ? 'needed'
        : foldedIf(anyPurpose(policy, 'refused-leave')),
  },
  confirmedBy: { group: 'when', kind: 'text', standing: confirmation },
  confirmedOn: { group: 'when', kind: 'date', standing: confirmation },
  reminder: {
    group: 'when',
    kind: 'text',
    standing: ({ arranged }) => (arranged ? 'offered' : 'folded'),
  },
  eveningReason: {
    group: 'when',
    kind: 'long',
    standing: (visit, policy) => (isWarnedOf(visit, policy) ? 'needed' : 'folded'),
  },
  staffing: { group: 'going', kind: 'text', standing: askedBy('staffing') },
  visitorRoles: { group: 'going', kind: 'text', standing: askedBy('visitorRoles') },
  aloneReason: {
    group: 'going',
    kind: 'long',
    standing: ({ going }, { staffing }) => {
      if (staffing.rule === 'two') return undefined;
      if (going !== 1) return 'folded';
      return staffing.rule === 'two-or-reason' ? 'needed' : 'offered';
    },
  },
  backup: {
    group: 'going',
    kind: 'person',
    standing: ({ evening, going }, policy) =>
      policy.evening.rule === 'alone-without-backup' && evening && going === 1
        ? 'offered'
        : 'folded',
  },
  carriesPupil: {
    group: 'going',
    kind: 'tick',
    standing: ({ purposeNeeds }) => (purposeNeeds.includes('transport') ? undefined : 'offered'),
  },
  driver: {
    group: 'going',
    kind: 'person',
    standing: ({ purposeNeeds, carries }) =>
      carries || purposeNeeds.includes('transport') ? 'needed' : 'folded',
  },
  companions: { group: 'going', kind: 'long', standing: () => 'offered' },
  alsoTell: { group: 'going', kind: 'person', standing: () => 'offered' },
  documents: { group: 'going', kind: 'text', standing: () => 'offered' },
  worriedAboutSafety: { group: 'risk', kind: 'tick', standing: () => 'asked' },
  complex: { group: 'risk', kind: 'tick', standing: ifKnown },
  knownCircumstances: { group: 'risk', kind: 'tick', standing: ifKnown },
};

const askedAs = (name: FieldName, policy: FieldPolicy): Pick<FormField, 'ask' | 'hint'> => {
  const { more, hints, insteadOfEvening } = wordsFor(policy.language).form;
  const asked = policy.asking.find(({ field }) => field === name)?.ask;
  const hint =
    name === 'eveningReason' ? insteadOfEvening(policy.evening.alternatives) : hints[name];
  return { ask: asked ?? more[name], ...(hint === undefined ? {} : { hint }) };
};
