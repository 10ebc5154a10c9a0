import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bevan, jo, okafor, pat, sam } from '../builders/cast.ts';
import { forgetLists, openTenant, type Tenant } from '../journeys/tenant.ts';
import { act, listedEvents } from '../journeys/world.ts';
import { doing, holyCross, listOf, pasted, rulesOf, signAll, stand, week } from './week.ts';

let tenant: Tenant;
let story: Awaited<ReturnType<typeof holyCross>>;
beforeEach(async () => {
  tenant = await openTenant();
  story = await holyCross(tenant);
  story.clock.set('13:50');
});
afterEach(() => tenant.stop());
afterAll(forgetLists);

const leave = (id: Awaited<ReturnType<typeof stand>>) =>
  act(story.playing, id, sam, { verb: 'depart', who: [sam.id, jo.id] });

describe('a visit under a policy with a weekly list', () => {
  it('leaves once its row is signed, and not before [HC-4.3]', async () => {
    const visit = await stand(story.playing, 'v1');
    await doing(story)('compile-list', sam, { text: pasted({}) });
    expect(rulesOf(await leave(visit))).toEqual(['departure/list-signed']);
    const signed = await signAll(story, okafor);
    expect(signed).toMatchObject({ kind: 'done', note: 'Signed: 1 row.' });
    expect(await leave(visit)).toMatchObject({ kind: 'done' });
    expect(listedEvents).toBeDefined();
  });
});
