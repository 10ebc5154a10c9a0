import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { noticeChanges } from '../../src/journeys/notice-changes.ts';
import { openPage } from '../../src/journeys/page.ts';
import { sweep } from '../../src/journeys/sweep.ts';
import type { Book, Columns, Item } from '../../src/register/book.ts';
import type { VisitId } from '../../src/vocabulary.ts';
import { okafor, sam } from '../builders/cast.ts';
import { editing, planning, wholeStory } from './long.ts';
import { forgetLists, openTenant, type Tenant } from './tenant.ts';
import {
  act,
  approving,
  ask,
  type Clock,
  createClock,
  goOut,
  openWorld,
  type Playing,
} from './world.ts';

let tenant: Tenant;
let clock: Clock;
let playing: Playing;
beforeEach(async () => {
  tenant = await openTenant(60);
  clock = createClock();
  playing = await openWorld({ tenant, clock });
});
afterEach(async () => {
  await playing.kept.close();
  await tenant.stop();
});
afterAll(forgetLists);

/** Asked for, written anew until it takes three items, and approved. */
const approvedVisit = async (): Promise<VisitId> => {
  const id = await ask(playing);
  for (const count of [0, 1, 2, 3, 4]) await act(playing, id, sam, editing(count));
  const { content } = await playing.visit(id);
  await act(playing, id, okafor, { verb: 'open-details', content });
  await act(playing, id, okafor, await approving(playing, id));
  await playing.pass(2);
  expect((await playing.visit(id)).status).toBe('approved');
  return id;
};

type Site = 'HomeVisits' | 'Safeguarding';

const partsIn = async (site: Site): Promise<readonly Item[]> => {
  const { visitsMore, safeguardingMore } = tenant.books;
  const items = await tenant.itemsOf(site === 'HomeVisits' ? visitsMore : safeguardingMore);
  return items.toSorted((a, b) => Number(a.columns['Part']) - Number(b.columns['Part']));
};

const byHand = (site: Site): Book => tenant.byHand(site, 'HistoryMore');

const change = async (site: Site, index: number, columns: Columns): Promise<void> => {
  const part = (await partsIn(site))[index];
  if (part === undefined) throw new Error('There is no such part.');
  await byHand(site).update(part.place, columns, 'click');
};

const textOf = async (site: Site, index: number): Promise<string> =>
  String((await partsIn(site))[index]?.columns['History']);

const remove = async (site: Site, index: number): Promise<void> => {
  const part = (await partsIn(site))[index];
  await tenant.remove(site, 'HistoryMore', part?.place.item ?? '');
};

const changes: Readonly<Record<string, (site: Site) => Promise<void>>> = {
  edited: async (site) =>
    change(site, 0, { History: (await textOf(site, 0)).replace('"by":"sam"', '"by":"jo"') }),
  emptied: (site) => change(site, 0, { History: '' }),
  removed: (site) => remove(site, 1),
  swapped: async (site) => {
    const [one, other] = [await textOf(site, 0), await textOf(site, 1)];
    await change(site, 0, { History: other });
    await change(site, 1, { History: one });
  },
  'cut short': async (site) =>
    change(site, 1, { History: JSON.stringify(JSON.parse(await textOf(site, 1)).slice(0, -1)) }),
};

const expectMended = async (id: VisitId) => {
  const { page } = await openPage(playing.world, id);
  for (const which of ['visit', 'assessment'] as const) {
    const { events } = await wholeStory(tenant, id, which);
    const known = which === 'visit' ? page.events : page.restricted;
    expect(events.map(({ seal }) => seal)).toEqual(known.map(({ seal }) => seal));
  }
};

const sites = ['HomeVisits', 'Safeguarding'] as const;

describe('a part of a long history that somebody changes by hand', () => {
  it('is noticed each time in each site, is told, and is put right', async () => {
    const id = await approvedVisit();
    const broken = async () =>
      (await playing.events(id)).filter((type) => type === 'history-broken').length;
    for (const [what, changing] of Object.entries(changes)) {
      const before = await broken();
      for (const site of sites) await changing(site);
      await playing.pass(2);
      const found = (await broken()) - before;
      expect({ what, found }).toEqual({ what, found: what === 'swapped' ? 4 : 2 });
      await expectMended(id);
    }
    expect((await playing.visit(id)).status).toBe('approval void');
    expect(playing.told('rao').length).toBeGreaterThan(0);
    const found = await playing.events(id);
    await playing.pass(3);
    expect(await playing.events(id)).toEqual(found);
    expect(playing.faults).toEqual([]);
    const fresh = await openWorld({ tenant, clock });
    await sweep(fresh.world);
    await noticeChanges(fresh.world);
    expect(await fresh.events(id)).toEqual(found);
    await fresh.kept.close();
  }, 30_000);

  it('is no part of it where only what people read beside it was changed', async () => {
    const id = await approvedVisit();
    await change('HomeVisits', 0, { Title: 'HV-2026-9999' });
    const text = await textOf('HomeVisits', 1);
    await change('HomeVisits', 1, { History: JSON.stringify(JSON.parse(text), null, 1) });
    await playing.pass(2);
    expect((await playing.visit(id)).status).toBe('approved');
    expect(await playing.events(id)).not.toContain('history-broken');
  });

  it('leaves nobody unwatched who is out', async () => {
    const id = await goOut(playing, clock);
    for (let count = 0; count < 23; count += 1) await act(playing, id, sam, planning(count));
    await playing.pass(2);
    await remove('HomeVisits', 0);
    await playing.pass(2);
    expect((await playing.visit(id)).status).toBe('out');
    expect(await playing.events(id)).toContain('history-broken');
    await expectMended(id);
    clock.set('15:45');
    await playing.runner.settle();
    expect(playing.told('pat', 'alarm').length).toBeGreaterThan(0);
  });
});

describe('a part that was changed while the diary was lost', () => {
  it('is noticed by the seals, and what holds before it is kept', async () => {
    const id = await approvedVisit();
    await changes['edited']?.('HomeVisits');
    const spoilt = await openWorld({ tenant, clock });
    await noticeChanges(spoilt.world);
    await spoilt.runner.settle();
    expect(spoilt.told('rao').length).toBeGreaterThan(0);
    expect((await spoilt.events(id)).filter((type) => type === 'approved')).toEqual([]);
    await spoilt.kept.close();
  });

  it('is noticed where another visit’s part is put in its place', async () => {
    const id = await approvedVisit();
    const other = await ask(playing, 'another');
    for (const count of [0, 1, 2]) await act(playing, other, sam, editing(count));
    const theirs = (await partsIn('HomeVisits')).find(
      ({ columns }) => columns['Title'] === 'HV-2026-0002',
    );
    await change('HomeVisits', 0, { History: String(theirs?.columns['History']) });
    const spoilt = await openWorld({ tenant, clock });
    await noticeChanges(spoilt.world);
    expect((await openPage(spoilt.world, id)).page.events).toEqual([]);
    await spoilt.runner.settle();
    expect(spoilt.told('rao').length).toBeGreaterThan(0);
    await spoilt.kept.close();
  });
});
