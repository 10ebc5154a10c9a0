/** Reminders without any alarm: being on time, arriving, not staying too long, a reason still to be written. */
import type { Policy } from '../policy/policy.ts';
import { type Instant, minutesAfter } from '../vocabulary.ts';
import type { Nudge } from './event.ts';
import { positionOf, whoIsOut } from './people-out.ts';
import type { KnownVisit, Outing } from './visit.ts';
import { owesReason } from './waiting.ts';

export type NudgeToCome = { readonly about: Nudge; readonly at: Instant };

/** Each comes once for a visit. */
export const nudgesToCome = (visit: KnownVisit, policy: Policy): readonly NudgeToCome[] =>
  [
    ...beforeLeaving(visit, policy),
    ...(visit.status === 'out'
      ? [...onTheWay(visit, visit.outing, policy), ...inside(visit.outing, policy)]
      : []),
    ...afterwards(visit, policy),
  ].filter(({ about }) => !(visit.nudged ?? []).includes(about));

const beforeLeaving = (visit: KnownVisit, { pace }: Policy): readonly NudgeToCome[] =>
  visit.status === 'approved'
    ? [
        {
          about: 'start' as const,
          at: minutesAfter(visit.proposal.start, -pace.remindBeforeMinutes),
        },
      ].filter(({ at }) => visit.decidedAt !== undefined && visit.decidedAt < at)
    : [];

/** Where the policy wants to hear before the home is reached, silence is noticed. */
const onTheWay = (
  { proposal }: KnownVisit,
  outing: Outing,
  { checkIns, pace }: Policy,
): readonly NudgeToCome[] => {
  const wanted = checkIns.includes('before-arrival') || checkIns.includes('arrive');
  const out = whoIsOut(outing);
  const travelling = out.length > 0 && out.every((id) => positionOf(outing, id) === 'travelling');
  const silent = outing.arrivedAt === undefined && outing.lastHeard === outing.departedAt;
  if (!wanted || !travelling || !silent || outing.calledOff !== undefined) return [];
  const from = proposal.start < outing.departedAt ? outing.departedAt : proposal.start;
  return [
    { about: 'arrival', at: minutesAfter(from, pace.arriveWithinMinutes) },
    { about: 'arrival-missed', at: minutesAfter(from, 2 * pace.arriveWithinMinutes) },
  ];
};

const inside = (outing: Outing, { pace }: Policy): readonly NudgeToCome[] => {
  const since = whoIsOut(outing)
    .flatMap((id) => outing.positions[id] ?? [])
    .filter(({ position }) => position === 'inside')
    .map((place) => place.since);
  const [first] = since.toSorted();
  return first === undefined
    ? []
    : [{ about: 'length', at: minutesAfter(first, pace.stayMinutes) }];
};

const reasonWithinMinutes = 30;

const afterwards = (visit: KnownVisit, { animals }: Policy): readonly NudgeToCome[] =>
  visit.status === 'returned' && owesReason(visit) && animals.rule !== 'none-or-controlled'
    ? [{ about: 'reason', at: minutesAfter(visit.outing.lastHeard, reasonWithinMinutes) }]
    : [];
