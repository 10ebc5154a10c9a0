import { wordsFor } from '../../../words/words.ts';

/** What the weekly list says. */
export const words = wordsFor('en-GB').tabWeeklyList;
export const listWords = wordsFor('en-GB').weeklyList;
