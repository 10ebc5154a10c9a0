/** Who waits for those who are out once the office has closed: one person after another is asked, until somebody says yes. */
import { officeClosesFrom } from '../people/calendar.ts';
import type { Calendar } from '../people/registers.ts';
import { holders, memberOf, type StaffMember } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import { type Instant, laterOf, minutesAfter, type PersonId } from '../vocabulary.ts';
import type { Circumstances } from './circumstances.ts';
import type { EventDetail } from './event.ts';
import { outOn } from './people-out.ts';
import type { KnownVisit, Visit } from './visit.ts';

/** Where they are due back after the office closes, somebody is asked so long before it does. */
const aheadMinutes = 30;
/** Whoever has not answered by then is passed over. */
const answerMinutes = 5;

type ToCome = { readonly at: Instant; readonly detail: EventDetail };

/** When the office closes on those who are out; undefined where nobody is. */
export const closesOn = (visit: KnownVisit, calendar: Calendar): Instant | undefined =>
  visit.status === 'out' && outOn(visit).length > 0
    ? officeClosesFrom(visit.outing.departedAt, calendar)
    : undefined;

export const takeOverToCome = (
  visit: KnownVisit,
  calendar: Calendar | undefined,
): readonly ToCome[] => {
  const first = calendar === undefined ? undefined : firstAsked(visit, calendar);
  if (first === undefined || visit.handover?.by !== undefined) return [];
  const { asked = [] } = visit.handover ?? {};
  const last = asked.at(-1);
  const at = last === undefined ? first : laterOf(first, minutesAfter(last.at, answerMinutes));
  // Nobody has left yet: once it was to begin there is nobody to wait for.
  if (visit.status === 'approved' && at >= visit.proposal.start) return [];
  return [{ at, detail: { type: 'take-over-asked', times: asked.length + 1 } }];
};

const firstAsked = (visit: KnownVisit, calendar: Calendar): Instant | undefined => {
  const closes = closesOn(visit, calendar);
  if (closes !== undefined && visit.status === 'out') {
    const { dueBack, departedAt } = visit.outing;
    return dueBack < closes ? closes : laterOf(departedAt, minutesAfter(closes, -aheadMinutes));
  }
  return visit.status === 'approved' ? askedBeforeLeaving(visit, calendar) : undefined;
};

/** A visit that begins while the office is closed has somebody who waits before it begins. */
const askedBeforeLeaving = (visit: KnownVisit, calendar: Calendar): Instant | undefined => {
  const { start } = visit.proposal;
  if (officeClosesFrom(start, calendar) !== start) return undefined;
  return laterOf(visit.decidedAt ?? start, minutesAfter(start, -aheadMinutes));
};

/** The event with who is asked, as the duty rota has it now. */
export const withWhom = (
  detail: EventDetail,
  visit: Visit,
  given: Pick<Circumstances, 'policy' | 'roster'>,
): EventDetail => {
  if (detail.type !== 'take-over-asked' || visit.status === 'unsubmitted') return detail;
  const person = nextToAsk(visit, given);
  return person === undefined ? detail : { ...detail, person };
};

/** Whoever the visit names first, then in the policy's order; who was asked least often comes next. */
const nextToAsk = (
  visit: KnownVisit,
  given: Pick<Circumstances, 'policy' | 'roster'>,
): PersonId | undefined => {
  const { asked = [] } = visit.handover ?? {};
  const times = (id: PersonId) => asked.filter(({ person }) => person === id).length;
  return whoCould(visit, given)
    .map(({ id }) => id)
    .reduce<PersonId | undefined>(
      (least, id) => (least === undefined || times(id) < times(least) ? id : least),
      undefined,
    );
};

const whoCould = (
  { proposal }: KnownVisit,
  { policy, roster }: Pick<Circumstances, 'policy' | 'roster'>,
): readonly StaffMember[] => {
  const backup = proposal.backup === undefined ? undefined : memberOf(roster, proposal.backup);
  const inOrder = responderRoles(policy).flatMap((role) => holders(roster, [role]));
  return [...new Set([...(backup === undefined ? [] : [backup]), ...inOrder])].filter(
    ({ id, away }) => away !== true && !proposal.visitors.includes(id),
  );
};

/** The office is what closes: it is asked only where nobody else answers alarms. */
const responderRoles = ({ responders }: Policy) => {
  const others = responders.filter((role) => role !== 'office');
  return others.length === 0 ? responders : others;
};
