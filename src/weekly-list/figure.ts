/** What the attendance officer compiles: the columns that the policy names, and no more. */
import { familyKey } from '../homes/home.ts';

export type Figure = {
  readonly pupil: string;
  readonly address: string;
  /** The parents' names, as they were written. */
  readonly parents: string;
  /** How the parents are reached. */
  readonly contacts: string;
  /** The attendance record, in percent. */
  readonly attendance: number;
};

export const figureColumns = ['pupil', 'address', 'parents', 'contacts', 'attendance'] as const;
export type FigureColumn = (typeof figureColumns)[number];

/** How long each may be. */
export const longest: Readonly<Record<FigureColumn, number>> = {
  pupil: 120,
  address: 250,
  parents: 250,
  contacts: 250,
  attendance: 12,
};

/** So many homes go on one list. */
export const mostFigures = 2_000;

/** The same pupil at the same address, however either is written. */
export const figureKey = ({ address, pupil }: Pick<Figure, 'address' | 'pupil'>): string => {
  const key = familyKey(address, pupil);
  // What is written in other letters than Latin ones leaves nothing to compare by: then as it stands.
  return /^\s*\/|\/\s*$/u.test(key) ? `${address.trim()} / ${pupil.trim()}` : key;
};

export type Percent =
  | { readonly kind: 'percent'; readonly value: number }
  | { readonly kind: 'doubtful' | 'unreadable' | 'beyond' };

/** Reads `92.5%`, `92,5 %` and `92.5`; a bare `0.925` may be either of two things, and is asked about. */
export const percentFrom = (text: string): Percent => {
  const [, digits, sign = ''] = /^(\d{1,3}(?:[.,]\d{1,4})?)\s*(%?)$/u.exec(text.trim()) ?? [];
  if (digits === undefined) return { kind: 'unreadable' };
  const value = Number(digits.replace(',', '.'));
  if (value > 100) return { kind: 'beyond' };
  if (sign === '' && value > 0 && value <= 1) return { kind: 'doubtful' };
  return { kind: 'percent', value };
};

/** `92.5%`. */
export const percentText = (value: number): string => `${Number(value.toFixed(2))}%`;
