/** Two tellings of one visit become one, where each holds something that the other does not. */
import type { Place } from '../register/book.ts';
import { type Sealed, sealEvents } from '../register/history.ts';
import { standingParts } from '../register/parts.ts';
import type { VisitId } from '../vocabulary.ts';
import { isUnderWay, type Page, restrictedOwner } from './page.ts';
import type { World } from './ports.ts';

type Sealable = { readonly seal: string; readonly command: string };

/** How many events both begin with. */
export const sharedLength = (one: readonly Sealable[], other: readonly Sealable[]): number => {
  const differs = one.findIndex((event, index) => other[index]?.seal !== event.seal);
  return differs === -1 ? one.length : differs;
};

/** What is in the list stands as it is; what only we know comes after it, sealed anew. A command that is in both is there once. */
const joined = <E extends { readonly command: string }>(
  world: World,
  owner: string,
  { mine, listed }: { mine: readonly Sealed<E>[]; listed: readonly Sealed<E>[] },
): readonly Sealed<E>[] => {
  const shared = sharedLength(mine, listed);
  const known = new Set(listed.slice(shared).map(({ command }) => command));
  const rest = mine.slice(shared).filter(({ command }) => !known.has(command));
  return sealEvents(owner, listed, rest, world.keys.hmac);
};

export const withListed = (world: World, id: VisitId, page: Page, listed: Page['events']): Page => {
  const shared = sharedLength(page.events, listed);
  const forked = shared < page.events.length && shared < listed.length;
  const events = joined(world, id, { mine: page.events, listed });
  const whole: Page = {
    ...page,
    events,
    filed: listed.length,
    ...(forked ? stillToTell(page, events) : {}),
  };
  return { ...whole, decides: isUnderWay(whole) ? 'page' : page.decides };
};

/** What people were told of they are not told again, wherever in the history it now stands; what came into the middle they are. */
const stillToTell = (
  { events: before, told: mark, missed = [] }: Page,
  events: Page['events'],
): Pick<Page, 'told' | 'missed'> => {
  const known = new Set(
    before.slice(0, mark).flatMap(({ command }, at) => (missed.includes(at) ? [] : [command])),
  );
  const told = events.findLastIndex(({ command }) => known.has(command)) + 1;
  const later = events.slice(0, told);
  return { told, missed: later.flatMap(({ command }, at) => (known.has(command) ? [] : [at])) };
};

export const withListedRestricted = (
  world: World,
  id: VisitId,
  page: Page,
  listed: Page['restricted'],
): Page => ({
  ...page,
  restricted: joined(world, restrictedOwner(id), { mine: page.restricted, listed }),
  filedRestricted: listed.length,
});

/** A page before it was written into the books, and as it then was. */
export type Written = { readonly before: Page; readonly filed: Page };

/** The page as it now is, with what was written into the books meanwhile. */
export const withWritten = (world: World, id: VisitId, now: Page, written: Written): Page => {
  const { before, filed } = written;
  const known = sharedLength(filed.events, now.events) === filed.events.length;
  const isSeen = known && now.filed >= filed.filed;
  const stand = (of: 'parts' | 'restrictedParts') =>
    standingParts((isSeen ? now : filed)[of], now[of], { before: before[of], filed: filed[of] });
  const [parts, restrictedParts] = [stand('parts'), stand('restrictedParts')];
  if (isSeen) {
    const place = newest(now.place, before.place, filed.place);
    const assessmentPlace = newest(
      now.assessmentPlace,
      before.assessmentPlace,
      filed.assessmentPlace,
    );
    return { ...now, place, assessmentPlace, parts, restrictedParts };
  }
  const { place, assessmentPlace } = filed;
  const events = filed.events.slice(0, filed.filed);
  const restricted = filed.restricted.slice(0, filed.filedRestricted);
  const page = withListedRestricted(world, id, withListed(world, id, now, events), restricted);
  return { ...page, place, assessmentPlace, parts, restrictedParts, closed: false };
};

/** Where nobody has looked since, it is as the writing left it. */
const newest = (
  now: Place | undefined,
  before: Place | undefined,
  written: Place | undefined,
): Place | undefined => (now?.revision === before?.revision ? written : now);
