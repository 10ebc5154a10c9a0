/** An hour without SharePoint, with a restart in the middle: what keeps people safe goes on, and the rest says that it waits. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { handleConcern } from '../../src/journeys/concerns.ts';
import { openHouse } from '../../src/journeys/house.ts';
import { commandId, concernId, type VisitId, visitId } from '../../src/vocabulary.ts';
import { at, okafor, sam } from '../builders/cast.ts';
import { form } from '../builders/visits.ts';
import { type MemoryBooks, memoryBooks } from '../soak/memory-books.ts';
import {
  act,
  approving,
  ask,
  type Clock,
  createClock,
  makeReady,
  openWorld,
  type Playing,
  who,
} from './world.ts';

let lists: MemoryBooks;
let clock: Clock;
let playing: Playing;
let folder: string;
const open = () => openWorld({ tenant: lists, clock, path: join(folder, 'diary.sqlite') });
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'home-visits-down-'));
  lists = memoryBooks();
  clock = createClock();
  playing = await open();
});
afterEach(async () => {
  await playing.kept.close();
  rmSync(folder, { recursive: true, force: true });
});

type Listed = { readonly type: string; readonly at: string; readonly command: string };
const listed = (id: VisitId): readonly Listed[] => {
  const items = lists.items('HomeVisits', 'Visits').filter((one) => one.columns['VisitKey'] === id);
  expect(items).toHaveLength(1);
  return JSON.parse(String(items[0]?.columns['History']));
};

const timesOf = (id: VisitId, type: string): readonly string[] =>
  listed(id)
    .filter((event) => event.type === type)
    .map((event) => event.at.slice(11, 16));

it('goes on through an hour without SharePoint, and the lists hold everything once, when it happened', async () => {
  const out = await ask(playing);
  const waiting = await ask(playing);
  await act(playing, out, okafor, await approving(playing, out));
  clock.set('13:30');
  await makeReady(playing, out);
  const phrase = { phrase: 'Purple folder' };
  const agreed = { verb: 'agree-code-word', visit: out, inputs: phrase } as const;
  const envelope = { command: commandId('agreed'), by: sam.id, via: 'chat' } as const;
  await openHouse(playing.world).press({ ...agreed, ...envelope });
  await playing.runner.settle();

  lists.feel('closed');
  expect(await act(playing, out, sam, { verb: 'depart', who })).toMatchObject({
    kind: 'done',
    view: { filed: false },
  });
  const later = form({ start: at('16:00'), dueBack: at('17:00') });
  const asked = visitId('school-later');
  const submit = { verb: 'submit', form: later } as const;
  expect((await act(playing, asked, sam, submit, { id: 'later' })).kind).toBe('held');
  expect((await act(playing, waiting, okafor, await approving(playing, waiting))).kind).toBe(
    'held',
  );
  await playing.pass(10);
  expect((await act(playing, out, sam, { verb: 'arrive', who })).kind).toBe('done');
  expect((await act(playing, out, sam, { verb: 'help', words: '' })).kind).toBe('done');
  await playing.runner.settle();
  expect(playing.told('pat', 'alarm')).toHaveLength(1);
  await playing.pass(20);

  const before = playing;
  await before.kept.close();
  playing = await open();
  lists.feel('lost');
  const texts = { text: 'Have you the purple folder?' };
  await openHouse(playing.world).duress.listen({ texts, by: sam.id, command: commandId('said') });
  await handleConcern(playing.world, concernId('school-worry'), {
    verb: 'raise-concern',
    id: commandId('worry'),
    by: sam.id,
    about: 'child',
    person: '',
    what: 'A bruise.',
  });
  await playing.runner.settle();
  expect(playing.told('pat', 'duress-alert')).toHaveLength(1);
  expect(playing.told('rao', 'concern-alert')).toHaveLength(1);
  await playing.pass(30);
  expect([...before.told('pat', 'alarm'), ...playing.told('pat', 'alarm')]).toHaveLength(11);

  lists.feel('open');
  await playing.pass(6);
  expect(timesOf(out, 'departed')).toEqual(['13:30']);
  expect(timesOf(out, 'arrived')).toEqual(['13:40']);
  expect(timesOf(out, 'help-called')).toEqual(['13:40']);
  expect(timesOf(out, 'rung-raised').slice(0, 11)).toEqual([
    '13:45',
    '13:50',
    '13:55',
    '14:00',
    '14:05',
    '14:10',
    '14:15',
    '14:20',
    '14:25',
    '14:30',
    '14:35',
  ]);
  expect(timesOf(asked, 'submitted')).toHaveLength(1);
  expect(timesOf(waiting, 'approved')).toEqual([]);
  expect(playing.told('okafor', 'notice').length).toBeGreaterThan(0);
  const commands = listed(out).map(({ type, command }) => `${type} ${command}`);
  expect(new Set(commands).size).toBe(commands.length);
  expect(lists.items('Safeguarding', 'Concerns')).toHaveLength(1);
  expect(lists.items('Safeguarding', 'Incidents')).toHaveLength(1);
  expect(await playing.kept.list(playing.world.school, 'intent')).toEqual([]);
  expect([...before.faults, ...playing.faults]).toEqual([]);
}, 60_000);
