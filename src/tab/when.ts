/** Time as people say it, on the school's clock. */
import { type Instant, minutesBetween, schoolDate, schoolDay, schoolTime } from '../vocabulary.ts';
import { words } from './words.ts';

/** "12 min", "1 h", "1 h 20 min", "2 days". */
const duration = (minutes: number): string => {
  const whole = Math.max(0, Math.floor(minutes));
  const [days, hours, rest] = [Math.floor(whole / 1440), Math.floor(whole / 60), whole % 60];
  if (days > 1) return words.time.days(days);
  if (hours === 0) return words.time.minutes(rest);
  return rest === 0
    ? words.time.hours(hours)
    : `${words.time.hours(hours)} ${words.time.minutes(rest)}`;
};

/** "due 15:30, in 12 min" or "8 min late". */
export const dueSaid = (dueBack: Instant, now: Instant): string => {
  const left = minutesBetween(now, dueBack);
  if (left > -1 && left <= 0) return words.time.dueNow(schoolTime(dueBack));
  return left > 0
    ? words.time.due(schoolTime(dueBack), duration(left))
    : words.time.late(duration(-left));
};

/** "leaves in 48 min", "should have left 5 min ago". */
export const leavesSaid = (start: Instant, now: Instant): string => {
  const left = minutesBetween(now, start);
  return left >= 0 ? words.time.leaves(duration(left)) : words.time.shouldHaveLeft(duration(-left));
};

/** The day only where it is not today. */
export const dayAndTime = (moment: Instant, now: Instant): string =>
  schoolDay(moment) === schoolDay(now)
    ? schoolTime(moment)
    : `${schoolDate(moment)}, ${schoolTime(moment)}`;

/** "13:15–15:30", with the day where it is not today. */
export const span = (start: Instant, end: Instant, now: Instant): string =>
  schoolDay(start) === schoolDay(end)
    ? `${dayAndTime(start, now)}–${schoolTime(end)}`
    : `${dayAndTime(start, now)}–${dayAndTime(end, now)}`;
