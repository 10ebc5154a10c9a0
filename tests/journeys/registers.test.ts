/** The registers: read from their lists, kept, changed in the app, and watched for what runs out. */
import { afterAll, afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openHouse } from '../../src/journeys/house.ts';
import { changeRegisters } from '../../src/journeys/registers-change.ts';
import { refreshRoster } from '../../src/journeys/roster.ts';
import type { RegisterVerb } from '../../src/people/access.ts';
import type { RegistersSeen } from '../../src/people/registers-seen.ts';
import { memberOf, type StaffMember } from '../../src/people/staff.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { Columns } from '../../src/register/book.ts';
import { commandId, instant, personId, visitId } from '../../src/vocabulary.ts';
import { bevan, jo, okafor, pat, roster, sam, wells } from '../builders/cast.ts';
import { form } from '../builders/visits.ts';
import { policies } from '../policy/six-packs.ts';
import { forgetLists, openTenant, type Tenant } from './tenant.ts';
import { act, createClock, openWorld, type Playing, says } from './world.ts';

const hart = personId('hart');
jest.setTimeout(60_000);

const clock = createClock('09:00');
let tenant: Tenant;
let playing: Playing;

const staffColumns = ({ name, roles, mobile }: StaffMember): Columns => ({
  Title: name,
  Roles: roles.join(', '),
  Mobile: mobile,
});

beforeEach(async () => {
  clock.set('09:00');
  tenant = await openTenant();
  await Promise.all(
    roster.map((member) =>
      tenant.books.staff.create(member.id, staffColumns(member), 'background'),
    ),
  );
  playing = await openWorld({ tenant, clock });
  await refreshRoster(playing.world);
}, 60_000);
afterEach(async () => {
  await playing.kept.close();
  await tenant.stop();
});
afterAll(forgetLists);

const seen = async (by: StaffMember = okafor): Promise<RegistersSeen> => {
  const member = memberOf(await playing.world.roster(), by.id);
  if (member === undefined) throw new Error('nobody');
  return openHouse(playing.world).registers.see(member);
};

let count = 0;
const change = async (
  verb: RegisterVerb,
  inputs: Readonly<Record<string, string>>,
  by: string = okafor.id,
  command = '',
) => {
  count += 1;
  const id = commandId(command === '' ? `change-${count}` : command);
  return changeRegisters(playing.world, { verb, inputs, command: id, by: personId(by) });
};
const rules = (answer: Awaited<ReturnType<typeof change>>) =>
  answer.kind === 'refused' ? answer.refusals.map(({ rule }) => rule) : [];
const rolesOf = async (who: StaffMember) =>
  memberOf(await playing.world.roster(), who.id)?.roles ?? [];

const car = {
  owner: 'sam',
  make: 'Ford',
  model: 'Fiesta',
  registration: 'ab12 cde',
  colour: 'blue',
  insuredUntil: '2027-03-01',
  breakdownUntil: '',
};
const under = async (policy: Policy) => {
  await playing.kept.close();
  playing = await openWorld({ tenant, clock, policy });
  await refreshRoster(playing.world);
};

const byHand = async (who: StaffMember, columns: Columns) => {
  const list = tenant.byHand('HomeVisitsRegisters', 'Staff');
  const item = await tenant.books.staff.find(who.id, 'background');
  if (item === undefined) throw new Error('There is no such line.');
  await list.update(item.place, columns, 'background');
  await refreshRoster(playing.world);
};

