import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { doRecord } from '../../src/journeys/jobs.ts';
import { openPage } from '../../src/journeys/page.ts';
import type { VisitId } from '../../src/vocabulary.ts';
import { sam } from '../builders/cast.ts';
import { editing, planning, wholeStory } from './long.ts';
import { mortal } from './mortal.ts';
import { forgetLists, openTenant, type Tenant } from './tenant.ts';
import { act, ask, type Clock, createClock, goOut, openWorld, type Playing } from './world.ts';

let tenant: Tenant;
let clock: Clock;
let folder: string;
let path: string;
beforeEach(async () => {
  tenant = await openTenant(60);
  clock = createClock();
  folder = mkdtempSync(join(tmpdir(), 'home-visits-long-'));
  path = join(folder, 'diary.sqlite');
});
afterEach(async () => {
  await tenant.stop();
  rmSync(folder, { recursive: true, force: true });
});
afterAll(forgetLists);

const sealsOf = (events: readonly { readonly seal: string }[]) => events.map(({ seal }) => seal);

/** What the lists say and what the page says is one story, and nobody's hand is thought to be in it. */
const expectWhole = async (playing: Playing, id: VisitId, items: number) => {
  const { page } = await openPage(playing.world, id);
  const told = await wholeStory(tenant, id);
  expect(sealsOf(told.events)).toEqual(sealsOf(page.events));
  expect(told.lengths).toHaveLength(items);
  const restricted = await wholeStory(tenant, id, 'assessment');
  expect(sealsOf(restricted.events)).toEqual(sealsOf(page.restricted));
  const commands = page.events.map(({ command, type }) => `${command} ${type}`);
  expect(new Set(commands).size).toBe(commands.length);
  const types = await playing.events(id);
  expect(types.filter((type) => type === 'history-broken' || type === 'changed-by-hand')).toEqual(
    [],
  );
  expect(playing.faults).toEqual([]);
  return { told, restricted };
};

/** The next time that it is written anew takes a second item in each site. */
const longAlready = async (playing: Playing): Promise<VisitId> => {
  const id = await ask(playing);
  for (const count of [0, 1]) await act(playing, id, sam, editing(count));
  return id;
};

describe('killed where the next write needs another item', () => {
  it.each([true, false])(
    'comes to one history, each part once, whichever write was the last (done: %s)',
    async (done) => {
      const first = await openWorld({ tenant, clock, path });
      const ids = [];
      for (let count = 0; count < 7; count += 1) ids.push(await longAlready(first));
      await first.runner.settle();
      await first.kept.close();
      let kills = 0;
      for (const [index, id] of ids.entries()) {
        const kill = mortal(index + 1, done);
        const doomed = await openWorld({ tenant, clock, path, ...kill });
        kill.begin();
        const press = { id: `press-${index}` };
        await act(doomed, id, sam, editing(2), press).catch(() => undefined);
        await doomed.kept.close();
        const second = await openWorld({ tenant, clock, path });
        await second.pass(1);
        expect((await act(second, id, sam, editing(2), press)).kind).toBe('done');
        await second.pass(1);
        const { told, restricted } = await expectWhole(second, id, 2);
        expect(restricted.lengths).toHaveLength(2);
        expect(told.events.filter(({ type }) => type === 'edited')).toHaveLength(3);
        await second.kept.close();
        if (kill.wasKilled()) kills += 1;
      }
      // The intent, a part and an item in each of the two sites, and the page.
      expect(kills).toBe(6);
      for (const more of [tenant.books.visitsMore, tenant.books.safeguardingMore])
        expect(await tenant.itemsOf(more)).toHaveLength(kills + 1);
    },
    60_000,
  );
});

describe('killed while the list follows those who are out', () => {
  it('goes on where it was, with every part once', async () => {
    const first = await openWorld({ tenant, clock, path });
    const id = await goOut(first, clock);
    await first.kept.close();
    let count = 0;
    let items = 1;
    for (const done of [true, false])
      for (let dieAt = 1; dieAt <= 3; dieAt += 1) {
        const kill = mortal(dieAt, done);
        const doomed = await openWorld({ tenant, clock, path, ...kill });
        for (const end = count + 22; count < end; count += 1)
          await act(doomed, id, sam, planning(count));
        const key = {
          school: doomed.world.school,
          partition: id,
          kind: 'job',
          id: 'follow',
        } as const;
        const follow = await doomed.kept.read(key);
        if (follow === undefined) throw new Error('Nothing is to follow.');
        kill.begin();
        await doRecord(doomed.world, follow, async () => []).catch(() => undefined);
        expect(kill.wasKilled()).toBe(true);
        await doomed.kept.close();
        const second = await openWorld({ tenant, clock, path });
        clock.wait(0.5);
        await second.runner.settle();
        items += 1;
        const { told } = await expectWhole(second, id, items);
        expect(told.events.filter(({ type }) => type === 'plan-changed')).toHaveLength(count);
        await second.kept.close();
      }
    expect(await tenant.itemsOf(tenant.books.visitsMore)).toHaveLength(items - 1);
  }, 60_000);
});
