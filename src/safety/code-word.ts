/**
 * A code word as the school keeps it: never the words themselves, only a keyed hash of one form of them and how
 * long that form is. A window of that length slides over what somebody writes.
 */
export type CodeWord = {
  /** Whose it is: a visit, or the school. Part of what is hashed. */
  readonly owner: string;
  readonly mac: string;
  readonly length: number;
};

type Hash = (text: string) => string;

/** What is shorter is said by chance too easily. */
const fewestLetters = 8;

const isKept = (sign: string): boolean => /[\p{L}\p{N}]/u.test(sign);

/** One form for capitals, accents, quotes, spaces and look-alike letters: letters and digits alone. */
const plainOf = (sign: string): string =>
  [...sign.normalize('NFKD').toLocaleLowerCase('en-GB')].filter(isKept).join('');

type Letter = { readonly plain: string; readonly at: number };

/** Each letter of the plain form, with the place in the text that it comes from. */
const lettersOf = (text: string): readonly Letter[] => {
  const signs = [...text];
  return signs.flatMap((sign, at) => [...plainOf(sign)].map((plain) => ({ plain, at })));
};

const macOf = (owner: string, plain: string, hash: Hash): string =>
  hash(`code word ${owner} ${plain}`);

/** Undefined where there are too few letters to tell it from chance. */
export const codeWordFor = (owner: string, phrase: string, hash: Hash): CodeWord | undefined => {
  const letters = lettersOf(phrase);
  const plain = letters.map((letter) => letter.plain).join('');
  return letters.length < fewestLetters
    ? undefined
    : { owner, mac: macOf(owner, plain, hash), length: letters.length };
};

/** Where it begins and ends in the text; undefined where it is not said. */
const placeOf = (
  text: string,
  { owner, mac, length }: CodeWord,
  hash: Hash,
): { readonly from: number; readonly to: number } | undefined => {
  const letters = lettersOf(text);
  for (let start = 0; start + length <= letters.length; start += 1) {
    const window = letters.slice(start, start + length);
    if (macOf(owner, window.map(({ plain }) => plain).join(''), hash) === mac)
      return { from: window[0]?.at ?? 0, to: window.at(-1)?.at ?? 0 };
  }
  return undefined;
};

export const isSaid = (text: string, codeWord: CodeWord, hash: Hash): boolean =>
  placeOf(text, codeWord, hash) !== undefined;

/** The text with nothing left of it, and something in its place: a field that was filled in stays so. */
export const withoutCodeWord = (text: string, codeWord: CodeWord, hash: Hash): string => {
  const place = placeOf(text, codeWord, hash);
  if (place === undefined) return text;
  const signs = [...text];
  const rest = `${signs.slice(0, place.from).join('')}…${signs.slice(place.to + 1).join('')}`;
  return withoutCodeWord(rest, codeWord, hash);
};
