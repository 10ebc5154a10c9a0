/** A school changes its policy: proposed, signed by two, in force from its day, read again by those who go; a visit keeps its own. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { refreshPolicies } from '../../src/journeys/policy-book.ts';
import { type PolicyPress, policyDoor } from '../../src/journeys/policy-door.ts';
import { sightOf } from '../../src/journeys/sight.ts';
import type { StaffMember } from '../../src/people/staff.ts';
import { commandId, instant, type VisitId, visitId } from '../../src/vocabulary.ts';
import { bevan, dunn, jo, okafor, pat, policy, pupil, sam, wells } from '../builders/cast.ts';
import { form } from '../builders/visits.ts';
import { forgetLists, openTenant, type Tenant } from './tenant.ts';
import { act, createClock, openWorld, type Playing } from './world.ts';

const { visitClasses: _c, productRules: _p, filled: _f, ...settings } = policy;

let tenant: Tenant;
let playing: Playing;
let clock: ReturnType<typeof createClock>;
let count = 0;
const newName = (): string => {
  count += 1;
  return `policy-${count}`;
};

beforeEach(async () => {
  clock = createClock('09:00');
  tenant = await openTenant();
  playing = await openWorld({ tenant, clock });
  await playing.runner.settle();
});
afterEach(() => tenant.stop());
afterAll(forgetLists);

type Inputs = PolicyPress['inputs'];

const press = (by: StaffMember, verb: PolicyPress['verb'], inputs: Inputs, command = newName()) =>
  policyDoor(playing.world, async () => []).press({
    verb,
    inputs,
    by: by.id,
    command: commandId(command),
  });

const draft = (change: object = {}, more: Inputs = {}): Inputs => ({
  version: '2027-01',
  from: '2026-11-25',
  settings: JSON.stringify({
    ...settings,
    noShow: { waitMinutes: 25, lateMinutes: 30 },
    ...change,
  }),
  ...more,
});

const rulesOf = (answer: Awaited<ReturnType<typeof press>>): readonly string[] =>
  answer.kind === 'refused' ? answer.refusals.map(({ rule }) => rule) : [];

const sign = (by: StaffMember, command?: string) =>
  press(by, 'sign-policy', { version: '2027-01' }, command);

const inForce = async (change: object = {}) => {
  await press(okafor, 'propose-policy', draft(change));
  await sign(okafor);
  await sign(dunn);
  clock.set(instant('2026-11-25T09:00:00Z'));
  await playing.runner.settle();
};

describe('a new version of the policy', () => {
  it('is followed once two have signed and its day has come [H-01 HC-S4]', async () => {
    expect(await press(okafor, 'propose-policy', draft())).toMatchObject({ kind: 'done' });
    expect((await playing.world.policy()).noShow.waitMinutes).toBe(10);
    expect(await sign(okafor)).toMatchObject({ kind: 'done' });
    clock.set(instant('2026-11-26T09:00:00Z'));
    expect((await playing.world.policy()).noShow.waitMinutes).toBe(10);
    expect(await sign(dunn)).toMatchObject({ kind: 'done' });
    // Signed after its day, it begins with the last signature: nothing is backdated.
    expect((await playing.world.policy()).noShow.waitMinutes).toBe(25);
    clock.set(instant('2026-11-25T12:00:00Z'));
    expect((await playing.world.policy()).noShow.waitMinutes).toBe(10);
  });

  it('waits for its day where it was signed before [H-01]', async () => {
    await press(okafor, 'propose-policy', draft());
    await sign(okafor);
    await sign(dunn);
    clock.set(instant('2026-11-24T23:59:00Z'));
    expect((await playing.world.policy()).version).toBe(policy.version);
    clock.set(instant('2026-11-25T00:00:00Z'));
    expect((await playing.world.policy()).version).toBe('2027-01');
  });

  it('shows its day, its signatures and what it changes [H-01 HC-S4]', async () => {
    await press(okafor, 'propose-policy', draft());
    await sign(okafor);
    const seen = await policyDoor(playing.world, async () => []).see(dunn.id);
    expect(seen?.versions[0]).toMatchObject({
      version: '2027-01',
      state: 'to be signed',
      from: '2026-11-25',
      proposedBy: 'Mrs Okafor',
      signatures: [
        { role: 'the headteacher', name: 'Mrs Okafor', nobody: false },
        { role: 'the chair of governors', nobody: false },
      ],
      changes: [{ label: 'Wait for a parent, minutes', from: '10', to: '25' }],
      maySign: true,
    });
    expect(seen?.versions.at(-1)).toMatchObject({ version: policy.version, state: 'in force' });
  });

  it('is signed by two people, never twice by one, and by nobody else [HC-S4]', async () => {
    await press(okafor, 'propose-policy', draft());
    await sign(okafor);
    expect(rulesOf(await sign(okafor))).toEqual(['policy/sign-once']);
    expect(rulesOf(await sign(pat))).toEqual(['access/not-yours']);
    expect(rulesOf(await sign(wells))).toEqual(['access/not-yours']);
  });

  it('is refused with every reason at once, and is nobody’s to propose but theirs', async () => {
    const bad = draft(
      {
        staffing: { ...policy.staffing, rule: 'three' },
        evening: { ...policy.evening, from: 'five' },
      },
      { version: policy.version, from: '2026-11-23' },
    );
    const answer = await press(okafor, 'propose-policy', bad);
    expect(rulesOf(answer)).toEqual([
      'policy/version-named',
      'policy/not-backdated',
      'policy/unclear',
      'policy/unclear',
    ]);
    expect(JSON.stringify(answer)).toContain('evening.from: must be a time, like 17:00');
    expect(
      rulesOf(await press(okafor, 'propose-policy', draft({ noShow: policy.noShow }))),
    ).toEqual(['policy/something-changed']);
    expect(rulesOf(await press(okafor, 'propose-policy', draft({}, { settings: '{' })))).toEqual([
      'policy/unclear',
    ]);
    for (const by of [sam, pat, pupil, dunn])
      expect(rulesOf(await press(by, 'propose-policy', draft()))).toEqual(['access/not-yours']);
    expect((await policyDoor(playing.world, async () => []).see(okafor.id))?.versions).toHaveLength(
      1,
    );
  });

  it('is proposed, signed and withdrawn once, however often it is pressed', async () => {
    const twice = () => press(okafor, 'propose-policy', draft(), 'the-same');
    expect([await twice(), await twice()].map(({ kind }) => kind)).toEqual(['done', 'done']);
    expect(rulesOf(await press(okafor, 'propose-policy', draft()))).toEqual([
      'policy/version-named',
    ]);
    const signed = () => sign(okafor, 'the-same-signature');
    expect([await signed(), await signed()].map(({ kind }) => kind)).toEqual(['done', 'done']);
    const withdraw = () => press(okafor, 'withdraw-policy', { version: '2027-01' });
    expect([await withdraw(), await withdraw()].map(({ kind }) => kind)).toEqual(['done', 'done']);
    expect(rulesOf(await sign(dunn))).toEqual(['policy/open']);
  });

  it('says where nobody can sign', async () => {
    await press(okafor, 'propose-policy', draft({ signOffs: ['headteacher', 'head-of-school'] }));
    await sign(okafor);
    await sign(dunn);
    clock.set(instant('2026-11-25T09:00:00Z'));
    const next = draft({ signOffs: ['headteacher'] }, { version: '2027-02', from: '2026-11-25' });
    await press(okafor, 'propose-policy', next);
    const seen = await policyDoor(playing.world, async () => []).see(okafor.id);
    expect(seen?.versions[0]?.signatures).toMatchObject([
      { role: 'the headteacher', nobody: false },
      { role: 'the head of school', nobody: true },
    ]);
  });
});

/** Asked on whichever day, for the afternoon of the day the version comes into force. */
const askForTomorrow = async (): Promise<VisitId> => {
  const [start, dueBack] = [instant('2026-11-25T14:00:00Z'), instant('2026-11-25T15:30:00Z')];
  const name = newName();
  const id = visitId(`school-${name}`);
  const asking = { verb: 'submit', form: form({ start, dueBack }) } as const;
  expect(await act(playing, id, sam, asking, { id: name })).toMatchObject({ kind: 'done' });
  return id;
};

