/** An emergency visit on two names, and what else the decision waits for. */
import type { VisitEvent } from './event.ts';
import { approved } from './evolve-request.ts';
import type { Glass, KnownVisit } from './visit.ts';

type Happened<Type extends VisitEvent['type']> = Extract<VisitEvent, { type: Type }>;

type OfGlass = Happened<'glass-started' | 'glass-broken' | 'glass-reviewed' | 'review-reminded'>;

export const glassAfter = (visit: KnownVisit, event: OfGlass): KnownVisit => {
  if (event.type === 'glass-started') {
    const { content, reason, by: first } = event;
    return { ...visit, glass: { content, reason, first, reminded: 0 } };
  }
  const { glass } = visit;
  if (glass === undefined) return visit;
  const { by, at } = event;
  const withGlass = (more: Partial<Glass>): KnownVisit => ({
    ...visit,
    glass: { ...glass, ...more },
  });
  switch (event.type) {
    case 'glass-broken':
      return approved(withGlass({ second: { by, at } }), event);
    case 'glass-reviewed':
      return withGlass({ reviewed: { by, at, note: event.note } });
    case 'review-reminded':
      return withGlass({ reminded: event.times });
    default:
      return event satisfies never;
  }
};

type OfWaiting = Happened<'decision-reminded' | 'yes-by-phone' | 'departure-known'>;

export const waitingAfter = (visit: KnownVisit, event: OfWaiting): KnownVisit => {
  const { by, at } = event;
  switch (event.type) {
    case 'decision-reminded':
      return { ...visit, reminded: [...(visit.reminded ?? []), event.step] };
    case 'yes-by-phone':
      return { ...visit, phoneYes: { from: event.from, by, at } };
    case 'departure-known':
      return { ...visit, departureKnown: [...(visit.departureKnown ?? []), { by, at }] };
    default:
      return event satisfies never;
  }
};
