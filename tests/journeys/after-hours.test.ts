/** People out when the office closes, and the week's test message: with real parts, a clock of our own, and nobody at a screen. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { reachDoor } from '../../src/journeys/reach.ts';
import { minutesAfter, personId } from '../../src/vocabulary.ts';
import { at, okafor, sam } from '../builders/cast.ts';
import { forgetLists, openTenant, type Tenant } from './tenant.ts';
import {
  act,
  type Clock,
  createClock,
  goOut,
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

const goTo = async (time: string) => {
  clock.set(time);
  await playing.pass(1);
};

describe('people who are out when the office closes', () => {
  it('are put to one responder after another until somebody says yes, with SharePoint away too', async () => {
    const id = await goOut(playing, clock);
    clock.set('15:25');
    await act(playing, id, sam, { verb: 'extend', dueBack: at('16:30') });
    tenant.down();
    await goTo('15:30');
    await goTo('15:36');
    const { handover } = await playing.visit(id);
    expect(handover?.asked).toHaveLength(2);
    const [first, second] = handover?.asked ?? [];
    expect(first?.person).not.toBe(second?.person);
    for (const one of [first, second])
      expect(
        playing.told(String(one?.person)).filter(({ message }) => says(message, 'I wait for them')),
      ).toHaveLength(1);
    await act(playing, id, okafor, { verb: 'take-over' });
    await goTo('16:20');
    expect((await playing.visit(id)).handover).toMatchObject({ by: okafor.id });
    expect((await playing.visit(id)).handover?.asked).toHaveLength(2);
    for (const one of who)
      expect(playing.told(one).some(({ message }) => says(message, 'waits for you'))).toBe(true);
    await goTo('16:41');
    expect(playing.told(okafor.id, 'alarm').length).toBeGreaterThan(0);
    expect((await playing.visit(id)).status).toBe('out');
    tenant.mend();
  });

  it('are never closed by the night', async () => {
    const id = await goOut(playing, clock);
    for (const time of ['16:00', '17:00', '20:00', '23:50']) await goTo(time);
    const visit = await playing.visit(id);
    expect(visit.status).toBe('out');
    expect(visit.handover?.by).toBeUndefined();
    expect(visit.handover?.asked.length).toBeGreaterThan(3);
  });
});

describe('the week’s test message', () => {
  it('goes to those who answer alarms, and who did not tap it in a day is known and told once', async () => {
    const door = reachDoor(playing.world);
    await goTo('09:01');
    await goTo('09:20');
    const tests = playing.told(okafor.id, 'test');
    expect(tests).toHaveLength(1);
    const [test] = tests;
    const week = test?.message.kind === 'test' ? test.message.week : '';
    expect(week).toBe('2026-W48');
    expect(await door.unreached()).toEqual([]);
    await door.tapped(week, okafor.id);
    await door.tapped(week, personId('nobody'));
    clock.set(minutesAfter(at('09:30'), 24 * 60));
    await playing.pass(1);
    await playing.pass(20);
    const missed = (await door.unreached()).map(({ id }) => String(id));
    expect(missed).toContain('rao');
    expect(missed).not.toContain('okafor');
    const told = playing
      .told('hart')
      .filter(({ message }) => says(message, 'did not tap this week’s test message'));
    expect(told).toHaveLength(1);
    await door.tapped(week, personId('rao'));
    expect((await door.unreached()).map(({ id }) => String(id))).not.toContain('rao');
  });
});