describe('a car on record [HC-2.11a]', () => {
  it('is kept with make, model, registration, colour and dates, for the office to read', async () => {
    expect(await change('keep-vehicle', car, 'hart')).toEqual({ kind: 'done', note: 'Saved.' });
    const [kept] = (await seen(pat)).vehicles;
    expect(kept).toMatchObject({
      make: 'Ford',
      registration: 'AB12 CDE',
      colour: 'blue',
      owner: { name: 'Sam Pike' },
      insurance: 'good',
    });
    expect((await playing.world.registers()).vehicles).toMatchObject([
      { insuredUntil: '2027-03-01' },
    ]);
    const [item] = await tenant.itemsOf(tenant.books.vehicles);
    expect(item?.columns).toMatchObject({ Owner: 'Sam Pike', Registration: 'AB12 CDE' });
  });

  it('is written once, however often it is sent', async () => {
    await change('keep-vehicle', car, 'hart', 'the-same-command');
    await change('keep-vehicle', car, 'hart', 'the-same-command');
    expect(await tenant.itemsOf(tenant.books.vehicles)).toHaveLength(1);
  });

  it('says everything that is wrong with it at once', async () => {
    const wrong = { ...car, make: ' ', insuredUntil: 'soon', owner: 'nobody' };
    expect(rules(await change('keep-vehicle', wrong))).toEqual([
      'registers/choice',
      'registers/needed',
      'registers/day',
    ]);
    await change('keep-vehicle', car);
    expect(rules(await change('keep-vehicle', { ...car, registration: 'AB12CDE' }))).toEqual([
      'registers/taken',
    ]);
  });

  it('is changed as it was shown, or not at all', async () => {
    await change('keep-vehicle', car);
    const [shown] = (await seen()).vehicles;
    const inputs = { ...car, id: shown?.id ?? '', revision: shown?.revision ?? '' };
    expect(await change('keep-vehicle', { ...inputs, colour: 'red' })).toMatchObject({
      kind: 'done',
    });
    expect(rules(await change('keep-vehicle', { ...inputs, colour: 'green' }))).toEqual([
      'registers/changed-since',
    ]);
    expect((await seen()).vehicles).toMatchObject([{ colour: 'red' }]);
  });

  it('is not overwritten where somebody changed it in the list meanwhile', async () => {
    await change('keep-vehicle', car);
    const [shown] = (await seen()).vehicles;
    const [item] = await tenant.itemsOf(tenant.books.vehicles);
    if (item === undefined) throw new Error('There is no car.');
    const list = tenant.byHand('HomeVisitsRegisters', 'Vehicles');
    await list.update(item.place, { Colour: 'green' }, 'background');
    const inputs = { ...car, id: shown?.id ?? '', revision: shown?.revision ?? '' };
    expect(rules(await change('keep-vehicle', inputs))).toEqual(['registers/changed-since']);
    expect((await seen()).vehicles).toMatchObject([{ colour: 'green' }]);
  });

  it('stays on record when it is removed, and counts no longer', async () => {
    await change('keep-vehicle', car);
    const [shown] = (await seen()).vehicles;
    const inputs = { id: shown?.id ?? '', revision: shown?.revision ?? '' };
    await change('remove-vehicle', inputs);
    expect((await seen()).vehicles).toEqual([]);
    await refreshRoster(playing.world);
    expect((await playing.world.registers()).vehicles).toEqual([]);
    expect(await tenant.itemsOf(tenant.books.vehicles)).toHaveLength(1);
  });
});

describe('who may', () => {
  it('change the registers: the business manager and the headteacher; others are refused, on record', async () => {
    for (const by of [pat, bevan, sam])
      expect(rules(await change('keep-vehicle', car, by.id))).toEqual(['access/not-yours']);
    expect((await seen(pat)).mayChange).toBe(false);
    await change('keep-vehicle', car, 'hart');
    await playing.pass(1);
    const lines = (await tenant.itemsOf(tenant.books.registersActivity)).map(
      ({ columns }) => columns,
    );
    expect(lines).toMatchObject([{ Title: 'keep-vehicle', What: 'changed', Who: 'Ms Hart' }]);
    const attempts = (await tenant.itemsOf(tenant.books.activity)).map(
      ({ columns }) => columns['Who'],
    );
    expect(attempts.toSorted()).toEqual(['Mr Bevan', 'Pat Doyle', 'Sam Pike']);
  });
});

describe('with SharePoint away', () => {
  it('nothing is changed, it is said plainly, and it can be sent again', async () => {
    tenant.down();
    expect(rules(await change('keep-vehicle', car, 'hart', 'held-command'))).toEqual([
      'registers/closed',
    ]);
    expect((await seen()).vehicles).toEqual([]);
    tenant.mend();
    expect(await change('keep-vehicle', car, 'hart', 'held-command')).toMatchObject({
      kind: 'done',
    });
  });

  it('the last good copy answers', async () => {
    await change('keep-vehicle', car);
    tenant.down();
    expect((await playing.world.registers()).vehicles).toHaveLength(1);
  });
});

