import { sqliteDiary } from '../../src/diary/sqlite-diary.ts';
import type { Diary } from '../../src/journeys/diary.ts';
import { createRunner } from '../../src/journeys/due.ts';
import { type Instant, minutesAfter } from '../../src/vocabulary.ts';
import { at, key, timer } from './diary-contract.ts';

/** Work that is done only when the story says so. */
const slowWork = () => {
  const begun: string[] = [];
  let finish = (): void => undefined;
  const finished = new Promise<void>((done) => {
    finish = done;
  });
  return { begun, finish, finished };
};

describe('Two instances on one diary', () => {
  let diary: Diary;
  let now: Instant;
  const faults: unknown[] = [];
  const instance = (by: string, work: Parameters<typeof createRunner>[1]) =>
    createRunner({ diary, now: () => now, report: (error) => faults.push(error) }, work, by);
  let { begun, finish, finished } = slowWork();
  const slow = (by: string) =>
    instance(by, async (record) => {
      begun.push(by);
      await finished;
      await diary.commit([{ remove: key('timer', record.id), expects: record.version }]);
    });

  beforeEach(() => {
    diary = sqliteDiary(':memory:');
    now = at('10:00');
    ({ begun, finish, finished } = slowWork());
  });
  afterEach(async () => {
    finish();
    await diary.close();
  });
  const pass = async (seconds: number, runners: readonly ReturnType<typeof slow>[]) => {
    for (let second = 0; second < seconds; second += 1) {
      now = minutesAfter(now, 1 / 60);
      for (const { look } of runners) await look();
    }
  };

  it('do not both do what takes longer than a claim', async () => {
    await diary.commit([timer('a', '10:00', { lane: 'alarm' })]);
    const [one, two] = [slow('one'), slow('two')];
    await one.look();
    await pass(120, [two, one]);
    expect(begun).toEqual(['one']);
    expect(faults).toEqual([]);
  });

  it('take over within 20 seconds from one that is no more', async () => {
    await diary.commit([timer('a', '10:00', { lane: 'alarm' })]);
    const [one, two] = [slow('one'), slow('two')];
    await pass(60, [one, two]);
    expect(begun).toEqual(['one']);
    await pass(20, [two]);
    expect(begun).toEqual(['one', 'two']);
  });

  it('begin again what hangs, and do not wait for it', async () => {
    await diary.commit([timer('a', '10:00', { lane: 'alarm' })]);
    const [one, two] = [slow('one'), slow('two')];
    await pass(290, [one, two]);
    expect(begun).toEqual(['one']);
    await pass(40, [one, two]);
    expect(begun).toHaveLength(2);
  });
});
