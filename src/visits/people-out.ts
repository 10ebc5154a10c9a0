import { type Instant, type PersonId, personId } from '../vocabulary.ts';
import type { KnownVisit, Outing, Position } from './visit.ts';

type Positions = Outing['positions'];

const idsWhere = (positions: Positions, holds: (position: Position) => boolean) =>
  Object.entries(positions)
    .filter(([, { position }]) => holds(position))
    .map(([id]) => personId(id));

/** Everybody who left school on this outing, back or not. */
export const whoWent = (outing: Outing): readonly PersonId[] =>
  idsWhere(outing.positions, (position) => position !== 'at-school');

/** Everybody who is out here: neither back nor on another visit. */
export const whoIsOut = (outing: Outing): readonly PersonId[] =>
  idsWhere(outing.positions, (position) => !notHere.includes(position));

/** Where somebody stands who stays with a child. */
export const withTheChild: readonly Position[] = ['at-the-door', 'inside'];

const notHere: readonly Position[] = ['at-school', 'moved-on', 'back'];

/** Nobody is out of a visit that has no outing. */
export const outOn = (visit: KnownVisit): readonly PersonId[] =>
  visit.status === 'out' ? whoIsOut(visit.outing) : [];

export const positionOf = (outing: Outing, person: PersonId): Position =>
  outing.positions[person]?.position ?? 'at-school';

/** The outing once these people have come to this place; where each stood already, since when stays. */
export const moved = (
  outing: Outing,
  who: readonly PersonId[],
  to: { readonly position: Position; readonly at: Instant },
): Outing => ({
  ...outing,
  positions: {
    ...outing.positions,
    ...Object.fromEntries(
      who
        .filter((id) => positionOf(outing, id) !== to.position)
        .map((id) => [id, { position: to.position, since: to.at }]),
    ),
  },
});

/** An outing that begins now with these people. */
export const outingOf = (
  who: readonly PersonId[],
  visitors: readonly PersonId[],
  times: { readonly at: Instant; readonly dueBack: Instant },
): Outing => ({
  positions: Object.fromEntries(
    [...new Set([...visitors, ...who])].map((id) => [
      id,
      { position: who.includes(id) ? 'travelling' : 'at-school', since: times.at },
    ]),
  ),
  departedAt: times.at,
  dueBack: times.dueBack,
  lastHeard: times.at,
  extensions: 0,
  calledOff: undefined,
});
