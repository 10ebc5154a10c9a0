/** A school whose policy nobody changes, for tests of everything else. */
import type { PolicyDoor } from '../../src/journeys/policy-door.ts';

export const quietPolicyDoor = (): PolicyDoor => ({
  see: async () => undefined,
  notice: async () => ({}),
  check: async () => ({ refusals: [], changes: [] }),
  press: async () => ({ kind: 'done', note: 'Noted.' }),
  copy: async () => '',
  monitoring: async () => undefined,
});
