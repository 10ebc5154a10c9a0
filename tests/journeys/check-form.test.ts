/** A form that is looked over before it is sent: the same reasons, and nothing kept. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHouse } from '../../src/journeys/house.ts';
import { formInputsOf } from '../../src/visits/form.ts';
import { commandId } from '../../src/vocabulary.ts';
import { jo, pat, policy, sam, wells } from '../builders/cast.ts';
import { form } from '../builders/visits.ts';
import { forgetLists, openTenant } from './tenant.ts';
import { ask, createClock, openWorld } from './world.ts';

let tenant: Awaited<ReturnType<typeof openTenant>>;
beforeAll(async () => {
  tenant = await openTenant();
});
afterAll(async () => {
  await tenant.stop();
  forgetLists();
});

const open = async () => {
  const playing = await openWorld({ tenant, clock: createClock() });
  return { ...playing, house: openHouse(playing.world) };
};
const inputs = { ...formInputsOf(form()), visitors: 'sam,jo' };

describe('a form that is looked over', () => {
  it('hears what would be said if it were sent, and keeps nothing', async () => {
    const { house, kept, world, sent } = await open();
    const alone = {
      ...inputs,
      visitors: 'sam',
      startTime: '18:30',
      dueBackTime: '19:30',
      pupil: '',
    };
    const checked = await house.check({ visit: undefined, inputs: alone, by: sam.id });
    const pressed = await house.press({
      verb: 'submit',
      visit: undefined,
      inputs: alone,
      command: commandId('once'),
      by: sam.id,
      via: 'tab',
    });
    expect(pressed).toEqual({ kind: 'refused', refusals: checked.refusals });
    expect(checked.refusals.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['pupil', 'aloneReason', 'eveningReason']),
    );
    expect(await house.visits({ kind: 'mine' }, sam.id)).toEqual([]);
    expect([
      sent,
      await kept.read({ school: world.school, partition: 'references', kind: 'kept', id: '2026' }),
    ]).toEqual([[], undefined]);
  });

  it('names who decides, and says the policy of this visit as it stands', async () => {
    const { house } = await open();
    const { says } = await house.check({ visit: undefined, inputs, by: sam.id });
    expect(says.join(' ')).toMatch(/Mrs Okafor decides/u);
    expect(says.join(' ')).toMatch(/First visit here/u);
  });

  it('is drawn and decided by the policy that the visit was asked under, whatever is in force since', async () => {
    const playing = await open();
    const id = await ask(playing);
    const later = {
      ...policy,
      version: 'later',
      purposes: [{ id: 'other', label: 'Something else' }],
    };
    const house = openHouse({ ...playing.world, policy: async () => later });
    const { reference } = await playing.visit(id);
    expect((await house.formPolicy(reference, sam.id)).purposes).toEqual(policy.purposes);
    const stillThere = { ...inputs, people: 'Nan' };
    const { refusals } = await house.check({ visit: reference, inputs: stillThere, by: sam.id });
    expect(refusals).toEqual([]);
    const afresh = await house.check({ visit: undefined, inputs: stillThere, by: sam.id });
    expect(afresh.refusals.map(({ field }) => field)).toContain('purpose');
    // Who may not know of it, and one that is not there: alike.
    expect((await house.formPolicy(reference, wells.id)).version).toBe('later');
    expect((await house.formPolicy('HV-2026-0999', sam.id)).version).toBe('later');
  });

  it('tells nothing to whoever may not ask, or may not change it', async () => {
    const { house } = await open();
    for (const [by, visit] of [
      [wells.id, undefined],
      [sam.id, 'HV-2026-0999'],
      [pat.id, 'HV-2026-0999'],
      [jo.id, 'HV-2026-0999'],
    ] as const) {
      const checked = await house.check({ visit, inputs, by });
      expect(checked.says).toEqual([]);
      expect(checked.refusals.map(({ rule }) => rule)).toEqual(['access/not-yours']);
    }
  });
});
