/**
 * A history too long for its column: the oldest events stand in items of their own, as many to each as fit, and the
 * item itself goes on from the last of them. Such an item is known by the seal of its last event, which is over all
 * that came before it: under one name there can be only one text, so that writing it twice is writing it once.
 */
import type { Place } from './book.ts';
import type { Sealed } from './history.ts';

/** `place` is left out where nobody knows that it stands there, and as it should. */
export type Part = { readonly seal: string; readonly place: Place | undefined };

/** A note column takes 63,999 characters; the rest is left for a list that counts otherwise. */
const mostText = 60_000;

/** What the head says of one part: its seal, its item and the signs around them. */
const lengthOfMark = 120;

type Event = Sealed<object>;

/** The parts there are to be: those there are, and more where what remains would not fit. The last event stays with the head. */
export const partsFor = (events: readonly Event[], parts: readonly Part[]): readonly Part[] => {
  const made = [...stillThere(events, parts)];
  let rest = events.slice(endOf(events, made.at(-1)));
  while (rest.length > 1 && lengthOf(rest) + lengthOfMark * (made.length + 1) > mostText) {
    const taken = rest.slice(0, fitting(rest));
    const seal = taken.at(-1)?.seal ?? '';
    made.push({ seal, place: undefined });
    rest = rest.slice(taken.length);
  }
  return made;
};

/** The events of each part, and those that remain for the head. */
export const dealtOut = <E extends Event>(
  events: readonly E[],
  parts: readonly Part[],
): { readonly earlier: readonly (readonly E[])[]; readonly own: readonly E[] } => {
  const ends = parts.map((part) => endOf(events, part));
  return {
    earlier: ends.map((end, index) => events.slice(ends[index - 1] ?? 0, end)),
    own: events.slice(ends.at(-1) ?? 0),
  };
};

type Written = { readonly before: readonly Part[]; readonly filed: readonly Part[] };

/** Where parts stand after a writing: where it put them, or else as is known of them by now, which may be that nobody knows. */
export const standingParts = (
  parts: readonly Part[],
  now: readonly Part[],
  { before, filed }: Written,
): readonly Part[] =>
  parts.map(({ seal, place }) => {
    const put = placeOf(before, seal) === undefined ? placeOf(filed, seal) : undefined;
    const known = now.some((part) => part.seal === seal) ? placeOf(now, seal) : place;
    return { seal, place: put ?? known };
  });

const placeOf = (parts: readonly Part[], wanted: string): Place | undefined =>
  parts.find(({ seal }) => seal === wanted)?.place;

const stillThere = (events: readonly Event[], parts: readonly Part[]): readonly Part[] => {
  const lost = parts.findIndex((part) => endOf(events, part) === 0);
  return lost === -1 ? parts : parts.slice(0, lost);
};

/** How many events there are up to the last of a part: none where it is not among them. */
const endOf = (events: readonly Event[], part: Part | undefined): number =>
  events.findIndex(({ seal }) => seal === part?.seal) + 1;

/** How many fit, but never the last, and never none. */
const fitting = (events: readonly Event[]): number => {
  let length = 1;
  const over = events.findIndex((event) => {
    length += textOf(event).length + 1;
    return length > mostText;
  });
  if (over === 0) return 1;
  return over === -1 ? events.length - 1 : over;
};

const lengthOf = (events: readonly Event[]): number =>
  events.reduce((length, event) => length + textOf(event).length + 1, 1);

const textOf = (event: Event): string => JSON.stringify(event);
