import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { commitPage } from '../../src/journeys/carry-out.ts';
import { unsure } from '../../src/journeys/history-parts.ts';
import { openPage } from '../../src/journeys/page.ts';
import type { Books } from '../../src/journeys/ports.ts';
import { sweep } from '../../src/journeys/sweep.ts';
import type { Book } from '../../src/register/book.ts';
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
  makeReady,
  openWorld,
  type Playing,
  who,
} from './world.ts';

/** What is asked of the two lists of first parts. */
const asked: string[] = [];
const counted = (name: string, book: Book): Book => {
  const noting =
    <A extends readonly unknown[], T>(verb: string, work: (...given: A) => Promise<T>) =>
    (...given: A): Promise<T> => {
      asked.push(`${verb} ${name}`);
      return work(...given);
    };
  return {
    create: noting('create', book.create),
    update: noting('update', book.update),
    read: noting('read', book.read),
    find: noting('find', book.find),
    where: noting('where', book.where),
    changes: noting('changes', book.changes),
  };
};
const books = (all: Books): Books => ({
  ...all,
  visitsMore: counted('visits', all.visitsMore),
  safeguardingMore: counted('assessments', all.safeguardingMore),
});

let tenant: Tenant;
let clock: Clock;
let playing: Playing;
beforeEach(async () => {
  tenant = await openTenant(60);
  clock = createClock();
  playing = await openWorld({ tenant, clock, books });
  asked.length = 0;
});
afterEach(async () => {
  await playing.kept.close();
  await tenant.stop();
});
afterAll(forgetLists);

const edit = async (id: VisitId, from: number, to: number) => {
  for (let count = from; count < to; count += 1)
    expect((await act(playing, id, sam, editing(count))).kind).toBe('done');
};

const plan = async (id: VisitId, from: number, to: number) => {
  for (let count = from; count < to; count += 1) {
    expect((await act(playing, id, sam, planning(count))).kind).toBe('done');
    if (count % 4 === 0) await playing.runner.settle();
  }
  await playing.pass(1);
};

const approve = async (id: VisitId) => {
  const { content } = await playing.visit(id);
  await act(playing, id, okafor, { verb: 'open-details', content });
  expect((await act(playing, id, okafor, await approving(playing, id))).kind).toBe('done');
};

/** Written anew five times, then out and going on: past the first item and past the second. */
const longVisit = async (): Promise<VisitId> => {
  const id = await ask(playing, 'long');
  await edit(id, 0, 5);
  await approve(id);
  clock.set('13:50');
  await makeReady(playing, id);
  await act(playing, id, sam, { verb: 'depart', who });
  await plan(id, 0, 14);
  return id;
};

const sealsOf = (events: readonly { readonly seal: string }[]) => events.map(({ seal }) => seal);

describe('a visit whose history outgrows its column', () => {
  it('keeps every event once, in order, in as many items as it takes', async () => {
    const id = await longVisit();
    const { page } = await openPage(playing.world, id);
    const told = await wholeStory(tenant, id);
    expect(told.lengths.length).toBeGreaterThanOrEqual(4);
    for (const length of told.lengths) expect(length).toBeLessThanOrEqual(63_999);
    expect(sealsOf(told.events)).toEqual(sealsOf(page.events));
    const restricted = await wholeStory(tenant, id, 'assessment');
    expect(restricted.lengths.length).toBeGreaterThanOrEqual(2);
    expect(sealsOf(restricted.events)).toEqual(sealsOf(page.restricted));
    expect(await tenant.itemsOf(tenant.books.visitsMore)).toHaveLength(told.parts.length);
    expect(playing.faults).toEqual([]);
    expect(await playing.events(id)).not.toContain('history-broken');
    // Where nobody knows any more that they stand, it is looked at, and nothing is written anew.
    const { version } = await openPage(playing.world, id);
    const doubted = { ...page, parts: unsure(page.parts) };
    await commitPage(playing.world, id, { page: doubted, version }, undefined);
    await playing.runner.settle();
    expect((await openPage(playing.world, id)).page.parts).toEqual(page.parts);
  }, 30_000);

  it('comes back whole when the diary is lost, is told to nobody again, and goes on', async () => {
    const id = await longVisit();
    const before = (await openPage(playing.world, id)).page;
    const parts = await tenant.itemsOf(tenant.books.visitsMore);
    const fresh = await openWorld({ tenant, clock });
    await sweep(fresh.world);
    await fresh.runner.settle();
    const after = (await openPage(fresh.world, id)).page;
    expect(after.events).toEqual(before.events);
    expect(after.restricted).toEqual(before.restricted);
    expect(after.parts).toEqual(before.parts);
    expect(await fresh.visit(id)).toEqual(await playing.visit(id));
    expect(fresh.sent.filter(({ message }) => message.kind !== 'test')).toEqual([]);
    await act(fresh, id, sam, { verb: 'return', who });
    await fresh.pass(2);
    expect((await wholeStory(tenant, id)).events.at(-1)?.type).toBe('returned');
    expect((await fresh.visit(id)).status).toBe('returned');
    // What stands in a part is never written again.
    expect(await tenant.itemsOf(tenant.books.visitsMore)).toEqual(parts);
    expect(fresh.faults).toEqual([]);
    await fresh.kept.close();
  }, 30_000);

  it('asks nothing of the further items while its history fits, and nothing for a write once they stand', async () => {
    const short = await goOut(playing, clock);
    await playing.pass(3);
    expect(asked).toEqual([]);
    await act(playing, short, sam, { verb: 'return', who });
    const id = await longVisit();
    clock.set('14:10');
    await playing.runner.settle();
    expect(new Set(asked)).toEqual(
      new Set(['create visits', 'create assessments', 'changes visits', 'changes assessments']),
    );
    expect(asked.filter((one) => one === 'create visits')).toHaveLength(3);
    asked.length = 0;
    const { units } = tenant.spent();
    await act(playing, id, sam, planning(99));
    await playing.runner.settle();
    clock.wait(0.3);
    await playing.runner.settle();
    expect(asked).toEqual([]);
    expect(tenant.spent().units - units).toBe(2);
    // Nor where the item itself is read again because somebody wrote to it.
    const item = await tenant.books.visits.find(id, 'background');
    if (item === undefined) throw new Error('It is not there.');
    const byHand = tenant.byHand('HomeVisits', 'Visits');
    await byHand.update(item.place, { YearGroup: '9' }, 'click');
    await playing.pass(1);
    expect(await playing.events(id)).toContain('changed-by-hand');
    expect(asked.filter((one) => !one.startsWith('changes'))).toEqual([]);
  }, 30_000);

  it('is brought to its end where the answer to the write of a part was lost', async () => {
    const id = await ask(playing, 'lost');
    await edit(id, 0, 2);
    tenant.fail({ kind: 'commit-then-504' }, 'POST ');
    tenant.fail({ kind: 'commit-then-504' }, 'POST ', 1);
    const answer = await act(playing, id, sam, editing(2));
    expect(answer.kind).toBe('held');
    await playing.pass(4);
    expect((await playing.events(id)).filter((type) => type === 'edited')).toHaveLength(3);
    const { page } = await openPage(playing.world, id);
    for (const which of ['visit', 'assessment'] as const) {
      const { events, lengths } = await wholeStory(tenant, id, which);
      expect(lengths).toHaveLength(2);
      expect(sealsOf(events)).toEqual(sealsOf(which === 'visit' ? page.events : page.restricted));
    }
    expect(playing.faults).toEqual([]);
  }, 30_000);
});
