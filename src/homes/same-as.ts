/** Addresses that resemble one another. */
import { homeKey } from './home-key.ts';

/** The known home this address resembles but is not: a slip of the pen, or the street left out. */
export const sameAs = <H extends { readonly address: string }>(
  address: string,
  homes: readonly H[],
): H | undefined => {
  const asked = partsOf(address);
  if (homes.some((home) => homeKey(home.address) === asked.key)) return undefined;
  return homes.find((home) => resembles(asked, partsOf(home.address)));
};

type Parts = {
  readonly key: string;
  readonly numbers: string;
  readonly words: string;
  readonly postcode: string;
};

const joinedPostcode = /\b[a-z]{1,2}[0-9][a-z0-9]?[0-9][a-z]{2}\b/u;

const partsOf = (address: string): Parts => {
  const key = homeKey(address);
  const code = joinedPostcode.exec(key)?.[0] ?? '';
  const words = key.replace(joinedPostcode, '').split(' ');
  const isNumber = (word: string) => /^[0-9]/u.test(word);
  return {
    key,
    numbers: words.filter(isNumber).join(' '),
    words: words.filter((word) => word !== '' && !isNumber(word)).join(' '),
    postcode: code,
  };
};

/** Next door is another home, however alike the street: the numbers must agree. */
const resembles = (one: Parts, other: Parts): boolean => {
  if (one.numbers !== other.numbers) return false;
  if (one.postcode !== '' && one.postcode === other.postcode && one.numbers !== '') return true;
  if (
    one.postcode !== '' &&
    other.postcode !== '' &&
    editsBetween(one.postcode, other.postcode) > 1
  )
    return false;
  return one.words !== '' && editsBetween(one.words, other.words) <= slipsAllowed(one.words);
};

const slipsAllowed = (words: string): number => (words.length < 6 ? 1 : 2);

const least = (...numbers: readonly number[]): number =>
  numbers.reduce((one, other) => (other < one ? other : one));

/** How many letters must be put in, taken out or changed to make one the other. */
const editsBetween = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const letter of one) {
    const next = [(row[0] ?? 0) + 1];
    for (let column = 0; column < other.length; column += 1) {
      const put = (next[column] ?? 0) + 1;
      const taken = (row[column + 1] ?? 0) + 1;
      const changed = (row[column] ?? 0) + (letter === other[column] ? 0 : 1);
      next.push(least(put, taken, changed));
    }
    row = next;
  }
  return row[other.length] ?? 0;
};