describe('what is on record of somebody [HC-3.2b HC-6.2b R-13 W-2.2b HC-2.4b]', () => {
  const line = async (who: StaffMember) => (await seen()).staff.find(({ id }) => id === who.id);
  const setting = async (inputs: Readonly<Record<string, string>>) =>
    change('set-staff', { person: jo.id, revision: (await line(jo))?.revision ?? '', ...inputs });

  it('is training with its dates, that the checks were seen, and a number; never what the checks said', async () => {
    await setting({
      training: 'First aid | 2026-01-05 | 2026-12-10\nManual handling | 2026-01-05',
      checksSeen: 'yes',
      designated: 'yes',
      mobile: '07700 900999',
    });
    expect(await line(jo)).toMatchObject({
      mobile: '07700 900999',
      checksSeen: true,
      designated: true,
      training: [
        { subject: 'First aid', on: '2026-01-05', until: '2026-12-10', standing: 'soon' },
        { subject: 'Manual handling', until: '', standing: 'good' },
      ],
      against: [],
    });
    await refreshRoster(playing.world);
    expect(await line(jo)).toMatchObject({ mobile: '07700 900999', checksSeen: true });
    expect((await seen(pat)).staff.find(({ id }) => id === jo.id)?.mobile).toBe('07700 900999');
  });

  it('counts at once: whoever has no number cannot be chosen', async () => {
    await setting({ mobile: '' });
    expect((await line(jo))?.against.map(({ rule }) => rule)).toEqual(['form/visitors-mobile']);
  });

  it('refuses a line of training that can’t be read', async () => {
    for (const training of [
      'First aid',
      'First aid | yesterday',
      'First aid | 2026-05-01 | 2026-04-01',
    ])
      expect(rules(await setting({ training }))).toEqual(['registers/training']);
  });
});

describe('roles', () => {
  it('are as the list names them at the first reading, and sealed there', async () => {
    expect(await rolesOf(okafor)).toEqual(['headteacher']);
    const item = await tenant.books.staff.find(okafor.id, 'background');
    expect(item?.columns['RolesConfirmed']).toMatch(/^headteacher · .{20,}/u);
  });

  it('added by hand wait for somebody else to confirm them', async () => {
    await byHand(bevan, { Roles: 'deputy-head, senior-manager-on-duty, headteacher' });
    expect(await rolesOf(bevan)).not.toContain('headteacher');
    const waiting = (await seen()).staff.find(({ id }) => id === bevan.id);
    expect(waiting).toMatchObject({ rolesWaiting: ['headteacher'], mayConfirmRoles: true });
    await playing.pass(16);
    expect(playing.told('okafor').some(({ message }) => says(message, 'Mr Bevan'))).toBe(true);
    // The week's test message is to everybody who answers alarms.
    expect(playing.told('bevan').filter(({ message }) => message.kind !== 'test')).toEqual([]);
    const { revision = '', rolesListed = '' } =
      (await seen()).staff.find(({ id }) => id === bevan.id) ?? {};
    expect(
      await change('confirm-roles', { person: bevan.id, revision, roles: rolesListed }, 'hart'),
    ).toMatchObject({ kind: 'done' });
    expect(await rolesOf(bevan)).toContain('headteacher');
    await refreshRoster(playing.world);
    expect(await rolesOf(bevan)).toContain('headteacher');
  });

  it('are never confirmed by the person themselves, nor as they no longer stand', async () => {
    await byHand(okafor, { Roles: 'headteacher, safeguarding-lead' });
    const { revision = '', rolesListed = '' } =
      (await seen()).staff.find(({ id }) => id === okafor.id) ?? {};
    const inputs = { person: okafor.id, revision, roles: rolesListed };
    expect(rules(await change('confirm-roles', inputs, okafor.id))).toEqual([
      'registers/own-roles',
    ]);
    expect(
      rules(await change('confirm-roles', { ...inputs, roles: 'headteacher' }, 'hart')),
    ).toEqual(['registers/changed-since']);
    expect(await rolesOf(okafor)).toEqual(['headteacher']);
  });

  it('taken away by hand are gone at once, and do not come back by hand, not even with their old seal', async () => {
    const before = await tenant.books.staff.find(bevan.id, 'background');
    await byHand(bevan, { Roles: 'deputy-head' });
    expect(await rolesOf(bevan)).toEqual(['deputy-head']);
    const seal = String(before?.columns['RolesConfirmed']);
    await byHand(bevan, { Roles: 'deputy-head, senior-manager-on-duty', RolesConfirmed: seal });
    expect(await rolesOf(bevan)).toEqual(['deputy-head']);
  });

  it('of somebody new in the list wait, too', async () => {
    const list = tenant.byHand('HomeVisitsRegisters', 'Staff');
    const columns = { Title: 'Mr Newcome', Roles: 'headteacher', Mobile: '1' };
    await list.create('newcome', columns, 'background');
    await refreshRoster(playing.world);
    expect(memberOf(await playing.world.roster(), personId('newcome'))?.roles).toEqual([]);
  });

  it('that were confirmed outlive the diary, and forged ones do not come in with a new one', async () => {
    await byHand(wells, {
      Roles: 'teacher, headteacher',
      RolesConfirmed: 'teacher, headteacher · x',
    });
    await playing.kept.close();
    playing = await openWorld({ tenant, clock });
    await refreshRoster(playing.world);
    expect(await rolesOf(okafor)).toEqual(['headteacher']);
    expect(await rolesOf(wells)).toEqual(['teacher']);
  });
});

