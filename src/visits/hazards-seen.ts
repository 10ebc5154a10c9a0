/** What a visit came upon that the next one should know. */
import { type Hazard, type HazardKind, usualReview } from '../homes/hazard.ts';
import { wordsFor } from '../words/words.ts';
import type { VisitEvent } from './event.ts';
import type { KnownVisit } from './visit.ts';

type Found = { readonly kind: HazardKind; readonly what: string };

/** Each has a key of its own event, so that it is noted once however often it is looked for. */
export const hazardsSeen = (
  visit: KnownVisit,
  events: readonly VisitEvent[],
  language: 'en-GB',
): readonly Hazard[] => {
  const { address } = visit.proposal;
  if (address.trim() === '') return [];
  const left = events.findIndex(({ type }) => type === 'departed' || type === 'breach-reported');
  if (left < 0) return [];
  return events.flatMap((event, index) =>
    index < left
      ? []
      : foundIn(event, language).map(({ kind, what }) => ({
          key: `${visit.reference} ${index} ${kind}`,
          address,
          kind,
          what,
          notedBy: event.by,
          notedAt: event.at,
          visit: visit.reference,
          reviewBy: usualReview(event.at),
        })),
  );
};

const foundIn = (event: VisitEvent, language: 'en-GB'): readonly Found[] => {
  const { fromVisit } = wordsFor(language).homes;
  switch (event.type) {
    case 'entered':
      return [
        ...(event.animals === 'none'
          ? []
          : [{ kind: 'animals', what: fromVisit[event.animals] } as const]),
        ...(event.hazards.trim() === ''
          ? []
          : [{ kind: 'other', what: event.hazards.trim() } as const]),
      ];
    case 'left-unsafe':
      return [{ kind: 'other', what: fromVisit.unsafe }];
    case 'called-off':
      if (event.how === 'animals-loose') return [{ kind: 'animals', what: fromVisit.loose }];
      return event.how === 'feel-unsafe'
        ? [{ kind: 'other', what: fromVisit.felt(event.reason.trim()) }]
        : [];
    default:
      return [];
  }
};
