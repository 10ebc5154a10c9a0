import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { okafor, sam } from '../builders/cast.ts';
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

describe('SharePoint away', () => {
  it('holds a submit and what is decided on it in the order they came', async () => {
    const id = await ask(playing);
    tenant.down();
    const edit = { verb: 'edit', form: form({ parent: 'Another Parent' }) } as const;
    expect((await act(playing, id, sam, edit, { id: 'b-edit' })).kind).toBe('held');
    const old = await approving(playing, id);
    expect((await act(playing, id, okafor, old, { id: 'a-approve' })).kind).toBe('held');
    await playing.pass(5);
    expect(await playing.events(id)).toEqual(['submitted']);
    tenant.mend();
    await playing.pass(3);
    expect((await playing.events(id))[1]).toBe('edited');
    expect(await playing.events(id)).not.toContain('history-broken');
    expect(playing.faults).toEqual([]);
    expect(await playing.kept.list(playing.world.school, 'intent')).toEqual([]);
  });

  it('lets what is held lapse at its start, and tells who sent it and who decides', async () => {
    tenant.down();
    const id = await ask(playing);
    clock.set('13:59');
    await playing.runner.settle();
    expect(await playing.kept.list(playing.world.school, 'intent')).toHaveLength(1);
    await playing.pass(2);
    expect(await playing.kept.list(playing.world.school, 'intent')).toEqual([]);
    for (const person of ['sam', 'okafor'])
      expect(
        playing.told(person).filter(({ message }) => says(message, 'Nobody should set out')),
      ).toHaveLength(1);
    tenant.mend();
    await playing.pass(5);
    expect(await playing.events(id)).toEqual([]);
    expect(await tenant.itemsOf(tenant.books.visits)).toEqual([]);
  });

  it('has every event once, at the time it happened, once it answers again', async () => {
    const id = await ask(playing);
    await act(playing, id, okafor, await approving(playing, id));
    clock.set('13:50');
    await makeReady(playing, id);
    tenant.down();
    const steps = [
      ['13:52', { verb: 'depart', who }, 'departed'],
      ['14:05', { verb: 'arrive', who }, 'arrived'],
      ['14:40', { verb: 'leave', who, next: 'school' }, 'left'],
      ['14:52', { verb: 'return', who }, 'returned'],
    ] as const;
    for (const [time, step] of steps) {
      clock.set(time);
      expect((await act(playing, id, sam, step)).kind).toBe('done');
      await playing.runner.settle();
    }
    tenant.mend();
    await playing.pass(3);
    const listed = await listedEvents(tenant, id);
    for (const [time, , type] of steps)
      expect(listed.filter((event) => event.type === type).map(({ at }) => at)).toEqual([
        `2026-11-24T${time}:00.000Z`,
      ]);
    expect(listed.map(({ type }) => type)).toEqual(await playing.events(id));
    expect(playing.faults).toEqual([]);
  });

  it('does not spin where a request runs out meanwhile', async () => {
    const id = await ask(playing);
    tenant.down();
    clock.set('15:31');
    await playing.runner.settle();
    expect((await playing.visit(id)).status).toBe('awaiting approval');
    tenant.mend();
    await playing.pass(2);
    expect((await playing.visit(id)).status).toBe('not authorised');
  }, 5_000);

  it('does not keep help from being heard, though nobody has left', async () => {
    const id = await ask(playing);
    await act(playing, id, okafor, await approving(playing, id));
    await playing.runner.settle();
    tenant.down();
    expect((await act(playing, id, sam, helping, { outOfTurn: true })).kind).toBe('done');
    await playing.runner.settle();
    expect(playing.told('pat', 'alarm').length).toBeGreaterThan(0);
    const before = playing.told('pat', 'alarm').length;
    await playing.pass(6);
    expect(playing.told('pat', 'alarm').length).toBeGreaterThan(before);
    tenant.mend();
    await playing.pass(2);
    expect((await listedEvents(tenant, id)).map(({ type }) => type)).toContain('help-called');
  });
});
