import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { sqliteDiary } from '../../src/diary/sqlite-diary.ts';
import { schoolId } from '../../src/vocabulary.ts';
import { at, claim, describeDiary, key, timer } from './diary-contract.ts';
import { describeDiaryFurther } from './diary-contract-more.ts';

const school = schoolId('school');
let folder: string;
const path = () => join(folder, 'diary.sqlite');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diary-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describeDiary('SQLite', async () => async () => sqliteDiary(path()), { partitions: 100 });
describeDiaryFurther('SQLite', async () => async () => sqliteDiary(path()));

describe('the SQLite diary', () => {
  it('can live in memory alone', async () => {
    const diary = sqliteDiary(':memory:');
    await diary.commit([timer('a', '10:00')]);
    expect(await diary.nextDue()).toBe(at('10:00'));
    await diary.close();
  });

  it('can be read by nobody else on the machine', async () => {
    const diary = sqliteDiary(path());
    await diary.commit([timer('a', '10:00')]);
    const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o077);
    expect(modes).not.toHaveLength(0);
    expect(modes.every((others) => others === 0)).toBe(true);
    await diary.close();
  });

  it('is one file once closed', async () => {
    const diary = sqliteDiary(path());
    await diary.commit([timer('a', '10:00')]);
    await diary.close();
    await diary.close();
    expect(readdirSync(folder)).toEqual(['diary.sqlite']);
  });

  it('reads a page that another has written, removed or made again, though it remembers the one before', async () => {
    const [one, other] = [sqliteDiary(path()), sqliteDiary(path())];
    const page = key('page', 'a');
    const read = async () => (await other.read(page))?.value;
    for (const value of [1, 2]) {
      await one.commit([{ put: page, value }]);
      expect(await read()).toBe(value);
    }
    await one.commit([{ remove: page }]);
    expect(await read()).toBeUndefined();
    expect(await other.list(school, 'page')).toEqual([]);
    await one.commit([{ put: page, value: 3 }]);
    expect(await read()).toBe(3);
    expect((await other.list(school, 'page')).map(({ value }) => value)).toEqual([3]);
    await Promise.all([one.close(), other.close()]);
  });

  it('waits for another process that writes to the same file', async () => {
    const [one, other] = [sqliteDiary(path()), sqliteDiary(path())];
    expect(await one.commit([{ put: key('page', 'a'), value: 1, expects: 'absent' }])).toBe('done');
    expect(await other.commit([{ put: key('page', 'a'), value: 2, expects: 'absent' }])).toBe(
      'clash',
    );
    await one.commit([timer('t', '10:00')]);
    expect(await other.claimDue(claim('10:00'))).toHaveLength(1);
    expect(await one.claimDue(claim('10:00'))).toHaveLength(0);
    await Promise.all([one.close(), other.close()]);
  });

  it('will not open what a later version has written', async () => {
    const later = new DatabaseSync(path());
    later.exec('PRAGMA user_version = 99');
    later.close();
    expect(() => sqliteDiary(path())).toThrow('another version');
  });

  it('has every commit it acknowledged after SIGKILL, and no half of one', async () => {
    const script = fileURLToPath(new URL('./commit-until-killed.ts', import.meta.url));
    const child = spawn(process.execPath, [script, path()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const acknowledged: number[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged.push(Number(line));
      if (acknowledged.length === 200) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');

    const diary = sqliteDiary(path());
    const pages = await diary.list(school, 'page');
    const timers = await diary.claimDue(claim('10:00', { lane: 'alarm', limit: 1_000_000 }));
    const partitions = new Set(pages.map(({ partition }) => partition));
    expect(acknowledged.length).toBeGreaterThanOrEqual(200);
    expect(acknowledged.filter((count) => !partitions.has(`visit-${count}`))).toEqual([]);
    expect(new Set(timers.map(({ partition }) => partition))).toEqual(partitions);
    await diary.close();
  }, 30_000);
});
