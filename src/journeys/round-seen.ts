/** A round as one of its people sees it: its stops, where they are now, and which visits could be one round. */
import { may, relationsTo } from '../people/access.ts';
import { initialsOf, type StaffMember } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import { reasonsNoRound } from '../rounds/plan.ts';
import { subjectOf } from '../visits/asking.ts';
import { verbsFor } from '../visits/offers.ts';
import { officeStatus } from '../visits/office-status.ts';
import { outOn, positionOf } from '../visits/people-out.ts';
import type { KnownVisit } from '../visits/visit.ts';
import type { Instant } from '../vocabulary.ts';
import { viewsOf } from './elsewhere.ts';
import type { VisitView, World } from './ports.ts';
import type { SeenRound, SeenStop } from './seen.ts';

/** What else there is, where it may be of the same round; nothing for a visit that is on none and could be on none. */
export const nearby = async (
  world: World,
  visit: { readonly status: string; readonly round?: unknown },
): Promise<{ readonly nearby?: readonly VisitView[]; readonly now?: Instant }> =>
  visit.round === undefined && visit.status !== 'approved'
    ? {}
    : { nearby: await viewsOf(world), now: world.now() };

type Eyes = {
  readonly person: StaffMember;
  readonly policy: Policy;
  readonly nearby?: readonly VisitView[];
  readonly now?: Instant;
};

export const roundSeen = (
  { id, visit }: Pick<VisitView, 'id' | 'visit'>,
  eyes: Eyes,
): { readonly round?: SeenRound; readonly couldJoin?: readonly SeenStop[] } => {
  const { nearby: all, now } = eyes;
  if (all === undefined || now === undefined) return {};
  const seen = all.filter((view) => maySee(view.visit, eyes));
  const stops = seen.filter(
    (view) => visit.round !== undefined && view.visit.round?.round === visit.round.round,
  );
  const couldJoin = seen.filter(
    (view) => view.id !== id && !stops.includes(view) && fits(visit, view.visit, now, eyes),
  );
  return {
    ...(visit.round === undefined
      ? {}
      : {
          round: {
            name: visit.round.name,
            dueBack: dueBackOf(visit.round.dueBack, stops),
            stops: inOrder(stops, eyes),
          },
        }),
    ...(couldJoin.length === 0 ? {} : { couldJoin: inOrder(couldJoin, eyes) }),
  };
};

const maySee = (visit: KnownVisit, { person, policy }: Eyes): boolean =>
  may('see-visit', person, relationsTo(subjectOf(visit), person, policy));

const fits = (visit: KnownVisit, other: KnownVisit, now: Instant, { policy }: Eyes): boolean => {
  const round = visit.round?.round ?? '';
  return (
    other.status === 'approved' &&
    reasonsNoRound({ visits: [visit, other], dueBack: undefined }, round, { now, policy })
      .length === 0
  );
};

/** As they have put it off, where they are out. */
const dueBackOf = (planned: Instant, stops: readonly VisitView[]): Instant =>
  stops.flatMap(({ visit }) =>
    visit.status === 'out' && outOn(visit).length > 0 ? [visit.outing.dueBack] : [],
  )[0] ?? planned;

const inOrder = (views: readonly VisitView[], eyes: Eyes): readonly SeenStop[] =>
  views
    .map((view) => stopOf(view, eyes))
    .toSorted((one, other) => (one.start < other.start ? -1 : 1));

const stopOf = ({ id, visit }: VisitView, { person, policy }: Eyes): SeenStop => ({
  id,
  reference: visit.reference,
  initials: initialsOf(visit.proposal.pupil),
  address: visit.proposal.address,
  start: visit.proposal.start,
  status: officeStatus(visit),
  here:
    visit.status === 'out' &&
    !['at-school', 'moved-on', 'back'].includes(positionOf(visit.outing, person.id)),
  next: verbsFor(visit, person, policy).includes('depart'),
});
