import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { handleConcern } from '../../src/journeys/concerns.ts';
import type { Outgoing, PostResult } from '../../src/journeys/ports.ts';
import { commandId, concernId } from '../../src/vocabulary.ts';
import { rao, sam } from '../builders/cast.ts';
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
