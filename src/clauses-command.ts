/**
 * `npm run clauses`: every clause of the policies, what meets it, and the test that says so. Ends with 1 where
 * that is not so. `--counts` leaves the table out; `--prove` switches each rule off and wants its tests to fail,
 * and `--prove R-02 staffing/two` does so only for the clauses and the rules it is given.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { faultsIn, type NamingTest, notesOn, testsNaming, testsOf } from './clauses-check.ts';
import { chosen, jestIn, prove } from './clauses-prove.ts';
import { countLine, tableLines } from './clauses-table.ts';
import { meansOf } from './policy/clauses/clause.ts';
import { clauseTables } from './policy/clauses.ts';
import { wordsFor } from './words/words.ts';

const root = join(import.meta.dirname, '..');

const read = (file: string): string | undefined => {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};

const files = globSync('tests/**/*.{ts,tsx}', { cwd: root }).sort();
const isTest = (file: string): boolean => /\.test\.tsx?$/u.test(file);
const namingTests = (): readonly NamingTest[] =>
  files.flatMap((file) => testsNaming(file, read(file) ?? ''));

/** A table of tests is run by the test files beside it that import it. */
const runIn = (file: string): readonly string[] =>
  isTest(file)
    ? [file]
    : files.filter(
        (one) =>
          isTest(one) &&
          dirname(one) === dirname(file) &&
          (read(one) ?? '').includes(`'./${basename(file)}'`),
      );

const proofFaults = async (
  tests: readonly NamingTest[],
  names: readonly string[],
): Promise<readonly string[]> => {
  const all = clauseTables
    .flatMap(({ clauses }) => clauses)
    .map((clause) => ({
      id: clause.id,
      rules: meansOf(clause)
        .filter(({ by }) => by === 'rule')
        .map(({ name }) => name),
      files: testsOf(clause.id, tests).flatMap(({ file }) => runIn(file)),
    }))
    .filter(({ rules }) => rules.length > 0);
  const { claims, unknown } = chosen(all, names);
  const faults = claims.length === 0 ? [] : await prove(claims, await jestIn(root), console.info);
  console.info(`${claims.length} clauses are said to be met by rules.`);
  return [
    ...unknown.map((name) => `${name} is no rule, and no clause that a rule meets.`),
    ...faults,
  ];
};

const tests = namingTests();
const rules = new Set(Object.keys(wordsFor('en-GB').refusals));
for (const table of clauseTables) {
  console.info(countLine(table));
  if (process.argv.includes('--counts')) continue;
  for (const line of tableLines(table, tests)) console.info(`  ${line}`);
}
for (const note of notesOn(clauseTables, tests, { rules, read })) console.info(`Note: ${note}`);
const faults = faultsIn(clauseTables, tests, { rules, read });
const asked = process.argv.indexOf('--prove');
const proved = faults.length === 0 && asked > 0;
const names = process.argv.slice(asked + 1).filter((word) => !word.startsWith('--'));
const wrong = proved ? await proofFaults(tests, names) : faults;
for (const sentence of wrong) console.error(sentence);
process.exitCode = wrong.length === 0 ? 0 : 1;
