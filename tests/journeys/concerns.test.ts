import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { handleConcern } from '../../src/journeys/concerns.ts';
import { doRecord } from '../../src/journeys/jobs.ts';
import type { Outgoing, PostResult, World } from '../../src/journeys/ports.ts';
import { sweep } from '../../src/journeys/sweep.ts';
import { commandId, concernId } from '../../src/vocabulary.ts';
import { rao, sam } from '../builders/cast.ts';
import { mortal } from './mortal.ts';
import { forgetLists, openTenant, type Tenant } from './tenant.ts';
import { type Clock, createClock, openWorld, type Playing, says } from './world.ts';

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

describe('a concern', () => {
  const raise = (person: string) =>
    handleConcern(playing.world, concernId('school-worry'), {
      verb: 'raise-concern',
      id: commandId('worry'),
      by: sam.id,
      about: person === '' ? 'child' : 'adult',
      person,
      what: 'A bruise.',
    });
  const keptText = async () => {
    const [record] = await playing.kept.list(playing.world.school, 'concern');
    return playing.world.keys.open(String(record?.value)) ?? '';
  };

  it('is in the list with its words, acknowledged before it was filed or after, and its words leave the diary', async () => {
    tenant.down();
    expect((await raise('')).kind).toBe('done');
    await playing.runner.settle();
    expect(await keptText()).toContain('A bruise.');
    const acknowledge = { verb: 'acknowledge-concern', id: commandId('mine'), by: rao.id } as const;
    await handleConcern(playing.world, concernId('school-worry'), acknowledge);
    tenant.mend();
    await playing.pass(1);
    const spoke = { verb: 'spoke-of-concern', id: commandId('spoke'), by: rao.id } as const;
    await handleConcern(playing.world, concernId('school-worry'), spoke);
    await playing.pass(1);
    const items = await tenant.itemsOf(tenant.books.concerns);
    expect(
      items.map(({ columns }) => [columns['What'], columns['AcknowledgedBy'], columns['Status']]),
    ).toEqual([['A bruise.', 'Miss Rao', 'spoken of']]);
    expect(await keptText()).not.toContain('A bruise.');
    expect(playing.faults).toEqual([]);
    expect(await playing.kept.list(playing.world.school, 'timer')).toEqual([]);
  });

  it('keeps its words in the list though somebody wrote into its history there', async () => {
    await raise('');
    await playing.pass(1);
    const [item] = await tenant.itemsOf(tenant.books.concerns);
    if (item === undefined) throw new Error('It is not filed.');
    await tenant.byHand('Safeguarding', 'Concerns').update(item.place, { History: '[]' }, 'click');
    const acknowledge = { verb: 'acknowledge-concern', id: commandId('mine'), by: rao.id } as const;
    await handleConcern(playing.world, concernId('school-worry'), acknowledge);
    await playing.pass(1);
    const [after] = await tenant.itemsOf(tenant.books.concerns);
    expect(after?.columns).toMatchObject({ What: 'A bruise.', AcknowledgedBy: 'Miss Rao' });
  });

  it('tells nobody whom it is about that somebody else could not be told', async () => {
    post = async (outgoing) =>
      isFor('lind', outgoing) ? { kind: 'unreachable', because: 'blocked' } : { kind: 'sent' };
    await raise('Miss Rao');
    await playing.pass(20);
    expect(playing.told('rao')).toEqual([]);
    expect(playing.told('dunn').some(({ message }) => says(message, 'Mr Lind'))).toBe(true);
  });
});

describe('a concern that outgrows its column', () => {
  const id = concernId('school-worry');
  const by = { by: sam.id };
  const words = (count: number) => `${count} ${'bruise 😀 '.repeat(1_900)}`.trim();
  const raised = {
    ...by,
    verb: 'raise-concern',
    id: commandId('worry'),
    about: 'child',
    person: '',
    what: words(0),
  } as const;
  const add = (world: World, count: number) =>
    handleConcern(world, id, {
      ...by,
      verb: 'add-to-concern',
      id: commandId(`more-${count}`),
      what: words(count),
    });
  const listed = async () => {
    const [item] = await tenant.itemsOf(tenant.books.concerns);
    const parts = await tenant.itemsOf(tenant.books.safeguardingMore);
    return {
      columns: item?.columns ?? {},
      parts: parts.map(({ columns }) => String(columns['History'])),
      text: [...parts, ...(item === undefined ? [] : [item])]
        .map(({ columns }) => String(columns['History']))
        .join('\n'),
    };
  };

  it('keeps every word once, through a kill at each write of it and a diary that is lost', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'home-visits-worry-'));
    const path = join(folder, 'diary.sqlite');
    const first = await openWorld({ tenant, clock, path });
    await handleConcern(first.world, id, raised);
    await add(first.world, 1);
    await add(first.world, 2);
    await first.runner.settle();
    let count = 3;
    for (const done of [true, false])
      for (let dieAt = 1; dieAt <= 3; dieAt += 1) {
        const kill = mortal(dieAt, done);
        const doomed = await openWorld({ tenant, clock, path, ...kill });
        for (const end = count + 3; count < end; count += 1) await add(doomed.world, count);
        const [job] = (await doomed.kept.list(doomed.world.school, 'job')).filter(({ partition }) =>
          partition.startsWith('concern '),
        );
        if (job === undefined) throw new Error('Nothing is to be filed.');
        kill.begin();
        await doRecord(doomed.world, job).catch(() => undefined);
        expect(kill.wasKilled()).toBe(true);
        await doomed.kept.close();
        clock.wait(0.5);
        await first.runner.settle();
      }
    const { text, parts, columns } = await listed();
    for (let each = 0; each < count; each += 1)
      expect(text.split(`"${each} bruise 😀 bruise`)).toHaveLength(2);
    expect(parts.length).toBeGreaterThanOrEqual(6);
    for (const each of [...parts, String(columns['History'])])
      expect(each.length).toBeLessThanOrEqual(63_999);
    expect(columns['What']).toBe(words(0));
    expect(String(columns['Additions'])).toContain(words(count - 1));
    expect(first.faults).toEqual([]);
    const fresh = await openWorld({ tenant, clock });
    await sweep(fresh.world);
    expect(await add(fresh.world, count)).toMatchObject({ kind: 'done' });
    await fresh.runner.settle();
    const after = await listed();
    expect(after.text.split(`"${count} bruise 😀 bruise`)).toHaveLength(2);
    expect(after.parts.slice(0, parts.length)).toEqual(parts);
    expect(fresh.faults).toEqual([]);
    for (const each of [first, fresh]) await each.kept.close();
    rmSync(folder, { recursive: true, force: true });
  }, 30_000);

  it('keeps what is added in the diary where a part of it was taken away by hand', async () => {
    await handleConcern(playing.world, id, raised);
    for (const count of [1, 2, 3, 4]) await add(playing.world, count);
    await playing.runner.settle();
    const [part] = await tenant.itemsOf(tenant.books.safeguardingMore);
    await tenant.remove('Safeguarding', 'HistoryMore', part?.place.item ?? '');
    await add(playing.world, 5);
    await playing.runner.settle();
    const { columns } = await listed();
    expect(String(columns['Additions'])).toContain(words(4));
    expect(playing.faults.map(String).join()).toContain('does not hold');
    const [record] = await playing.kept.list(playing.world.school, 'concern');
    const kept = playing.world.keys.open(String(record?.value)) ?? '';
    expect(kept).toContain(words(5));
    expect(kept).not.toContain(words(4));
  });
});