describe('a visit', () => {
  it('keeps the version it was asked under, and the next goes by the new one', async () => {
    const before = await askForTomorrow();
    await inForce();
    const after = await askForTomorrow();
    const waits = async (id: VisitId) => {
      const visit = await playing.visit(id);
      const sight = await sightOf(playing.world, visit);
      return [visit.policyVersion, sight.policy.noShow.waitMinutes];
    };
    expect(await waits(before)).toEqual([policy.version, 10]);
    expect(await waits(after)).toEqual(['2027-01', 25]);
  });

  it('is decided by its own, though the new one lets others decide', async () => {
    const before = await askForTomorrow();
    await inForce({ approval: { ...policy.approval, roles: ['deputy-head'] } });
    const after = await askForTomorrow();
    const approve = async (id: VisitId, by: StaffMember) => {
      const { content } = await playing.visit(id);
      return (await act(playing, id, by, { verb: 'approve', content, note: '' })).kind;
    };
    expect(await approve(before, bevan)).toBe('refused');
    expect(await approve(before, okafor)).toBe('done');
    expect(await approve(after, okafor)).toBe('refused');
    expect(await approve(after, bevan)).toBe('done');
  });
});

describe('the Policies list', () => {
  it('holds every version with its day and signatures, and brings them back where the diary is lost', async () => {
    await inForce();
    const [item] = await tenant.itemsOf(tenant.books.policies);
    expect(item?.columns).toMatchObject({ Version: '2027-01', Status: 'Signed' });
    expect(String(item?.columns['SignOffs'])).toContain('Signed by Cllr Dunn');
    const fresh = await openWorld({ tenant, clock });
    expect((await fresh.world.policy()).version).toBe(policy.version);
    await refreshPolicies(fresh.world);
    expect((await fresh.world.policy()).noShow.waitMinutes).toBe(25);
  });

  it('is not followed where somebody changed it by hand, and is put right', async () => {
    await inForce();
    const [item] = await tenant.itemsOf(tenant.byHand('HomeVisitsRegisters', 'Policies'));
    if (item === undefined) throw new Error('It is not there.');
    const text = String(item.columns['Settings']).replace('"waitMinutes":25', '"waitMinutes":1');
    await tenant
      .byHand('HomeVisitsRegisters', 'Policies')
      .update(item.place, { Settings: text }, 'click');
    await playing.pass(6);
    expect((await playing.world.policy()).noShow.waitMinutes).toBe(25);
    expect(playing.faults.join()).toContain('changed by hand');
    const [now] = await tenant.itemsOf(tenant.books.policies);
    expect(String(now?.columns['Settings'])).toContain('"waitMinutes":25');
    const fresh = await openWorld({ tenant, clock });
    await tenant
      .byHand('HomeVisitsRegisters', 'Policies')
      .update(now?.place ?? item.place, { Settings: text }, 'click');
    await refreshPolicies(fresh.world);
    expect((await fresh.world.policy()).version).toBe(policy.version);
  });

  it('may be away: nothing waits for it', async () => {
    tenant.down();
    await inForce();
    expect((await playing.world.policy()).noShow.waitMinutes).toBe(25);
    tenant.mend();
    await playing.pass(3);
    expect(await tenant.itemsOf(tenant.books.policies)).toHaveLength(1);
  });
});

