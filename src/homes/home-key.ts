/** One form for each address. */

/** Words that are written short as often as long. */
const shortForms: Readonly<Record<string, string>> = {
  street: 'st',
  saint: 'st',
  road: 'rd',
  avenue: 'ave',
  av: 'ave',
  lane: 'ln',
  drive: 'dr',
  close: 'cl',
  court: 'ct',
  crescent: 'cres',
  place: 'pl',
  gardens: 'gdns',
  terrace: 'ter',
  terr: 'ter',
  square: 'sq',
  apartment: 'flat',
  apt: 'flat',
};

const postcode = /\b([a-z]{1,2}[0-9][a-z0-9]?)\s*([0-9][a-z]{2})\b/u;

/** The same for one address however it is written: case, accents, punctuation, spaces, "Street" or "St". */
export const homeKey = (address: string): string => {
  const plain = address
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase('en-GB')
    .replace(/['’‘`]/gu, '')
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();
  return plain
    .replace(postcode, '$1$2')
    .split(' ')
    .map((word) => shortForms[word] ?? word)
    .join(' ');
};
