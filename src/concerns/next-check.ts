import { type Instant, minutesAfter, minutesBetween } from '../vocabulary.ts';
import type { Concern, KnownConcern } from './concern.ts';

/** It is told again after each of these, until somebody has spoken. No school's policy sets it. */
const climbMinutes = 5;

/** When the clock has next something to say of it; undefined once somebody has spoken. "I have it" alone does not end it. */
export const nextCheck = (concern: Concern): Instant | undefined =>
  concern.status === 'unraised' || concern.status === 'spoken of'
    ? undefined
    : minutesAfter(concern.raisedAt, (concern.climbs + 1) * climbMinutes);

/** How many times it should have been told again by now. What was missed is told once. */
export const dueClimb = (concern: KnownConcern, now: Instant): number => {
  if (concern.status === 'spoken of') return concern.climbs;
  const minutes = minutesBetween(concern.raisedAt, now);
  return minutes <= 0 ? 0 : (minutes - (minutes % climbMinutes)) / climbMinutes;
};
