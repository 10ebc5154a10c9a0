import { setImmediate as breath, setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { sqliteDiary } from '../src/diary/sqlite-diary.ts';
import { createRightOfWay, givingWay } from '../src/right-of-way.ts';
import { schoolId } from '../src/vocabulary.ts';

const steps = async (way: ReturnType<typeof createRightOfWay>, many: number, each: () => void) => {
  for (let at = 0; at < many; at += 1) {
    await way.step();
    each();
  }
};

/** Busy for as long, as drawing a card is. */
const work = (ms: number): void => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

describe('the right of way', () => {
  it('lets nothing that can wait take a step while a call is under way', async () => {
    const way = createRightOfWay();
    const done: string[] = [];
    let answer = (): void => undefined;
    const call = way.first(async () => {
      await new Promise<void>((go) => {
        answer = go;
      });
      done.push('call');
    });
    const form = way.last(() => steps(way, 3, () => done.push('form')));
    await pause(50);
    expect(done).toEqual([]);
    answer();
    await Promise.all([call, form]);
    expect(done).toEqual(['call', 'form', 'form', 'form']);
  });

  it('hears a call between any two steps of what can wait', async () => {
    const way = createRightOfWay();
    let left = 200;
    const forms = Array.from({ length: 4 }, () =>
      way.last(() =>
        steps(way, 50, () => {
          left -= 1;
          work(2);
        }),
      ),
    );
    await breath();
    const before = left;
    await way.first(async () => undefined);
    expect(before - left).toBeLessThan(10);
    await Promise.all(forms);
    expect(left).toBe(0);
  });

  it('never makes a call wait, whoever asked for it', async () => {
    const way = createRightOfWay();
    const order: string[] = [];
    const other = way.first(() => pause(50));
    await way.last(() =>
      way.first(async () => {
        await way.step();
        order.push('call');
      }),
    );
    await other.then(() => order.push('other'));
    expect(order).toEqual(['call', 'other']);
  });

  it('goes on after half a second with what can wait, where a call hangs, and after one that failed', async () => {
    const way = createRightOfWay();
    const begun = performance.now();
    void way.first(() => new Promise<void>(() => undefined));
    await expect(way.first(() => Promise.reject(new Error('It failed.')))).rejects.toThrow();
    await way.last(() => way.step());
    expect(performance.now() - begun).toBeGreaterThan(400);
    const again = performance.now();
    await way.last(() => way.step());
    expect(performance.now() - again).toBeLessThan(400);
  });

  it('writes together what can wait, however much else there is to do', async () => {
    const way = createRightOfWay();
    let over = false;
    const busy = way.last(async () => {
      while (!over) {
        await way.step();
        work(1);
      }
    });
    let breaths = 0;
    const breathe = (): void => {
      breaths += 1;
      if (!over) setImmediate(breathe);
    };
    breathe();
    const written: number[] = [];
    await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        way.last(async () => {
          for (let taken = 0; taken < at % 4; taken += 1) await way.step();
          await way.write();
          written.push(breaths);
        }),
      ),
    );
    over = true;
    await busy;
    expect(written).toHaveLength(20);
    expect(new Set(written).size).toBeLessThan(6);
  });

  it('is kept by each look into the diary and each write, and changes nothing of what they answer', async () => {
    const way = createRightOfWay();
    const diary = givingWay(sqliteDiary(':memory:'), way);
    const key = { school: schoolId('school'), partition: 'v1', kind: 'kept', id: 'one' } as const;
    let over = false;
    const call = way.first(async () => {
      expect(await diary.commit([{ put: key, value: 1, expects: 'absent' }])).toBe('done');
      await pause(50);
      over = true;
    });
    await breath();
    const all = [
      () => diary.read(key),
      () => diary.readPartition(key.school, key.partition),
      () => diary.list(key.school, 'kept'),
      () => diary.commit([{ put: key, value: 2, expects: 'absent' }]),
    ].map((look) =>
      way.last(async () => {
        const answer = await look();
        expect(over).toBe(true);
        return answer;
      }),
    );
    const one = expect.objectContaining({ ...key, value: 1 });
    expect(await Promise.all(all)).toEqual([one, [one], [one], 'clash']);
    await call;
    await diary.close();
  });
});
