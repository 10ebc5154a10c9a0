import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bevan, jo, okafor, sam } from '../builders/cast.ts';
import { form } from '../builders/visits.ts';
import { forgetLists, openTenant, type Tenant } from './tenant.ts';
import {
  act,
  approving,
  ask,
  type Clock,
  createClock,
  helping,
  listedEvents,
  makeReady,
  openWorld,
  type Playing,
  says,
  submitting,
  who,
} from './world.ts';

let tenant: Tenant;
let clock: Clock;
let playing: Playing;
beforeEach(async () => {
  tenant = await openTenant();
  clock = createClock();
  playing = await openWorld({ tenant, clock });
});
afterEach(async () => {
  await playing.kept.close();
  await tenant.stop();
});
afterAll(forgetLists);

describe('a command that comes again under its own id', () => {
  it('changes nothing, and is answered as it was', async () => {
    const id = await ask(playing, 'again');
    const approve = await approving(playing, id);
    await act(playing, id, okafor, approve, { id: 'yes' });
    clock.set('13:50');
    await makeReady(playing, id);
    await act(playing, id, sam, { verb: 'depart', who }, { id: 'go' });
    await act(playing, id, sam, { verb: 'arrive', who }, { id: 'there' });
    await playing.runner.settle();
    const before = [await playing.events(id), await listedEvents(tenant, id), playing.sent.length];
    for (const [name, by, asked] of [
      ['again', sam, submitting],
      ['yes', okafor, approve],
      ['go', sam, { verb: 'depart', who }],
      ['there', sam, { verb: 'arrive', who }],
    ] as const)
      expect((await act(playing, id, by, asked, { id: name })).kind).toBe('done');
    await playing.runner.settle();
    expect([await playing.events(id), await listedEvents(tenant, id), playing.sent.length]).toEqual(
      before,
    );
  });
});

describe('a write whose answer was lost', () => {
  it.each([
    ['the assessment', 0],
    ['the visit', 1],
  ])('stands once where it made %s', async (_what, skip) => {
    tenant.fail({ kind: 'commit-then-504' }, 'POST ', skip);
    const id = await ask(playing);
    expect(await playing.events(id)).toEqual([]);
    await playing.pass(2);
    expect(await tenant.itemsOf(tenant.books.visits)).toHaveLength(1);
    expect(await tenant.itemsOf(tenant.books.assessments)).toHaveLength(1);
    expect(await playing.events(id)).toEqual(['submitted']);
    expect(playing.told('okafor', 'card')).toHaveLength(1);
  });

  it('stands once where an approval was written', async () => {
    const id = await ask(playing);
    tenant.fail({ kind: 'commit-then-504' }, 'PATCH ');
    expect((await act(playing, id, okafor, await approving(playing, id))).kind).toBe('held');
    await playing.pass(2);
    expect(await playing.events(id)).toEqual(['submitted', 'approved']);
    expect(await listedEvents(tenant, id)).toHaveLength(2);
    expect(playing.told('sam').filter(({ message }) => says(message, 'approved'))).toHaveLength(1);
  });
});

describe('a hand in the list between reading and writing', () => {
  it('is noticed by the write itself, voids what was asked, and is told once', async () => {
    const id = await ask(playing);
    const approve = await approving(playing, id);
    await playing.runner.settle();
    const [item] = await tenant.itemsOf(tenant.books.visits);
    const byHand = tenant.byHand('HomeVisits', 'Visits');
    if (item === undefined) throw new Error('There is no item.');
    await byHand.update(item.place, { Address: '99 Elsewhere' }, 'click');
    expect((await act(playing, id, okafor, approve)).kind).toBe('refused');
    await playing.pass(3);
    expect(await playing.events(id)).toEqual(['submitted', 'changed-by-hand']);
    expect((await playing.visit(id)).status).toBe('approval void');
    expect(await listedEvents(tenant, id)).toHaveLength(2);
  });

  it('brings a deleted risk assessment back, and lets nobody leave on it', async () => {
    const id = await ask(playing);
    await act(playing, id, okafor, await approving(playing, id));
    await playing.pass(1);
    const [item] = await tenant.itemsOf(tenant.books.assessments);
    await tenant.remove('Safeguarding', 'RiskAssessments', item?.place.item ?? '');
    await playing.pass(2);
    expect((await playing.visit(id)).status).toBe('approval void');
    expect(await tenant.itemsOf(tenant.books.assessments)).toHaveLength(1);
    expect(playing.faults).toEqual([]);
  });
});

describe('help during a slow write of the same visit', () => {
  it('is answered at once, and the history ends whole', async () => {
    const id = await ask(playing);
    await playing.runner.settle();
    tenant.fail({ kind: 'slow', retryAfter: 0.4 }, 'PATCH ');
    const approval = act(playing, id, okafor, await approving(playing, id), { id: 'yes' });
    await new Promise((done) => setTimeout(done, 100));
    const asked = performance.now();
    expect((await act(playing, id, sam, helping, { id: 'help', outOfTurn: true })).kind).toBe(
      'done',
    );
    expect(performance.now() - asked).toBeLessThan(250);
    expect((await approval).kind).toBe('done');
    await playing.pass(3);
    const listed = await listedEvents(tenant, id);
    expect(listed.filter(({ command }) => command === 'yes')).toHaveLength(1);
    expect(listed.filter(({ command }) => command === 'help')).toHaveLength(1);
    expect(listed.map(({ type }) => type)).toEqual(await playing.events(id));
    expect(await playing.events(id)).not.toContain('history-broken');
    expect(playing.told('pat', 'alarm').length).toBeGreaterThan(0);
    expect(playing.faults).toEqual([]);
  });
});

describe('an approval that is taken back by an edit', () => {
  it('lets nobody leave on it', async () => {
    const id = await ask(playing);
    const old = await approving(playing, id);
    await act(playing, id, okafor, old);
    await act(playing, id, sam, { verb: 'edit', form: form({ address: '2 Another Road' }) });
    expect((await playing.visit(id)).status).toBe('awaiting approval');
    expect((await act(playing, id, bevan, old)).kind).toBe('refused');
    clock.set('13:50');
    await makeReady(playing, id);
    expect((await act(playing, id, jo, { verb: 'depart', who })).kind).toBe('refused');
  });
});
