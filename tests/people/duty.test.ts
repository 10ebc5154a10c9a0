import { describe, expect, it } from '@jest/globals';
import { eligibleApprovers } from '../../src/approval/approval.ts';
import { rosterAt } from '../../src/people/duty.ts';
import type { Duty } from '../../src/people/registers.ts';
import { memberOf } from '../../src/people/staff.ts';
import { personId, type Role } from '../../src/vocabulary.ts';
import { at, bevan, jo, okafor, person, roster, sam } from '../builders/cast.ts';
import { type PackName, packNames, policies } from '../policy/six-packs.ts';

const hart = personId('hart');
const turn = (changes: Partial<Duty> = {}): Duty => ({
  id: 'd1',
  kind: 'on-duty',
  person: jo.id,
  role: 'senior-manager-on-duty',
  from: at('08:00'),
  until: at('16:00'),
  madeBy: hart,
  revoked: undefined,
  ...changes,
});
const now = (duty: readonly Duty[], time = '09:00', pack: PackName = 'HC', people = roster) =>
  rosterAt(people, { duty }, at(time), policies[pack]);
const rolesOf = (who: { readonly id: string }, ...given: Parameters<typeof now>) =>
  memberOf(now(...given), personId(who.id))?.roles ?? [];
const onDuty: Role = 'senior-manager-on-duty';

describe('a turn on duty [HC-4.4]', () => {
  it('gives the role while it lasts, first and last minute', () => {
    expect(rolesOf(jo, [turn()], '07:59')).not.toContain(onDuty);
    expect(rolesOf(jo, [turn()], '08:00')).toContain(onDuty);
    expect(rolesOf(jo, [turn()], '15:59')).toContain(onDuty);
    expect(rolesOf(jo, [turn()], '16:00')).not.toContain(onDuty);
  });

  it('is for whoever the rota names, and nobody else; where it names nobody the last resort stands', () => {
    expect(rolesOf(bevan, [turn()])).not.toContain(onDuty);
    expect(rolesOf(bevan, [turn()], '17:00')).toContain(onDuty);
    expect(rolesOf(bevan, [])).toContain(onDuty);
  });

  it('decides the visits of that time', () => {
    const subject = { requestedBy: sam.id, visitors: [sam.id] };
    const deciders = (time: string) =>
      eligibleApprovers(subject, now([turn()], time), policies.HC).map(({ id }) => id);
    expect(deciders('09:00')).toEqual([jo.id]);
    expect(deciders('17:00')).toEqual([bevan.id]);
  });

  it('gives nothing once taken back, to a pupil, or to whoever wrote it down for themselves', () => {
    const revoked = { by: hart, at: at('10:00') };
    expect(rolesOf(jo, [turn({ revoked })], '09:59')).toContain(onDuty);
    expect(rolesOf(jo, [turn({ revoked })], '10:00')).not.toContain(onDuty);
    expect(rolesOf(jo, [turn({ madeBy: jo.id })])).not.toContain(onDuty);
    expect(rolesOf(person('pupil', ''), [turn({ person: personId('pupil') })])).toEqual(['pupil']);
  });

  it('hands round no other role', () => {
    expect(rolesOf(jo, [turn({ role: 'headteacher' })])).not.toContain('headteacher');
  });
});

describe('standing in', () => {
  const forHead = (changes: Partial<Duty> = {}) =>
    turn({ kind: 'stands-in', role: 'headteacher', person: bevan.id, ...changes });
  const allowed: Readonly<Record<PackName, boolean>> = {
    default: false,
    B: false,
    R: true,
    W: false,
    HC: true,
    H: true,
  };

  it.each(packNames)('is what the policy delegates, and nothing more: %s', (pack) => {
    const standing = memberOf(now([forHead()], '09:00', pack), bevan.id);
    expect(standing?.roles.includes('headteacher')).toBe(allowed[pack]);
    expect(standing?.standsInFor).toEqual(allowed[pack] ? ['headteacher'] : undefined);
  });

  it('is for a deputy where the policy says so', () => {
    const byJo = forHead({ person: jo.id });
    expect(rolesOf(jo, [byJo], '09:00', 'R')).not.toContain('headteacher');
    expect(rolesOf(jo, [byJo], '09:00', 'H')).not.toContain('headteacher');
    expect(rolesOf(jo, [byJo], '09:00', 'HC')).toContain('headteacher');
  });

  it('is never what somebody gave themselves, and ends when it ends', () => {
    expect(rolesOf(bevan, [forHead({ madeBy: bevan.id })], '09:00', 'HC')).not.toContain(
      'headteacher',
    );
    expect(rolesOf(bevan, [forHead()], '16:00', 'HC')).not.toContain('headteacher');
    const revoked = { by: okafor.id, at: at('08:30') };
    expect(rolesOf(bevan, [forHead({ revoked })], '09:00', 'HC')).not.toContain('headteacher');
  });

  it('says nothing of somebody who holds the role anyway', () => {
    const own = memberOf(now([forHead({ person: okafor.id })], '09:00', 'HC'), okafor.id);
    expect(own?.standsInFor).toBeUndefined();
  });
});

describe('being away', () => {
  it('is known while it lasts', () => {
    const away = turn({ kind: 'away', role: undefined, person: okafor.id, madeBy: okafor.id });
    expect(memberOf(now([away]), okafor.id)?.away).toBe(true);
    expect(memberOf(now([away], '16:00'), okafor.id)?.away).toBeUndefined();
    expect(memberOf(now([away]), okafor.id)?.roles).toContain('headteacher');
  });
});
