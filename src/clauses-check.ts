/** Whether what is said of the clauses is so: each that is met has a test that names it, and means that exist. */
import { type Clause, type Means, meansOf } from './policy/clauses/clause.ts';
import type { ClauseTable } from './policy/clauses.ts';

/** A test, or a table of tests, that names clauses as `[HC-F9]` or `[HC-F9 H-05]`. */
export type NamingTest = {
  readonly file: string;
  readonly line: number;
  readonly title: string;
  readonly ids: readonly string[];
};

export type Source = {
  readonly rules: ReadonlySet<string>;
  /** The text of a file of the project, or undefined where there is none. */
  readonly read: (file: string) => string | undefined;
};

const id = String.raw`(?:HC|[BRWH])-[A-Z]?\d[\w.]*`;
const tags = new RegExp(`\\[(${id}(?: ${id})*)\\]`, 'gu');
/** A row of a table whose title is made of it, as `$gate [$clauses]`. */
const row = new RegExp(`^\\s*clauses: '(${id}(?: ${id})*)'`, 'u');
const text = /(['"`])((?:\\.|(?!\1)[^\n\\])*)\1/gu;
const comment = /^\s*(?:\/\/|\/?\*)/u;
const leftOut = /(?:\.(?:skip|todo)|\bx(?:it|test|describe))(?:\.each)?\s*\(\s*$/u;

export const idsIn = (title: string): readonly string[] =>
  [...title.matchAll(tags)].flatMap(([, ids = '']) => ids.split(' '));

/** Found in any string, since titles may stand in a table. What is skipped or in a comment names nothing. */
export const testsNaming = (file: string, source: string): readonly NamingTest[] => {
  const lines = source.split('\n');
  return lines.flatMap((line, index) => {
    if (comment.test(line)) return [];
    const [, inRow] = row.exec(line) ?? [];
    if (inRow !== undefined)
      return [{ file, line: index + 1, title: inRow, ids: inRow.split(' ') }];
    return [...line.matchAll(text)].flatMap((found) => {
      const [, , title = ''] = found;
      const ids = idsIn(title);
      const before = `${lines[index - 1] ?? ''}\n${line.slice(0, found.index)}`;
      return ids.length === 0 || leftOut.test(before)
        ? []
        : [{ file, line: index + 1, title, ids }];
    });
  });
};

export const testsOf = (id: string, tests: readonly NamingTest[]): readonly NamingTest[] =>
  tests.filter(({ ids }) => ids.includes(id));

/** Every sentence that says what is wrong; none means that all is as it is said to be. */
export const faultsIn = (
  tables: readonly ClauseTable[],
  tests: readonly NamingTest[],
  source: Source,
): readonly string[] => {
  const known = new Set(tables.flatMap(({ clauses }) => clauses.map(({ id }) => id)));
  return [
    ...tests.flatMap(({ file, line, ids }) =>
      ids
        .filter((id) => !known.has(id))
        .map((id) => `${file}:${line} names ${id}, and there is no such clause.`),
    ),
    ...tables.flatMap(({ clauses }) =>
      clauses.flatMap((clause) => [
        ...untested(clause, tests),
        ...meansOf(clause).flatMap((means) => missing(clause, means, source)),
      ]),
    ),
  ];
};

/** What is worth a second look, and breaks nothing. */
export const notesOn = (
  tables: readonly ClauseTable[],
  tests: readonly NamingTest[],
  source: Source,
): readonly string[] =>
  tables.flatMap(({ pack, clauses }) =>
    clauses.flatMap((clause) => [
      ...(clause.met === 'planned' && testsOf(clause.id, tests).length > 0
        ? [`${clause.id} is named by a test, and is still said to be planned.`]
        : []),
      ...meansOf(clause).flatMap((means) => uncited(clause, means, { pack, source })),
    ]),
  );

const untested = (clause: Clause, tests: readonly NamingTest[]): readonly string[] =>
  meansOf(clause).length === 0 || testsOf(clause.id, tests).length > 0
    ? []
    : [`${clause.id} is said to be met, and no test names it.`];

const missing = ({ id }: Clause, { by, name }: Means, source: Source): readonly string[] => {
  if (by === 'rule')
    return source.rules.has(name) ? [] : [`${id} is met by ${name}, and there is no such rule.`];
  const [file = '', part = ''] = name.split('#');
  const found = new RegExp(`(?<![\\w-])${escaped(part)}(?![\\w-])`, 'u');
  return part !== '' && found.test(source.read(file) ?? '')
    ? []
    : [`${id} is met by ${name}, and there is no such thing.`];
};

const escaped = (name: string): string => name.replace(/[^\w]/gu, (sign) => `\\x${hex(sign)}`);
const hex = (sign: string): string => (sign.charCodeAt(0) % 256).toString(16).padStart(2, '0');

/** A "no" names its clause: once a school's pack is there, it has to know the rule or the clause. */
const uncited = (
  { id }: Clause,
  { by, name }: Means,
  { pack, source }: { readonly pack: string; readonly source: Source },
): readonly string[] => {
  const json = source.read(`src/policy/packs/${pack}.json`);
  if (by !== 'rule' || json === undefined) return [];
  return json.includes(`"${name}"`) || json.includes(`"${id}"`)
    ? []
    : [`${id} is met by ${name}, and the pack ${pack} cites no clause for it.`];
};
