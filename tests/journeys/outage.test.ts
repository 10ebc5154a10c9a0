import { expect, it } from '@jest/globals';
import { createOutage } from '../../src/journeys/outage.ts';
import { createClock } from './world.ts';

it('begins with the first of so many that failed in a row, and ends with one that was answered', () => {
  const clock = createClock('09:00');
  let mended = 0;
  const outage = createOutage({
    now: clock.now,
    inARow: 2,
    onMended: () => {
      mended += 1;
    },
  });
  const times: (string | undefined)[] = [];
  for (const answered of [true, false, true, false, false, false, true, true]) {
    outage.heard(answered);
    times.push(outage.since()?.slice(11, 16));
    clock.wait(1);
  }
  expect(times).toEqual([
    ...[undefined, undefined, undefined, undefined],
    ...['09:03', '09:03', undefined, undefined],
  ]);
  expect(mended).toBe(1);
});
