import type { CallOff } from './command.ts';
import type { WaitEnd } from './event.ts';
import { positionOf, whoIsOut, whoWent } from './people-out.ts';
import type { OfficeStatus, Outcome } from './status.ts';
import { outcomes } from './status.ts';
import type { KnownVisit, Outing, Position } from './visit.ts';

/** One word for where the visit stands; while people are out, for the one who is least safe. */
export const officeStatus = (visit: KnownVisit): OfficeStatus => {
  if (visit.status === 'out') return whereTheyAre(visit.outing);
  if ('instead' in visit) return 'do not visit';
  return visit.status === 'returned' && visit.outing.calledOff !== undefined
    ? 'cancelled'
    : visit.status;
};

const whereTheyAre = (outing: Outing): OfficeStatus => {
  const positions = whoIsOut(outing).map((id) => positionOf(outing, id));
  // Whoever went is out on another home of their round, and shown there.
  if (positions.length === 0) return 'gone on';
  if (outing.holding !== undefined) return 'holding with a child';
  if (positions.includes('inside')) return 'inside';
  if (positions.includes('at-the-door')) return 'at the door';
  return positions.every((position) => position === 'left') ? 'left' : 'out';
};

/** How it ended, once it has. */
export const outcomeOf = (visit: KnownVisit): Outcome | '' => {
  if (visit.status === 'cancelled') return outcomeOfCallOff(visit.how, visit.reason);
  if (visit.status !== 'out' && visit.status !== 'returned') return '';
  const { outing } = visit;
  if (outing.calledOff !== undefined)
    return outcomeOfCallOff(outing.calledOff, outing.calledOffBecause ?? '');
  return hasEnded(outing) ? outcomeOfOuting(visit, outing) : '';
};

const over: readonly Position[] = ['left', 'back', 'unsafe', 'moved-on'];

const hasEnded = (outing: Outing): boolean =>
  whoWent(outing).every((id) => over.includes(positionOf(outing, id)));

const outcomeOfOuting = (visit: KnownVisit, { reached, waited, met }: Outing): Outcome => {
  if (visit.alarms.some((alarm) => alarm.kind === 'left-unsafe')) return 'unsafe';
  if (reached === 'inside') return 'held';
  if (reached === 'door') return waited === true && met === undefined ? 'no answer' : 'doorstep';
  return 'other';
};

/** A reason that is one of the office's own words is taken at its word. */
const outcomeOfCallOff = (how: CallOff | WaitEnd, reason: string): Outcome => {
  if (how === 'no-show') return 'no show';
  if (how === 'late') return 'late';
  if (how === 'animals-loose') return 'animals';
  if (how === 'feel-unsafe') return 'unsafe';
  return outcomes.find((outcome) => outcome === reason.trim().toLowerCase()) ?? 'other';
};
