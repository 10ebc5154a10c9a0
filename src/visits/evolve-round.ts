/** What is true of a visit that is one of several on one outing. */
import { earlierOf, type Instant, type PersonId } from '../vocabulary.ts';
import type { Carried, VisitEvent } from './event.ts';
import { newDueBack, withOverdueAmber, withOverdueSettled } from './evolve-alarms.ts';
import { moved, positionOf, whoIsOut } from './people-out.ts';
import { type KnownVisit, knownOf, type Outing } from './visit.ts';

type OfRound = Extract<
  VisitEvent,
  { type: 'joined-round' | 'left-round' | 'moved-on' | 'round-ended' }
>;

export const ofRound = (visit: KnownVisit, event: OfRound): KnownVisit => {
  switch (event.type) {
    case 'joined-round': {
      const { round, name, dueBack } = event;
      return { ...visit, round: { round, name, dueBack } };
    }
    case 'left-round':
      return { ...visit, round: undefined };
    case 'moved-on':
      return movedOn(visit, event);
    case 'round-ended':
      return roundEnded(visit, event);
    default:
      return event satisfies never;
  }
};

/** Some of those who went are out on another visit. */
export const areElsewhere = ({ positions }: Outing): boolean =>
  Object.values(positions).some(({ position }) => position === 'moved-on');

/** They are watched there, with the same time to be back, so an alarm that they are late goes on there too. */
const movedOn = (
  visit: KnownVisit,
  { who, to, reference, hop, at }: Extract<OfRound, { type: 'moved-on' }>,
): KnownVisit => {
  if (visit.status !== 'out') return visit;
  const before = (visit.outing.wentTo ?? []).filter(({ person }) => !who.includes(person));
  const outing = {
    ...moved(visit.outing, who, { position: 'moved-on', at }),
    wentTo: [...before, ...who.map((person) => ({ person, visit: to, reference, hop }))],
    lastHeard: at,
  };
  if (whoIsOut(outing).length > 0) return { ...visit, outing };
  // Somebody who came back late from here has still to be seen or heard.
  const someBack = Object.values(outing.positions).some(({ position }) => position === 'back');
  const alarms = (someBack ? withOverdueAmber : withOverdueSettled)(visit.alarms);
  return { ...visit, outing, alarms };
};

const roundEnded = (
  visit: KnownVisit,
  { who, at }: Extract<OfRound, { type: 'round-ended' }>,
): KnownVisit => {
  if (visit.status !== 'out') return visit;
  const gone = who.filter((id) => positionOf(visit.outing, id) === 'moved-on');
  const outing = moved(visit.outing, gone, { position: 'back', at });
  return whoIsOut(outing).length > 0 || areElsewhere(outing)
    ? { ...visit, outing }
    : { ...knownOf(visit), status: 'returned', outing };
};

type Starting = {
  readonly at: Instant;
  readonly who: readonly PersonId[];
  readonly dueBack: Instant;
  readonly carried?: Carried;
};

/** Where nobody was out here any more, the watch begins again for those who come back to it; else the earlier promise stands. */
export const watchAgain = (outing: Outing, { at, dueBack, carried }: Starting): Outing => {
  if (carried === undefined) return outing;
  if (whoIsOut(outing).length > 0) return newDueBack(outing, earlierOf(outing.dueBack, dueBack));
  const { arrivedAt: _arrived, waited: _waited, ...rest } = newDueBack(outing, dueBack);
  return { ...rest, lastHeard: at };
};

/** With how often the watch over these people has gone on, and from where. */
export const carriedInto = (outing: Outing, { who, carried }: Starting): Outing => {
  if (carried === undefined) return outing;
  const { hop, from, extensions } = carried;
  return {
    ...outing,
    extensions: outing.extensions > extensions ? outing.extensions : extensions,
    hops: { ...outing.hops, ...Object.fromEntries(who.map((id) => [id, hop])) },
    cameFrom: [
      ...(outing.cameFrom ?? []).filter(({ person }) => !who.includes(person)),
      ...from.map(({ visit, person }) => ({ person, visit, hop })),
    ],
    wentTo: (outing.wentTo ?? []).filter(({ person }) => !who.includes(person)),
  };
};