describe('the duty rota [HC-4.4]', () => {
  const turn = {
    kind: 'on-duty',
    person: jo.id,
    role: 'senior-manager-on-duty',
    fromDay: '2026-11-24',
    fromTime: '08:00',
    untilDay: '2026-11-24',
    untilTime: '16:00',
  };

  it('gives its role from the moment it is made to its last minute, and until it is taken back', async () => {
    await change('keep-duty', turn, 'hart');
    expect(await rolesOf(jo)).toContain('senior-manager-on-duty');
    expect(await rolesOf(bevan)).not.toContain('senior-manager-on-duty');
    clock.set('15:59');
    expect(await rolesOf(jo)).toContain('senior-manager-on-duty');
    clock.set('16:00');
    expect(await rolesOf(jo)).not.toContain('senior-manager-on-duty');
    clock.set('10:00');
    const [shown] = (await seen()).duty;
    expect(shown).toMatchObject({ effect: 'now', madeBy: { name: 'Ms Hart' } });
    await change('revoke-duty', { id: shown?.id ?? '', revision: shown?.revision ?? '' });
    expect(await rolesOf(jo)).not.toContain('senior-manager-on-duty');
    expect((await seen()).duty).toMatchObject([
      { effect: 'revoked', revoked: { by: { id: 'okafor' } } },
    ]);
    await refreshRoster(playing.world);
    expect(await rolesOf(jo)).not.toContain('senior-manager-on-duty');
  });

  it('gives nothing that somebody wrote into the list by hand', async () => {
    const list = tenant.byHand('HomeVisitsRegisters', 'DutyRota');
    await list.create(
      'forged',
      {
        Title: 'x',
        Kind: 'on-duty',
        PersonId: jo.id,
        Role: 'senior-manager-on-duty',
        From: '2026-11-24T08:00:00.000Z',
        Until: '2026-11-24T16:00:00.000Z',
        MadeBy: 'okafor',
      },
      'background',
    );
    await refreshRoster(playing.world);
    expect(await rolesOf(jo)).not.toContain('senior-manager-on-duty');
    expect((await seen()).duty).toMatchObject([{ effect: 'nothing' }]);
  });

  it('is not for whoever makes it, and hands nobody what the policy keeps', async () => {
    expect(rules(await change('keep-duty', { ...turn, person: 'okafor' }))).toEqual([
      'registers/own-duty',
    ]);
    const standing = { ...turn, kind: 'stands-in', role: 'headteacher', person: bevan.id };
    expect(rules(await change('keep-duty', standing, 'hart'))).toEqual(['registers/not-delegated']);
    expect(rules(await change('keep-duty', { ...turn, untilTime: '07:00' }, 'hart'))).toEqual([
      'registers/order',
    ]);
  });

  it('lets somebody stand in where the policy delegates', async () => {
    await under(policies.R);
    const standing = { ...turn, kind: 'stands-in', role: 'headteacher', person: bevan.id };
    await change('keep-duty', standing, 'hart');
    expect(memberOf(await playing.world.roster(), bevan.id)?.standsInFor).toEqual(['headteacher']);
    clock.set('16:00');
    expect(memberOf(await playing.world.roster(), bevan.id)?.standsInFor).toBeUndefined();
  });
});

