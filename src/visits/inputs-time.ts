/** Times as people say them: "15:30", "3.30 pm", "20", "running late 20". */
import type { Policy } from '../policy/policy.ts';
import {
  atSchool,
  type Instant,
  instant,
  laterOf,
  minutesAfter,
  schoolDate,
  schoolDay,
  schoolTime,
  wallTime,
} from '../vocabulary.ts';
import { formWordsOf, type Read, read, refusalAt, unclear } from './inputs.ts';
import type { Visit } from './visit.ts';

/** `2027-03-28` as people say it: Sun 28 Mar. At noon it is that day on any clock. */
export const dayInWords = (day: string): string => schoolDate(instant(`${day}T12:00:00Z`));

/** `hh:mm` of what somebody wrote as a time of day; undefined where it is none. */
export const clockTime = (text: string): string | undefined => {
  const said = /^(\d{1,2})(?:[:.](\d{2}))?(?::00)?\s*(am|pm)?$/iu.exec(text.trim());
  if (said === null) return fourDigits(text);
  const [, hours = '', minutes, half] = said;
  if (minutes === undefined && half === undefined) return undefined;
  return spelt(hoursOf(Number(hours), half?.toLowerCase()), Number(minutes ?? '0'));
};

const fourDigits = (text: string): string | undefined => {
  const said = /^(\d{2})(\d{2})$/u.exec(text.trim());
  return said === null ? undefined : spelt(Number(said[1]), Number(said[2]));
};

/** 12 am is midnight and 12 pm is noon; 13 pm is nothing. */
const hoursOf = (hours: number, half: string | undefined): number => {
  if (half === undefined) return hours;
  if (hours < 1 || hours > 12) return 24;
  return (hours % 12) + (half === 'pm' ? 12 : 0);
};

const spelt = (hours: number, minutes: number): string | undefined =>
  hours > 23 || minutes > 59
    ? undefined
    : `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;

export type Asked = {
  readonly field: string;
  readonly policy: Policy;
  readonly now: Instant;
  readonly visit: Visit;
};

/** A due-back as somebody says it on the way: a time, a moment, or so many minutes. */
export const dueBackSaid = (text: string, asked: Asked, minutesFrom: Instant): Read<Instant> => {
  const time = clockTime(text);
  if (time !== undefined) return onTheDay(time, asked);
  const moment = momentOf(text);
  if (moment !== undefined) return read(moment);
  const { field, policy } = asked;
  const minutes = minutesIn(text);
  if (minutes !== undefined && minutes > 0 && minutes <= 24 * 60)
    return read(minutesAfter(minutesFrom, minutes));
  const words =
    minutes === undefined ? formWordsOf(policy).badTime : formWordsOf(policy).badMinutes;
  const why = { because: words.because(text), next: words.next };
  return unclear(refusalAt(policy, field, 'input/bad-time', why));
};

/** "Twenty minutes more" is more than was due, or than now where that has passed. */
export const laterThanDue = ({ now, visit }: Asked): Instant =>
  visit.status === 'out' ? laterOf(visit.outing.dueBack, now) : now;

/** The same wall time an hour later, on the one night of the year that has it twice. */
export const againOf = (first: Instant): Instant | undefined => {
  const later = minutesAfter(first, 60);
  return wallTime(later) === wallTime(first) ? later : undefined;
};

/** What stands on every card: sent back as it was shown, it is the time that was meant, whichever of two it is and on whichever day. */
const asShown = (time: string, { field, now, visit }: Asked): Instant | undefined => {
  if (visit.status === 'unsubmitted' || field !== 'dueBack') return undefined;
  const due = visit.status === 'out' ? visit.outing.dueBack : dueBackPlanned(visit);
  return due > now && wallTime(due) === time ? due : undefined;
};

const dueBackPlanned = ({ round, proposal }: Exclude<Visit, { status: 'unsubmitted' }>) =>
  round?.dueBack ?? proposal.dueBack;

/** The day of the visit; or today, where the visit's day has gone by and people are still out. A time that comes twice is the earlier, while that is still to come. */
const onTheDay = (time: string, asked: Asked): Read<Instant> => {
  const shown = asShown(time, asked);
  if (shown !== undefined) return read(shown);
  const { field, policy, now, visit } = asked;
  const start = visit.status === 'unsubmitted' ? now : visit.proposal.start;
  const day = schoolDay(laterOf(start, now));
  const first = atSchool(day, time);
  const moment = first !== undefined && first <= now ? (againOf(first) ?? first) : first;
  if (moment === undefined) {
    const { because, next } = formWordsOf(policy).skippedTime;
    return unclear(
      refusalAt(policy, field, 'input/no-such-time', {
        because: because(time, dayInWords(day)),
        next,
      }),
    );
  }
  if (
    visit.status !== 'unsubmitted' &&
    day === schoolDay(start) &&
    moment < start &&
    now >= start
  ) {
    const { because, next } = formWordsOf(policy).timePassedStart;
    const why = { because: because(time, schoolTime(start)), next };
    return unclear(refusalAt(policy, field, 'input/bad-time', why));
  }
  return read(moment);
};

const momentOf = (text: string): Instant | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}T/u.test(text)) return undefined;
  try {
    return instant(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** "20", "+30", "running late 20", "20 minutes", "1 hour". */
const minutesIn = (text: string): number | undefined => {
  const said =
    /^(?:(?:we(?:'|’)?re |we are )?(?:running )?(?:late|longer)(?: by)? |another |in )?\+?(\d{1,4})\s*(m|mins?|minutes?|h|hours?)?(?: late| more| longer)?$/iu.exec(
      text.trim(),
    );
  if (said === null) return undefined;
  const [, number = '', unit = ''] = said;
  return Number(number) * (unit.toLowerCase().startsWith('h') ? 60 : 1);
};
