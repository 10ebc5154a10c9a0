import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from '@jest/globals';
import { azureDiary } from '../../src/diary/azure-diary.ts';
import type { Change } from '../../src/journeys/diary.ts';
import { instant, schoolId } from '../../src/vocabulary.ts';
import { type Azurite, startAzurite } from './azurite.ts';

type Said = {
  readonly what: string;
  readonly id: string;
  readonly by: string;
  readonly at: number;
};

const school = schoolId('school');
const timers = 120;
const visits = 12;
const overSeconds = 12;
const lateMs = 20_000;

let azurite: Azurite;
const said: Said[] = [];
const children: ChildProcess[] = [];
beforeAll(async () => {
  azurite = await startAzurite();
}, 30_000);
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await azurite.stop();
});

/** The slower it works, the more it holds that it has not done. */
const start = (name: string, workMs: number): ChildProcess => {
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('./instance.ts', import.meta.url)),
      azurite.connection,
      name,
      String(workMs),
    ],
    { env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  children.push(child);
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [what = '', id = '', by = '', at = ''] = line.split(' ');
    said.push({ what, id, by, at: Number(at) });
  });
  return child;
};
const times = (what: string, id?: string) =>
  said.filter((each) => each.what === what && (id === undefined || each.id === id));
const until = async (holds: () => boolean, ms: number) => {
  for (const end = Date.now() + ms; Date.now() < end && !holds(); ) await pause(50);
};

describe('Two instances on one Azurite, one killed while holding claims', () => {
  it('let every timer fire, at most 20 seconds late, at most twice', async () => {
    const [one] = [start('one', 700), start('two', 700)];
    await until(() => times('ready').length === 2, 20_000);
    const diary = azureDiary({ connection: azurite.connection }, [school]);
    const begins = Date.now() + 1_000;
    const due = new Map(
      Array.from({ length: timers }, (_, n) => [
        `t${n}`,
        begins + Math.floor((n * overSeconds * 1_000) / timers),
      ]),
    );
    const changes = [...due].map(
      ([id, time], n): Change => ({
        put: { school, partition: `visit-${n % visits}`, kind: 'timer', id },
        value: { id },
        due: instant(new Date(time).toISOString()),
        lane: n % 2 === 0 ? 'alarm' : 'ordinary',
      }),
    );
    for (const change of changes) expect(await diary.commit([change])).toBe('done');

    await until(() => times('fired').some(({ by }) => by === 'one'), 20_000);
    await pause(begins + 6_000 - Date.now());
    const open = (by: string) =>
      times('begun').filter((begun) => begun.by === by && times('fired', begun.id).length === 0);
    await until(() => open('one').length > 0, 10_000);
    const held = open('one').map(({ id }) => id);
    one.kill('SIGKILL');
    await once(one, 'exit');
    expect(held).not.toEqual([]);

    await until(
      () => [...due.keys()].every((id) => times('fired', id).length > 0),
      lateMs + overSeconds * 1_000,
    );
    const late = [...due].map(([id, time]) => (times('fired', id)[0]?.at ?? Infinity) - time);
    const often = [...due.keys()].map((id) => times('fired', id).length);
    expect(Math.max(...late)).toBeLessThanOrEqual(lateMs);
    expect(Math.max(...often)).toBeLessThanOrEqual(2);
    expect(held.every((id) => times('fired', id).some(({ by }) => by === 'two'))).toBe(true);
    // Only what was cut off in the middle may come twice.
    expect(often.filter((count) => count > 1).length).toBeLessThanOrEqual(visits * 2);
  }, 120_000);
});
