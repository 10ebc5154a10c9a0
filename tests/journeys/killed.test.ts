import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { VisitAsk } from '../../src/visits/command.ts';
import { type VisitId, visitId } from '../../src/vocabulary.ts';
import { okafor, sam } from '../builders/cast.ts';
import { mortal } from './mortal.ts';
import { forgetLists, openTenant } from './tenant.ts';
import {
  act,
  approving,
  ask,
  createClock,
  listedEvents,
  makeReady,
  openWorld,
  type Playing,
  submitting,
  who,
} from './world.ts';

afterAll(forgetLists);

type Story = {
  readonly before: (playing: Playing, id: VisitId) => Promise<void>;
  readonly by: typeof sam;
  readonly ask: (playing: Playing, id: VisitId) => Promise<VisitAsk>;
};

const stories: Readonly<Record<string, Story>> = {
  submit: { before: async () => undefined, by: sam, ask: async () => submitting },
  approve: {
    before: async (playing, id) => void (await ask(playing, id.replace('school-', ''))),
    by: okafor,
    ask: approving,
  },
  depart: {
    before: async (playing, id) => {
      await ask(playing, id.replace('school-', ''));
      await act(playing, id, okafor, await approving(playing, id));
      await makeReady(playing, id);
    },
    by: sam,
    ask: async () => ({ verb: 'depart', who }),
  },
};

/** Plays the story up to the kill, starts anew on the same diary, and presses once more as a person without an answer would. */
const playUntil = async (name: string, dieAt: number, done: boolean) => {
  const { before, by, ask: asking } = stories[name] as Story;
  const folder = mkdtempSync(join(tmpdir(), 'home-visits-killed-'));
  const path = join(folder, 'diary.sqlite');
  const tenant = await openTenant();
  const clock = createClock(name === 'depart' ? '13:40' : '09:00');
  const id = visitId('school-the-visit');
  const first = await openWorld({ tenant, clock, path });
  await before(first, id);
  await first.runner.settle();
  const asked = await asking(first, id);
  const pressed = name === 'submit' ? 'the-visit' : 'the-press';
  const kill = mortal(dieAt, done);
  const doomed = await openWorld({ tenant, clock, path, diary: kill.diary, books: kill.books });
  kill.begin();
  await act(doomed, id, by, asked, { id: pressed }).catch(() => undefined);
  const second = await openWorld({ tenant, clock, path });
  await second.pass(1);
  const answer = await act(second, id, by, asked, { id: pressed });
  await second.pass(1);
  const visits = await tenant.itemsOf(tenant.books.visits);
  const assessments = await tenant.itemsOf(tenant.books.assessments);
  const result = {
    killed: kill.wasKilled(),
    answer: answer.kind,
    visits: visits.length,
    assessments: assessments.length,
    own: (await listedEvents(tenant, id)).filter(({ command }) => command === pressed).length,
    status: visits[0]?.columns['Status'],
    cards: second
      .told('okafor', 'card')
      .filter(({ message }) => 'again' in message && message.again).length,
    sure: await listedEvents(tenant, id),
    intents: (await second.kept.list(second.world.school, 'intent')).length,
    faults: second.faults,
  };
  for (const each of [first, doomed, second]) await each.kept.close();
  await tenant.stop();
  rmSync(folder, { recursive: true, force: true });
  return result;
};

const statusAfter: Readonly<Record<string, string>> = {
  submit: 'awaiting approval',
  approve: 'approved',
  depart: 'out',
};

describe.each(['submit', 'approve', 'depart'])('killed in the middle of %s', (name) => {
  it.each([true, false])(
    'comes to one visit and one assessment, whichever write was the last (done: %s)',
    async (done) => {
      let kills = 0;
      for (let dieAt = 1; dieAt < 20; dieAt += 1) {
        const { killed, sure, cards, ...came } = await playUntil(name, dieAt, done);
        expect({ dieAt, ...came }).toEqual({
          dieAt,
          answer: 'done',
          visits: 1,
          assessments: 1,
          own: 1,
          status: statusAfter[name],
          intents: 0,
          faults: [],
        });
        if (name === 'submit' && killed) expect(cards).toBe(1);
        expect(new Set(sure.map(({ command }) => command)).size).toBe(sure.length);
        if (!killed) break;
        kills += 1;
      }
      expect(kills).toBeGreaterThanOrEqual(name === 'depart' ? 1 : 3);
    },
    60_000,
  );
});
