const longest = 32;
const plain = /^[A-Za-z0-9_]$/;

/** SharePoint's own spelling of a column's name: what is not a plain letter comes back encoded, and all is cut at 32. */
export const columnName = (asked: string): string => {
  const spelt = [...asked]
    .map((letter, at) =>
      plain.test(letter) && !(at === 0 && oddFirst(asked)) ? letter : encoded(letter),
    )
    .join('');
  return spelt.slice(0, longest);
};

/** A first letter is encoded when it is a digit or an underscore, or when the name looks like a spreadsheet cell (`RA1`). */
const oddFirst = (name: string): boolean =>
  /^[0-9_]/.test(name) || /^[A-Za-z]{1,3}[0-9]+$/.test(name);

const encoded = (letter: string): string =>
  [...Array(letter.length).keys()]
    .map((unit) => `_x${letter.charCodeAt(unit).toString(16).padStart(4, '0')}_`)
    .join('');
