/** Entra away for longer than the bot's token lasts, with a restart in it: alarms wait, the board says so, and they go the moment they can. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Hands, idOf, openHands } from '../hour-away/hands.ts';
import { makeReady } from '../hour-away/ready.ts';
import { openSchool, type School } from '../support/school.ts';

const tokenSeconds = 40;

let school: School;
let hands: Hands;
beforeAll(async () => {
  school = await openSchool({ TOKEN_SECONDS: String(tokenSeconds) });
  await school.setClock('2026-11-23T13:00:00Z');
  hands = await openHands(school);
}, 60_000);
afterAll(async () => {
  hands.close();
  await school.close();
});

const ringing = (): readonly string[] =>
  hands
    .told()
    .filter(({ alerts }) => alerts)
    .map(({ to }) => to)
    .toSorted();

const outages = async (): Promise<{ readonly teams?: string }> =>
  (JSON.parse((await hands.tab('pat', '/api/today')).body) as { outages: { teams?: string } })
    .outages;

const untilOutage = async (isThere: boolean, seconds: number): Promise<void> => {
  for (const began = performance.now(); performance.now() - began < seconds * 1_000; ) {
    if (((await outages()).teams !== undefined) === isThere) return;
    await pause(100);
  }
  throw new Error(`The board does not say that Teams is ${isThere ? 'away' : 'back'}.`);
};

const everybody = ['bevan', 'lind', 'okafor', 'pat', 'rao'];

it('sends each alarm once, the moment there is a token again', async () => {
  await makeReady(school, hands);
  await hands.goTo('14:00');
  await hands.press('sam', 'depart', 'nobody-in', { who: 'sam,jo' });
  await school.fault({ on: 'entra', kind: 'hang' });
  const early = await hands.press('sam', 'help', 'nobody-in', { words: '' });
  expect(early.status).toBe(200);
  // The token at hand does: Entra alone stops no alarm.
  for (let tries = 0; ringing().length < everybody.length && tries < 50; tries += 1)
    await pause(100);
  expect(ringing()).toEqual(everybody);
  await untilOutage(true, tokenSeconds + 15);

  await school.restart();
  await hands.goTo('14:05');
  await untilOutage(true, 30);
  const { body } = await hands.tab('pat', `/api/visits/${idOf('nobody-in')}`);
  expect(JSON.parse(body)).toMatchObject({ visit: { alarms: [{ kind: 'help', state: 'red' }] } });
  expect(ringing()).toEqual(everybody);

  await school.mend();
  const mended = performance.now();
  while (ringing().length < 2 * everybody.length && performance.now() - mended < 20_000)
    await pause(50);
  // A question that was on its way to Entra hangs for five seconds more.
  expect(performance.now() - mended).toBeLessThan(9_000);
  expect(ringing()).toEqual([...everybody, ...everybody].toSorted());
  await untilOutage(false, 10);
}, 180_000);
