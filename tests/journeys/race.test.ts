import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { okafor } from '../builders/cast.ts';
import { forgetLists, openTenant } from './tenant.ts';
import { act, approving, ask, createClock, openWorld } from './world.ts';

afterAll(forgetLists);

describe('two instances on one diary', () => {
  it('come to one decision and one message where approve and decline race, fifty times', async () => {
    const tenant = await openTenant();
    const clock = createClock();
    const folder = mkdtempSync(join(tmpdir(), 'home-visits-race-'));
    const path = join(folder, 'diary.sqlite');
    const one = await openWorld({ tenant, clock, path });
    const other = await openWorld({ tenant, clock, path });
    for (let race = 0; race < 50; race += 1) {
      const id = await ask(one);
      await one.runner.settle();
      const before = one.sent.length + other.sent.length;
      const approve = await approving(one, id);
      const decline = {
        verb: 'decline',
        content: 'content' in approve ? String(approve.content) : '',
        reason: 'No car.',
      } as const;
      const answers = await Promise.all([
        act(one, id, okafor, approve),
        act(other, id, okafor, decline),
      ]);
      await Promise.all([one.runner.settle(), other.runner.settle()]);
      expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused']);
      expect(await one.events(id)).toHaveLength(2);
      const told = [...one.sent, ...other.sent].filter(
        ({ to, message, view }) => to === 'sam' && message.kind === 'notice' && view?.id === id,
      );
      expect(told).toHaveLength(1);
      expect(one.sent.length + other.sent.length).toBeGreaterThan(before);
    }
    expect([...one.faults, ...other.faults]).toEqual([]);
    await one.kept.close();
    await other.kept.close();
    await tenant.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);
});
