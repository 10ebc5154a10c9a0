/** Help and code words, from the press to the last responder's message, beside the bare bot SDK doing the same. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { milliseconds, ratios, spreadOf, table } from './figures.ts';
import { type Measured, playScene, type Scene } from './help-scene.ts';

type Weather = Pick<Scene, 'kinds' | 'submits' | 'fault'> & { readonly name: string };

const both = ['help', 'word'] as const;

const weathers: readonly Weather[] = [
  { name: 'Help', kinds: ['help'], submits: 0 },
  { name: 'A code word', kinds: ['word'], submits: 0 },
  { name: 'Both, with 50 forms a second', kinds: both, submits: 50 },
  {
    name: 'Both, Graph answering 503',
    kinds: both,
    submits: 0,
    fault: { on: 'graph', kind: '503', retryAfter: 5 },
  },
  {
    name: 'Both, Graph not answering',
    kinds: both,
    submits: 0,
    fault: { on: 'graph', kind: 'slow', retryAfter: 3_600 },
  },
];

const goalMs = 300;
const load = (): string => loadavg()[0]?.toFixed(1) ?? '';

const holds = ({ times, missing }: Measured): boolean =>
  times.length > 0 && missing === 0 && spreadOf(times).p99 < goalMs;

const formsIn = ({ answers, unanswered }: Measured): string =>
  answers.length + unanswered === 0
    ? ''
    : `${answers.length} of ${answers.length + unanswered} in ${milliseconds(spreadOf(answers))}`;

type Given = { readonly presses: number; readonly seed: number; readonly only: string | undefined };

/** True where every scene meets the goal. */
export const measureHelp = async ({ presses, seed, only }: Given): Promise<boolean> => {
  const folder = mkdtempSync(join(tmpdir(), 'home-visits-bench-'));
  const file = join(folder, 'told.json');
  const rows: (readonly string[])[] = [
    ['', 'presses', 'product', 'bare SDK', 'ratio', 'forms answered', 'load', ''],
  ];
  let allHold = true;
  for (const { name, ...weather } of weathers.filter((one) => one.name.includes(only ?? ''))) {
    const before = load();
    const product = await playScene({ bot: 'product', presses, seed, ...weather });
    const { told } = product;
    writeFileSync(file, JSON.stringify(told));
    const env = { BENCH_TOLD: file };
    const bare = await playScene({ bot: 'bare', presses, seed, told, env, ...weather });
    const [ours, theirs] = [spreadOf(product.times), spreadOf(bare.times)];
    const isMet = holds(product);
    allHold &&= isMet;
    rows.push([
      name,
      `${product.times.length}${product.missing > 0 ? ` and ${product.missing} missing` : ''}`,
      milliseconds(ours),
      milliseconds(theirs),
      ratios(ours, theirs),
      formsIn(product),
      `${before} to ${load()}`,
      isMet ? 'PASS' : 'FAIL',
    ]);
    console.info((rows.at(-1) ?? []).join(' | '));
  }
  rmSync(folder, { recursive: true, force: true });
  console.info(
    `\nFrom the press to the last responder's message, p50 / p95 / p99; p99 is to be under ${goalMs} ms`,
  );
  console.info(table(rows));
  return allHold;
};
