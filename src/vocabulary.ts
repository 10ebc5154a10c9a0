/** Words every module uses. Nothing here knows how the school, Teams or SharePoint works. */
import { Temporal } from 'temporal-polyfill';

declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type SchoolId = Brand<string, 'SchoolId'>;
/** Names one visit for ever; `Title` (HV-2026-0042) is what people call it. */
export type VisitId = Brand<string, 'VisitId'>;
export type ConcernId = Brand<string, 'ConcernId'>;
export type PersonId = Brand<string, 'PersonId'>;
/** Every command carries one, so that pressing twice changes nothing the second time. */
export type CommandId = Brand<string, 'CommandId'>;
/** A moment in UTC, ISO 8601 with milliseconds. The rules are always told the time; they never ask. */
export type Instant = Brand<string, 'Instant'>;

export const schoolId = (text: string): SchoolId => text as SchoolId;
export const visitId = (text: string): VisitId => text as VisitId;
export const concernId = (text: string): ConcernId => text as ConcernId;
export const personId = (text: string): PersonId => text as PersonId;
export const commandId = (text: string): CommandId => text as CommandId;

/** What a person does at the school. One person may hold several. */
export const roles = [
  'headteacher',
  'head-of-school',
  'deputy-head',
  'assistant-head',
  'senior-manager',
  'senior-manager-on-duty',
  'safeguarding-lead',
  'deputy-safeguarding-lead',
  'attendance-lead',
  'attendance-officer',
  'learning-mentor',
  'visiting-staff',
  'office',
  'business-manager',
  'chair-of-governors',
  'teacher',
  'pupil',
] as const;
export type Role = (typeof roles)[number];

/** Why a rule said no: which rule, the clause of the school's policy that asks for it, and what to do next. */
export type Refusal = {
  readonly rule: string;
  readonly clause: string;
  readonly because: string;
  readonly next: string;
  /** The input it stands beside, where it is about one. */
  readonly field?: string;
};

export type Decision<Event> =
  | { readonly kind: 'accepted'; readonly events: readonly Event[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

export const accept = <Event>(...events: readonly Event[]): Decision<Event> => ({
  kind: 'accepted',
  events,
});
export const refuse = (...refusals: readonly Refusal[]): Decision<never> => ({
  kind: 'refused',
  refusals,
});

/** Brings any ISO 8601 moment to one form. Throws RangeError if it is none. */
export const instant = (text: string): Instant =>
  isWritten(text)
    ? text
    : (Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 }) as Instant);

/** Most moments come as they are kept; to read them anew each time is what an alarm would wait for. */
const isWritten = (text: string): text is Instant => {
  const time = text.length === 24 && text.endsWith('Z') ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
};

export const minutesAfter = (start: Instant, minutes: number): Instant =>
  new Date(Date.parse(start) + Math.round(minutes * 60_000)).toISOString() as Instant;

/** The first moment that is later; moments are a thousandth of a second apart. */
export const justAfter = (moment: Instant): Instant => minutesAfter(moment, 1 / 60_000);

/** Whole and part minutes from one moment to another; negative when `end` is first. */
export const minutesBetween = (start: Instant, end: Instant): number =>
  (Date.parse(end) - Date.parse(start)) / 60_000;

export const earlierOf = (one: Instant, other: Instant): Instant => (one <= other ? one : other);
export const laterOf = (one: Instant, other: Instant): Instant => (one >= other ? one : other);

/** Every school here keeps the clock of the United Kingdom. */
const zone = 'Europe/London';

/** `yyyy-mm-dd` on the school's clock. */
export const schoolDay = (moment: Instant): string => local(moment).toPlainDate().toString();

/** `hh:mm` on the school's clock, to compare and to fill in. */
export const wallTime = (moment: Instant): string =>
  local(moment).toPlainTime().toString({ smallestUnit: 'minute' });

/** `hh:mm` on the school's clock, to be read: `01:45 BST` in the night the clocks change, when 01:45 may come twice. */
export const schoolTime = (moment: Instant): string => {
  const time = wallTime(moment);
  if (!mayChange.test(moment)) return time;
  const { offsetNanoseconds } = local(moment);
  const around = [-3, 3].map((hours) => local(moment).add({ hours }).offsetNanoseconds);
  if (around.every((offset) => offset === offsetNanoseconds)) return time;
  return `${time} ${offsetNanoseconds === 0 ? 'GMT' : 'BST'}`;
};

/** Clocks change at the end of March and of October; on every other day nobody need look. */
const mayChange = /^\d{4}-(?:03|10)-(?:2[4-9]|3[01])/u;

/** `Mon 23 Nov`, on the school's clock. */
export const schoolDate = (moment: Instant): string => shortDate.format(Date.parse(moment));

const shortDate = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: zone,
});

/** `Monday 23 November 2026`, of a day as `yyyy-mm-dd`. */
export const schoolLongDate = (day: string): string =>
  Temporal.PlainDate.from(day).toLocaleString('en-GB', { dateStyle: 'full' }).replace(',', '');

/** The moment a wall clock at the school shows this; a time that comes twice is the earlier one; one that never comes is undefined. */
export const atSchool = (day: string, time: string): Instant | undefined => {
  try {
    const wall = Temporal.PlainDateTime.from(`${day}T${time}`);
    const moment = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
    return moment.toPlainDateTime().equals(wall)
      ? instant(moment.toInstant().toString())
      : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** The day after `yyyy-mm-dd`, or so many days after. */
export const daysAfter = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();

/** The school's week that a day (`yyyy-mm-dd`) lies in, Monday to Sunday, as ISO 8601 counts: `2026-W49`. */
export const weekOf = (day: string): string => {
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(day);
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`;
};

/** The Monday of a week such as `2026-W49`; undefined where there is no such week. */
export const mondayOf = (week: string): string | undefined => {
  const [, year, number] = /^(\d{4})-W(\d{2})$/u.exec(week) ?? [];
  if (year === undefined) return undefined;
  // The fourth of January always lies in the first week.
  const fourth = Temporal.PlainDate.from(`${year}-01-04`);
  const days = (Number(number) - 1) * 7 - (fourth.dayOfWeek - 1);
  const monday = fourth.add({ days }).toString();
  return weekOf(monday) === week ? monday : undefined;
};

const local = (moment: Instant) => Temporal.Instant.from(moment).toZonedDateTimeISO(zone);
