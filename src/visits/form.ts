/** The form of `submit` and `edit`: from what was typed to what is decided on, and back again. */
import { type Policy, visitClasses } from '../policy/policy.ts';
import { refusal } from '../policy/refusal.ts';
import { type Instant, minutesAfter, type PersonId, type Refusal } from '../vocabulary.ts';
import type { FormGiven } from './form-given.ts';
import { moreInputs, moreSoFar, readMore } from './form-more.ts';
import { answerInputs, answersSoFar, readAnswers } from './form-risk.ts';
import { missing, readTimes, timeInputs } from './form-times.ts';
import {
  columnLimit,
  fieldWords,
  formWordsOf,
  type Inputs,
  limited,
  noteLimit,
  peopleNamed,
  type Read,
  read,
  refusalAt,
  refusalsOf,
  textOf,
  unclear,
  yesOrNo,
} from './inputs.ts';
import { choice } from './inputs-choice.ts';
import type { Proposal, VisitForm } from './proposal.ts';

export type ReadForm =
  | { readonly kind: 'read'; readonly form: VisitForm }
  | { readonly kind: 'unclear'; readonly refusals: readonly Refusal[] };

/** Every field at once: what is missing and what cannot be read, each beside its input. */
export const readForm = (inputs: Inputs, given: FormGiven): ReadForm => {
  const { policy } = given;
  const words = readWords(inputs, policy);
  const choices = together(choicesIn(inputs, policy));
  const times = readTimes(inputs, policy);
  const visitors = readVisitors(inputs, given);
  const risk = readAnswers(inputs, policy);
  const more = readMore(inputs, given);
  if (
    words.kind === 'unclear' ||
    choices.kind === 'unclear' ||
    times.kind === 'unclear' ||
    visitors.kind === 'unclear' ||
    risk.kind === 'unclear' ||
    more.kind === 'unclear'
  )
    return { kind: 'unclear', refusals: refusalsOf([words, choices, times, visitors, more, risk]) };
  const people = { visitors: visitors.value };
  const proposal = { ...words.value, ...choices.value, ...times.value, ...people, ...more.value };
  return { kind: 'read', form: { proposal, risk: risk.value, ...readBefore(inputs) } };
};

/** The form as far as it can be read, so that whatever else speaks against it can be said in the same breath. */
export const formSoFar = (
  inputs: Inputs,
  given: FormGiven & { readonly now: Instant },
): VisitForm => {
  const { policy, now } = given;
  const visitors = readVisitors(inputs, given);
  const nearly = { start: minutesAfter(now, 60), dueBack: minutesAfter(now, 120) };
  return {
    proposal: {
      ...wordsSoFar(inputs),
      class: so(choicesIn(inputs, policy).class, 'procedural'),
      purpose: so(choicesIn(inputs, policy).purpose, ''),
      appointment: so(choicesIn(inputs, policy).appointment, 'none'),
      sensitive: so(choicesIn(inputs, policy).sensitive, true),
      ...so(readTimes(inputs, policy), nearly),
      visitors: so(visitors, []),
      ...moreSoFar(inputs, given),
    },
    risk: answersSoFar(inputs, policy),
    ...readBefore(inputs),
  };
};

/** What its sender says they have read; a tick put back is none. */
const readBefore = (inputs: Inputs): Pick<VisitForm, 'homeSeen' | 'generalRead'> => {
  const [homeSeen, generalRead] = [textOf(inputs, 'homeSeen'), textOf(inputs, 'generalRead')];
  return {
    ...(homeSeen === '' || homeSeen === 'no' ? {} : { homeSeen }),
    ...(generalRead === '' || generalRead === 'no' ? {} : { generalRead }),
  };
};

const so = <T>(field: Read<T>, otherwise: T): T =>
  field.kind === 'read' ? field.value : otherwise;

/** The inputs a form would be filled in with to say the same. */
export const formInputsOf = ({ proposal, risk }: VisitForm): Record<string, string> => {
  const { start, dueBack, visitors, sensitive, carriesPupil, contactAttempts, ...texts } = proposal;
  const more = {
    ...(carriesPupil === undefined ? {} : { carriesPupil }),
    ...(contactAttempts === undefined ? {} : { contactAttempts }),
  };
  return {
    ...texts,
    ...moreInputs(more),
    sensitive: sensitive ? 'yes' : 'no',
    ...timeInputs({ start, dueBack }),
    visitors: visitors.join(','),
    ...answerInputs(risk),
  };
};

