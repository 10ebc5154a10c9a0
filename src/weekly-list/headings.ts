/** Which column of a table is which, by what stands above it. */
import type { FigureColumn } from './figure.ts';

/** Where the cells of each column stand, counted from 0; several are put together. `last` is the last column there is. */
export type Places = Readonly<Record<FigureColumn, readonly number[]>> & { readonly last: number };

export const usualPlaces: Places & Readonly<Record<string, unknown>> = {
  pupil: [0],
  address: [1],
  parents: [2],
  contacts: [3],
  attendance: [4],
  last: 4,
};

/** Tried in this order, so that "parent phone" is a contact and "pupil address" an address. */
const meanings: readonly (readonly [FigureColumn, RegExp])[] = [
  ['attendance', /attendance|^%|percent|present/u],
  ['contacts', /phone|mobile|\btel\b|telephone|e-?mail|contact (?:detail|number)|^contacts?$/u],
  ['address', /address|postcode|post code/u],
  ['parents', /parent|carer|guardian|mother|father/u],
  ['pupil', /pupil|student|child|^name$|forename|first name|surname|last name|full name/u],
];

const meaningOf = (heading: string): FigureColumn | undefined => {
  const plain = heading
    .replace(/[_\s]+/gu, ' ')
    .trim()
    .toLocaleLowerCase('en-GB');
  return meanings.find(([, pattern]) => pattern.test(plain))?.[0];
};

type Heading = { readonly places: Places; readonly leftOut: readonly string[] };

/** Undefined where the line is no heading: fewer than three of its cells name a column, or one holds a number. */
export const headingOf = (cells: readonly string[]): Heading | undefined => {
  const found = cells.map((cell) => meaningOf(cell));
  const named = new Set(found.filter((column) => column !== undefined));
  if (named.size < 3 || cells.some((cell) => /\d/u.test(cell))) return undefined;
  const at = (column: FigureColumn): readonly number[] =>
    found.flatMap((one, index) => (one === column ? [index] : []));
  return {
    places: {
      pupil: inOrder(at('pupil'), cells),
      address: at('address'),
      parents: at('parents'),
      contacts: at('contacts'),
      attendance: at('attendance').slice(0, 1),
      last: cells.length - 1,
    },
    leftOut: cells.filter((cell, index) => found[index] === undefined && cell.trim() !== ''),
  };
};

/** A first name goes before a last name, however the columns stand. */
const inOrder = (places: readonly number[], cells: readonly string[]): readonly number[] =>
  places.toSorted(
    (one, other) => Number(isLast(cells[one] ?? '')) - Number(isLast(cells[other] ?? '')),
  );

const isLast = (heading: string): boolean => /surname|last name/iu.test(heading);
