/** Switches rules off, one at a time, and sees whether the tests that name their clauses notice. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { idsIn } from './clauses-check.ts';

/** A clause that rules are said to meet, and where tests name it. */
export type Claim = {
  readonly id: string;
  readonly rules: readonly string[];
  readonly files: readonly string[];
};

type Outcome = { readonly title: string; readonly passed: boolean };
/** Runs the tests that name these clauses, with a rule switched off or as they are. */
export type RunTests = (
  claims: readonly Claim[],
  withoutRule: string | undefined,
) => Promise<readonly Outcome[]>;

/** Every sentence that says what is not proved: a rule that no test naming its clause misses. */
export const prove = async (
  claims: readonly Claim[],
  run: RunTests,
  say: (line: string) => void,
): Promise<readonly string[]> => {
  const asTheyAre = await run(claims, undefined);
  const without = new Map<string, readonly Outcome[]>();
  for (const rule of new Set(claims.flatMap(({ rules }) => rules))) {
    const concerned = claims.filter(({ rules }) => rules.includes(rule));
    without.set(rule, await run(concerned, rule));
    say(`${rule} off: ${concerned.map(({ id }) => id).join(', ')}`);
  }
  return claims.flatMap((claim) => unproved(claim, asTheyAre, without));
};

const unproved = (
  { id, rules }: Claim,
  asTheyAre: readonly Outcome[],
  without: ReadonlyMap<string, readonly Outcome[]>,
): readonly string[] => {
  const naming = (outcomes: readonly Outcome[]) =>
    outcomes.filter(({ title }) => idsIn(title).includes(id));
  const named = naming(asTheyAre);
  if (named.length === 0) return [`${id}: no test that names it was run.`];
  const failed = named.filter(({ passed }) => !passed);
  if (failed.length > 0)
    return failed.map(({ title }) => `${id}: “${title}” fails with every rule on.`);
  return rules
    .filter((rule) => naming(without.get(rule) ?? []).every(({ passed }) => passed))
    .map((rule) => `${id}: every test that names it still passes without ${rule}.`);
};

const shape = z.object({
  testResults: z.array(
    z.object({
      message: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});
const settings = z.object({
  jest: z.looseObject({ transform: z.record(z.string(), z.tuple([z.string(), z.unknown()])) }),
});

/** Jest as the project sets it up, but for the rule that is taken out of the product's code on the way in. */
export const jestIn = async (root: string): Promise<RunTests> => {
  const { jest } = settings.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  const transformer = join(import.meta.dirname, '../tests/support/without-a-rule.ts');
  const config = (rule: string | undefined) => ({
    ...jest,
    rootDir: root,
    reporters: [],
    globals: { ruleSwitchedOff: rule ?? '' },
    transform: Object.fromEntries(
      Object.entries(jest.transform).map(([files, [, swc]]) => [files, [transformer, swc]]),
    ),
  });
  return async (claims, withoutRule) => {
    const names = claims.map(({ id }) => `\\[[^\\]]*${id.replaceAll('.', '\\.')}`).join('|');
    const files = new Set(claims.flatMap((claim) => claim.files.map((file) => join(root, file))));
    return outcomes([
      ...['--config', JSON.stringify(config(withoutRule)), '--testNamePattern', names],
      ...['--runTestsByPath', ...files],
    ]);
  };
};

const outcomes = async (args: readonly string[]): Promise<readonly Outcome[]> => {
  const place = await mkdtemp(join(tmpdir(), 'clauses-'));
  const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
  const file = join(place, 'results.json');
  const node = ['--experimental-vm-modules', '--no-warnings'];
  try {
    // A run with failed tests ends with 1, and what it wrote is the answer all the same.
    await new Promise<void>((done) => {
      const given = [...node, jest, '--json', '--outputFile', file, ...args];
      execFile(process.execPath, given, { maxBuffer: Infinity }, () => done());
    });
    const { testResults } = shape.parse(JSON.parse(await readFile(file, 'utf8')));
    const unrun = testResults.find(({ assertionResults }) => assertionResults.length === 0);
    if (unrun !== undefined) throw new Error(`A test file could not be run. ${unrun.message}`);
    return testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ fullName, status }) => ({ title: fullName, passed: status === 'passed' }));
  } finally {
    await rm(place, { recursive: true, force: true });
  }
};
