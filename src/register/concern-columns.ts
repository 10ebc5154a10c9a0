/** What the Concerns and Allegations lists say of one. */
import type { KnownConcern } from '../concerns/concern.ts';
import { nameOf, namesOf } from '../people/staff.ts';
import { type ConcernId, schoolDate, schoolTime } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { Columns } from './book.ts';
import type { ColumnsGiven } from './columns.ts';

type ConcernEntry = {
  readonly id: ConcernId;
  readonly concern: KnownConcern;
  readonly history: string;
};

export const concernColumns = (
  { id, concern, history }: ConcernEntry,
  given: ColumnsGiven,
): Columns => ({
  Title: concern.reference,
  ConcernKey: id,
  Status: concern.status,
  About: concern.about,
  Person: concern.person,
  What: concern.what,
  Additions: additionsText(concern, given),
  Visit: concern.visit ?? '',
  Staff: namesOf(given.roster, concern.subjects),
  RaisedBy: nameOf(given.roster, concern.raisedBy),
  RaisedAt: concern.raisedAt,
  AcknowledgedBy:
    concern.acknowledgedBy === undefined ? '' : nameOf(given.roster, concern.acknowledgedBy),
  AcknowledgedAt: concern.acknowledgedAt ?? '',
  SpokenBy: concern.spokenBy === undefined ? '' : nameOf(given.roster, concern.spokenBy),
  SpokenAt: concern.spokenAt ?? '',
  Watch: concern.status === 'spoken of' ? '' : 'yes',
  History: history,
});

/** A column takes 63,999 letters: where all would not fit the newest stand here, and all of them in the record. */
const mostAdded = 63_000;

const additionsText = ({ additions }: KnownConcern, { roster, policy }: ColumnsGiven): string => {
  const words = wordsFor(policy.language).register;
  const all = additions.map(({ at, by, what }) =>
    words.added(nameOf(roster, by), `${schoolDate(at)} ${schoolTime(at)}`, what),
  );
  let length = 0;
  const last = all.findLastIndex((text) => {
    length += text.length + 1;
    return length > mostAdded;
  });
  return (last === -1 ? all : [words.addedBefore, ...all.slice(last + 1)]).join('\n');
};
