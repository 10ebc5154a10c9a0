/** A standing assessment as its list says it, and read from it again. */
import {
  type Reading,
  type StandingAssessment,
  standingKinds,
} from '../risk-assessment/standing.ts';
import { personId } from '../vocabulary.ts';
import type { Columns } from './book.ts';
import { momentOf, reader } from './hazard-columns.ts';

export const standingColumns = (assessment: StandingAssessment): Columns => ({
  Title: assessment.kind === 'general' ? 'Home visits' : (assessment.person ?? ''),
  StandingKey: assessment.key,
  Kind: assessment.kind,
  Person: assessment.person ?? '',
  Version: assessment.version,
  Says: assessment.says,
  MadeBy: assessment.madeBy,
  MadeAt: assessment.madeAt,
  ReviewBy: assessment.reviewBy,
  ChangedBy: assessment.changed?.by ?? '',
  ChangedAt: assessment.changed?.at ?? '',
  ReadBy: assessment.readings.map(({ person, at }) => `${person} ${at}`).join('\n'),
});

/** A row whose version or dates cannot be read counts for nothing: nobody goes alone on it. */
export const standingFromColumns = (columns: Columns): StandingAssessment | undefined => {
  const said = reader(columns);
  const [key, person] = [said('StandingKey'), said('Person')];
  const kind = standingKinds.find((one) => one === said('Kind'));
  const version = Number(said('Version'));
  const [madeAt, changedAt] = [momentOf(said('MadeAt')), momentOf(said('ChangedAt'))];
  const reviewBy = said('ReviewBy').slice(0, 10);
  const dated = /^\d{4}-\d{2}-\d{2}$/u.test(reviewBy);
  if (key === '' || kind === undefined || madeAt === undefined || !dated || !(version >= 1))
    return undefined;
  return {
    key,
    kind,
    ...(person === '' ? {} : { person: personId(person) }),
    version,
    says: said('Says'),
    madeBy: personId(said('MadeBy') || '?'),
    madeAt,
    reviewBy,
    ...(changedAt === undefined
      ? {}
      : { changed: { by: personId(said('ChangedBy') || '?'), at: changedAt } }),
    readings: said('ReadBy').split('\n').flatMap(readingOf),
  };
};

const readingOf = (line: string): readonly Reading[] => {
  const [person = '', moment = ''] = line.trim().split(' ');
  const at = momentOf(moment);
  return person === '' || at === undefined ? [] : [{ person: personId(person), at }];
};
