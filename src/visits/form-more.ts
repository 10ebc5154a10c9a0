/** Fields that only some visits have. One that is not filled in is not there at all. */
import { attemptLines, readAttempts } from './form-attempts.ts';
import type { FormGiven } from './form-given.ts';
import { readDay } from './form-times.ts';
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
import type { MoreOfProposal } from './proposal.ts';

const moreWords = {
  aloneReason: noteLimit,
  visitorRoles: noteLimit,
  eveningReason: noteLimit,
  refusedLeave: noteLimit,
  companions: noteLimit,
  documents: columnLimit,
  confirmedBy: columnLimit,
  reminder: columnLimit,
} as const;

type Part = Read<MoreOfProposal>;

export const readMore = (inputs: Inputs, given: FormGiven): Read<MoreOfProposal> => {
  const parts = partsOf(inputs, given);
  const refusals = refusalsOf(parts);
  return refusals.length > 0 ? unclear(...refusals) : read(whatIsRead(parts));
};

/** As far as it can be read. */
export const moreSoFar = (inputs: Inputs, given: FormGiven): MoreOfProposal =>
  whatIsRead(partsOf(inputs, given));

const whatIsRead = (parts: readonly Part[]): MoreOfProposal =>
  parts.reduce<MoreOfProposal>(
    (all, part) => (part.kind === 'read' ? { ...all, ...part.value } : all),
    {},
  );

const partsOf = (inputs: Inputs, given: FormGiven): readonly Part[] => [
  ...Object.entries(moreWords).map(([field, limit]) => {
    const text = limited(inputs, field, limit, given.policy);
    return text.kind === 'read' ? read(text.value === '' ? {} : { [field]: text.value }) : text;
  }),
  person(inputs, 'driver', given),
  person(inputs, 'backup', given),
  person(inputs, 'alsoTell', given),
  day(inputs, given),
  carries(inputs, given),
  attempts(inputs, given),
];

const person = (
  inputs: Inputs,
  field: 'driver' | 'backup' | 'alsoTell',
  given: FormGiven,
): Part => {
  const text = textOf(inputs, field);
  if (text === '') return read({});
  const named = peopleNamed(text, { field, ...given });
  if (named.kind === 'unclear') return named;
  const [one] = named.value;
  return read(one === undefined ? {} : { [field]: one });
};

const day = (inputs: Inputs, { policy }: FormGiven): Part => {
  const said = readDay(inputs, 'confirmedOn', policy);
  if (said.kind === 'unclear') return said;
  return read(said.value === '' ? {} : { confirmedOn: said.value });
};

const carries = (inputs: Inputs, { policy }: FormGiven): Part => {
  const field = 'carriesPupil';
  const text = textOf(inputs, field);
  if (text === '') return read({});
  const answer = yesOrNo(text);
  if (answer !== undefined) return read(answer === 'yes' ? { carriesPupil: true } : {});
  const { because, next } = formWordsOf(policy).notYesOrNo;
  const why = { because: because(fieldWords(policy, field), text), next };
  return unclear(refusalAt(policy, field, 'input/not-a-choice', why));
};

const attempts = (inputs: Inputs, { policy }: FormGiven): Part => {
  const said = readAttempts(inputs, policy);
  if (said.kind === 'unclear') return said;
  return read(said.value.length === 0 ? {} : { contactAttempts: said.value });
};

/** The inputs that would say the same. */
export const moreInputs = (more: MoreOfProposal): Record<string, string> => {
  const { carriesPupil, contactAttempts, ...texts } = more;
  return {
    ...texts,
    ...(carriesPupil === true ? { carriesPupil: 'yes' } : {}),
    ...(contactAttempts === undefined ? {} : { contactAttempts: attemptLines(contactAttempts) }),
  };
};
