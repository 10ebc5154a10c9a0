/** What is true after something happened at the door or inside. */
import type { Instant } from '../vocabulary.ts';
import type { VisitEvent } from './event.ts';
import { type KnownVisit, knownOf, type Outing } from './visit.ts';

type Happened<Type extends VisitEvent['type']> = Extract<VisitEvent, { type: Type }>;
type AtTheDoor = Happened<
  'met-at-the-door' | 'wait-ended' | 'parent-left' | 'went-upstairs' | 'checked-in'
>;

export const atTheDoor = (visit: KnownVisit, event: AtTheDoor): KnownVisit =>
  visit.status === 'out' ? { ...visit, outing: outingAfter(visit.outing, event) } : visit;

const outingAfter = (outing: Outing, event: AtTheDoor): Outing => {
  const { at: lastHeard } = event;
  switch (event.type) {
    case 'met-at-the-door':
      return { ...since(outing, lastHeard), lastHeard, met: event.footing };
    case 'parent-left':
      return { ...outing, lastHeard, parentLeft: true };
    case 'wait-ended':
      return { ...outing, calledOff: outing.calledOff ?? event.how };
    case 'went-upstairs':
    case 'checked-in':
      return { ...outing, lastHeard };
    default:
      return event satisfies never;
  }
};

/** The wait runs from the first of them at the door. */
export const since = (outing: Outing, at: Instant): Outing => ({
  ...outing,
  arrivedAt: outing.arrivedAt ?? at,
});

export const latenessNoticed = (
  visit: KnownVisit,
  { at, expected }: Happened<'lateness-noticed'>,
): KnownVisit => {
  // Said again, it was said when it was first.
  const late = { at: visit.late?.at ?? at, ...(expected === undefined ? {} : { expected }) };
  return visit.status === 'out'
    ? { ...visit, late, outing: { ...visit.outing, lastHeard: at } }
    : { ...visit, late };
};

export const nudged = (visit: KnownVisit, { about }: Happened<'nudged'>): KnownVisit => ({
  ...visit,
  nudged: [...(visit.nudged ?? []), about],
});

/** The words stand from now on as why it was called off. */
export const reasonWritten = (
  visit: KnownVisit,
  { reason }: Happened<'reason-written'>,
): KnownVisit => {
  switch (visit.status) {
    case 'out':
      return { ...visit, outing: { ...visit.outing, calledOffBecause: reason } };
    case 'returned':
      return {
        ...knownOf(visit),
        status: 'returned',
        outing: { ...visit.outing, calledOffBecause: reason },
      };
    case 'cancelled':
      return { ...visit, reason };
    default:
      return visit;
  }
};
