/** What a simulated year has found, told one by one. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { concernCalled } from '../../src/journeys/concern-reference.ts';
import { handleConcern } from '../../src/journeys/concerns.ts';
import { openHouse } from '../../src/journeys/house.ts';
import type { PostResult } from '../../src/journeys/ports.ts';
import { sweep } from '../../src/journeys/sweep.ts';
import type { VisitAsk } from '../../src/visits/command.ts';
import { commandId, concernId, type VisitId } from '../../src/vocabulary.ts';
import { pat, rao, sam } from '../builders/cast.ts';
import { forgetLists, openTenant, type Tenant } from './tenant.ts';
import { act, ask, type Clock, createClock, openWorld, type Playing, who } from './world.ts';

let tenant: Tenant;
let clock: Clock;
let playing: Playing;
let teams: PostResult;
beforeEach(async () => {
  tenant = await openTenant();
  clock = createClock();
  teams = { kind: 'sent' };
  playing = await openWorld({ tenant, clock, post: async () => teams });
});
afterEach(async () => {
  await playing.kept.close();
  await tenant.stop();
});
afterAll(forgetLists);

const timersOf = async ({ kept, world }: Playing) =>
  (await kept.list(world.school, 'timer'))
    .map(({ partition, due, lane }) => ({ partition, due, lane }))
    .toSorted((one, other) => (one.partition < other.partition ? -1 : 1));

const askAll = async (count: number) => {
  const ids: VisitId[] = [];
  for (let each = 0; each < count; each += 1) ids.push(await ask(playing));
  await playing.runner.settle();
  return ids as [VisitId, VisitId, VisitId, VisitId, VisitId, VisitId];
};

describe('alarms that have waited for one person', () => {
  const tried = async (count: number) => {
    const ids = await askAll(count);
    teams = { kind: 'later', afterSeconds: 20, because: 'Teams is down.' };
    for (const id of ids)
      await act(playing, id, sam, { verb: 'help', words: '' }, { outOfTurn: true });
    await playing.runner.settle();
    teams = { kind: 'sent' };
    await playing.pass(2);
    return ids;
  };

  it('come in one card where they are more than five, and none is told by itself', async () => {
    const ids = await tried(6);
    const cards = playing.told('pat', 'open-alarms').map(({ message }) => message);
    expect(cards).toEqual([
      expect.objectContaining({
        alarms: expect.arrayContaining(ids.map((visit) => ({ visit, alarm: 'help-1' }))),
      }),
    ]);
    expect(playing.told('pat', 'alarm')).toEqual([]);
    expect(await playing.kept.list(playing.world.school, 'outgoing')).toEqual([]);
  }, 30_000);

  it('come one by one where they are five', async () => {
    await tried(5);
    expect(playing.told('pat', 'open-alarms')).toEqual([]);
    expect(playing.told('pat', 'alarm')).toHaveLength(5);
  }, 30_000);
});

describe('a call for help before anybody has left', () => {
  it('goes on climbing with SharePoint down, though something else has come due with it', async () => {
    const id = await ask(playing);
    clock.set('15:00');
    await act(playing, id, sam, { verb: 'help', words: 'please come' }, { outOfTurn: true });
    await playing.runner.settle();
    tenant.down();
    await playing.pass(60, 5);
    const raised = (await playing.events(id)).filter((type) => type === 'rung-raised');
    expect(raised).toHaveLength(12);
    expect(await playing.events(id)).toContain('lapsed');
    expect(playing.told('pat', 'alarm')).toHaveLength(13);
  }, 30_000);
});

describe('a diary that is lost while people are out', () => {
  /** They say that they have gone, whatever else they are on. */
  const outWith = async (id: VisitId, ...asks: readonly VisitAsk[]): Promise<VisitId> => {
    await act(playing, id, sam, { verb: 'already-happened', what: 'depart', who });
    for (const each of asks) await act(playing, id, sam, each);
    return id;
  };

  it('brings back every timer as it was: with a child, at the door, and open alarms of each kind', async () => {
    const arrive: VisitAsk = { verb: 'arrive', who };
    const [helped, ...others] = await askAll(6);
    const [first, second, third, fourth, fifth] = others;
    const ids = [
      await outWith(first, arrive, { verb: 'child-alone', words: '' }),
      await outWith(helped, { verb: 'help', words: '' }, { verb: 'danger', words: '' }),
      await outWith(second, { verb: 'unwell', words: '' }, { verb: 'injured', words: '' }),
      await outWith(third, { verb: 'leave-unsafe', who }),
      await outWith(fourth, arrive, { verb: 'child-in-danger', words: '' }),
      // Last, for whoever comes to another home is watched there.
      await outWith(fifth, arrive, { verb: 'wait', who }),
    ];
    await act(playing, helped, pat, { verb: 'stand-down', alarm: 'help-1', spokeTo: who });
    await openHouse(playing.world).press({
      verb: 'agree-code-word',
      visit: helped,
      inputs: { phrase: 'Purple folder' },
      command: commandId('agreed'),
      by: sam.id,
      via: 'chat',
    });
    await openHouse(playing.world).duress.listen({
      texts: { text: 'Where is the purple folder?' },
      by: sam.id,
      command: commandId('said'),
    });
    await handleConcern(playing.world, concernId('school-worry'), {
      verb: 'raise-concern',
      id: commandId('worry'),
      by: sam.id,
      about: 'child',
      person: '',
      what: 'A bruise.',
    });
    await playing.pass(2);
    const before = await timersOf(playing);
    const fresh = await openWorld({ tenant, clock });
    await sweep(fresh.world);
    expect(await timersOf(fresh)).toEqual(before);
    expect(before).toHaveLength(ids.length + 2);
    await fresh.runner.settle();
    const urgent = ['alarm', 'open-alarms', 'notice', 'concern-alert', 'duress-alert'];
    expect(fresh.sent.filter(({ message }) => urgent.includes(message.kind))).toEqual([]);
    for (const id of ids) expect(await fresh.visit(id)).toEqual(await playing.visit(id));
    await fresh.pass(6);
    expect(fresh.told('pat', 'duress-alert')).not.toEqual([]);
    expect(fresh.told('rao', 'concern-alert')).not.toEqual([]);
    // Those who are told can answer: by the reference that they were given.
    const [silent] = fresh.told('pat', 'duress-alert').map(({ message }) => message);
    const [worry] = fresh.told('rao', 'concern-alert').map(({ message }) => message);
    if (silent?.kind !== 'duress-alert' || worry?.kind !== 'concern-alert')
      throw new Error('They were told something else.');
    const pressed = await openHouse(fresh.world).duress.press({
      verb: 'stand-down-duress',
      reference: silent.reference,
      spokeTo: silent.people.map(({ id }) => id),
      command: commandId('stand-down'),
      by: pat.id,
    });
    expect(pressed).toEqual([]);
    const concern = await concernCalled(fresh.world, worry.reference);
    const spoken = { verb: 'spoke-of-concern', id: commandId('spoken'), by: rao.id } as const;
    expect((await handleConcern(fresh.world, concern, spoken)).kind).toBe('done');
    const again = fresh
      .told('pat', 'alarm')
      .map(({ message }) => 'alarm' in message && message.alarm);
    expect(new Set(again)).toEqual(
      new Set([
        'danger-1',
        'unwell-1',
        'injured-1',
        'left-unsafe-1',
        'child-alone-1',
        'child-in-danger-1',
      ]),
    );
    await fresh.kept.close();
  }, 60_000);
});
