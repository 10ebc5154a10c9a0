import { expect, it } from '@jest/globals';
import { oneAtATime } from '../../src/journeys/one-at-a-time.ts';

it('keeps the order of one name, and lets whoever has no more patience go on beside it', async () => {
  const waits: (() => void)[] = [];
  const inTurn = oneAtATime(() => new Promise((done) => waits.push(done)));
  const said: string[] = [];
  const { promise: slow, resolve: finish } = Promise.withResolvers<void>();
  const first = inTurn('a', async () => {
    await slow;
    said.push('first');
  });
  const second = inTurn('a', async () => void said.push('second'), { seconds: 1 });
  const third = inTurn('a', async () => void said.push('third'));
  await inTurn('b', async () => void said.push('other'));
  expect(said).toEqual(['other']);
  waits[0]?.();
  await second;
  // Nobody slips past what still goes on, but for who asked to.
  expect(said).toEqual(['other', 'second']);
  finish();
  await Promise.all([first, third]);
  expect(said).toEqual(['other', 'second', 'first', 'third']);
});
