/** Where a moment stands on the line of the day. */
import type { SeenVisit } from '../../../journeys/seen.ts';
import {
  earlierOf,
  type Instant,
  laterOf,
  minutesAfter,
  minutesBetween,
  schoolTime,
  wallTime,
} from '../../../vocabulary.ts';

export type DayLine = {
  readonly from: Instant;
  readonly to: Instant;
  /** Moments with a label. */
  readonly ticks: readonly { readonly at: Instant; readonly label: string }[];
};

const roomMinutes = 15;

/** Down to a full step on the school's own clock. */
const roundDown = (moment: Instant, step: number): Instant => {
  const [hours = 0, minutes = 0] = wallTime(moment).split(':').map(Number);
  return minutesAfter(moment, -((hours * 60 + minutes) % step));
};

export const dayLine = (visits: readonly SeenVisit[], now: Instant): DayLine => {
  const first = visits.map(({ start }) => start).reduce(earlierOf, now);
  const last = visits.map(({ dueBack }) => dueBack).reduce(laterOf, now);
  const long = minutesBetween(first, last) > 300;
  const step = long ? 60 : 30;
  const from = roundDown(minutesAfter(first, -roomMinutes), 30);
  const to = minutesAfter(last, roomMinutes);
  const start = minutesAfter(roundDown(from, step), step);
  const count = Math.max(0, Math.floor(minutesBetween(start, to) / step) + 1);
  const ticks = Array.from({ length: count }, (_, index) => minutesAfter(start, index * step));
  return { from, to, ticks: ticks.map((at) => ({ at, label: schoolTime(at) })) };
};

/** 0 to 100, never beyond the line. */
export const placeOn = ({ from, to }: DayLine, moment: Instant): number => {
  const share = minutesBetween(from, moment) / minutesBetween(from, to);
  return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100;
};
