/** The letter to parents about an appointment, from what one person may see of the visit. The school sends it; the product never does. */
import { type Instant, schoolDay, schoolLongDate, schoolTime } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { SeenVisit } from './seen.ts';

export type Letter = {
  readonly file: string;
  readonly school: string;
  readonly date: string;
  /** Name and address, a line each. */
  readonly to: readonly string[];
  readonly dear: string;
  readonly title: string;
  readonly opening: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly closing: readonly string[];
  readonly ending: string;
  readonly from: string;
};

export type LetterGiven = {
  readonly school: string;
  /** Where the school can be rung; empty where it has not said. */
  readonly phone: string;
  readonly now: Instant;
};

const words = wordsFor('en-GB').letter;
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** A worry, an emergency and whatever is sensitive have no reason that could lie open in a home. */
const reasonOf = ({ sensitive, class: kind, purpose, pupil }: SeenVisit): string =>
  sensitive || kind !== 'procedural' ? words.why(pupil) : purpose;

/** Undefined where there is nothing to confirm: the visit is not approved, or has no appointment. */
export const letterFor = (
  visit: SeenVisit,
  { school, phone, now }: LetterGiven,
): Letter | undefined => {
  const { appointmentBy, reference, pupil, parent, address, start, visitors, requestedBy } = visit;
  if (visit.status !== 'approved' || appointmentBy === undefined) return undefined;
  const { facts } = words;
  return {
    file: words.file(reference),
    school,
    date: schoolLongDate(schoolDay(now)),
    to: [parent, ...address.split('\n')].filter((line) => line !== ''),
    dear: words.dear(parent),
    title: words.title(pupil),
    opening: words.opening[appointmentBy],
    facts: [
      [facts.when, words.when(schoolLongDate(schoolDay(start)), schoolTime(start))],
      [facts.where, address],
      [facts.who, list.format(visitors.map(({ name }) => name))],
      [facts.why, reasonOf(visit)],
    ],
    closing: [words.identification, words.change(phone), words.help],
    ending: words.ending,
    from: requestedBy.name,
  };
};
