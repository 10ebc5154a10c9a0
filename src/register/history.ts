/**
 * A history as a list holds it: each event sealed over itself and the seal before it, the first over its owner's id.
 * What is pasted in, edited, moved, taken out of the middle or carried over from another visit no longer fits.
 * A history cut short at its end is whole in itself: only somebody who knows how long it was can see that.
 */
import type { ZodType } from 'zod';
import type { ConcernEvent } from '../concerns/concern.ts';
import type { RestrictedEvent } from '../risk-assessment/assessment.ts';
import type { VisitEvent } from '../visits/event.ts';
import { concernEventShape } from './concern-event-shape.ts';
import { restrictedEventShape } from './restricted-event-shape.ts';
import { visitEventShape } from './visit-event-shape.ts';

export type Sealed<E> = E & { readonly seal: string };

/** Keyed hash; the key is in no list. */
type Hmac = (text: string) => string;

export type ParsedHistory<E> =
  | { readonly kind: 'whole'; readonly events: readonly E[]; readonly sealed: readonly Sealed<E>[] }
  | {
      readonly kind: 'broken';
      /** The first event that does not hold. */
      readonly at: number;
      readonly found: 'not readable' | 'empty' | 'pasted or altered';
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

export const parseVisitHistory = (
  owner: string,
  text: string,
  hmac: Hmac,
): ParsedHistory<VisitEvent> => parseHistory(visitEventShape, owner, text, hmac);

export const parseRestrictedHistory = (
  owner: string,
  text: string,
  hmac: Hmac,
): ParsedHistory<RestrictedEvent> => parseHistory(restrictedEventShape, owner, text, hmac);

export const parseConcernHistory = (
  owner: string,
  text: string,
  hmac: Hmac,
): ParsedHistory<ConcernEvent> => parseHistory(concernEventShape, owner, text, hmac);

/** Reads a history event by event, and stops at the first that does not hold. */
const parseHistory = <E extends object>(
  shape: ZodType<E>,
  owner: string,
  text: string,
  hmac: Hmac,
): ParsedHistory<E> => {
  const items = itemsOf(text);
  const events: E[] = [];
  const sealed: Sealed<E>[] = [];
  const broken = (found: 'not readable' | 'empty' | 'pasted or altered'): ParsedHistory<E> => ({
    kind: 'broken',
    at: events.length,
    found,
    events,
    sealed,
  });
  if (items === undefined) return broken('not readable');
  if (items.length === 0) return broken('empty');
  let before = firstSeal(owner, hmac);
  for (const item of items) {
    const { seal, ...bare } = item;
    const event = shape.safeParse(bare);
    if (!event.success || typeof seal !== 'string') return broken('not readable');
    if (joinSeal(bare, before, hmac).seal !== seal) return broken('pasted or altered');
    events.push(event.data);
    sealed.push({ ...event.data, seal });
    before = seal;
  }
  return { kind: 'whole', events, sealed };
};

const firstSeal = (owner: string, hmac: Hmac): string => hmac(`history of ${owner}`);

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
