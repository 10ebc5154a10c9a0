import { instant, schoolDate, schoolDay, schoolTime } from '../../vocabulary.ts';

/** `14:12` on the school's clock. */
export const timeOf = (moment: string): string => schoolTime(instant(moment));
/** `Mon 23 Nov`, on the school's clock. */
export const dateOf = (moment: string): string => schoolDate(instant(moment));
export const dayOf = (moment: string): string => schoolDay(instant(moment));

/** Whole minutes until the school's clock next shows `hh:mm`; a whole day if it shows it now. */
export const minutesUntil = (now: string, time: string): number => {
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
  const ahead = (minutes(time) - minutes(timeOf(now)) + 1440) % 1440;
  return ahead === 0 ? 1440 : ahead;
};

/** `Mon 23 Nov 2026`, of a day as inputs hold it. */
export const longDateOf = (day: string): string =>
  `${dateOf(`${day}T12:00:00Z`)} ${day.slice(0, 4)}`;
