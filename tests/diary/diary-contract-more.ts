/** More of what every diary does: what does not come every day, and two who use it at once. */
import type { Change, Claim, Diary } from '../../src/journeys/diary.ts';
import { instant, schoolId } from '../../src/vocabulary.ts';
import { at, claim, key, timer } from './diary-contract.ts';

const school = schoolId('school');

/** Names that some store or other cannot hold as they are, each beside what it might be taken for. */
const names = [
  ['a slash', 'a/b', 'a=2Fb'],
  ['a backslash', 'a\\b', 'a/b'],
  ['a hash', 'a#b', 'a%23b'],
  ['a question mark', 'a?b', 'a'],
  ['a quote', "a'b", "a''b"],
  ['double quotes', 'a"b', 'a'],
  ['a space', 'a b', 'a+b'],
  ['a mark of exclamation', 'a!b', 'a'],
  ['a colon and a bar', 'a:b|c', 'a:b'],
  ['a line break', 'a\nb', 'a\tb'],
  ['other letters', 'Siân-学校', 'Sian-学校'],
  ['an emoji', '🏠🏠', '🏠'],
  ['capitals', 'Visit', 'visit'],
  ['nothing in it', '', ' '],
  ['great length', 'x'.repeat(2_000), 'x'.repeat(2_001)],
  ['great length after escaping', '/'.repeat(900), '/'.repeat(901)],
] as const;

/** Lengths around what one property, one row and one transaction of a table may hold. */
const lengths = [29_999, 30_000, 30_001, 65_536, 420_000, 420_001, 1_000_000];

