import { describe, expect, it } from '@jest/globals';
import {
  type Act,
  accessTable,
  grantFor,
  may,
  type Relation,
  relationsTo,
  type VisitVerb,
  visitAccess,
} from '../../src/people/access.ts';
import type { StaffMember } from '../../src/people/staff.ts';
import { reasonsBarred } from '../../src/visits/allowed.ts';
import { type Role, roles } from '../../src/vocabulary.ts';
import {
  at,
  bevan,
  jo,
  okafor,
  person,
  policy,
  pupil,
  rao,
  roster,
  sam,
} from '../builders/cast.ts';
import { asked, given, hash } from '../builders/visits.ts';
import { expected } from './access-matrix.ts';

const acts = Object.keys(accessTable).filter((name): name is Act => name in accessTable);
const verbs = Object.keys(visitAccess).filter((name): name is VisitVerb => name in visitAccess);
const relations: readonly Relation[] = ['requester', 'visitor', 'approver', 'adopter'];
const everyRelation: readonly (readonly Relation[])[] = [
  [],
  ...relations.map((relation) => [relation]),
  ['requester', 'visitor'],
];
const holder = (...held: Role[]): StaffMember => person('somebody', 'Somebody', ...held);

/** What the hand-written matrix says of one person's act. */
const isExpected = (act: Act, role: Role, held: readonly Relation[]): boolean => {
  const row = expected[act];
  if (row === undefined || role === 'pupil') return false;
  return row.roles.includes(role) || held.some((relation) => row.relations.includes(relation));
};

describe('the table of who may do and see what', () => {
  it('has a row in the matrix for every act, and no other', () => {
    expect([...acts].sort()).toEqual(Object.keys(expected).sort());
  });

  it.each(acts)('is as written for every role and relation: %s', (act) => {
    for (const role of roles)
      for (const held of everyRelation)
        expect({ role, held, may: may(act, holder(role), held) }).toEqual({
          role,
          held,
          may: isExpected(act, role, held),
        });
  });

  it('denies by default: nobody, no role, and a pupil whatever else they hold', () => {
    for (const act of acts)
      for (const held of everyRelation) {
        expect(may(act, undefined, held)).toBe(false);
        expect(may(act, holder(), held)).toBe(false);
        expect(may(act, holder('pupil'), held)).toBe(false);
        expect(may(act, holder('pupil', 'headteacher', 'office'), held)).toBe(false);
      }
  });

  it('says which grant let somebody in', () => {
    expect(grantFor('depart', holder('office'), [])).toBe('office');
    expect(grantFor('depart', holder('teacher'), ['visitor'])).toBe('visitor');
    expect(grantFor('depart', holder('teacher'), [])).toBeUndefined();
  });
});

describe('how a person stands to a visit', () => {
  const subject = { requestedBy: sam.id, visitors: [sam.id, jo.id] };
  it('is read from the visit, and nobody approves their own', () => {
    expect(relationsTo(subject, sam, policy)).toEqual(['requester', 'visitor']);
    expect(relationsTo(subject, jo, policy)).toEqual(['visitor']);
    expect(relationsTo(subject, okafor, policy)).toEqual(['approver', 'adopter']);
    expect(relationsTo(subject, bevan, policy)).toEqual([]);
    expect(relationsTo({ ...subject, visitors: [okafor.id] }, okafor, policy)).toEqual([
      'visitor',
      'adopter',
    ]);
    expect(relationsTo({ ...subject, requestedBy: okafor.id }, okafor, policy)).toEqual([
      'requester',
      'adopter',
    ]);
    expect(relationsTo(undefined, okafor, policy)).toEqual([]);
  });
});

describe('the rules of a visit', () => {
  const circumstances = {
    now: at('12:00'),
    policy,
    assessment: undefined,
    firstVisit: true,
    hash,
    reference: 'HV-2026-0042',
  };
  const { visit } = given(asked());
  const subject = { requestedBy: sam.id, visitors: [sam.id, jo.id] };
  const barred = (verb: VisitVerb, one: StaffMember) =>
    reasonsBarred({ verb, by: one.id }, visit, { ...circumstances, roster: [...roster, one] });

  it.each(verbs)('bar everybody whom the table does not let: %s', (verb) => {
    const act = verb === 'submit' ? 'edit' : verb;
    for (const one of [...roster, ...roles.map((role) => person(`a-${role}`, role, role))]) {
      const held = relationsTo(subject, one, policy);
      expect({ who: one.id, in: barred(verb, one).length === 0 }).toEqual({
        who: one.id,
        in: may(act, one, held),
      });
    }
  });

  it.each(verbs)('tell a stranger the same whatever they tried: %s', (verb) => {
    const strangers = [pupil, person('a-governor', 'A Governor', 'chair-of-governors')];
    for (const one of strangers)
      for (const { rule } of barred(verb, one)) expect(rule).toBe('access/not-yours');
  });

  it('know nobody who is not on the staff list', () => {
    const ghost = person('ghost', 'A Ghost', 'headteacher');
    for (const verb of verbs)
      expect(
        reasonsBarred({ verb, by: ghost.id }, visit, { ...circumstances, roster }).map(
          ({ rule }) => rule,
        ),
      ).toEqual(['access/not-yours']);
  });

  it('let a safeguarding lead read, and not decide', () => {
    expect(barred('open-details', rao)).toEqual([]);
    expect(barred('approve', rao).map(({ rule }) => rule)).toEqual(['approval/right-role']);
  });
});
