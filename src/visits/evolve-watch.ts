/** Who waits for those who are out, and who of them can be reached. */
import type { Instant, PersonId } from '../vocabulary.ts';
import type { VisitEvent } from './event.ts';
import type { KnownVisit } from './visit.ts';

type Happened<Type extends VisitEvent['type']> = Extract<VisitEvent, { type: Type }>;

export const watched = (
  visit: KnownVisit,
  event: Happened<'take-over-asked' | 'taken-over'>,
): KnownVisit => {
  const { asked = [], ...rest } = visit.handover ?? {};
  return event.type === 'taken-over'
    ? { ...visit, handover: { asked, by: event.by, at: event.at } }
    : {
        ...visit,
        handover: { ...rest, asked: [...asked, { person: event.person, at: event.at }] },
      };
};

/** Whoever presses something in chat has been reached by chat. */
export const withReached = (visit: KnownVisit, event: VisitEvent): KnownVisit => {
  const { visitors } = visit.proposal;
  const who = event.type === 'reached' ? event.who : event.via === 'chat' ? [event.by] : [];
  const theirs = who.filter((id) => visitors.includes(id));
  return theirs.length === 0
    ? visit
    : { ...visit, reachedAt: { ...visit.reachedAt, ...momentsOf(theirs, event.at) } };
};

const momentsOf = (who: readonly PersonId[], at: Instant): Readonly<Record<PersonId, Instant>> =>
  Object.fromEntries(who.map((id) => [id, at]));
