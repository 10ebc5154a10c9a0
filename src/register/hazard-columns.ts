/** A hazard as the Hazards list says it, and read from it again. */
import { type Hazard, hazardKinds, usualReview } from '../homes/hazard.ts';
import { type Instant, instant, personId } from '../vocabulary.ts';
import type { Columns } from './book.ts';

export const hazardColumns = (hazard: Hazard): Columns => ({
  Title: hazard.address,
  HazardKey: hazard.key,
  Kind: hazard.kind,
  What: hazard.what,
  NotedBy: hazard.notedBy,
  NotedAt: hazard.notedAt,
  Visit: hazard.visit,
  ReviewBy: hazard.reviewBy,
  ReviewedBy: hazard.reviewed?.by ?? '',
  ReviewedAt: hazard.reviewed?.at ?? '',
  Resolved: hazard.resolved === undefined ? 'no' : 'yes',
  ResolvedBy: hazard.resolved?.by ?? '',
  ResolvedAt: hazard.resolved?.at ?? '',
  ResolvedWhy: hazard.resolved?.why ?? '',
});

/** What somebody wrote in the list counts; a row without an address says nothing, and one that cannot be read wholly is still a hazard. */
export const hazardFromColumns = (columns: Columns): Hazard | undefined => {
  const said = reader(columns);
  const [address, key] = [said('Title'), said('HazardKey')];
  if (address === '' || key === '') return undefined;
  const notedAt = momentOf(said('NotedAt')) ?? instant('2000-01-01T00:00:00Z');
  const [reviewedAt, resolvedAt] = [momentOf(said('ReviewedAt')), momentOf(said('ResolvedAt'))];
  const reviewBy = said('ReviewBy').slice(0, 10);
  return {
    key,
    address,
    kind: hazardKinds.find((kind) => kind === said('Kind')) ?? 'other',
    what: said('What'),
    notedBy: personId(said('NotedBy') || '?'),
    notedAt,
    visit: said('Visit'),
    reviewBy: /^\d{4}-\d{2}-\d{2}$/u.test(reviewBy) ? reviewBy : usualReview(notedAt),
    ...(reviewedAt === undefined
      ? {}
      : { reviewed: { by: personId(said('ReviewedBy') || '?'), at: reviewedAt } }),
    ...(said('Resolved') !== 'yes' || resolvedAt === undefined
      ? {}
      : {
          resolved: {
            by: personId(said('ResolvedBy') || '?'),
            at: resolvedAt,
            why: said('ResolvedWhy'),
          },
        }),
  };
};

/** What a column says, as text. */
export const reader =
  (columns: Columns) =>
  (name: string): string =>
    String(columns[name] ?? '').trim();

export const momentOf = (text: string): Instant | undefined => {
  if (text === '') return undefined;
  try {
    return instant(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};
