import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { BookClosed } from '../../src/register/book.ts';
import { createPatience } from '../../src/sharepoint/patience.ts';

const closedAfter = (ms: number) => async (): Promise<never> => {
  await pause(ms);
  throw new BookClosed('away');
};

it('calls nobody just after a silence, and goes on calling whoever says no at once', async () => {
  const heard: boolean[] = [];
  const patience = createPatience({ timeoutMs: 200, heard: (answered) => heard.push(answered) });
  let calls = 0;
  const call = async () => {
    calls += 1;
    return 'answer';
  };
  await expect(patience(closedAfter(0))).rejects.toThrow('away');
  expect(await patience(call)).toBe('answer');
  await expect(patience(closedAfter(100))).rejects.toThrow('away');
  await expect(patience(call)).rejects.toThrow(BookClosed);
  expect(calls).toBe(1);
  expect(heard).toEqual([false, true, false]);
});
