import { describe, expect, it } from '@jest/globals';
import {
  decidersInWords,
  eligibleApprovers,
  reasonsNobodyMayDecide,
  reasonsNotToDecide,
} from '../../src/approval/approval.ts';
import { bevan, jo, okafor, policy, roster, sam } from '../builders/cast.ts';

const subject = { requestedBy: sam.id, visitors: [sam.id, jo.id] };
const rules = (refusals: readonly { readonly rule: string }[]) => refusals.map(({ rule }) => rule);
const either = {
  ...policy,
  approval: { ...policy.approval, roles: ['headteacher', 'senior-manager-on-duty'] as const },
};

describe('who may decide a visit', () => {
  it('is whoever holds a role the policy names', () => {
    expect(eligibleApprovers(subject, roster, policy)).toEqual([okafor]);
    expect(eligibleApprovers(subject, roster, either)).toEqual([okafor, bevan]);
    expect(decidersInWords(either)).toBe('the headteacher or the senior manager on duty');
  });

  it('is never somebody who goes, or who asked', () => {
    const visiting = { requestedBy: sam.id, visitors: [okafor.id, jo.id] };
    const asking = { requestedBy: okafor.id, visitors: [sam.id, jo.id] };
    expect(rules(reasonsNotToDecide(visiting, okafor, policy))).toEqual(['approval/not-own-visit']);
    expect(rules(reasonsNotToDecide(asking, okafor, policy))).toEqual(['approval/not-own-visit']);
    expect(eligibleApprovers(visiting, roster, either)).toEqual([bevan]);
  });

  it('is said to be nobody where it is nobody', () => {
    const visiting = { requestedBy: sam.id, visitors: [okafor.id, jo.id] };
    expect(rules(reasonsNobodyMayDecide(visiting, roster, policy))).toEqual([
      'approval/somebody-may',
    ]);
    expect(reasonsNobodyMayDecide(visiting, roster, either)).toEqual([]);
  });

  it('hears every reason at once', () => {
    expect(rules(reasonsNotToDecide(subject, sam, policy))).toEqual([
      'approval/not-own-visit',
      'approval/right-role',
    ]);
  });
});
