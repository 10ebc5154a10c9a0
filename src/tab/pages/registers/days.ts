/** Days as people say them. A day is `yyyy-mm-dd` on the school's clock. */
import { type Instant, schoolDate, schoolTime } from '../../../vocabulary.ts';

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const dayMs = 86_400_000;

/** `30 Jun 2027`; what is no day is said as it stands. */
export const daySaid = (day: string): string => {
  const date = noon(day);
  return Number.isNaN(date.getTime())
    ? day
    : date.toLocaleDateString('en-GB', {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        timeZone: 'UTC',
      });
};

const partOf = (day: string, part: Intl.DateTimeFormatOptions): string =>
  noon(day).toLocaleDateString('en-GB', { ...part, timeZone: 'UTC' });

/** `Mon` and `23`. */
export const weekdaySaid = (day: string): readonly string[] => [
  partOf(day, { weekday: 'short' }),
  partOf(day, { day: 'numeric' }),
];

/** `Mon 23 Nov`. */
export const dateSaid = (day: string): string =>
  partOf(day, { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '');

/** Whole days from one to the other. */
export const daysFrom = (day: string, until: string): number =>
  Math.round((noon(until).getTime() - noon(day).getTime()) / dayMs);

/** `Mon 23 Nov 08:00`, on the school's clock. */
export const momentSaid = (moment: Instant): string =>
  `${schoolDate(moment)} ${schoolTime(moment)}`;
