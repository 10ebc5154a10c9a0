/**
 * A round is several approved visits of the same people on one day, on one outing. It has no book of its own: each
 * visit's history says which round it is on, so it is there again wherever the visits are, and the office's list shows it.
 *
 * Its people are out on one of its visits at a time: the one they are at, or on their way to. That visit watches over
 * them, so there is one due-back and one ladder, at the right address. Going on to the next home brings the watch along:
 * the next visit takes them first, with the same time to be back, and only then does the one before let them go. What
 * one visit owes another is read off both, here, and paid again and again until nothing is owed: whatever is killed in
 * between, somebody is watched once or, for a moment, twice; never not at all.
 */
import { positionOf, whoIsOut } from '../visits/people-out.ts';
import type { Hop, KnownVisit, Outing } from '../visits/visit.ts';
import type { PersonId, VisitId } from '../vocabulary.ts';

export type Known = { readonly id: VisitId; readonly visit: KnownVisit };

type Owed =
  | {
      readonly verb: 'move-on';
      readonly who: readonly PersonId[];
      readonly to: VisitId;
      readonly reference: string;
      readonly hop: number;
    }
  | { readonly verb: 'end-round'; readonly who: readonly PersonId[] }
  | { readonly verb: 'take-back'; readonly who: readonly PersonId[]; readonly hop: number };

export type Debt = { readonly id: VisitId; readonly owed: Owed };

/** What has to be done so that everybody who went on from one visit to another is watched on one of them. */
export const owedBy = (all: readonly Known[]): readonly Debt[] => {
  const outings = new Map(
    all.flatMap(({ id, visit }) => ('outing' in visit ? [[id, visit] as const] : [])),
  );
  return all.flatMap(({ id, visit }) =>
    visit.status === 'out'
      ? [...lettingGo(id, visit, outings), ...comeHome(id, visit, outings)]
      : [],
  );
};

type Out = Extract<KnownVisit, { status: 'out' }>;
type Outings = ReadonlyMap<VisitId, KnownVisit & { readonly outing: Outing }>;

const hopOf = (outing: Outing, person: PersonId): number => outing.hops?.[person] ?? 0;

/** Out here, and by now out on a visit that they came to from here. */
const lettingGo = (id: VisitId, visit: Out, outings: Outings): readonly Debt[] =>
  [...outings].flatMap(([to, { reference, outing }]) =>
    (outing.cameFrom ?? [])
      .filter(
        ({ visit: from, person, hop }) =>
          from === id &&
          to !== id &&
          whoIsOut(outing).includes(person) &&
          whoIsOut(visit.outing).includes(person) &&
          hopOf(visit.outing, person) < hop,
      )
      .map(({ person, hop }) => ({
        id,
        owed: { verb: 'move-on', who: [person], to, reference, hop } as const,
      })),
  );

/** Gone on from here, and back there by now; or never heard of there, where what was known of it is lost. */
const comeHome = (id: VisitId, { outing }: Out, outings: Outings): readonly Debt[] =>
  (outing.wentTo ?? [])
    .filter(({ person }) => positionOf(outing, person) === 'moved-on')
    .flatMap((went): readonly Debt[] => {
      const end = endOf(went, outings);
      if (end === 'back') return [{ id, owed: { verb: 'end-round', who: [went.person] } }];
      return end === 'lost'
        ? [{ id, owed: { verb: 'take-back', who: [went.person], hop: went.hop } }]
        : [];
    });

/** The last visit of the chain knows. Each link has a higher number, so it has an end. */
const endOf = (went: Hop, outings: Outings): 'back' | 'out' | 'lost' => {
  const there = outings.get(went.visit)?.outing;
  if (there === undefined || hopOf(there, went.person) < went.hop) return 'lost';
  const position = positionOf(there, went.person);
  if (position === 'back') return 'back';
  if (position !== 'moved-on') return position === 'at-school' ? 'lost' : 'out';
  const next = (there.wentTo ?? []).find(({ person }) => person === went.person);
  return next === undefined || next.hop <= went.hop ? 'lost' : endOf(next, outings);
};