describe('the calendar', () => {
  it('keeps terms, closures and the hours of the office', async () => {
    const closure = { kind: 'closure', name: 'INSET', from: '2026-11-25', until: '2026-11-25' };
    await change('keep-dates', closure, 'hart');
    const { hours } = await seen();
    await change(
      'keep-hours',
      { opens: '07:45', closes: '16:15', revision: hours.revision },
      'hart',
    );
    await refreshRoster(playing.world);
    expect((await playing.world.registers()).calendar).toEqual({
      terms: [],
      closures: [{ why: 'INSET', from: '2026-11-25', until: '2026-11-25' }],
      officeOpens: '07:45',
      officeCloses: '16:15',
    });
  });
});

describe('what runs out [HC-3.1b]', () => {
  const told = () =>
    playing.told(hart).filter(({ message }) => says(message, 'look at the registers'));

  it('is told to the business manager once at each step, with the visits it touches', async () => {
    await under({ ...policies.default, registers: ['mobiles', 'insurance'] });
    await change('keep-vehicle', { ...car, insuredUntil: '2026-12-24' }, 'hart');
    await playing.pass(16, 4);
    expect(told()).toHaveLength(1);
    expect(told()[0]?.message).toMatchObject({
      text: expect.stringContaining('Ford Fiesta AB12 CDE: insurance: runs out on 2026-12-24'),
    });
    await playing.pass(32, 8);
    expect(told()).toHaveLength(1);
    clock.set('2026-12-17T09:00:00.000Z');
    await playing.pass(16, 4);
    expect(told()).toHaveLength(2);
    clock.set('2026-12-25T09:00:00.000Z');
    await playing.pass(16, 4);
    expect(told()).toHaveLength(3);
  });

  it('names the visits that are planned with it, and nobody else hears', async () => {
    await under({ ...policies.default, registers: ['mobiles', 'insurance'] });
    await change('keep-vehicle', car, 'hart');
    const planned = form({
      start: instant('2026-11-25T14:00:00Z'),
      dueBack: instant('2026-11-25T15:30:00Z'),
    });
    const id = visitId('school-planned');
    await act(playing, id, sam, { verb: 'submit', form: planned });
    const { reference } = await playing.visit(id);
    const [shown] = (await seen()).vehicles;
    const inputs = { ...car, id: shown?.id ?? '', revision: shown?.revision ?? '' };
    await change('keep-vehicle', { ...inputs, insuredUntil: '2026-11-24' }, 'hart');
    await playing.pass(16, 4);
    expect(told()).toMatchObject([{ message: { text: expect.stringContaining(reference) } }]);
    expect((await seen(pat)).runsOut).toMatchObject([{ standing: 'soon', visits: [reference] }]);
    const hearers = playing.sent.filter(({ message }) => says(message, 'look at the registers'));
    expect(hearers.map(({ to }) => to)).toEqual(['hart']);
  });

  it('is training that is missing, too', async () => {
    const training = { subjects: ['First aid'] };
    await under({ ...policies.default, registers: ['training'], training });
    await playing.pass(16, 4);
    expect(told()[0]?.message).toMatchObject({
      text: expect.stringContaining('Sam Pike: First aid: nothing valid on record'),
    });
  });

  it('waits for the morning', async () => {
    clock.set('05:00');
    await under({ ...policies.default, registers: ['insurance'] });
    await change('keep-vehicle', { ...car, insuredUntil: '' }, 'hart');
    await playing.pass(60, 15);
    expect(told()).toEqual([]);
    await playing.pass(120, 15);
    expect(told()).toHaveLength(1);
  });
});
