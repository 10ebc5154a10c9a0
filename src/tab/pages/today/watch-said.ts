/** What the board says of those who are out, beside their state: last heard, what they wait for, who waits for them. */
import type { SeenVisit } from '../../../journeys/seen.ts';
import { type Instant, schoolTime } from '../../../vocabulary.ts';
import { words } from '../../words.ts';
import { isOut } from './day.ts';

export const watchSaid = (visit: SeenVisit): readonly string[] => {
  const { lastHeard, waits, holdingSince, handover } = visit;
  const { board } = words;
  return [
    ...(isOut(visit) && lastHeard !== undefined ? [board.lastHeard(schoolTime(lastHeard))] : []),
    ...(waits === undefined ? [] : [board.waits(schoolTime(waits.until))]),
    ...(holdingSince === undefined ? [] : [board.holding(schoolTime(holdingSince))]),
    ...(handover?.by === undefined ? [] : [board.takenOver(handover.by.name)]),
  ];
};

/** The office has closed on people, and nobody has said that they wait. It stays so until somebody does, or all are back. */
export const isUnwatched = (visit: SeenVisit, now: Instant): boolean => {
  const { closes, by } = visit.handover ?? {};
  return isOut(visit) && closes !== undefined && closes <= now && by === undefined;
};
