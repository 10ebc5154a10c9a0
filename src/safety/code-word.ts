/**
 * A code word as the school keeps it: never the words themselves, only a keyed hash of one form of them and how
 * long that form is. A window of that length slides over what somebody writes.
 */
export type CodeWord = {
  /** Whose it is: a visit, or the school. Part of what is hashed. */
  readonly owner: string;
  readonly mac: string;
  readonly length: number;
  /**
   * A short keyed sum of the same form: what has another sum is not the code word, and need not be hashed. As little
   * can be made of it without the key as of the hash. Left out in one that was kept before there were sums.
   */
  readonly sum?: number | undefined;
};

type Hash = (text: string) => string;

/** What is shorter is said by chance too easily. */
const fewestLetters = 8;

const isKept = (sign: string): boolean => /[\p{L}\p{N}]/u.test(sign);

/** One form for capitals, accents, quotes, spaces and look-alike letters: letters and digits alone. */
const plainOf = (sign: string): string => (isPlain(sign) ? sign : plainFormOf(sign));

/** Most of what people write is so already. */
const isPlain = (sign: string): boolean => /^[a-z0-9]$/u.test(sign);

const plainFormOf = (sign: string): string =>
  [...sign.normalize('NFKD').toLocaleLowerCase('en-GB')].filter(isKept).join('');

type Letter = { readonly plain: string; readonly at: number };

/** Each letter of the plain form, with the place in the text that it comes from. */
const lettersOf = (text: string): readonly Letter[] => {
  const signs = [...text];
  return signs.flatMap((sign, at) => [...plainOf(sign)].map((plain) => ({ plain, at })));
};

const macOf = (owner: string, plain: string, hash: Hash): string =>
  hash(`code word ${owner} ${plain}`);

/** The largest prime below 2^26: the product of two sums is exact. */
const prime = 67_108_859;

/** By what each letter's part in a sum grows: the school's own secret. */
const factorOf = (hash: Hash): number =>
  [...hash('code word sum')].reduce(
    (so, sign) => (so * 64 + (sign.codePointAt(0) ?? 0)) % prime,
    1,
  );

const partOf = ({ plain }: Letter): number => (plain.codePointAt(0) ?? 0) % prime;

const sumOf = (letters: readonly Letter[], factor: number): number =>
  letters.reduce((sum, letter) => (sum * factor + partOf(letter)) % prime, 0);

/** Where windows of this sum begin: each sum follows from the one before, whatever the length. */
const startsOf = (
  letters: readonly Letter[],
  { length, sum }: { readonly length: number; readonly sum: number },
  factor: number,
): readonly number[] => {
  let first = 1;
  for (let at = 1; at < length; at += 1) first = (first * factor) % prime;
  const starts: number[] = [];
  let now = sumOf(letters.slice(0, length), factor);
  for (let start = 0; start + length <= letters.length; start += 1) {
    const [gone, next] = [letters[start], letters[start + length]];
    if (now === sum) starts.push(start);
    if (gone === undefined || next === undefined) break;
    const rest = (now + prime - ((partOf(gone) * first) % prime)) % prime;
    now = (rest * factor + partOf(next)) % prime;
  }
  return starts;
};

const everyStart = (letters: readonly Letter[], length: number): readonly number[] =>
  letters.slice(length - 1).map((_, start) => start);

/** Undefined where there are too few letters to tell it from chance. */
export const codeWordFor = (owner: string, phrase: string, hash: Hash): CodeWord | undefined => {
  const letters = lettersOf(phrase);
  const plain = letters.map((letter) => letter.plain).join('');
  if (letters.length < fewestLetters) return undefined;
  const sum = sumOf(letters, factorOf(hash));
  return { owner, mac: macOf(owner, plain, hash), length: letters.length, sum };
};

/** Where it begins and ends in the text; undefined where it is not said. */
const placeOf = (
  letters: readonly Letter[],
  { owner, mac, length, sum }: CodeWord,
  hash: Hash,
  factor: number,
): { readonly from: number; readonly to: number } | undefined => {
  if (letters.length < length) return undefined;
  const starts =
    sum === undefined ? everyStart(letters, length) : startsOf(letters, { length, sum }, factor);
  for (const start of starts) {
    const window = letters.slice(start, start + length);
    if (macOf(owner, window.map(({ plain }) => plain).join(''), hash) === mac)
      return { from: window[0]?.at ?? 0, to: window.at(-1)?.at ?? 0 };
  }
  return undefined;
};

export const isSaid = (text: string, codeWord: CodeWord, hash: Hash): boolean =>
  firstSaid([text], [codeWord], hash) !== undefined;

/** The first of them that is said in any of the texts. */
export const firstSaid = (
  texts: readonly string[],
  codeWords: readonly CodeWord[],
  hash: Hash,
): CodeWord | undefined => {
  const factor = factorOf(hash);
  const read = texts.map(lettersOf).filter(({ length }) => length >= fewestLetters);
  return codeWords.find((codeWord) =>
    read.some((letters) => placeOf(letters, codeWord, hash, factor) !== undefined),
  );
};

/** The text with nothing left of it, and something in its place: a field that was filled in stays so. */
export const withoutCodeWord = (text: string, codeWord: CodeWord, hash: Hash): string => {
  const place = placeOf(lettersOf(text), codeWord, hash, factorOf(hash));
  if (place === undefined) return text;
  const signs = [...text];
  const rest = `${signs.slice(0, place.from).join('')}…${signs.slice(place.to + 1).join('')}`;
  return withoutCodeWord(rest, codeWord, hash);
};
