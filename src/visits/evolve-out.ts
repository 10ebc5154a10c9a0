import type { Instant, PersonId } from '../vocabulary.ts';
import type { VisitEvent } from './event.ts';
import {
  leftUnsafe,
  newDueBack,
  withOverdueAmber,
  withOverdueRed,
  withOverdueSettled,
} from './evolve-alarms.ts';
import { since } from './evolve-door.ts';
import { areElsewhere, carriedInto, watchAgain } from './evolve-round.ts';
import { moved, outingOf, positionOf, whoIsOut } from './people-out.ts';
import { type KnownVisit, knownOf, type Outing, type Position } from './visit.ts';

type Happened<Type extends VisitEvent['type']> = Extract<VisitEvent, { type: Type }>;
type Out = Extract<KnownVisit, { status: 'out' }>;

/** Everybody is accounted for by name, or they are still out. */
const outOrBack = (visit: Out): KnownVisit => {
  if (whoIsOut(visit.outing).length > 0)
    return { ...visit, alarms: withOverdueRed(visit.outing, visit.alarms) };
  const alarms = withOverdueAmber(visit.alarms);
  return areElsewhere(visit.outing)
    ? { ...visit, alarms }
    : { ...knownOf(visit), alarms, status: 'returned', outing: visit.outing };
};

export const departed = (visit: KnownVisit, event: Happened<'departed'>): KnownVisit => {
  const { who, dueBack, at } = event;
  if (visit.status === 'out') {
    const outing = carriedInto(watchAgain(visit.outing, event), event);
    return { ...visit, outing: moved(outing, who, { position: 'travelling', at }) };
  }
  const outing = carriedInto(outAgain(visit, who, { at, dueBack }), event);
  return { ...knownOf(visit), status: 'out', outing, approved: true };
};

/** Who comes out again after being back is still known to have been on a round, and the others are still back. */
const outAgain = (
  visit: KnownVisit,
  who: readonly PersonId[],
  times: { readonly at: Instant; readonly dueBack: Instant },
): Outing => {
  const outing = outingOf(who, visit.proposal.visitors, times);
  if (visit.status !== 'returned') return outing;
  const { positions, hops, cameFrom, wentTo } = visit.outing;
  const others = Object.entries(positions).filter(([id]) => !who.some((one) => one === id));
  return {
    ...outing,
    positions: { ...outing.positions, ...Object.fromEntries(others) },
    ...(hops && { hops }),
    ...(cameFrom && { cameFrom }),
    ...(wentTo && { wentTo }),
  };
};

const positionAfter: Readonly<Record<string, Position>> = {
  arrive: 'at-the-door',
  wait: 'at-the-door',
  enter: 'inside',
  leave: 'left',
  return: 'back',
  'parent-left': 'inside',
  'safe-now': 'left',
  'leave-unsafe': 'unsafe',
};

/** People are out, or further in, whom no rule let go: the watch starts, or stays. */
export const breachReported = (
  visit: KnownVisit,
  event: Happened<'breach-reported'>,
): KnownVisit => {
  const { who, at, dueBack, what } = event;
  const allNamed = who.every((id) => visit.proposal.visitors.includes(id));
  const visitors = [...new Set([...visit.proposal.visitors, ...who])];
  const known = {
    ...knownOf(visit),
    proposal: { ...visit.proposal, visitors },
    breaches: visit.breaches + 1,
  };
  const approved = (visit.status === 'approved' || isApprovedOut(visit)) && allNamed;
  const before =
    visit.status === 'out'
      ? watchAgain(visit.outing, event)
      : outAgain({ ...visit, proposal: known.proposal }, who, { at, dueBack });
  const outing = carriedInto(before, event);
  const position = positionAfter[what] ?? 'travelling';
  const goneOut = who.filter((id) => !hasLeft(outing, id) || position !== 'travelling');
  const after = further(moved(outing, goneOut, { position, at }), position);
  const watched = position === 'at-the-door' ? since(after, at) : after;
  return outOrBack({ ...known, status: 'out', outing: { ...watched, lastHeard: at }, approved });
};

const isApprovedOut = (visit: KnownVisit): boolean => visit.status === 'out' && visit.approved;

const hasLeft = (outing: Outing, id: PersonId): boolean =>
  !['at-school', 'moved-on', 'back'].includes(positionOf(outing, id));

const further = (outing: Outing, position: Position): Outing => {
  if (position === 'inside') return { ...outing, reached: 'inside' };
  if (position === 'at-the-door') return { ...outing, reached: outing.reached ?? 'door' };
  return outing;
};

/** What a report of those who are out makes true. */
export const reported = (visit: Out, event: VisitEvent): KnownVisit => {
  const { at } = event;
  const go = (who: readonly PersonId[], position: Position, more: Partial<Outing> = {}) =>
    outOrBack({
      ...visit,
      outing: {
        ...further(moved(visit.outing, who, { position, at }), position),
        ...more,
        lastHeard: at,
      },
    });
  switch (event.type) {
    case 'arrived':
      return go(event.who, 'at-the-door', { arrivedAt: visit.outing.arrivedAt ?? at });
    case 'waited':
      return go(event.who, 'at-the-door', {
        waited: true,
        arrivedAt: visit.outing.arrivedAt ?? at,
      });
    case 'entered':
      return go(event.who, 'inside');
    case 'left':
      return go(event.who, 'left');
    case 'returned':
      return go(event.who, 'back');
    case 'reached-safety':
      return go(event.who, 'left');
    case 'left-unsafe':
      return leftUnsafe(go(event.who, 'unsafe'), event);
    case 'plan-changed':
      return go([], 'travelling');
    case 'extended':
      return extended(visit, event);
    case 'called-off':
      return go([], 'travelling', calledOff(visit.outing, event));
    default:
      return visit;
  }
};

const extended = (visit: Out, event: Happened<'extended'>): KnownVisit => {
  const longer = event.dueBack > visit.outing.dueBack;
  const byThemselves = longer && visit.proposal.visitors.includes(event.by) ? 1 : 0;
  return {
    ...visit,
    alarms: withOverdueSettled(visit.alarms),
    outing: {
      ...newDueBack(visit.outing, event.dueBack),
      lastHeard: event.at,
      extensions: visit.outing.extensions + byThemselves,
    },
  };
};

/** The first reason stands, unless somebody feels unsafe: that outweighs any other. */
const calledOff = (outing: Outing, { how, reason }: Happened<'called-off'>): Partial<Outing> => ({
  ...(outing.calledOff === undefined || how === 'feel-unsafe' || isWaitEnd(outing)
    ? { calledOff: how, calledOffBecause: reason }
    : {}),
  calledOffAs: [...new Set([...(outing.calledOffAs ?? []), how])],
});

/** Somebody's own word on it outweighs the clock's. */
const isWaitEnd = ({ calledOff }: Outing): boolean =>
  calledOff === 'no-show' || calledOff === 'late';
