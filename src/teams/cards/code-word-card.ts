/** Agreeing a code word: in a dialog only, so that it stands in no chat. */
import type { Refusal } from '../../vocabulary.ts';
import type { Words } from '../../words/words.ts';
import { type Card, card, complaint, type Element, submit, text, textInput } from './parts.ts';
import { refusalText } from './refusal.ts';

export const codeWordForm = (
  data: Element,
  refusals: readonly Refusal[],
  words: Words['cards'],
): Card =>
  card(
    [
      text(words.codeWord.what),
      ...refusals.map((refusal) => complaint(refusalText(refusal, words))),
      textInput('phrase', words.codeWord.phrase, {}),
      text(words.codeWord.nobody),
    ],
    [submit(words.codeWord.save, { ...data, verb: 'agree-code-word' })],
  );
