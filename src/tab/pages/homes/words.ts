import { atSchool, type Instant, schoolDate, schoolDay } from '../../../vocabulary.ts';
import { wordsFor } from '../../../words/words.ts';

/** What is said of homes and of what stands. */
export const homesWords = wordsFor('en-GB').homes;

/** "Tue 20 Oct 2026": reviews reach into other years. */
export const longDay = (moment: Instant): string =>
  `${schoolDate(moment)} ${schoolDay(moment).slice(0, 4)}`;

/** The same of a day that has no time. */
export const dayOf = (day: string): string => {
  const noon = atSchool(day, '12:00');
  return noon === undefined ? day : longDay(noon);
};
