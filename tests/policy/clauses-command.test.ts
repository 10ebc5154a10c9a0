import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { faultsIn, notesOn, testsNaming } from '../../src/clauses-check.ts';
import { type Claim, chosen, jestIn, prove } from '../../src/clauses-prove.ts';
import { countLine, tableLines } from '../../src/clauses-table.ts';
import type { Met } from '../../src/policy/clauses/clause.ts';

/** Written apart, so that this file itself names no clause. */
const tag = (id: string): string => `[${id}]`;

const tableOf = (met: Met) => ({
  pack: 'willows',
  title: 'The Willows',
  clauses: [
    { id: 'W-2', clause: '2', says: 'Two go.', kind: 'gate', moment: 'before', met } as const,
  ],
});
const byRule = { by: 'rule', name: 'staffing/two' } as const;
const files: Readonly<Record<string, string>> = {
  'src/ladder.ts': 'export const rungs = []; // and no others',
  'src/policy/packs/willows.json': '{ "clauses": { "staffing/two": "2" } }',
};
const source = {
  rules: new Set(['staffing/two', 'door/animals']),
  read: (file: string) => files[file],
};
const named = testsNaming('tests/a.test.ts', `it('${tag('W-2')} takes two', () => {});`);

describe('the table of clauses', () => {
  it('finds nothing wrong where a met clause has its rule and a test that names it', () => {
    expect(faultsIn([tableOf(byRule)], named, source)).toEqual([]);
    expect(faultsIn([tableOf('planned')], [], source)).toEqual([]);
  });

  it('is wrong where a clause said to be met has no test', () => {
    expect(faultsIn([tableOf(byRule)], [], source)).toEqual([
      'W-2 is said to be met, and no test names it.',
    ]);
  });

  it('is wrong where a test names a clause there is not', () => {
    const tests = testsNaming('tests/a.test.ts', `\nit('${tag('HC-99.9z')} is so', () => {});`);
    expect(faultsIn([tableOf('planned')], tests, source)).toEqual([
      'tests/a.test.ts:2 names HC-99.9z, and there is no such clause.',
    ]);
  });

  it.each([
    [
      { by: 'rule', name: 'staffing/three' },
      'W-2 is met by staffing/three, and there is no such rule.',
    ],
    [
      { by: 'timer', name: 'src/none.ts#rungs' },
      'W-2 is met by src/none.ts#rungs, and there is no such thing.',
    ],
    [
      { by: 'timer', name: 'src/ladder.ts#rung' },
      'W-2 is met by src/ladder.ts#rung, and there is no such thing.',
    ],
    [
      { by: 'timer', name: 'src/ladder.ts' },
      'W-2 is met by src/ladder.ts, and there is no such thing.',
    ],
  ] as const)('is wrong where what meets a clause is not there: %o', (means, fault) => {
    expect(faultsIn([tableOf([byRule, means])], named, source)).toEqual([fault]);
    const there = { by: 'timer', name: 'src/ladder.ts#rungs' } as const;
    expect(faultsIn([tableOf([byRule, there])], named, source)).toEqual([]);
  });

  it('notes what is tested and still planned, and a rule whose clause the school’s pack does not cite', () => {
    expect(notesOn([tableOf('planned')], named, source)).toEqual([
      'W-2 is named by a test, and is still said to be planned.',
    ]);
    expect(notesOn([tableOf({ by: 'rule', name: 'door/animals' })], named, source)).toEqual([
      'W-2 is met by door/animals, and the pack willows cites no clause for it.',
    ]);
    expect(notesOn([tableOf(byRule)], named, source)).toEqual([]);
  });

  it('reads as a line for each clause, under how many are met', () => {
    expect(countLine(tableOf(byRule))).toBe('The Willows: 1 clauses, 1 met, 0 planned');
    expect(tableLines(tableOf(byRule), named)).toEqual([
      'W-2  2  Two go.  rule staffing/two  tests/a.test.ts:1',
    ]);
    expect(tableLines(tableOf('planned'), [])).toEqual(['W-2  2  Two go.  planned']);
  });
});

describe('a test that names a clause', () => {
  const idsIn = (text: string) => testsNaming('a', text).flatMap(({ ids }) => ids);

  it.each([
    [`it('${tag('HC-4.10a')} ${tag('B-01')} asks', () => {});`, ['HC-4.10a', 'B-01']],
    [`it.each(['a'])("${tag('HC-S1')} %s", () => {});`, ['HC-S1']],
    [`  ['${tag('W-0.1')}', 'phone'],`, ['W-0.1']],
    [`it('asks ${tag('HC-4.4 H-07')}', () => {});`, ['HC-4.4', 'H-07']],
    [`    clauses: 'B-70 H-37',`, ['B-70', 'H-37']],
    [`describe(\n  '${tag('H-32')} ends',\n`, ['H-32']],
  ])('does so in any title, or in a table of them: %s', (text, ids) => {
    expect(idsIn(text)).toEqual(ids);
  });

  it.each([
    `// it('${tag('HC-F9')} once', () => {});`,
    ` * '${tag('HC-F9')}'`,
    `it.skip('${tag('HC-F9')} later', () => {});`,
    `it.todo(\n  '${tag('HC-F9')} later'\n`,
    `xit('${tag('HC-F9')} later', () => {});`,
    `const first = list['HC-F9'];`,
    `it('says [sic] and [X-1]', () => {});`,
  ])('does not where it is not run, or is no title: %s', (text) => {
    expect(idsIn(text)).toEqual([]);
  });
});

