/** Where in the school's own document something stands, as people cite it. */
import { clauseTables } from './clauses.ts';
import type { BriefingLine, Moment } from './policy-parts.ts';

const places: ReadonlyMap<string, string> = new Map(
  clauseTables.flatMap(({ clauses }) => clauses.map(({ id, clause }) => [id, clause] as const)),
);

/** The number or the heading of a clause; what is no clause of a document we know is said as it stands, and nothing is said of none. */
export const placeOfClause = (id: string | undefined): string =>
  id === undefined ? '' : (places.get(id) ?? id);

/** A reminder as it is shown. `place` is empty where it is the product's own. */
export type Reminder = { readonly id: string; readonly say: string; readonly place: string };

export const remindersAt = (
  briefing: readonly BriefingLine[],
  moment: Moment,
): readonly Reminder[] =>
  briefing
    .filter((line) => line.moment === moment)
    .map(({ id, say, clause }) => ({ id, say, place: placeOfClause(clause) }));
