/**
 * `npm run bench`: help beside the bare bot SDK, a week's list of five hundred, and what one visit's day costs of Graph.
 * `--presses 1000` for each scene, `--seed 7`, `--part help`, `--scene 503`. Ends with 1 where a goal is missed.
 */
import { cpus, loadavg, release, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { seedFrom } from '../tests/soak/random.ts';
import { measureDay } from './day.ts';
import { measureHelp } from './help.ts';
import { measureList } from './list.ts';

const { values } = parseArgs({
  options: {
    presses: { type: 'string', default: '1000' },
    seed: { type: 'string' },
    part: { type: 'string' },
    scene: { type: 'string' },
  },
});
const seed = seedFrom(values.seed);
const [cpu] = cpus();
const memory = (totalmem() / 2 ** 30).toFixed(1);
const loads = loadavg().map((one) => one.toFixed(1));

console.info(`Seed ${seed}`);
console.info(
  `${cpus().length} × ${cpu?.model ?? 'processor'}, ${memory} GiB, Linux ${release()}, Node ${process.version}, load ${loads.join(' ')}`,
);

const parts = {
  day: measureDay,
  list: measureList,
  help: () => measureHelp({ presses: Number(values.presses), seed, only: values.scene }),
} as const;

let allHold = true;
for (const [name, measure] of Object.entries(parts)) {
  if (values.part !== undefined && values.part !== name) continue;
  console.info(`\n# ${name}`);
  const holds = await measure();
  allHold &&= holds;
}
process.exitCode = allHold ? 0 : 1;
