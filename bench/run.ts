/** `npm run bench`: what help costs beside the bare bot SDK. `--presses 1000`; `--check` fails where the goal is missed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { milliseconds, ratios, spreadOf, table } from './figures.ts';
import { type Measured, playScene, type Scene } from './help-scene.ts';

const { values } = parseArgs({
  options: { presses: { type: 'string', default: '1000' }, check: { type: 'boolean' } },
});
const presses = Number(values.presses);
const goalMs = 300;

type Weather = Pick<Scene, 'submits' | 'graphDown'> & {
  readonly name: string;
  readonly held: boolean;
};
const weathers: readonly Weather[] = [
  { name: 'quiet', submits: 0, graphDown: false, held: false },
  { name: '50 submits a second', submits: 50, graphDown: false, held: true },
  { name: 'Graph down', submits: 0, graphDown: true, held: true },
  { name: 'both', submits: 50, graphDown: true, held: false },
];

const folder = mkdtempSync(join(tmpdir(), 'home-visits-bench-'));
const told = join(folder, 'told.json');
const load = (): string => loadavg()[0]?.toFixed(1) ?? '';

const against = (name: string, { times, missing }: Measured): boolean => {
  const { p99 } = spreadOf(times);
  const holds = times.length > 0 && missing === 0 && p99 < goalMs;
  console.info(`${holds ? 'PASS' : 'FAIL'}  ${name}: p99 ${p99.toFixed(0)} ms, ${missing} missing`);
  return holds;
};

let holds = true;
const rows: string[][] = [['', 'product', 'bare SDK', 'ratio', 'submits', 'load']];
for (const { name, held, ...weather } of weathers) {
  const product = await playScene({ bot: 'product', presses, ...weather });
  writeFileSync(told, JSON.stringify(product.told));
  const bare = await playScene({ bot: 'bare', presses, ...weather, env: { BENCH_TOLD: told } });
  const [ours, theirs] = [spreadOf(product.times), spreadOf(bare.times)];
  const { sent, answered } = product.submitted;
  rows.push([
    name,
    milliseconds(ours),
    milliseconds(theirs),
    ratios(ours, theirs),
    `${answered} of ${sent}`,
    load(),
  ]);
  if (held) holds = against(name, product) && holds;
}
rmSync(folder, { recursive: true, force: true });
console.info(
  `\nHelp and code words, ${presses} presses: p50 / p95 / p99 to the last responder's message`,
);
console.info(table(rows));
if (values.check === true && !holds) process.exitCode = 1;
