/** What has to be so at the door before anybody goes in. */
import type { Policy } from '../policy/policy.ts';
import { refusal, unless } from '../policy/refusal.ts';
import type { Refusal } from '../vocabulary.ts';

export type Doorstep = {
  readonly invitedBy: 'parent' | 'delegated-adult' | 'other-adult' | 'child' | undefined;
  readonly animals: 'none' | 'secured' | 'loose' | undefined;
};

/** A child can't ask anybody in; what is not said does not count as said. */
export const reasonsToStayOutside = (
  { invitedBy, animals }: Doorstep,
  policy: Policy,
): readonly Refusal[] => [
  ...unless(invitedBy !== undefined && invitedBy !== 'child', () =>
    refusal(policy, 'door/invited-by-adult', { field: 'invitedBy' }),
  ),
  ...unless(animals === 'none' || animals === 'secured', () =>
    refusal(policy, 'door/animals', { field: 'animals' }),
  ),
];
