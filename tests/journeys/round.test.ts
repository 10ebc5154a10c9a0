import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { viewsOf } from '../../src/journeys/elsewhere.ts';
import { type Press, press } from '../../src/journeys/press.ts';
import { sweep } from '../../src/journeys/sweep.ts';
import type { VisitVerb } from '../../src/people/access.ts';
import type { StaffMember } from '../../src/people/staff.ts';
import { outOn } from '../../src/visits/people-out.ts';
import { commandId, type VisitId, visitId } from '../../src/vocabulary.ts';
import { at, jo, okafor, pat, sam } from '../builders/cast.ts';
import { allWell, form } from '../builders/visits.ts';
import { forgetLists, openTenant, type Tenant } from './tenant.ts';
import { act, approving, type Clock, createClock, openWorld, type Playing, says } from './world.ts';

let tenant: Tenant;
let clock: Clock;
let playing: Playing;
beforeEach(async () => {
  tenant = await openTenant();
  clock = createClock();
  playing = await openWorld({ tenant, clock });
});
afterEach(async () => {
  expect(playing.faults).toEqual([]);
  await playing.kept.close();
  await tenant.stop();
});
afterAll(forgetLists);

let count = 0;
const does = (
  by: StaffMember,
  verb: VisitVerb,
  visit: VisitId,
  inputs: Press['inputs'] = {},
  { world } = playing,
) => {
  count += 1;
  return press(world, () => viewsOf(world), {
    verb,
    visit,
    inputs,
    command: commandId(`press-${count}`),
    by: by.id,
    via: 'chat',
  });
};

const homes = [
  { pupil: 'Siân O’Neill', address: '14 Ffordd y Môr', start: at('10:00'), dueBack: at('11:00') },
  { pupil: 'Tomos Rees', address: '3 Heol Las', start: at('11:00'), dueBack: at('12:00') },
  { pupil: 'Mia Hall', address: '8 Mill Lane', start: at('12:00'), dueBack: at('13:00') },
];

/** Approved and read; only the departure check is missing. */
const approvedVisit = async (home: (typeof homes)[number]): Promise<VisitId> => {
  count += 1;
  const id = visitId(`school-round-${count}`);
  await act(playing, id, sam, { verb: 'submit', form: form(home) }, { id: `ask-${count}` });
  await act(playing, id, okafor, await approving(playing, id));
  const { content } = await playing.visit(id);
  await act(playing, id, okafor, { verb: 'open-details', content });
  await act(playing, id, okafor, { verb: 'adopt-assessment', content });
  for (const person of [sam, jo]) {
    await act(playing, id, person, { verb: 'answer-health', adjustment: 'none' });
    await act(playing, id, person, { verb: 'confirm-reading' });
  }
  return id;
};

const both = `${sam.id},${jo.id}`;

/** Three homes on one round; both have answered the one check and left for the first at 09:50. */
const outOnRound = async (): Promise<readonly [VisitId, VisitId, VisitId]> => {
  const [one, two, three] = homes;
  if (!one || !two || !three) throw new Error('There are three homes.');
  const first = await approvedVisit(one);
  const second = await approvedVisit(two);
  const third = await approvedVisit(three);
  const planned = await does(sam, 'plan-round', first, { visits: `${second},${third}` });
  expect(planned).toMatchObject({ kind: 'done' });
  for (const person of [sam, jo]) await does(person, 'check-departure', second, allWell);
  clock.set('09:50');
  expect(await does(sam, 'depart', first, { who: both })).toMatchObject({ kind: 'done' });
  await playing.runner.settle();
  return [first, second, third];
};

/** On which visits anybody is out. */
const whereOut = async (world = playing.world) =>
  (await viewsOf(world)).filter(({ visit }) => outOn(visit).length > 0).map(({ id }) => id);

