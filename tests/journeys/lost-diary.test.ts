import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openPage } from '../../src/journeys/page.ts';
import { sweep } from '../../src/journeys/sweep.ts';
import { instant } from '../../src/vocabulary.ts';
import { pat, person, roster } from '../builders/cast.ts';
import { forgetLists, openTenant, type Tenant } from './tenant.ts';
import { act, ask, type Clock, createClock, goOut, openWorld, type Playing } from './world.ts';

/** Nobody is out on two, so three visits take three pairs. */
const pairs = [1, 2, 3].map(
  (n) =>
    [
      person(`one-${n}`, `Ann ${n}`, 'attendance-officer'),
      person(`other-${n}`, `Ben ${n}`, 'learning-mentor'),
    ] as const,
);
const staff = [...roster, ...pairs.flat()];

let tenant: Tenant;
let clock: Clock;
let playing: Playing;
beforeEach(async () => {
  tenant = await openTenant();
  clock = createClock();
  playing = await openWorld({ tenant, clock, staff });
});
afterEach(async () => {
  await playing.kept.close();
  await tenant.stop();
});
afterAll(forgetLists);

const once = <T>(values: readonly T[]) => expect(new Set(values).size).toBe(values.length);

describe('a diary that is lost with three visits out', () => {
  it('comes back in one sweep: pages, timers and the restricted part, and tells nothing twice', async () => {
    const ids = [];
    for (const pair of pairs) {
      clock.set('09:00');
      ids.push(await goOut(playing, clock, pair));
    }
    clock.set('15:45');
    await playing.runner.settle();
    for (const id of ids) {
      const [alarm] = (await playing.visit(id)).alarms;
      await act(playing, id, pat, {
        verb: 'spoke',
        alarm: alarm?.id ?? '',
        to: (await playing.visit(id)).proposal.visitors,
        dueBack: instant('2026-11-24T17:00:00Z'),
      });
    }
    await playing.runner.settle();
    const fresh = await openWorld({ tenant, clock, staff });
    await sweep(fresh.world);
    await fresh.runner.settle();
    for (const id of ids) {
      expect(await fresh.visit(id)).toEqual(await playing.visit(id));
      const page = (await openPage(fresh.world, id)).page;
      expect(page.restricted.length).toBeGreaterThan(0);
    }
    // The week's test message is no alarm, and is sent again.
    expect(fresh.sent.filter(({ message }) => message.kind !== 'test')).toEqual([]);
    expect(await fresh.kept.list(fresh.world.school, 'timer')).toHaveLength(3);
    clock.set('17:11');
    await fresh.runner.settle();
    expect(new Set(fresh.told('pat', 'alarm').map(({ view }) => view?.id))).toEqual(new Set(ids));
    const references = (await tenant.itemsOf(tenant.books.visits)).map(
      ({ columns }) => columns['Title'],
    );
    once(references);
    await fresh.kept.close();
  }, 20_000);

  it('gives no reference a second time, though nothing was swept yet', async () => {
    await ask(playing);
    const fresh = await openWorld({ tenant, clock, staff });
    await ask(fresh);
    once((await tenant.itemsOf(tenant.books.visits)).map(({ columns }) => columns['Title']));
    await fresh.kept.close();
  });
});
