/** What one change to the registers writes: read from what was typed, checked, and refused with every reason at once. */

import type { Roster } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import { type Facts, type Rule, refusal } from '../policy/refusal.ts';
import type { Columns, Place } from '../register/book.ts';
import { dayIn } from '../register/registers.ts';
import {
  atSchool,
  type CommandId,
  type Instant,
  type PersonId,
  type Refusal,
} from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { Books } from './ports.ts';
import type { KeptRegisters } from './registers-kept.ts';

export type Inputs = Readonly<Record<string, string>>;

export type PlanGiven = {
  readonly inputs: Inputs;
  readonly by: PersonId;
  readonly command: CommandId;
  readonly now: Instant;
  readonly policy: Policy;
  readonly roster: Roster;
  readonly kept: KeptRegisters;
  readonly rolesSeal: (person: string, held: readonly Roster[number]['roles'][number][]) => string;
  readonly dutySeal: (said: string) => string;
};

export type Plan = {
  readonly book: keyof Pick<Books, 'staff' | 'vehicles' | 'devices' | 'duty' | 'calendar'>;
  /** Undefined for a line that is new, which goes under `key`. */
  readonly place: Place | undefined;
  readonly key: string;
  readonly columns: Columns;
  /** What is kept once it is written there. */
  readonly after: (kept: KeptRegisters, place: Place) => KeptRegisters;
  readonly roster?: (roster: Roster) => Roster;
  /** Whom or what it is about, for the record. */
  readonly about: string;
};

export type Planned =
  | { readonly kind: 'planned'; readonly plan: Plan }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };
export type Planner = (given: PlanGiven) => Planned;

export const no = (...refusals: readonly Refusal[]): Planned => ({ kind: 'refused', refusals });

/** Reads fields one after another and keeps all that is wrong with them. */
export const reader = ({ inputs, policy, roster }: PlanGiven) => {
  const refusals: Refusal[] = [];
  const words = wordsFor(policy.language).registers.fields;
  const labels: Readonly<Record<string, string>> = words;
  const against = (rule: Rule, field: string, facts: Facts = {}): void => {
    refusals.push(refusal(policy, rule, { ...facts, field }));
  };
  const label = (field: string): string => labels[field] ?? field;
  const text = (field: string): string => {
    const said = (inputs[field] ?? '').normalize('NFC').trim();
    if (said.length > 255) against('registers/too-long', field, { what: label(field) });
    return said;
  };
  const needed = (field: string): string => {
    const said = text(field);
    if (said === '') against('registers/needed', field, { what: label(field) });
    return said;
  };
  const day = (field: string, needs = false): string => {
    const said = needs ? needed(field) : text(field);
    if (said !== '' && dayIn(said) === '') against('registers/day', field, { said });
    return dayIn(said);
  };
  const time = (field: string): string => {
    const said = needed(field);
    const right = /^([01]\d|2[0-3]):[0-5]\d$/u.test(said);
    if (said !== '' && !right) against('registers/time', field, { said });
    return right ? said : '';
  };
  const choice = <Option extends string>(field: string, options: readonly Option[]) => {
    const said = text(field);
    const found = options.find((option) => option === said);
    if (found === undefined) against('registers/choice', field, { said });
    return found;
  };
  return {
    refusals,
    against,
    text,
    needed,
    day,
    time,
    choice,
    /** A wall clock of the school; undefined, and said, where it never shows that. */
    moment: (dayField: string, timeField: string): Instant | undefined => {
      const [onDay, atTime] = [day(dayField, true), time(timeField)];
      if (onDay === '' || atTime === '') return undefined;
      const found = atSchool(onDay, atTime);
      if (found === undefined) against('registers/time', timeField, { said: atTime });
      return found;
    },
    /** Somebody of the staff; undefined where nobody is named. */
    person: (field: string, needs = false): PersonId | undefined => {
      const said = needs ? needed(field) : text(field);
      const found = roster.find(({ id, roles }) => id === said && !roles.includes('pupil'));
      if (said !== '' && found === undefined) against('registers/choice', field, { said });
      return found?.id;
    },
  };
};

type Line = { readonly id: string; readonly place: Place };

/** The line that is meant, as it was shown: `new` where none is, or why not. */
export const lineMeant = <Found extends Line>(
  { inputs, policy }: PlanGiven,
  lines: readonly Found[],
): 'new' | Found | Refusal => {
  const id = (inputs['id'] ?? '').trim();
  if (id === '') return 'new';
  const found = lines.find((line) => line.id === id);
  if (found === undefined) return refusal(policy, 'registers/known');
  return found.place.revision === (inputs['revision'] ?? '').trim()
    ? found
    : refusal(policy, 'registers/changed-since');
};

/** With the line in the place of the one before, or at the end. */
export const withLine = <Found extends Line>(lines: readonly Found[], line: Found): Found[] => [
  ...lines.filter(({ id }) => id !== line.id),
  line,
];

export const without = <Found extends Line>(lines: readonly Found[], id: string): Found[] =>
  lines.filter((line) => line.id !== id);
