/** Who is on duty, who stands in and who is away, now. Pure: the rota says, the school's policy allows. */
import type { Policy } from '../policy/policy.ts';
import type { Instant, Role } from '../vocabulary.ts';
import type { Duty, Registers } from './registers.ts';
import { memberOf, type Roster, type StaffMember } from './staff.ts';

/** The one role that the rota alone hands round. */
const rotaRole = 'senior-manager-on-duty';

const heads: readonly Role[] = ['headteacher', 'head-of-school'];

type Delegation = Policy['approval']['delegation'];

/** Whose place may be taken under the school's policy, and by whom. Nobody's, unless it says so. */
const standIns: Readonly<
  Record<Delegation, { readonly of: readonly Role[]; readonly by: readonly Role[] | 'anybody' }>
> = {
  off: { of: [], by: [] },
  deputy: { of: heads, by: ['deputy-head', 'assistant-head'] },
  'senior-manager': { of: heads, by: ['deputy-head', 'assistant-head', 'senior-manager'] },
  'duty-rota': { of: [...heads, rotaRole], by: 'anybody' },
};

/** The roles somebody can be on duty or stand in for under this policy. */
export const dutyRoles = ({ approval }: Policy): readonly Role[] => [
  ...new Set<Role>([rotaRole, ...standIns[approval.delegation].of]),
];

export const lasts = ({ from, until, revoked }: Duty, now: Instant): boolean =>
  from <= now && now < until && (revoked === undefined || now < revoked.at);

/** Why a line of the rota has no effect under this policy, whenever it is; undefined where it has. */
export const whyNoEffect = (
  duty: Duty,
  roster: Roster,
  { approval }: Policy,
): 'nobody' | 'own' | 'not-delegated' | 'not-theirs' | undefined => {
  const member = memberOf(roster, duty.person);
  if (member === undefined || member.roles.includes('pupil') || member.roles.length === 0)
    return 'nobody';
  if (duty.kind === 'away') return undefined;
  if (duty.madeBy === duty.person) return 'own';
  if (duty.kind === 'on-duty') return duty.role === rotaRole ? undefined : 'not-delegated';
  const { of, by } = standIns[approval.delegation];
  if (duty.role === undefined || !of.includes(duty.role)) return 'not-delegated';
  return by === 'anybody' || member.roles.some((role) => by.includes(role))
    ? undefined
    : 'not-theirs';
};

/**
 * The roster as it stands now (HC-4.4): whoever is on duty holds the role while it lasts, and only they do; where the
 * rota names nobody the static holders stand, the last resort. Whoever stands in holds the role and is known to stand in.
 */
export const rosterAt = (
  roster: Roster,
  { duty }: Pick<Registers, 'duty'>,
  now: Instant,
  policy: Policy,
): Roster => {
  const lines = duty.filter(
    (one) => lasts(one, now) && whyNoEffect(one, roster, policy) === undefined,
  );
  const named = lines.some(({ kind, role }) => kind === 'on-duty' && role === rotaRole);
  return roster.map((member) =>
    withDuty(
      member,
      lines.filter(({ person }) => person === member.id),
      named,
    ),
  );
};

const withDuty = (member: StaffMember, lines: readonly Duty[], named: boolean): StaffMember => {
  const granted = (kind: Duty['kind']) =>
    lines.flatMap((one) => (one.kind === kind && one.role !== undefined ? [one.role] : []));
  const own = named ? member.roles.filter((role) => role !== rotaRole) : member.roles;
  const standsInFor = [...new Set(granted('stands-in'))].filter((role) => !own.includes(role));
  return {
    ...member,
    roles: [...new Set([...own, ...granted('on-duty'), ...standsInFor])],
    ...(standsInFor.length === 0 ? {} : { standsInFor }),
    ...(lines.some(({ kind }) => kind === 'away') ? { away: true } : {}),
  };
};
