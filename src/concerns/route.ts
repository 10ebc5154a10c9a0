/** Who hears of a concern, and who never does, wherever they stand. */
import { holders, type Roster } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import type { PersonId, Role } from '../vocabulary.ts';
import type { ConcernRoute } from './concern.ts';

/** Whoever holds one of these can open the safeguarding site. */
const opensSafeguarding: readonly Role[] = [
  'safeguarding-lead',
  'deputy-safeguarding-lead',
  'headteacher',
];
const safeguarding: readonly Role[] = ['safeguarding-lead', 'deputy-safeguarding-lead'];
const governance: readonly Role[] = ['chair-of-governors', ...safeguarding];

/** Where nobody of a route is left, these are asked one after another: a concern is never told to nobody. */
const lastResorts: readonly Role[] = [
  'chair-of-governors',
  'headteacher',
  'deputy-head',
  'senior-manager',
  'business-manager',
];

export type Routed = { readonly route: ConcernRoute; readonly subjects: readonly PersonId[] };
type Given = { readonly policy: Policy; readonly roster: Roster };

export const routeOf = (subjects: readonly PersonId[], roster: Roster): ConcernRoute =>
  holders(roster, opensSafeguarding).some(({ id }) => subjects.includes(id))
    ? 'governance'
    : 'safeguarding';

/** Those told at once. */
export const hearersOf = ({ route, subjects }: Routed, { policy, roster }: Given) =>
  others(route === 'governance' ? governance : policy.concerns.tell, subjects, roster);

/** Those told while nobody has spoken: after the first time, the headteacher too, where they may know of it. */
export const climbHearersOf = (
  routed: Routed,
  times: number,
  given: Given,
): readonly PersonId[] => {
  const first = hearersOf(routed, given);
  if (times < 2 || routed.route === 'governance') return first;
  const heads = others(['headteacher'], routed.subjects, given.roster);
  return [...new Set([...first, ...heads])];
};

const others = (
  roles: readonly Role[],
  subjects: readonly PersonId[],
  roster: Roster,
): readonly PersonId[] => {
  const may = (wanted: readonly Role[]): readonly PersonId[] =>
    holders(roster, wanted)
      .map(({ id }) => id)
      .filter((id) => !subjects.includes(id));
  const found = may(roles);
  if (found.length > 0) return found;
  return lastResorts.map((role) => may([role])).find((people) => people.length > 0) ?? [];
};