const wordFields = {
  pupil: { limit: columnLimit, required: true },
  yearGroup: { limit: columnLimit, required: false },
  parent: { limit: columnLimit, required: true },
  parentPhone: { limit: columnLimit, required: true },
  address: { limit: columnLimit, required: true },
  purposeNote: { limit: noteLimit, required: false },
  people: { limit: noteLimit, required: false },
  whyNotInSchool: { limit: noteLimit, required: false },
  language: { limit: columnLimit, required: false },
  staffing: { limit: noteLimit, required: false },
  appointmentNote: { limit: noteLimit, required: false },
  transport: { limit: columnLimit, required: false },
} as const;
type WordField = keyof typeof wordFields;

/** What is missing or too long; if nothing is, the words as they are. */
const readWords = (inputs: Inputs, policy: Policy): Read<Pick<Proposal, WordField>> => {
  const refusals = Object.entries(wordFields).flatMap(([field, { limit, required }]) =>
    required && textOf(inputs, field) === ''
      ? refusalsOf([missing(field, policy)])
      : refusalsOf([limited(inputs, field, limit, policy)]),
  );
  return refusals.length > 0 ? unclear(...refusals) : read(wordsSoFar(inputs));
};

const wordsSoFar = (inputs: Inputs): Pick<Proposal, WordField> => ({
  pupil: textOf(inputs, 'pupil'),
  yearGroup: textOf(inputs, 'yearGroup'),
  parent: textOf(inputs, 'parent'),
  parentPhone: textOf(inputs, 'parentPhone'),
  address: textOf(inputs, 'address'),
  purposeNote: textOf(inputs, 'purposeNote'),
  people: textOf(inputs, 'people'),
  whyNotInSchool: textOf(inputs, 'whyNotInSchool'),
  language: textOf(inputs, 'language'),
  staffing: textOf(inputs, 'staffing'),
  appointmentNote: textOf(inputs, 'appointmentNote'),
  transport: textOf(inputs, 'transport'),
});

type Choices = Pick<Proposal, 'class' | 'purpose' | 'appointment' | 'sensitive'>;

const choicesIn = (
  inputs: Inputs,
  policy: Policy,
): { readonly [K in keyof Choices]: Read<Choices[K]> } => ({
  class: choice(inputs, 'class', visitClasses, {
    policy,
    without: 'procedural',
  }),
  purpose: readPurpose(inputs, policy),
  appointment: choice(inputs, 'appointment', ['phone', 'letter', 'none'] as const, {
    policy,
    without: 'none',
  }),
  sensitive: readSensitive(inputs, policy),
});

/** By its id or its label. */
const readPurpose = (inputs: Inputs, policy: Policy): Read<string> => {
  const text = textOf(inputs, 'purpose');
  if (text === '') return missing('purpose', policy);
  const wanted = text.toLocaleLowerCase('en-GB');
  const found = policy.purposes.find(
    ({ id, label }) => id === text || label.toLocaleLowerCase('en-GB') === wanted,
  );
  return found === undefined
    ? unclear(refusal(policy, 'form/purpose-listed', { field: 'purpose' }))
    : read(found.id);
};

/** What cannot be read as no is not taken for no: a sensitive visit must never show by mistake. */
const readSensitive = (inputs: Inputs, policy: Policy): Read<boolean> => {
  const text = textOf(inputs, 'sensitive');
  if (text === '') return read(false);
  const answer = yesOrNo(text);
  if (answer !== undefined) return read(answer === 'yes');
  const words = formWordsOf(policy);
  const because = words.notYesOrNo.because(fieldWords(policy, 'sensitive'), text);
  const why = { because, next: words.notYesOrNo.next };
  return unclear(refusalAt(policy, 'sensitive', 'input/not-a-choice', why));
};

const readVisitors = (inputs: Inputs, given: FormGiven): Read<readonly PersonId[]> => {
  const text = textOf(inputs, 'visitors');
  if (text === '') return missing('visitors', given.policy);
  return peopleNamed(text, { field: 'visitors', ...given });
};

/** All of the fields read, or everything that is wrong with them. */
const together = <T extends Readonly<Record<string, unknown>>>(
  fields: {
    readonly [K in keyof T]: Read<T[K]>;
  },
): Read<T> => {
  const all: readonly Read<unknown>[] = Object.values(fields);
  const refusals = refusalsOf(all);
  if (refusals.length > 0) return unclear(...refusals);
  const values = Object.entries<Read<unknown>>(fields).map(([field, one]) => [
    field,
    one.kind === 'read' ? one.value : undefined,
  ]);
  return read(Object.fromEntries(values) as T);
};
