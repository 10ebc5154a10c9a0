/** Attempts at contact as rows on the page, and as the lines that are sent. */

export type AttemptRow = {
  readonly day: string;
  readonly time: string;
  readonly by: string;
  readonly to: string;
};

export const emptyRow: AttemptRow = { day: '', time: '', by: '', to: '' };

/** Stands for a part that is not filled in yet, so that the others keep their places. */
const gap = '?';

const partOf = (text = ''): string => (text === gap ? '' : text);

export const rowsOf = (lines: string): readonly AttemptRow[] =>
  lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [day, time, by, ...to] = line.trim().split(/\s+/u);
      return { day: partOf(day), time: partOf(time), by: partOf(by), to: to.join(' ') };
    });

export const linesOf = (rows: readonly AttemptRow[]): string =>
  rows
    .filter((row) => Object.values(row).some((part) => part.trim() !== ''))
    .map(({ day, time, by, to }) =>
      [day || gap, time || gap, by || gap, to.replace(/\s+/gu, ' ')].join(' ').trim(),
    )
    .join('\n');
