/** The wait at the door, as a visit stands. */
import type { Policy } from '../policy/policy.ts';
import { isTheFamily } from '../safety/doorstep.ts';
import { endOfWait, type WaitOver } from '../safety/waiting.ts';
import { positionOf, whoIsOut } from './people-out.ts';
import type { KnownVisit } from './visit.ts';

type Out = Extract<KnownVisit, { status: 'out' }>;

/** When nobody goes in any more; undefined where nobody is waiting, or the family has come to the door. */
export const waitFor = (
  visit: Out,
  policy: Pick<Policy, 'noShow' | 'doorstep'>,
): WaitOver | undefined => {
  const { arrivedAt, reached, met, calledOff, holding } = visit.outing;
  const there = whoIsOut(visit.outing).some((id) => positionOf(visit.outing, id) === 'at-the-door');
  const family = met !== undefined && isTheFamily(met, policy);
  if (arrivedAt === undefined || !there || reached === 'inside' || family || holding !== undefined)
    return undefined;
  return calledOff === undefined
    ? endOfWait({ appointed: visit.proposal.start, arrivedAt, lateSince: visit.late?.at }, policy)
    : undefined;
};

/** Whoever calls a visit off because it was not safe, or because of an animal, owes the reason in words. */
export const owesReason = (visit: KnownVisit): boolean => {
  if (visit.status !== 'out' && visit.status !== 'returned') return false;
  const { calledOff, calledOffBecause = '' } = visit.outing;
  return (
    (calledOff === 'feel-unsafe' || calledOff === 'animals-loose') && calledOffBecause.trim() === ''
  );
};
