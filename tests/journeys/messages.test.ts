import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Outgoing, PostResult } from '../../src/journeys/ports.ts';
import { sendPutOff } from '../../src/journeys/send.ts';
import { putOutgoing } from '../../src/journeys/tell.ts';
import { visitId } from '../../src/vocabulary.ts';
import { pat, sam } from '../builders/cast.ts';
import { forgetLists, openTenant, type Tenant } from './tenant.ts';
import {
  act,
  ask,
  type Clock,
  createClock,
  goOut,
  helping,
  openWorld,
  type Playing,
  says,
} from './world.ts';

let tenant: Tenant;
let clock: Clock;
let post: (outgoing: Outgoing) => Promise<PostResult>;
let playing: Playing;
beforeEach(async () => {
  tenant = await openTenant();
  clock = createClock();
  post = async () => ({ kind: 'sent' });
  playing = await openWorld({ tenant, clock, post: (outgoing) => post(outgoing) });
});
afterEach(async () => {
  await playing.kept.close();
  await tenant.stop();
});
afterAll(forgetLists);

const isFor = (person: string, { recipient }: Outgoing): boolean =>
  'person' in recipient && recipient.person === person;

describe('an alarm', () => {
  it('goes out while five hundred cards wait and not one of them moves', async () => {
    const id = await goOut(playing, clock);
    for (let each = 0; each < 500; each += 1) {
      const card = { kind: 'card', to: {}, again: true } as const;
      const waiting = { recipient: { person: pat.id }, message: card, tries: 0 };
      await playing.world.diary.commit([
        putOutgoing(playing.world, visitId(`school-other-${each}`), `0000.0.p${each}`, waiting),
      ]);
    }
    let release = () => {};
    const never = new Promise<void>((done) => {
      release = done;
    });
    post = async ({ message }) => {
      if (message.kind !== 'alarm') await never;
      return { kind: 'sent' };
    };
    await playing.runner.look();
    await act(playing, id, sam, helping, { outOfTurn: true });
    await playing.runner.look();
    await new Promise((done) => setTimeout(done, 200));
    expect(playing.told('pat', 'alarm')).toHaveLength(1);
    release();
    await playing.runner.settle();
    expect(playing.told('pat', 'card').length).toBeGreaterThanOrEqual(500);
  }, 20_000);

  it('is told to others, and why, where one cannot be reached', async () => {
    post = async (outgoing) =>
      isFor('pat', outgoing) ? { kind: 'unreachable', because: 'blocked' } : { kind: 'sent' };
    const id = await goOut(playing, clock);
    await act(playing, id, sam, helping, { outOfTurn: true });
    await playing.runner.settle();
    const told = playing.told('rao').filter(({ message }) => says(message, 'Pat Doyle'));
    expect(told).toHaveLength(1);
    expect(told.every(({ message }) => says(message, 'blocked'))).toBe(true);
    expect(playing.told('pat')).toEqual([]);
  });

  it('is tried for as long as Teams says "later", and others hear of it meanwhile', async () => {
    let tries = 0;
    post = async (outgoing) => {
      if (!isFor('pat', outgoing) || outgoing.message.kind !== 'alarm') return { kind: 'sent' };
      tries += 1;
      return tries <= 4 ? { kind: 'later', afterSeconds: 0, because: 'busy' } : { kind: 'sent' };
    };
    const id = await goOut(playing, clock);
    await act(playing, id, sam, helping, { outOfTurn: true });
    await playing.runner.settle();
    expect(tries).toBe(2);
    await playing.pass(4, 0.25);
    expect(playing.told('pat', 'alarm')).toHaveLength(1);
    expect(playing.told('rao').filter(({ message }) => says(message, 'Pat Doyle'))).toHaveLength(1);
  });

  it('is tried again at once, then ever more slowly, at a quarter of a minute at most, and at once when Teams is back', async () => {
    const tried: number[] = [];
    let away = true;
    post = async (outgoing) => {
      if (!isFor('pat', outgoing) || outgoing.message.kind !== 'alarm') return { kind: 'sent' };
      tried.push(seconds);
      return away ? { kind: 'later', afterSeconds: 0, because: 'no line' } : { kind: 'sent' };
    };
    const id = await goOut(playing, clock);
    let seconds = 0;
    const toldRao = () =>
      playing.told('rao').filter(({ message }) => says(message, 'Pat Doyle')).length;
    await act(playing, id, sam, helping, { outOfTurn: true });
    await playing.runner.settle();
    for (seconds = 1; seconds <= 50; seconds += 1) {
      await playing.pass(1 / 60, 1 / 60);
      expect([seconds, toldRao()]).toEqual([seconds, seconds < 30 ? 0 : 1]);
    }
    expect(tried).toEqual([0, 0, 1, 3, 7, 15, 30, 45]);
    away = false;
    await sendPutOff(playing.world);
    await playing.runner.settle();
    expect(tried.at(-1)).toBe(51);
    expect(playing.told('pat', 'alarm')).toHaveLength(1);
  });

  it('is tried when Teams said, where it said', async () => {
    let tries = 0;
    post = async (outgoing) => {
      if (!isFor('pat', outgoing) || outgoing.message.kind !== 'alarm') return { kind: 'sent' };
      tries += 1;
      return { kind: 'later', afterSeconds: 40, because: 'busy' };
    };
    const id = await goOut(playing, clock);
    await act(playing, id, sam, helping, { outOfTurn: true });
    await playing.runner.settle();
    await playing.pass(39 / 60, 1 / 60);
    expect(tries).toBe(1);
    await playing.pass(1 / 60, 1 / 60);
    expect(tries).toBe(2);
  });

  it('is tried again where sending it went wrong here', async () => {
    let tries = 0;
    post = async (outgoing) => {
      if (isFor('pat', outgoing) && outgoing.message.kind === 'alarm') {
        tries += 1;
        if (tries === 1) throw new Error('a fault of ours');
      }
      return { kind: 'sent' };
    };
    const id = await goOut(playing, clock);
    await act(playing, id, sam, helping, { outOfTurn: true });
    await playing.runner.settle();
    await playing.pass(1);
    expect(playing.told('pat', 'alarm')).toHaveLength(1);
    expect(playing.faults).toHaveLength(1);
  });
});

describe('a record of the diary that cannot be read', () => {
  it('is reported and comes back ever more seldom, and keeps nobody else from being told', async () => {
    const put = {
      school: playing.world.school,
      partition: 'odd',
      kind: 'outgoing',
      id: 'x.y',
    } as const;
    await playing.world.diary.commit([
      { put, value: 'nonsense', due: clock.now(), lane: 'ordinary' },
    ]);
    await ask(playing);
    await playing.pass(60, 0.5);
    expect(playing.told('okafor', 'card')).toHaveLength(1);
    expect(playing.faults.length).toBeGreaterThan(1);
    expect(playing.faults.length).toBeLessThan(12);
  });

  it('brings a page back from the list at the next sweep', async () => {
    const id = await goOut(playing, clock);
    const before = await playing.visit(id);
    const put = { school: playing.world.school, partition: id, kind: 'page', id: 'page' } as const;
    await playing.world.diary.commit([{ put, value: 'nonsense' }]);
    await playing.pass(6);
    expect(await playing.visit(id)).toEqual(before);
  });
});
