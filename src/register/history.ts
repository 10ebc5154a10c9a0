/**
 * A history as a list holds it: each event sealed over itself and the seal before it, the first over its owner's id.
 * What is pasted in, edited, moved, taken out of the middle or carried over from another visit no longer fits.
 * A history cut short at its end is whole in itself: only somebody who knows how long it was can see that.
 * One too long for its column goes on from other items, and says first from which: the seals go from one to the next.
 */
import { type ZodType, z } from 'zod';
import type { ConcernEvent } from '../concerns/concern.ts';
import type { RestrictedEvent } from '../risk-assessment/assessment.ts';
import type { VisitEvent } from '../visits/event.ts';
import { concernEventShape } from './concern-event-shape.ts';
import { restrictedEventShape } from './restricted-event-shape.ts';
import { visitEventShape } from './visit-event-shape.ts';

export type Sealed<E> = E & { readonly seal: string };

/** An item with the events before these: the seal of the last of them, and where it stood when that was written. */
export type Earlier = { readonly seal: string; readonly item: string };

/** Keyed hash; the key is in no list. */
type Hmac = (text: string) => string;

type Amiss = 'not readable' | 'empty' | 'pasted or altered';

export type ParsedHistory<E> =
  | { readonly kind: 'whole'; readonly events: readonly E[]; readonly sealed: readonly Sealed<E>[] }
  | {
      readonly kind: 'broken';
      /** The first event that does not hold. */
      readonly at: number;
      readonly found: Amiss;
      /** The whole ones before it. */
      readonly events: readonly E[];
      readonly sealed: readonly Sealed<E>[];
    };

/** The history with more on it; what was sealed before is not sealed again. */
export const sealEvents = <E extends object>(
  owner: string,
  earlier: readonly Sealed<E>[],
  later: readonly E[],
  hmac: Hmac,
): readonly Sealed<E>[] => {
  const sealed = [...earlier];
  for (const event of later)
    sealed.push(joinSeal(event, sealed.at(-1)?.seal ?? firstSeal(owner, hmac), hmac));
  return sealed;
};

/** One event, sealed to the seal before it. */
export const joinSeal = <E extends object>(event: E, before: string, hmac: Hmac): Sealed<E> => ({
  ...event,
  seal: hmac(`${before}\n${canonical({ ...event, seal: undefined })}`),
});

/** What the column holds: the events, and before them from which other items it goes on. */
export const historyText = (
  owner: string,
  sealed: readonly Sealed<object>[],
  earlier: readonly Earlier[],
  hmac: Hmac,
): string =>
  JSON.stringify(
    earlier.length === 0 ? sealed : [joinSeal({ earlier }, goesOn(owner, hmac), hmac), ...sealed],
  );

/** From which items a history goes on, the first of them first; whether it may say so shows when it is read. */
export const earlierIn = (text: string): readonly Earlier[] => {
  // Most histories are in one item, and need not be read to see it: a word that somebody wrote has no bare quotes.
  const [first] = text.includes('"earlier"') ? (itemsOf(text) ?? []) : [];
  const read = markShape.safeParse(first);
  return read.success ? read.data.earlier : [];
};

/** The text of the one item, or of all that it goes on from and then its own. */
type Texts = string | readonly string[];

export const parseVisitHistory = (
  owner: string,
  texts: Texts,
  hmac: Hmac,
): ParsedHistory<VisitEvent> => parseHistory(visitEventShape, owner, texts, hmac);

export const parseRestrictedHistory = (
  owner: string,
  texts: Texts,
  hmac: Hmac,
): ParsedHistory<RestrictedEvent> => parseHistory(restrictedEventShape, owner, texts, hmac);

export const parseConcernHistory = (
  owner: string,
  texts: Texts,
  hmac: Hmac,
): ParsedHistory<ConcernEvent> => parseHistory(concernEventShape, owner, texts, hmac);

/** Reads a history event by event, and stops at the first that does not hold. */
const parseHistory = <E extends object>(
  shape: ZodType<E>,
  owner: string,
  texts: Texts,
  hmac: Hmac,
): ParsedHistory<E> => {
  const { items, amiss } = together(owner, texts, hmac);
  const events: E[] = [];
  const sealed: Sealed<E>[] = [];
  const broken = (found: Amiss): ParsedHistory<E> => ({
    kind: 'broken',
    at: events.length,
    found,
    events,
    sealed,
  });
  let before = firstSeal(owner, hmac);
  for (const { seal, ...bare } of items) {
    const event = shape.safeParse(bare);
    if (!event.success || typeof seal !== 'string') return broken('not readable');
    if (joinSeal(bare, before, hmac).seal !== seal) return broken('pasted or altered');
    events.push(event.data);
    sealed.push({ ...event.data, seal });
    before = seal;
  }
  return amiss === undefined ? { kind: 'whole', events, sealed } : broken(amiss);
};

/** The events of all the texts up to the first that cannot be read. Only the last may say that it goes on from others. */
const together = (owner: string, texts: Texts, hmac: Hmac) => {
  const all = (typeof texts === 'string' ? [texts] : texts).map(itemsOf);
  const [head = [], ...before] = all.toReversed();
  const mark = markShape.safeParse(head[0]).data;
  const lists = [...before.toReversed(), mark === undefined ? head : head.slice(1)].map(
    (list) => list ?? [],
  );
  const unreadable = all.indexOf(undefined);
  if (unreadable !== -1)
    return { items: lists.slice(0, unreadable).flat(), amiss: 'not readable' } as const;
  const items = lists.flat();
  const amiss = items.length === 0 ? 'empty' : amissWith(mark, owner, hmac);
  return { items, amiss } as const;
};

type Mark = z.infer<typeof markShape>;

const markShape = z.strictObject({
  earlier: z.array(z.strictObject({ seal: z.string(), item: z.string() })).readonly(),
  seal: z.string(),
});

const amissWith = (
  mark: Mark | undefined,
  owner: string,
  hmac: Hmac,
): 'pasted or altered' | undefined =>
  mark === undefined ||
  joinSeal({ earlier: mark.earlier }, goesOn(owner, hmac), hmac).seal === mark.seal
    ? undefined
    : 'pasted or altered';

const firstSeal = (owner: string, hmac: Hmac): string => hmac(`history of ${owner}`);

/** Nothing that an event is sealed to. */
const goesOn = (owner: string, hmac: Hmac): string => hmac(`earlier history of ${owner}`);

const itemsOf = (text: string): readonly Record<string, unknown>[] | undefined => {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) && parsed.every(isRecord) ? parsed : undefined;
  } catch {
    return undefined;
  }
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One spelling for each value: keys in order, what is undefined left out. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    isRecord(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