describe('reading it', () => {
  it('is asked of everybody who goes, once, when a new version comes into force [HC-S2 B-12 H-06]', async () => {
    expect(playing.told(sam.id, 'policy')).toHaveLength(0);
    await inForce();
    await playing.pass(5);
    for (const who of [sam, jo]) {
      const asked = playing.told(who.id, 'policy');
      expect(asked).toHaveLength(1);
      expect(asked[0]?.message).toMatchObject({
        version: '2027-01',
        changes: ['Wait for a parent, minutes: 25 (was: 10)'],
      });
    }
    for (const who of [pat, okafor, pupil]) expect(playing.told(who.id, 'policy')).toHaveLength(0);
  });

  it('is on record with version and time, in list and page, and counts for that version alone [HC-S2]', async () => {
    const door = policyDoor(playing.world, async () => []);
    const read = (version: string) => press(sam, 'confirm-policy-read', { version });
    expect(await read(policy.version)).toMatchObject({ kind: 'done' });
    expect(await read(policy.version)).toMatchObject({ kind: 'done' });
    expect(rulesOf(await read('2020-01'))).toEqual(['policy/read-current']);
    await playing.runner.settle();
    const lines = await tenant.itemsOf(tenant.books.policyReadings);
    expect(lines.map(({ columns }) => [columns['Title'], columns['Version']])).toEqual([
      ['Sam Pike', policy.version],
    ]);
    expect((await door.see(okafor.id))?.readers).toMatchObject({
      read: [{ name: 'Sam Pike' }],
      notYet: ['Jo Ashby'],
    });
    expect((await door.see(sam.id))?.readers).toBeUndefined();
    expect(await door.notice(sam.id)).toEqual({});
    await inForce();
    expect(await door.notice(sam.id)).toMatchObject({ unread: { version: '2027-01' } });
    expect(await playing.world.policyReaders()).toEqual([]);
  });
});
