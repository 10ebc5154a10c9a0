/** Which days the school is open. Days are `yyyy-mm-dd` on the school's clock; first and last day count. */
import { atSchool, type Instant, schoolDate, schoolDay, wallTime } from '../vocabulary.ts';
import type { Calendar } from './registers.ts';

export type WhyClosed =
  | { readonly kind: 'closure'; readonly why: string }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'between-terms' };

/** Undefined on a school day. Where no term is on record every weekday counts as one. */
export const whyClosed = (day: string, { terms, closures }: Calendar): WhyClosed | undefined => {
  const closure = closures.find((one) => covers(one, day));
  if (closure !== undefined) return { kind: 'closure', why: closure.why };
  if (isWeekend(day)) return { kind: 'weekend' };
  return terms.length === 0 || terms.some((term) => covers(term, day))
    ? undefined
    : { kind: 'between-terms' };
};

/** When the office next closes, seen from this moment; the moment itself where it is closed then. */
export const officeClosesFrom = (moment: Instant, calendar: Calendar): Instant => {
  const day = schoolDay(moment);
  const closes = atSchool(day, calendar.officeCloses);
  const time = wallTime(moment);
  const open = whyClosed(day, calendar) === undefined && time >= calendar.officeOpens;
  return open && closes !== undefined && moment < closes ? closes : moment;
};

const covers = (dates: { readonly from: string; readonly until: string }, day: string): boolean =>
  dates.from <= day && day <= dates.until;

const isWeekend = (day: string): boolean => {
  const noon = atSchool(day, '12:00');
  return noon !== undefined && /^S(?:at|un)/u.test(schoolDate(noon));
};
