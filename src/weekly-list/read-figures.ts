/** Reads attendance figures that somebody typed, pasted or chose as a file. What cannot be read is named, and nothing is lost. */
import { type Line, linesOf } from './cells.ts';
import {
  type Figure,
  type FigureColumn,
  figureColumns,
  figureKey,
  longest,
  mostFigures,
  percentFrom,
} from './figure.ts';
import { headingOf, type Places, usualPlaces } from './headings.ts';

export type Doubt =
  | { readonly kind: 'missing' | 'too-long'; readonly column: FigureColumn }
  | { readonly kind: 'doubtful' | 'unreadable' | 'beyond'; readonly said: string }
  | { readonly kind: 'too-many-cells'; readonly cells: number }
  | { readonly kind: 'repeats' | 'contradicts'; readonly earlier: number }
  | { readonly kind: 'no-column'; readonly column: FigureColumn }
  | { readonly kind: 'too-many-rows' };

/** A line that is not taken, as it was given, with every reason. */
export type BadLine = Line & { readonly doubts: readonly Doubt[] };

export type ReadFigures = {
  readonly figures: readonly Figure[];
  readonly bad: readonly BadLine[];
  /** Columns that the list has no place for, by their headings. */
  readonly leftOut: readonly string[];
};

/** Never throws. With a heading line the columns may stand in any order; without one they stand in the policy's. */
export const readFigures = (text: string): ReadFigures => {
  const [first, ...rest] = linesOf(text);
  if (first === undefined) return { figures: [], bad: [], leftOut: [] };
  const heading = headingOf(first.cells);
  if (heading === undefined) return readLines([first, ...rest], usualPlaces, []);
  const lacking = figureColumns.filter((column) => heading.places[column].length === 0);
  if (lacking.length === 0) return readLines(rest, heading.places, heading.leftOut);
  const doubts = lacking.map((column) => ({ kind: 'no-column', column }) as const);
  return {
    figures: [],
    bad: [{ ...first, doubts }, ...rest.map((line) => ({ ...line, doubts: [] }))],
    leftOut: heading.leftOut,
  };
};

const readLines = (
  lines: readonly Line[],
  places: Places,
  leftOut: readonly string[],
): ReadFigures => {
  const known = new Map<string, { readonly line: number; readonly figure: Figure }>();
  const bad: BadLine[] = [];
  for (const line of lines) {
    const read = readLine(line, places);
    const doubts = [...read.doubts, ...doubtsBeside(read.figure, known)];
    if (read.figure === undefined || doubts.length > 0) bad.push({ ...line, doubts });
    else known.set(figureKey(read.figure), { line: line.line, figure: read.figure });
  }
  return { figures: [...known.values()].map(({ figure }) => figure), bad, leftOut };
};

type Known = ReadonlyMap<string, { readonly line: number; readonly figure: Figure }>;

/** The same pupil twice: said, whether both lines say the same or not. */
const doubtsBeside = (figure: Figure | undefined, known: Known): readonly Doubt[] => {
  if (figure === undefined) return [];
  const before = known.get(figureKey(figure));
  if (before === undefined) return known.size >= mostFigures ? [{ kind: 'too-many-rows' }] : [];
  const same = figureColumns.every((column) => before.figure[column] === figure[column]);
  return [{ kind: same ? 'repeats' : 'contradicts', earlier: before.line }];
};

type ReadLine = { readonly figure: Figure | undefined; readonly doubts: readonly Doubt[] };

const readLine = ({ cells }: Line, places: Places): ReadLine => {
  const said = (column: FigureColumn): string =>
    places[column]
      .map((place) => tidy(cells[place] ?? ''))
      .filter((cell) => cell !== '')
      .join(column === 'pupil' ? ' ' : ', ');
  const most = Math.max(...Object.values(places).flat(), places.last) + 1;
  const texts = figureColumns.map((column) => [column, said(column)] as const);
  const percent = percentFrom(said('attendance'));
  const doubts: readonly Doubt[] = [
    ...(filledTo(cells) > most
      ? [{ kind: 'too-many-cells', cells: filledTo(cells) } as const]
      : []),
    ...texts.flatMap(([column, text]) => lengthDoubts(column, text)),
    ...(percent.kind === 'percent' || said('attendance') === ''
      ? []
      : [{ kind: percent.kind, said: said('attendance').slice(0, 40) }]),
  ];
  if (doubts.length > 0 || percent.kind !== 'percent') return { figure: undefined, doubts };
  const figure = {
    pupil: said('pupil'),
    address: said('address'),
    parents: said('parents'),
    contacts: said('contacts'),
    attendance: percent.value,
  };
  return { figure, doubts };
};

const lengthDoubts = (column: FigureColumn, text: string): readonly Doubt[] => {
  if (text === '') return [{ kind: 'missing', column }];
  return text.length > longest[column] ? [{ kind: 'too-long', column }] : [];
};

/** Empty cells at the end, as a spreadsheet leaves them, do not count. */
const filledTo = (cells: readonly string[]): number =>
  cells.findLastIndex((cell) => cell.trim() !== '') + 1;

/** One line of words: line ends inside a cell become commas. */
const tidy = (cell: string): string =>
  cell
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join(', ');
