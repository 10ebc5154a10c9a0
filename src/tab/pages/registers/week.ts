/** A week of the rota, Monday to Sunday on the school's clock. */
import type { DutySeen } from '../../../people/registers-seen.ts';
import {
  atSchool,
  daysAfter,
  type Instant,
  instant,
  minutesBetween,
  mondayOf,
  schoolDay,
  weekOf,
} from '../../../vocabulary.ts';

export type Week = {
  readonly days: readonly string[];
  readonly from: Instant;
  readonly until: Instant;
};

/** Midnight comes every day where the school is. */
const midnight = (day: string): Instant => atSchool(day, '00:00') ?? instant(`${day}T00:00:00Z`);

/** The week so many after the one that `now` lies in. */
export const weekAt = (now: Instant, after: number): Week => {
  const today = schoolDay(now);
  const monday = daysAfter(mondayOf(weekOf(today)) ?? today, after * 7);
  return {
    days: [0, 1, 2, 3, 4, 5, 6].map((days) => daysAfter(monday, days)),
    from: midnight(monday),
    until: midnight(daysAfter(monday, 7)),
  };
};

/** In percent of the week; what lies outside stands at its edge. */
export const placeIn = ({ from, until }: Week, moment: Instant): number => {
  const part = minutesBetween(from, moment) / minutesBetween(from, until);
  return Math.min(100, Math.max(0, part * 100));
};

/** Where it was taken back it ended then. */
export const endOf = ({ until, revoked }: DutySeen): Instant =>
  revoked !== undefined && revoked.at < until ? revoked.at : until;

const order = (one: DutySeen, other: DutySeen): number => (one.from < other.from ? -1 : 1);

/** Those of the week, the earliest first. */
export const dutyIn = (week: Week, duty: readonly DutySeen[]): readonly DutySeen[] =>
  duty.filter(({ from, until }) => from < week.until && week.from < until).toSorted(order);
