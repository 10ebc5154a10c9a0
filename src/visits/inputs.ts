/** What people typed or pressed, before it means anything: strings mostly, but JSON also brings arrays and booleans. */

import type { Roster, StaffMember } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import { clauseOf } from '../policy/policy.ts';
import type { PersonId, Refusal } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';

export type Inputs = Readonly<Record<string, unknown>>;

/** What a field says, or why it could not be read. */
export type Read<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'unclear'; readonly refusals: readonly Refusal[] };

export const read = <T>(value: T): Read<T> => ({ kind: 'read', value });
export const unclear = (...refusals: readonly Refusal[]): Read<never> => ({
  kind: 'unclear',
  refusals,
});

/** Everything that is wrong with several fields, in their order. */
export const refusalsOf = (fields: readonly Read<unknown>[]): readonly Refusal[] =>
  fields.flatMap((field) => (field.kind === 'unclear' ? field.refusals : []));

/** What one line of a list holds, and what a note may. */
export const columnLimit = 255;
export const noteLimit = 2000;

export const formWordsOf = (policy: Policy) => wordsFor(policy.language).form;

export const refusalAt = (
  policy: Policy,
  field: string,
  rule: string,
  words: { readonly because: string; readonly next: string },
): Refusal => ({
  rule,
  clause: clauseOf(policy, rule),
  because: words.because,
  next: words.next,
  field,
});

/** One field as text, trimmed; empty where there is nothing. */
export const textOf = (inputs: Inputs, field: string): string => {
  const value = inputs[field];
  if (Array.isArray(value))
    return value
      .map(plain)
      .filter((text) => text !== '')
      .join(',');
  return plain(value);
};

const plain = (value: unknown): string => {
  if (typeof value === 'string') return value.normalize('NFC').replace(/\r\n?/gu, '\n').trim();
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? String(value) : '';
};

export const fieldWords = (policy: Policy, field: string): string =>
  formWordsOf(policy).fields[field] ?? field;

/** Signs that no list can hold: what is left of half a character, and those that only steer a machine. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const unkeepable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** A report is never sent back for such a sign: it is shown where it was. */
export const withoutUnkeepable = (text: string): string => text.replace(unkeepable, '\ufffd');

/** Text no longer than its limit, of signs that can be kept; what is wrong is said, never cut. */
export const limited = (
  inputs: Inputs,
  field: string,
  limit: number,
  policy: Policy,
): Read<string> => {
  const text = textOf(inputs, field);
  if (text !== withoutUnkeepable(text)) {
    const { because, next } = formWordsOf(policy).unkeepable;
    const words = { because: because(fieldWords(policy, field)), next };
    return unclear(refusalAt(policy, field, 'input/unkeepable', words));
  }
  if (text.length <= limit) return read(text);
  const { because, next } = formWordsOf(policy).tooLong;
  const words = { because: because(fieldWords(policy, field), text.length, limit), next };
  return unclear(refusalAt(policy, field, 'input/too-long', words));
};

export const yesOrNo = (text: string): 'yes' | 'no' | undefined => {
  const said = text.toLocaleLowerCase('en-GB');
  if (['yes', 'y', 'true', '1', 'on'].includes(said)) return 'yes';
  if (['no', 'n', 'false', '0', 'off'].includes(said)) return 'no';
  return undefined;
};

/** Ids or names, apart; "Sam Pike and Jo Ashby" as well as "sam,jo". */
const namesIn = (text: string): readonly string[] =>
  text
    .split(/[,;\n]|\s+(?:and|&)\s+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** The people named, each once. First names will do where only one person has it. */
export const peopleNamed = (
  text: string,
  { field, policy, roster, among = [] }: PeopleGiven,
): Read<readonly PersonId[]> => {
  const found = namesIn(text).map((name) => onePerson(name, { field, policy, roster, among }));
  const refusals = refusalsOf(found);
  if (refusals.length > 0) return unclear(...refusals);
  return read([...new Set(found.flatMap((one) => (one.kind === 'read' ? [one.value] : [])))]);
};

type PeopleGiven = {
  readonly field: string;
  readonly policy: Policy;
  readonly roster: Roster;
  /** Whom a short name is likeliest to mean. */
  readonly among?: readonly PersonId[];
};

const onePerson = (name: string, given: Required<PeopleGiven>): Read<PersonId> => {
  const { field, policy, roster, among } = given;
  const words = formWordsOf(policy);
  const wanted = folded(name);
  const exact = roster.filter((member) => member.id === name || folded(member.name) === wanted);
  const short = roster.filter((member) => folded(member.name).split(' ').includes(wanted));
  const likely = short.filter((member) => among.includes(member.id));
  const [only, ...others] = [exact, likely, short].find((list) => list.length > 0) ?? [];
  if (only === undefined) {
    const { because, next } = words.unknownPerson;
    return unclear(
      refusalAt(policy, field, 'input/unknown-person', { because: because(name), next }),
    );
  }
  if (others.length === 0) return read(only.id);
  const { because, next } = words.unclearPerson;
  const several = because(name, eitherOf([only, ...others]));
  return unclear(refusalAt(policy, field, 'input/unknown-person', { because: several, next }));
};

const eitherOf = (people: readonly StaffMember[]): string =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(people.map(({ name }) => name));

const folded = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase('en-GB')
    .replace(/[’‘]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
