/** What has to be so at the door before anybody goes in. */
import type { Policy } from '../policy/policy.ts';
import { refusal, unless } from '../policy/refusal.ts';
import type { Refusal } from '../vocabulary.ts';

export type InvitedBy = 'parent' | 'delegated-adult' | 'other-adult' | 'child';

export type Doorstep = {
  readonly invitedBy: InvitedBy | undefined;
  readonly parentPresent: boolean;
  /** How the school has the parent's permission to speak to another adult. */
  readonly permission: string;
  readonly animals: 'none' | 'secured' | 'loose' | undefined;
  /** The parent has said that they will be late. */
  readonly late: boolean;
};

/** A child can't ask anybody in; what is not said does not count as said. */
export const reasonsToStayOutside = (
  { invitedBy, parentPresent, permission, animals, late }: Doorstep,
  policy: Policy,
): readonly Refusal[] => {
  const parent = parentPresent || invitedBy === 'parent';
  return [
    ...unless(invitedBy !== undefined && invitedBy !== 'child', () =>
      refusal(policy, 'door/invited-by-adult', { field: 'invitedBy' }),
    ),
    ...unless(invitedBy !== 'delegated-adult' || permission.trim() !== '', () =>
      refusal(policy, 'door/permission-on-record', { field: 'permission' }),
    ),
    ...unless(parent || policy.doorstep.parent === 'adult', () =>
      refusal(policy, 'door/parent-present', { field: 'parentPresent' }),
    ),
    ...unless(parent || !late || policy.doorstep.parent === 'required', () =>
      refusal(policy, 'door/parent-late', { field: 'parentPresent' }),
    ),
    ...unless(animals === 'none' || animals === 'secured', () =>
      refusal(policy, 'door/animals', { field: 'animals' }),
    ),
  ];
};

/** Whether the one who came to the door is the one the visit is for. */
export const isTheFamily = (footing: InvitedBy, { doorstep }: Pick<Policy, 'doorstep'>): boolean =>
  footing === 'parent' || (doorstep.parent === 'adult' && footing !== 'child');
