import type { Change, Claim, Diary, Due, Key, Kind } from '../../src/journeys/diary.ts';
import { type Instant, instant, schoolId } from '../../src/vocabulary.ts';

const school = schoolId('school');
export const at = (time: string): Instant => instant(`2026-11-23T${time}:00Z`);

export const key = (kind: Kind, id: string, partition = 'visit-1'): Key => ({
  school,
  partition,
  kind,
  id,
});
type Where = { readonly lane?: Due['lane']; readonly partition?: string };
export const timer = (id: string, due: string, { lane, partition }: Where = {}): Change => ({
  put: key('timer', id, partition),
  value: { id },
  due: at(due),
  ...(lane && { lane }),
});
export const claim = (now: string, given: Partial<Claim> = {}): Claim => ({
  now: at(now),
  lane: 'ordinary',
  by: 'one',
  until: at('23:59'),
  limit: 100,
  ...given,
});

type Size = {
  /** How many partitions of a hundred records it is quick with; a stand-in for Azure is slower than Azure. */
  readonly partitions: number;
};

/** What every diary does, whatever it is kept in. `open` opens the same diary again when called again. */
export const describeDiary = (
  name: string,
  open: () => Promise<() => Promise<Diary>>,
  { partitions: count }: Size,
): void => {
  describe(`${name}: a diary`, () => {
    let reopen: () => Promise<Diary>;
    let diary: Diary;
    const ids = async (given: Claim) => (await diary.claimDue(given)).map(({ id }) => id);

    beforeEach(async () => {
      reopen = await open();
      diary = await reopen();
    });
    afterEach(() => diary.close());

    describe('keeps records', () => {
      it('knows nothing of what was never written', async () => {
        expect(await diary.read(key('page', 'a'))).toBeUndefined();
        expect(await diary.nextDue()).toBeUndefined();
        expect(await diary.commit([])).toBe('done');
      });

      it('gives back what was put, and no more', async () => {
        const value = { words: "Siân O'Neill — 'quoted' 🏠", list: [1, null, { deep: true }] };
        await diary.commit([{ put: key('page', 'a'), value }]);
        const record = await diary.read(key('page', 'a'));
        expect(record).toEqual({ ...key('page', 'a'), value, version: record?.version });
      });

      it('keeps schools, partitions and kinds apart', async () => {
        await diary.commit([{ put: key('page', 'a'), value: 1 }]);
        expect(await diary.read(key('card', 'a'))).toBeUndefined();
        expect(await diary.read(key('page', 'a', 'visit-2'))).toBeUndefined();
        expect(
          await diary.read({ ...key('page', 'a'), school: schoolId('other') }),
        ).toBeUndefined();
        expect(await diary.list(schoolId('other'), 'page')).toEqual([]);
      });

      it('reads a partition, whole or by kind, and a kind across partitions', async () => {
        await diary.commit([
          { put: key('page', 'a'), value: 1 },
          { put: key('card', 'b'), value: 2 },
        ]);
        await diary.commit([{ put: key('card', 'c', 'visit-2'), value: 3 }]);
        const values = (records: readonly { readonly value: unknown }[]) =>
          records.map(({ value }) => value);
        expect(values(await diary.readPartition(school, 'visit-1')).toSorted()).toEqual([1, 2]);
        expect(values(await diary.readPartition(school, 'visit-1', 'card'))).toEqual([2]);
        expect(values(await diary.list(school, 'card')).toSorted()).toEqual([2, 3]);
      });

      it('hands out copies: changing one changes nothing kept', async () => {
        const value = { words: 'kept' };
        await diary.commit([{ put: key('page', 'a'), value }]);
        value.words = 'changed';
        expect((await diary.read(key('page', 'a')))?.value).toEqual({ words: 'kept' });
      });

      it('survives being closed and opened again', async () => {
        await diary.commit([timer('a', '10:00', { lane: 'alarm' })]);
        const before = await diary.read(key('timer', 'a'));
        await diary.close();
        diary = await reopen();
        expect(await diary.read(key('timer', 'a'))).toEqual(before);
        expect(await ids(claim('10:00', { lane: 'alarm' }))).toEqual(['a']);
      });
    });

    describe('compares before it writes', () => {
      const put = (value: number, expects?: number | 'absent'): Change => ({
        put: key('page', 'a'),
        value,
        ...(expects !== undefined && { expects }),
      });
      const version = async () => (await diary.read(key('page', 'a')))?.version ?? 0;

      it('makes what must be absent once', async () => {
        expect(await diary.commit([put(1, 'absent')])).toBe('done');
        expect(await diary.commit([put(2, 'absent')])).toBe('clash');
        expect((await diary.read(key('page', 'a')))?.value).toBe(1);
      });

      it('changes only the version it was told of', async () => {
        await diary.commit([put(1)]);
        const first = await version();
        expect(await diary.commit([put(2, first)])).toBe('done');
        expect(await diary.commit([put(3, first)])).toBe('clash');
        expect((await diary.read(key('page', 'a')))?.value).toBe(2);
      });

      it('clashes over what is not there', async () => {
        expect(await diary.commit([put(1, 1)])).toBe('clash');
        expect(await diary.commit([{ remove: key('page', 'a'), expects: 1 }])).toBe('clash');
      });

      it('removes only the version it was told of, and anything when told none', async () => {
        await diary.commit([put(1)]);
        const first = await version();
        await diary.commit([put(2)]);
        expect(await diary.commit([{ remove: key('page', 'a'), expects: first }])).toBe('clash');
        expect(await diary.commit([{ remove: key('page', 'a') }])).toBe('done');
        expect(await diary.commit([{ remove: key('page', 'a') }])).toBe('done');
        expect(await diary.read(key('page', 'a'))).toBeUndefined();
      });

      it('never takes a record made again for the one that was removed', async () => {
        await diary.commit([put(1)]);
        const first = await version();
        await diary.commit([{ remove: key('page', 'a') }]);
        await diary.commit([put(2)]);
        expect(await diary.commit([put(3, first)])).toBe('clash');
      });

      it('leaves nothing of a commit that clashes', async () => {
        await diary.commit([put(1)]);
        const changes: Change[] = [
          { put: key('card', 'b'), value: 'left over' },
          { remove: key('page', 'a') },
          put(2, 'absent'),
        ];
        expect(await diary.commit(changes)).toBe('clash');
        expect(await diary.read(key('card', 'b'))).toBeUndefined();
        expect((await diary.read(key('page', 'a')))?.value).toBe(1);
      });

      it('lets exactly one of many at once succeed', async () => {
        await diary.commit([put(0)]);
        const first = await version();
        const answers = await Promise.all(
          Array.from({ length: 20 }, (_, value) => diary.commit([put(value, first)])),
        );
        expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
      });

      it('refuses to change two partitions in one commit', async () => {
        const changes = [timer('a', '10:00'), timer('b', '10:00', { partition: 'visit-2' })];
        await expect(diary.commit(changes)).rejects.toThrow('one partition');
        expect(await diary.read(key('timer', 'a'))).toBeUndefined();
      });
    });

    describe('says what is due', () => {
      it('gives earliest first, by lane, and nothing before its time', async () => {
        await diary.commit([
          timer('late', '10:30'),
          timer('early', '09:00'),
          timer('alarm', '08:00', { lane: 'alarm' }),
          timer('tomorrow', '23:00'),
          { put: key('page', 'never'), value: 1 },
        ]);
        expect(await ids(claim('10:30'))).toEqual(['early', 'late']);
        expect(await ids(claim('10:30', { lane: 'alarm' }))).toEqual(['alarm']);
      });

      it('gives at most as many as asked for', async () => {
        await diary.commit([timer('a', '09:00'), timer('b', '09:01'), timer('c', '09:02')]);
        expect(await ids(claim('10:00', { limit: 2 }))).toEqual(['a', 'b']);
        expect(await ids(claim('10:00', { limit: 2 }))).toEqual(['c']);
      });

      it('holds what it gave until the claim ends by itself', async () => {
        await diary.commit([timer('a', '09:00')]);
        expect(await ids(claim('10:00', { until: at('10:01') }))).toEqual(['a']);
        expect(await ids(claim('10:00', { by: 'two' }))).toEqual([]);
        expect(await ids(claim('10:01', { by: 'two' }))).toEqual(['a']);
      });

      it('lets go of what has been changed, and forgets what has been removed', async () => {
        await diary.commit([timer('a', '09:00'), timer('b', '09:00')]);
        expect(await ids(claim('10:00'))).toHaveLength(2);
        await diary.commit([timer('a', '09:30'), { remove: key('timer', 'b') }]);
        expect(await ids(claim('10:00'))).toEqual(['a']);
      });

      it('is due no more once put without a time', async () => {
        await diary.commit([timer('a', '09:00', { lane: 'alarm' })]);
        await diary.commit([{ put: key('timer', 'a'), value: 'done with' }]);
        expect(await ids(claim('10:00', { lane: 'alarm' }))).toEqual([]);
        expect(await diary.nextDue()).toBeUndefined();
      });

      it('leaves the version alone, so that the claimant can compare', async () => {
        await diary.commit([timer('a', '09:00')]);
        const [claimed] = await diary.claimDue(claim('10:00'));
        expect(claimed).toEqual(await diary.read(key('timer', 'a')));
      });

      it('says when the next is due, in any lane, held or not', async () => {
        await diary.commit([timer('a', '09:00', { lane: 'alarm' }), timer('b', '10:00')]);
        expect(await diary.nextDue()).toBe(at('09:00'));
        await diary.claimDue(claim('09:30', { lane: 'alarm' }));
        expect(await diary.nextDue()).toBe(at('09:00'));
        await diary.commit([{ remove: key('timer', 'a') }]);
        expect(await diary.nextDue()).toBe(at('10:00'));
      });

      it('never gives one record to two who ask at once', async () => {
        await diary.commit(Array.from({ length: 50 }, (_, n) => timer(`t${n}`, '09:00')));
        const given = await Promise.all(
          Array.from({ length: 10 }, (_, n) => ids(claim('10:00', { by: `w${n}`, limit: 9 }))),
        );
        expect(given.flat()).toHaveLength(50);
        expect(new Set(given.flat()).size).toBe(50);
      });
    });

    it(`stays quick with ${count * 100} records`, async () => {
      const partitions = Array.from({ length: count }, (_, n) => `visit-${n}`);
      for (const partition of partitions)
        await diary.commit(
          Array.from({ length: 100 }, (_, n) => timer(`t${n}`, '09:00', { partition })),
        );
      const started = performance.now();
      for (const partition of partitions) {
        await diary.read(key('timer', 't50', partition));
        await diary.readPartition(school, partition, 'page');
        await diary.nextDue();
        await diary.claimDue(claim('08:00'));
        await diary.claimDue(claim('10:00', { limit: 1 }));
      }
      expect(performance.now() - started).toBeLessThan(2_000);
    }, 60_000);
  });
};
