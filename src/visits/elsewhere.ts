/** Where people are out now, besides the visit that is decided on: nobody is out on two. */
import type { Instant, PersonId, VisitId } from '../vocabulary.ts';
import type { Carried } from './event.ts';
import { positionOf, whoIsOut, withTheChild } from './people-out.ts';
import type { KnownVisit, Visit } from './visit.ts';

export type Elsewhere = {
  readonly visit: VisitId;
  readonly reference: string;
  readonly round: string | undefined;
  /** Who of them is out there, and how often the watch over them has gone on. */
  readonly who: readonly { readonly person: PersonId; readonly hop: number }[];
  /** Those of them who stay with a child there. */
  readonly holding: readonly PersonId[];
  readonly dueBack: Instant;
  readonly extensions: number;
};

/** Undefined where nobody is out on this visit. */
export const elsewhereOf = (visit: KnownVisit, id: VisitId): Elsewhere | undefined => {
  if (visit.status !== 'out') return undefined;
  const { outing } = visit;
  const out = whoIsOut(outing);
  if (out.length === 0) return undefined;
  return {
    visit: id,
    reference: visit.reference,
    round: visit.round?.round,
    who: out.map((person) => ({ person, hop: outing.hops?.[person] ?? 0 })),
    holding:
      outing.holding === undefined
        ? []
        : out.filter((person) => withTheChild.includes(positionOf(outing, person))),
    dueBack: outing.dueBack,
    extensions: outing.extensions,
  };
};

/** Of the places where others are, those where some of these people are. */
export const whereTheyAre = (
  who: readonly PersonId[],
  elsewhere: readonly Elsewhere[] = [],
): readonly Elsewhere[] =>
  elsewhere.filter((there) => there.who.some(({ person }) => who.includes(person)));

/** How often the watch over somebody has gone on, as far as this visit knows. */
export const hopsOn =
  (visit: Visit) =>
  (person: PersonId): number => {
    if (visit.status === 'unsubmitted' || !('outing' in visit)) return 0;
    const { hops, wentTo = [] } = visit.outing;
    return wentTo
      .filter((went) => went.person === person)
      .reduce((most, { hop }) => (hop > most ? hop : most), hops?.[person] ?? 0);
  };

/** What is brought along from there: the earliest promise to be back, and how often it was put off. Undefined where nobody comes from anywhere. */
export const carriedFrom = (
  who: readonly PersonId[],
  elsewhere: readonly Elsewhere[] | undefined,
  hopHere: (person: PersonId) => number,
): { readonly carried: Carried; readonly dueBack: Instant } | undefined => {
  const there = whereTheyAre(who, elsewhere);
  const [first, ...more] = there;
  if (first === undefined) return undefined;
  const from = there.flatMap(({ visit, who: out }) =>
    out.filter(({ person }) => who.includes(person)).map((one) => ({ visit, ...one })),
  );
  const hops = [...from.map(({ hop }) => hop), ...who.map(hopHere)];
  return {
    carried: {
      from: from.map(({ visit, person }) => ({ visit, person })),
      hop: hops.reduce((most, hop) => (hop > most ? hop : most), 0) + 1,
      extensions: there.reduce(
        (most, { extensions }) => (extensions > most ? extensions : most),
        0,
      ),
    },
    dueBack: more.reduce(
      (soonest, { dueBack }) => (dueBack < soonest ? dueBack : soonest),
      first.dueBack,
    ),
  };
};
