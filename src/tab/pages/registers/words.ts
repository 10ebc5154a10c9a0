import { wordsFor } from '../../../words/words.ts';

/** What the registers say. */
export const words = wordsFor('en-GB').tabRegisters;