describe('proving', () => {
  const place = mkdtempSync(join(tmpdir(), 'tiny-rule-'));
  afterAll(() => rmSync(place, { recursive: true, force: true }));
  const jest = {
    extensionsToTreatAsEsm: ['.ts'],
    testMatch: ['<rootDir>/tests/**/*.test.ts'],
    transform: { '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' } } }] },
  };
  const rule = `
    type Refusal = { readonly rule: string; readonly because: string };
    const no = (rule: string): Refusal => ({ rule, because: 'It is so.' });
    const unless = (holds: boolean, rule: string): Refusal[] => (holds ? [] : [no(rule)]);
    export const reasons = (going: number, back: boolean) => [
      ...unless(going > 1, 'tiny/two'),
      ...(back ? [] : [no('tiny/back')]),
    ];
    const refuse = (...refusals: readonly Refusal[]) => ({ refusals });
    export const lone = () => refuse(no('tiny/two'));`;
  const tests = `
    import { lone, reasons } from '../src/tiny.ts';
    const rules = (list: readonly { readonly rule: string }[]) => list.map(({ rule }) => rule);
    it('${tag('W-1')} takes two', () => expect(rules(reasons(1, true))).toEqual(['tiny/two']));
    it('${tag('W-2')} takes two or more', () => expect(reasons(2, true)).toEqual([]));
    it('${tag('W-3')} takes two', () => expect(rules(lone().refusals)).toEqual(['tiny/two']));
    it('${tag('W-4')} takes two', () => expect(rules(reasons(1, true))).toContain('tiny/two'));
    it('${tag('W-4')} is back', () => expect(rules(reasons(2, false))).toEqual(['tiny/back']));
    it('${tag('W-5')} is wrong', () => expect(reasons(2, true)).toEqual(['tiny/two']));`;
  const claim = (id: string, ...rules: string[]): Claim => ({
    id,
    rules,
    files: ['tests/tiny.test.ts'],
  });
  const proved = async (...claims: readonly Claim[]) =>
    prove(claims, await jestIn(place), () => {});

  beforeAll(() => {
    for (const folder of ['src', 'tests']) mkdirSync(join(place, folder));
    writeFileSync(join(place, 'package.json'), JSON.stringify({ type: 'module', jest }));
    writeFileSync(join(place, 'src/tiny.ts'), rule);
    writeFileSync(join(place, 'tests/tiny.test.ts'), tests);
  });

  it('switches a rule off, and is content where the test that names the clause fails', async () => {
    expect(await proved(claim('W-1', 'tiny/two'), claim('W-3', 'tiny/two'))).toEqual([]);
  }, 120_000);

  it('wants each rule to be missed by a test that names its clause', async () => {
    expect(
      await proved(
        claim('W-2', 'tiny/two'),
        claim('W-4', 'tiny/two', 'tiny/back'),
        claim('W-1', 'tiny/two', 'tiny/back'),
      ),
    ).toEqual([
      'W-2: every test that names it still passes without tiny/two.',
      'W-1: every test that names it still passes without tiny/back.',
    ]);
  }, 120_000);

  it('runs the slow tests only where the quick ones miss nothing', async () => {
    const runs: (readonly string[])[] = [];
    const outcome = (file: string, passed: boolean) => ({
      title: tag('W-1'),
      passed,
      file,
      took: file.length * 1000,
    });
    const both = { id: 'W-1', rules: ['tiny/two', 'tiny/back'], files: ['slow.test.ts', 'a.ts'] };
    const faults = await prove(
      [both],
      async (_claims, files, rule) => {
        if (rule !== undefined) runs.push([rule, ...files]);
        return files.map((file) => outcome(file, file === 'a.ts' ? rule !== 'tiny/back' : true));
      },
      () => {},
    );
    expect(runs.filter(([rule]) => rule === 'tiny/back')).toEqual([['tiny/back', 'a.ts']]);
    expect(runs.filter(([rule]) => rule === 'tiny/two')).toEqual([
      ['tiny/two', 'a.ts'],
      ['tiny/two', 'slow.test.ts'],
    ]);
    expect(faults).toEqual(['W-1: every test that names it still passes without tiny/two.']);
  });

  it('is of what is asked for by clause or by rule, and says what is neither', () => {
    const all = [claim('W-1', 'tiny/two', 'tiny/back'), claim('W-2', 'tiny/two')];
    expect(chosen(all, [])).toEqual({ claims: all, unknown: [] });
    expect(chosen(all, ['tiny/back'])).toEqual({
      claims: [claim('W-1', 'tiny/back')],
      unknown: [],
    });
    expect(chosen(all, ['W-2', 'W-9', 'tiny/three'])).toEqual({
      claims: [claim('W-2', 'tiny/two')],
      unknown: ['W-9', 'tiny/three'],
    });
  });

  it('takes nothing for proof that fails anyway, or is not run', async () => {
    expect(await proved(claim('W-5', 'tiny/two'), claim('W-6', 'tiny/two'))).toEqual([
      `W-5: “${tag('W-5')} is wrong” fails with every rule on.`,
      'W-6: no test that names it was run.',
    ]);
  }, 120_000);
});