describe('a round of three homes', () => {
  it('has one departure check and one due-back, and its stops in any order', async () => {
    const [first, second, third] = await outOnRound();
    expect(await whereOut()).toEqual([first]);
    expect((await playing.visit(first)).round).toMatchObject({ dueBack: at('13:00') });
    clock.set('10:05');
    await does(sam, 'arrive', first, { who: both });
    clock.set('10:30');
    expect(await does(sam, 'depart', third, { who: both })).toMatchObject({ kind: 'done' });
    expect(await whereOut()).toEqual([third]);
    clock.set('11:10');
    expect(await does(sam, 'arrive', second, { who: both })).toMatchObject({ kind: 'done' });
    expect(await whereOut()).toEqual([second]);
    expect(await playing.visit(second)).toMatchObject({ outing: { dueBack: at('13:00') } });
    expect(await playing.events(second)).toEqual(expect.arrayContaining(['departed', 'arrived']));
    clock.set('12:30');
    expect(await does(sam, 'return', first, { who: both })).toMatchObject({ kind: 'done' });
    await playing.runner.settle();
    for (const id of [first, second, third])
      expect((await playing.visit(id)).status).toBe('returned');
  });

  it('alarms once for two people who are late, for the home where they are', async () => {
    const [first, second] = await outOnRound();
    clock.set('10:40');
    await does(sam, 'depart', second, { who: both });
    await playing.runner.settle();
    clock.set('13:11');
    await playing.runner.settle();
    const alarmed = playing.told(pat.id, 'alarm').map(({ view }) => view?.id);
    expect(alarmed).toEqual([second]);
    expect((await playing.visit(first)).alarms).toEqual([]);
  });

  it('is given longer as a whole, and tells the office where they went on to', async () => {
    const [first, second] = await outOnRound();
    clock.set('10:40');
    await does(jo, 'depart', second, { who: jo.id });
    expect((await whereOut()).toSorted()).toEqual([first, second].toSorted());
    await does(sam, 'extend', first, { dueBack: '13:30' });
    for (const id of [first, second])
      expect(await playing.visit(id)).toMatchObject({ outing: { dueBack: at('13:30') } });
    await playing.runner.settle();
    const told = playing.told(pat.id, 'notice').filter(({ message }) => says(message, 'went on'));
    expect(told).toHaveLength(1);
  });

  it('refuses a second visit to whoever is out, and takes it as a breach that moves the watch', async () => {
    const [first] = await outOnRound();
    const other = await approvedVisit({
      ...homes[0],
      pupil: 'Ifan Bell',
      address: '1 High Street',
      start: at('12:00'),
      dueBack: at('13:00'),
    });
    for (const person of [sam, jo]) await does(person, 'check-departure', other, allWell);
    const refused = await does(sam, 'depart', other, { who: both });
    expect(refused.kind === 'refused' && refused.refusals.map(({ rule }) => rule)).toEqual([
      'departure/out-already',
    ]);
    expect(await whereOut()).toEqual([first]);
    await does(sam, 'already-happened', other, { what: 'depart', who: both });
    expect(await whereOut()).toEqual([other]);
    expect(await playing.events(other)).toContain('breach-reported');
    await does(sam, 'return', other, { who: both });
    expect(await whereOut()).toEqual([]);
    expect((await playing.visit(first)).status).toBe('returned');
  });

  it('goes on after a no-show at one home, and without a stop that is called off', async () => {
    const [first, second, third] = await outOnRound();
    clock.set('09:58');
    await does(sam, 'arrive', first, { who: both });
    await playing.pass(25);
    expect(await playing.visit(first)).toMatchObject({ outing: { calledOff: 'no-show' } });
    await does(sam, 'cancel', third, { reason: 'no time' });
    expect((await playing.visit(third)).status).toBe('cancelled');
    expect(await does(sam, 'depart', second, { who: both })).toMatchObject({ kind: 'done' });
    expect(await whereOut()).toEqual([second]);
  });

  it('takes one more approved home on the way, and the office hears of the change', async () => {
    const [first] = await outOnRound();
    const more = await approvedVisit({
      ...homes[0],
      pupil: 'Ifan Bell',
      address: '1 High Street',
      start: at('12:00'),
      dueBack: at('13:00'),
    });
    const planned = await does(sam, 'plan-round', first, { visits: more });
    expect(planned).toMatchObject({ kind: 'done' });
    expect((await playing.visit(more)).round?.round).toBe(
      (await playing.visit(first)).round?.round,
    );
    await playing.runner.settle();
    const { reference } = await playing.visit(more);
    expect(playing.told(pat.id).some(({ message }) => says(message, reference))).toBe(true);
  });

  it('is there again, and watched, from the lists alone', async () => {
    const [first, second, third] = await outOnRound();
    clock.set('10:40');
    await does(sam, 'depart', second, { who: both });
    await playing.runner.settle();
    clock.wait(1);
    await playing.runner.settle();
    const fresh = await openWorld({ tenant, clock });
    await sweep(fresh.world);
    await fresh.runner.settle();
    expect(await whereOut(fresh.world)).toEqual([second]);
    const restored = [...(await viewsOf(fresh.world))].map(({ id }) => id);
    expect(restored).toEqual(expect.arrayContaining([first, second]));
    const rows = await tenant.itemsOf(tenant.books.visits);
    expect(new Set(rows.map(({ columns }) => columns['Round'])).size).toBe(1);
    expect(rows).toHaveLength([first, second, third].length);
    clock.set('13:11');
    await fresh.runner.settle();
    expect(fresh.told(pat.id, 'alarm').map(({ view }) => view?.id)).toEqual([second]);
    await fresh.kept.close();
  });
});
