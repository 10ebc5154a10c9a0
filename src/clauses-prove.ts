/** Switches rules off, one at a time, and sees whether the tests that name their clauses notice. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { idsIn } from './clauses-check.ts';

/** A clause that rules are said to meet, and where tests name it. */
export type Claim = {
  readonly id: string;
  readonly rules: readonly string[];
  readonly files: readonly string[];
};

/** One test's end, and how long its whole file took, in milliseconds. */
/** One test's end, and how long its whole file took, in milliseconds. */
type Outcome = {
  readonly title: string;
  readonly passed: boolean;
  readonly file: string;
  readonly took: number;
};
/** Runs these files' tests that name these clauses, with a rule switched off or as they are. */
export type RunTests = (
  claims: readonly Claim[],
  files: readonly string[],
  withoutRule: string | undefined,
) => Promise<readonly Outcome[]>;

/** What is asked for by clause or by rule, or all there is; and the names that are neither, or met by no rule. */
export const chosen = (
  claims: readonly Claim[],
  names: readonly string[],
): { readonly claims: readonly Claim[]; readonly unknown: readonly string[] } => {
  if (names.length === 0) return { claims, unknown: [] };
  const found = claims.flatMap((claim) => {
    const rules = names.includes(claim.id)
      ? claim.rules
      : claim.rules.filter((rule) => names.includes(rule));
    return rules.length === 0 ? [] : [{ ...claim, rules }];
  });
  const known = new Set(found.flatMap(({ id, rules }) => [id, ...rules]));
  return { claims: found, unknown: names.filter((name) => !known.has(name)) };
};

class TestsNotRun extends Error {}

/** Two at once, as Jest itself is set up. */
const atOnce = 2;

/** Every sentence that says what is not proved: a rule that no test naming its clause misses. */
export const prove = async (
  claims: readonly Claim[],
  run: RunTests,
  say: (line: string) => void,
): Promise<readonly string[]> => {
  const asTheyAre = await run(claims, filesOf(claims), undefined);
  const wrong = claims.flatMap((claim) => wrongAsItIs(claim, asTheyAre));
  const sound = claims.filter((claim) => wrongAsItIs(claim, asTheyAre).length === 0);
  const cost = new Map(asTheyAre.map(({ file, took }) => [file, took]));
  const rules = [...new Set(sound.flatMap((claim) => claim.rules))];
  const left = [...rules];
  const missed = new Map<string, readonly string[]>();
  const next = async (): Promise<void> => {
    const rule = left.shift();
    if (rule === undefined) return;
    const concerned = sound.filter((claim) => claim.rules.includes(rule));
    missed.set(rule, await notMissing(rule, concerned, { run, cost }).catch(noRun(rule)));
    say(`${rule} off: ${concerned.map(({ id }) => id).join(', ')}`);
    await next();
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  return [...wrong, ...rules.flatMap((rule) => missed.get(rule) ?? [])];
};

/** One file that can't be run leaves the proof of all other rules standing. */
const noRun =
  (rule: string) =>
  (error: unknown): readonly string[] => {
    if (error instanceof TestsNotRun) return [`${rule}: ${error.message}`];
    throw error;
  };

const filesOf = (claims: readonly Claim[]): readonly string[] => [
  ...new Set(claims.flatMap(({ files }) => files)),
];

const naming = (id: string, outcomes: readonly Outcome[]): readonly Outcome[] =>
  outcomes.filter(({ title }) => idsIn(title).includes(id));

const wrongAsItIs = ({ id }: Claim, asTheyAre: readonly Outcome[]): readonly string[] => {
  const named = naming(id, asTheyAre);
  if (named.length === 0) return [`${id}: no test that names it was run.`];
  return named
    .filter(({ passed }) => !passed)
    .map(({ title }) => `${id}: “${title}” fails with every rule on.`);
};

type Means = { readonly run: RunTests; readonly cost: ReadonlyMap<string, number> };

/** The quick files are run first, and the slow ones only for the clauses whose tests still pass by then. */
const notMissing = async (
  rule: string,
  concerned: readonly Claim[],
  means: Means,
): Promise<readonly string[]> => {
  const files = quickest(concerned, means.cost);
  if (files.length === 0)
    return concerned.map(
      ({ id }) => `${id}: every test that names it still passes without ${rule}.`,
    );
  const outcomes = await means.run(concerned, files, rule);
  const left = concerned
    .filter(({ id }) => naming(id, outcomes).every(({ passed }) => passed))
    .map((claim) => ({ ...claim, files: claim.files.filter((file) => !files.includes(file)) }));
  return left.length === 0 ? [] : notMissing(rule, left, means);
};

/** Files that between them name every one of these clauses that a file is left for, the most for the least time. */
const quickest = (
  claims: readonly Claim[],
  cost: ReadonlyMap<string, number>,
): readonly string[] => {
  const worth = (file: string) =>
    claims.filter(({ files }) => files.includes(file)).length / ((cost.get(file) ?? 0) + 1);
  const [best] = [...filesOf(claims)].sort((one, other) => worth(other) - worth(one));
  if (best === undefined) return [];
  return [
    best,
    ...quickest(
      claims.filter(({ files }) => !files.includes(best)),
      cost,
    ),
  ];
};

const shape = z.object({
  testResults: z.array(
    z.object({
      message: z.string(),
      name: z.string(),
      startTime: z.number(),
      endTime: z.number(),
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
  return async (claims, files, withoutRule) => {
    const names = claims.map(({ id }) => `\\[[^\\]]*${id.replaceAll('.', '\\.')}`).join('|');
    const found = await outcomes([
      ...['--config', JSON.stringify(config(withoutRule)), '--testNamePattern', names],
      ...(withoutRule === undefined ? [] : ['--runInBand']),
      ...['--runTestsByPath', ...files.map((file) => join(root, file))],
    ]);
    return found.map((outcome) => ({ ...outcome, file: relative(root, outcome.file) }));
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
    if (unrun !== undefined) throw new TestsNotRun(`A test file can’t be run. ${unrun.message}`);
    return testResults.flatMap(({ name, startTime, endTime, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'passed' || status === 'failed')
        .map(({ fullName, status }) => ({
          title: fullName,
          passed: status === 'passed',
          file: name,
          took: endTime - startTime,
        })),
    );
  } finally {
    await rm(place, { recursive: true, force: true });
  }
};
