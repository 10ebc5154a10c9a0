import { wordsFor } from '../words/words.ts';

/** What the tab says. */
export const words = wordsFor('en-GB').tab;