export const describeDiaryFurther = (
  name: string,
  open: () => Promise<() => Promise<Diary>>,
): void => {
  describe(`${name}: a diary`, () => {
    let diary: Diary;
    let other: Diary;
    beforeEach(async () => {
      const reopen = await open();
      [diary, other] = [await reopen(), await reopen()];
    });
    afterEach(async () => {
      await diary.close();
      await other.close();
    });
    const idsFrom = async (from: Diary, given: Claim) =>
      (await from.claimDue(given)).map(({ id }) => id);
    const value = async (id = 'a') => (await diary.read(key('page', id)))?.value;

    describe('takes every name', () => {
      it.each(names)('with %s', async (_, one, like) => {
        const put = (id: string, partition: string): Change => ({
          put: key('timer', id, partition),
          value: [id, partition],
          due: at('09:00'),
        });
        for (const partition of [one, like])
          await diary.commit([put(one, partition), put(like, partition)]);
        const record = await diary.read(key('timer', one, like));
        expect(record).toMatchObject({ id: one, partition: like, value: [one, like] });
        const inOne = await diary.readPartition(school, one);
        expect(inOne.map(({ id }) => id).toSorted()).toEqual([one, like].toSorted());
        expect(await diary.list(school, 'timer')).toHaveLength(4);
        expect(await diary.claimDue(claim('10:00'))).toHaveLength(4);
        await diary.commit([{ remove: key('timer', one, one) }]);
        expect(await diary.readPartition(school, one, 'timer')).toHaveLength(1);
      });

      it('and mixes no partition up with one whose name goes on', async () => {
        await diary.commit([{ put: key('page', 'a', 'visit-1'), value: 1 }]);
        await diary.commit([{ put: key('page', 'a', 'visit-10'), value: 10 }]);
        expect(await diary.readPartition(school, 'visit-1')).toHaveLength(1);
        expect(await diary.readPartition(school, 'visit-1', 'page')).toHaveLength(1);
      });

      it('and gives them in order', async () => {
        for (const partition of ['b', 'a', 'a-1'])
          await diary.commit(
            ['2', '10', '1'].map((id): Change => ({ put: key('card', id, partition), value: id })),
          );
        const listed = await diary.list(school, 'card');
        expect(listed.map(({ partition, id }) => `${partition} ${id}`)).toEqual(
          ['a', 'a-1', 'b'].flatMap((each) => [`${each} 1`, `${each} 10`, `${each} 2`]),
        );
      });
    });

    describe('takes values of any length', () => {
      it.each(lengths)('as %s characters, then short, then long again', async (length) => {
        const long = 'é'.repeat(length);
        for (const each of [long, 'short', `${long}!`]) {
          expect(await diary.commit([{ put: key('page', 'a'), value: each }])).toBe('done');
          expect((await value()) === each).toBe(true);
        }
        expect((await diary.list(school, 'page')).map((one) => one.value === `${long}!`)).toEqual([
          true,
        ]);
        await diary.commit([{ remove: key('page', 'a') }]);
        expect(await value()).toBeUndefined();
      });

      it('and cuts no character in two', async () => {
        for (const before of ['', 'x']) {
          const text = before + '🏠'.repeat(100_000);
          await diary.commit([{ put: key('page', 'a'), value: text }]);
          expect((await value()) === text).toBe(true);
        }
      });

      it('and gives a long one whole while another writes it', async () => {
        const long = (letter: string) => letter.repeat(500_000);
        await diary.commit([{ put: key('page', 'a'), value: long('a') }]);
        const writing = (async () => {
          for (const letter of ['b', 'c', 'd', 'e'])
            await other.commit([{ put: key('page', 'a'), value: long(letter) }]);
        })();
        for (let reads = 0; reads < 8; reads += 1) {
          const text = String(await value());
          expect(text === long(text[0] ?? '')).toBe(true);
        }
        await writing;
      });
    });

    describe('takes many changes in one commit', () => {
      const many = (value: number): Change[] =>
        Array.from({ length: 150 }, (_, n) => ({
          put: key('outgoing', `o${n}`),
          value,
          due: at('09:00'),
          lane: 'alarm',
        }));
      const page = (value: number, expects?: number | 'absent'): Change => ({
        put: key('page', 'a'),
        value,
        ...(expects !== undefined && { expects }),
      });
      const outgoing = async () =>
        (await diary.readPartition(school, 'visit-1', 'outgoing')).map((one) => one.value);

      it('all of them', async () => {
        expect(await diary.commit([...many(1), page(1, 'absent')])).toBe('done');
        expect(await outgoing()).toEqual(Array(150).fill(1));
        expect(await diary.commit([...many(2), page(2)])).toBe('done');
        expect(await outgoing()).toEqual(Array(150).fill(2));
        expect(await idsFrom(diary, claim('10:00', { lane: 'alarm', limit: 200 }))).toHaveLength(
          150,
        );
        expect(
          await diary.commit(many(0).map((each) => ('put' in each ? { remove: each.put } : each))),
        ).toBe('done');
        expect(await outgoing()).toEqual([]);
      });

      it('or none, where one expectation does not hold', async () => {
        await diary.commit([page(1)]);
        expect(await diary.commit([...many(1), page(2, 'absent')])).toBe('clash');
        expect(await outgoing()).toEqual([]);
        expect(await value()).toBe(1);
      });
    });

    describe('is used by two at once', () => {
      it('who see each other and clash', async () => {
        await diary.commit([{ put: key('page', 'a'), value: 1 }]);
        const expects = (await other.read(key('page', 'a')))?.version ?? 0;
        await diary.commit([{ put: key('page', 'a'), value: 2 }]);
        expect(await other.commit([{ put: key('page', 'a'), value: 3, expects }])).toBe('clash');
        expect(await other.commit([{ remove: key('page', 'a'), expects }])).toBe('clash');
        expect(await value()).toBe(2);
      });

      it('who both count on, and lose nothing', async () => {
        await diary.commit([{ put: key('counter', 'n'), value: 0 }]);
        const count = async (by: Diary): Promise<void> => {
          const record = await by.read(key('counter', 'n'));
          const change: Change = {
            put: key('counter', 'n'),
            value: Number(record?.value) + 1,
            expects: record?.version ?? 'absent',
          };
          if ((await by.commit([change])) === 'clash') await count(by);
        };
        await Promise.all(Array.from({ length: 12 }, (_, n) => count(n % 2 ? diary : other)));
        expect((await diary.read(key('counter', 'n')))?.value).toBe(12);
      });

      it('who never remove what the other has moved', async () => {
        await diary.commit([timer('t', '09:00')]);
        const [claimed] = await diary.claimDue(claim('09:30'));
        await other.commit([timer('t', '11:00')]);
        const done: Change = { remove: key('timer', 't'), expects: claimed?.version ?? 0 };
        expect(await diary.commit([done])).toBe('clash');
        expect(await diary.nextDue()).toBe(at('11:00'));
      });

      it('who never are given the same, and miss nothing', async () => {
        await diary.commit(Array.from({ length: 40 }, (_, n) => timer(`t${n}`, '09:00')));
        const given = await Promise.all(
          Array.from({ length: 8 }, (_, n) =>
            idsFrom(n % 2 ? diary : other, claim('10:00', { by: `w${n}`, limit: 7 })),
          ),
        );
        expect(given.flat()).toHaveLength(40);
        expect(new Set(given.flat()).size).toBe(40);
      });
    });

    describe('holds what is claimed', () => {
      const until = (time: string, by = 'one') => ({ by, until: at(time) });
      const held = async () => {
        await diary.commit([timer('a', '09:00')]);
        const [record] = await diary.claimDue(claim('10:00', until('10:01')));
        if (record === undefined) throw new Error('nothing was claimed');
        return record;
      };

      it('for longer, where it is renewed', async () => {
        const record = await held();
        expect(await diary.renew(record, until('10:05'))).toBe(true);
        expect(await idsFrom(other, claim('10:04', { by: 'two' }))).toEqual([]);
        expect(await idsFrom(other, claim('10:05', { by: 'two' }))).toEqual(['a']);
      });

      it('for nobody who does not hold it', async () => {
        const record = await held();
        expect(await other.renew(record, until('10:05', 'two'))).toBe(false);
        expect(await idsFrom(other, claim('10:01', { by: 'two' }))).toEqual(['a']);
        expect(await diary.renew(record, until('10:05'))).toBe(false);
      });

      it('no more, once it has been changed, or is gone', async () => {
        const record = await held();
        await other.commit([timer('a', '09:30')]);
        expect(await diary.renew(record, until('10:05'))).toBe(false);
        expect(await idsFrom(other, claim('10:00', { by: 'two' }))).toEqual(['a']);
        await other.commit([{ remove: key('timer', 'a') }]);
        expect(await diary.renew(record, until('10:05'))).toBe(false);
      });

      it('in the order of time, to the thousandth of a second, whatever its partition', async () => {
        const times = ['10:00:00.002Z', '10:00:00.001Z', '09:59:59.999Z', '10:00:00Z'];
        for (const [n, time] of times.entries())
          await diary.commit([
            {
              put: key('timer', time, `visit-${n}`),
              value: n,
              due: instant(`2026-11-23T${time}`),
              lane: 'alarm',
            },
          ]);
        const given = await idsFrom(diary, claim('10:01', { lane: 'alarm' }));
        expect(given).toEqual([...times].toSorted((a, b) => order(a) - order(b)));
      });

      const order = (time: string) => Date.parse(`2026-11-23T${time}`);
    });
  });
};
