import { describe, expect, it } from '@jest/globals';
import { csvOf, linesOf } from '../../src/weekly-list/cells.ts';
import { percentFrom } from '../../src/weekly-list/figure.ts';
import { readFigures } from '../../src/weekly-list/read-figures.ts';
import { fc } from '../support/properties.ts';

const elin = {
  pupil: 'Elin Jones',
  address: '14 Ffordd y Môr',
  parents: 'Mair Jones',
  contacts: '01248 555 014',
  attendance: 92.5,
};

describe('attendance figures', () => {
  it.each([
    ['a spreadsheet', 'Elin Jones\t14 Ffordd y Môr\tMair Jones\t01248 555 014\t92.5%'],
    ['commas', 'Elin Jones,14 Ffordd y Môr,Mair Jones,01248 555 014,92.5'],
    ['quotes', '"Elin Jones","14 Ffordd y Môr","Mair Jones","01248 555 014","92,5"'],
    ['semicolons', 'Elin Jones;14 Ffordd y Môr;Mair Jones;01248 555 014;92,5 %'],
    [
      'a byte order mark',
      '\uFEFFElin Jones\t14 Ffordd y Môr\tMair Jones\t01248 555 014\t92.50%\r\n',
    ],
    [
      'headings in any order',
      'Attendance %,Parent phone,Parent name,Home address,Surname,Forename\n92.5,01248 555 014,Mair Jones,14 Ffordd y Môr,Jones,Elin',
    ],
  ])('are read from %s [HC-4.2a]', (_, text) => {
    expect(readFigures(text)).toEqual({ figures: [elin], bad: [], leftOut: [] });
  });

  it('keep only what the policy names: what else a table holds is left out, and said [HC-4.2b]', () => {
    const { figures, leftOut } = readFigures(
      'Pupil,Address,Parents,Contacts,Attendance,Date of birth,SEN\nElin Jones,14 Ffordd y Môr,Mair Jones,01248 555 014,92.5%,2014-03-01,K',
    );
    expect(figures).toEqual([elin]);
    expect(leftOut).toEqual(['Date of birth', 'SEN']);
  });

  it('name every line that cannot be taken, by its number, and keep what it said', () => {
    const { figures, bad } = readFigures(
      [
        'Pupil\tAddress\tParents\tContacts\tAttendance',
        'Elin Jones\t14 Ffordd y Môr\tMair Jones\t01248 555 014\t92.5%',
        '',
        '\t3 Station Road\tAnn Baker\t\tabout 80',
        'Tom Baker\t3 Station Road\tAnn Baker\t01248 555 015\t0.8',
        'Tom Baker\t3 Station Road\tAnn Baker\t01248 555 015\t180%',
        'ELIN JONES\t14 ffordd y mor\tMair Jones\t01248 555 014\t70%',
        'Elin Jones\t14 Ffordd y Môr\tMair Jones\t01248 555 014\t92.5%',
      ].join('\n'),
    );
    expect(figures).toEqual([elin]);
    expect(bad.map(({ line, doubts }) => [line, doubts])).toEqual([
      [
        4,
        [
          { kind: 'missing', column: 'pupil' },
          { kind: 'missing', column: 'contacts' },
          { kind: 'unreadable', said: 'about 80' },
        ],
      ],
      [5, [{ kind: 'doubtful', said: '0.8' }]],
      [6, [{ kind: 'beyond', said: '180%' }]],
      [7, [{ kind: 'contradicts', earlier: 2 }]],
      [8, [{ kind: 'repeats', earlier: 2 }]],
    ]);
    expect(bad[0]?.cells).toContain('about 80');
  });

  it('say which column is missing, and take nothing by guess', () => {
    const { figures, bad } = readFigures('Pupil,Address,Attendance\nElin Jones,14 Ffordd y Môr,92');
    expect(figures).toEqual([]);
    expect(bad[0]?.doubts).toEqual([
      { kind: 'no-column', column: 'parents' },
      { kind: 'no-column', column: 'contacts' },
    ]);
    expect(bad).toHaveLength(2);
  });

  it('count lines as an editor does, whatever a quoted cell holds', () => {
    const { figures, bad } = readFigures(
      'Elin Jones,"14 Ffordd y Môr\nBangor","Mair ""Mam"" Jones",01248 555 014,92.5\nTom Baker,x,y,z,never',
    );
    expect(figures[0]).toMatchObject({
      address: '14 Ffordd y Môr, Bangor',
      parents: 'Mair "Mam" Jones',
    });
    expect(bad.map(({ line }) => line)).toEqual([3]);
  });

  it('lose no line: each is taken or named', () => {
    const cell = fc.constantFrom('Elin', 'Tom', '"', '=1+1', '92%', '', 'a,b', '14', '“quoted”');
    const row = fc.array(cell, { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const text = rows.map((cells) => cells.join('\t')).join('\n');
        const { figures, bad } = readFigures(text);
        const heading = bad.length + figures.length === linesOf(text).length ? 0 : 1;
        expect(figures.length + bad.length + heading).toBe(linesOf(text).length);
      }),
    );
  });

  it.each([
    ['92.5%', 92.5],
    ['92,5', 92.5],
    ['100', 100],
    ['0', 0],
    ['0.9%', 0.9],
  ])('read %s as a percentage', (text, value) => {
    expect(percentFrom(text)).toEqual({ kind: 'percent', value });
  });

  it.each(['', '-5', '101', '0.925', '1', '9 2', 'ninety'])('do not guess at “%s”', (text) => {
    expect(percentFrom(text).kind).not.toBe('percent');
  });
});

describe('a CSV file that is saved', () => {
  const risky = ['=HYPERLINK("http://x")', '+44 1248', '-1', '@SUM(A1)', '\tx', '\rx'];
  it('holds nothing that a spreadsheet would reckon with', () => {
    const text = csvOf([risky]);
    for (const cell of text.trim().slice(1).split('","'))
      expect(cell.replace(/^"/u, '')).toMatch(/^=""/u);
  });

  it('reads back as it was written, whatever was typed', () => {
    const typed = fc
      .string({ unit: 'grapheme', maxLength: 30 })
      .map((text) => text.replace(/[\r\n]/gu, ' '));
    fc.assert(
      fc.property(
        fc.array(fc.oneof(typed, fc.constantFrom(...risky.slice(0, 5))), { minLength: 2 }),
        (cells) => {
          fc.pre(cells.some((cell) => cell.trim() !== '') && !cells.includes('\r'));
          expect(linesOf(csvOf([cells]))[0]?.cells).toEqual(cells);
        },
      ),
    );
  });
});
