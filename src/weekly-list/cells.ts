/** Takes pasted text, or a CSV file, apart into lines of cells; and puts cells together again. */

export type Line = {
  /** Where it begins, counted from 1, as an editor shows it. */
  readonly line: number;
  readonly cells: readonly string[];
};

/** What parts the cells: whichever of tab, semicolon and comma the first line with any has most of, outside quotes. */
const separatorOf = (text: string): string => {
  const first = text.split(/\r\n?|\n/u).find((line) => line.trim() !== '') ?? '';
  const bare = first.replace(/"[^"]*"/gu, '');
  const count = (mark: string) => bare.split(mark).length - 1;
  if (count('\t') > 0) return '\t';
  return count(';') > count(',') ? ';' : ',';
};

/** Quoted cells may hold the separator, quotes (doubled) and line ends. A quote that is never closed ends with its line. */
export const linesOf = (given: string): readonly Line[] => {
  const text = given.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  const separator = separatorOf(text);
  const lines: Line[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const read = recordFrom(text, at, separator);
    lines.push({ line, cells: read.cells });
    line += text.slice(at, read.end).split('\n').length - 1;
    at = read.end;
  }
  return lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
};

type Record = { readonly cells: readonly string[]; readonly end: number };

const recordFrom = (text: string, start: number, separator: string): Record => {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const cell = cellFrom(text, at, separator);
    cells.push(unguarded(cell.text));
    if (text[cell.end] !== separator) return { cells, end: cell.end + 1 };
    at = cell.end + 1;
  }
};

const cellFrom = (text: string, start: number, separator: string) => {
  const quoted = /^[ ]*"((?:[^"]|"")*)"[ ]*/u.exec(text.slice(start, start + longestCell));
  const after = quoted === null ? undefined : text[start + quoted[0].length];
  if (quoted !== null && (after === undefined || after === separator || after === '\n'))
    return {
      text: (quoted[1] ?? '').replaceAll('""', '"'),
      end: start + quoted[0].length,
    };
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1;
  return { text: text.slice(start, end), end };
};

const longestCell = 4_000;

/** In front of these a spreadsheet would start to reckon. */
const reckons = /^[=+\-@\t\r]/u;

/** What we guarded ourselves reads as it was written, so that a file saved here can be read here. */
const unguarded = (text: string): string =>
  /^="((?:[^"]|"")*)"$/u.exec(text)?.[1]?.replaceAll('""', '"') ?? text;

/** One cell of a CSV file. A spreadsheet is told that it is text, and shows it as it was written. */
const cellOf = (text: string): string => {
  const guarded = reckons.test(text) ? `="${text.replaceAll('"', '""')}"` : text;
  return `"${guarded.replaceAll('"', '""')}"`;
};

/** A CSV file as spreadsheets open it: marked as UTF-8, each cell in quotes. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((cells) => cells.map(cellOf).join(',')).join('\r\n')}\r\n`;
