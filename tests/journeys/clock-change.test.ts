/** People out in the two nights the clocks change: the timers’ own runner, a real diary, and a clock of our own. */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openPage } from '../../src/journeys/page.ts';
import {
  type Instant,
  instant,
  minutesAfter,
  type VisitId,
  visitId,
} from '../../src/vocabulary.ts';
import { okafor, pat, sam } from '../builders/cast.ts';
import { form } from '../builders/visits.ts';
import { type MemoryBooks, memoryBooks } from '../soak/memory-books.ts';
import {
  act,
  approving,
  type Clock,
  createClock,
  makeReady,
  openWorld,
  type Playing,
  says,
  who,
} from './world.ts';

let books: MemoryBooks;
let clock: Clock;
let playing: Playing;
beforeEach(async () => {
  books = memoryBooks();
  clock = createClock();
  playing = await openWorld({ tenant: books, clock });
});
afterEach(() => playing.kept.close());

let count = 0;
/** Out from `start` for an hour, the emergency that takes people out at night; ready since midnight. */
const outAt = async (start: Instant) => {
  count += 1;
  const id = visitId(`school-night-${count}`);
  const dueBack = minutesAfter(start, 60);
  clock.set(minutesAfter(start, -40));
  const night = form({
    class: 'emergency',
    start,
    dueBack,
    purposeNote: 'A call that worried us',
    eveningReason: 'A child may be in danger tonight',
  });
  await act(playing, id, sam, { verb: 'submit', form: night });
  const yes = await approving(playing, id);
  await act(playing, id, okafor, yes.verb === 'approve' ? { ...yes, note: 'Go' } : yes);
  await makeReady(playing, id);
  clock.set(start);
  await act(playing, id, sam, { verb: 'depart', who });
  await playing.runner.settle();
  expect((await playing.visit(id)).status).toBe('out');
  return { id, dueBack };
};

const heard = (to: string, words: string) =>
  playing.told(to).filter(({ message }) => says(message, words));
const happened = async (id: VisitId, type: string) =>
  (await openPage(playing.world, id)).page.events
    .filter((event) => event.type === type)
    .map(({ at }) => at);

it.each([
  // [S30 a] 01:45 comes twice; it is the first that they are due at.
  { start: instant('2026-10-24T23:45:00Z'), shown: '01:45 BST' },
  // [S30 b] 01:40 never comes.
  { start: instant('2027-03-28T00:40:00Z'), shown: '02:40 BST' },
])('are due at $shown, and looked for after so many real minutes', async ({ start, shown }) => {
  const { id, dueBack } = await outAt(start);
  expect(heard(pat.id, `due back ${shown}`)).toHaveLength(1);
  await playing.pass(59);
  expect(await happened(id, 'rung-raised')).toEqual([]);
  await playing.pass(1);
  for (const one of who) expect(heard(one, `due back at ${shown}`)).toHaveLength(1);
  await playing.pass(9);
  expect(playing.told(pat.id, 'alarm')).toEqual([]);
  await playing.pass(1);
  expect(playing.told(pat.id, 'alarm')).toHaveLength(1);
  // An hour on, the clock may show the time they were due at once more: that reminds nobody.
  await playing.pass(50);
  const raised = [0, 10, 20, 30, 35, 40, 45, 50, 55, 60];
  expect(await happened(id, 'rung-raised')).toEqual(
    raised.map((minutes) => minutesAfter(dueBack, minutes)),
  );
  for (const one of who) expect(heard(one, 'due back at')).toHaveLength(1);
  await playing.pass(1);
  const [item] = books.items('HomeVisits', 'Visits');
  expect(item?.columns).toMatchObject({ Start: start, DueBack: dueBack, Status: 'out' });
});

it('[S30 d] wait ten real minutes at a door, and are watched on', async () => {
  const { id } = await outAt(instant('2026-10-25T00:50:00Z'));
  await playing.pass(5);
  await act(playing, id, sam, { verb: 'arrive', who });
  await playing.pass(9);
  expect(await playing.events(id)).not.toContain('wait-ended');
  await playing.pass(1);
  expect(await happened(id, 'wait-ended')).toEqual(['2026-10-25T01:05:00.000Z']);
  expect((await playing.visit(id)).status).toBe('out');
});

it('[S30 c] keep the hour of an appointment that was approved before the night', async () => {
  const start = instant('2026-10-26T14:00:00Z');
  clock.set(instant('2026-10-23T13:00:00Z'));
  const id = visitId('school-monday');
  const monday = form({ start, dueBack: minutesAfter(start, 90) });
  await act(playing, id, sam, { verb: 'submit', form: monday });
  await act(playing, id, okafor, await approving(playing, id));
  clock.set(instant('2026-10-25T00:00:00Z'));
  await playing.pass(180, 30);
  expect((await playing.visit(id)).status).toBe('approved');
  clock.set(minutesAfter(start, -16));
  await playing.runner.settle();
  expect(heard(sam.id, 'starts at 14:00')).toEqual([]);
  await playing.pass(1);
  expect(heard(sam.id, '14:00').length).toBeGreaterThan(0);
});
