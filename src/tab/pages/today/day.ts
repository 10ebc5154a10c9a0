/** The day's visits, sorted into what the office looks for. */
import type { SeenAlarm, SeenVisit } from '../../../journeys/seen.ts';
import type { OfficeStatus } from '../../../visits/status.ts';
import { type Instant, minutesBetween } from '../../../vocabulary.ts';
import { dueSaid, leavesSaid } from '../../when.ts';

const outStatuses: readonly OfficeStatus[] = [
  'out',
  'at the door',
  'inside',
  'left',
  'holding with a child',
];
const waitingStatuses: readonly OfficeStatus[] = [
  'awaiting approval',
  'changes asked',
  'approval void',
];

export type Day = {
  readonly out: readonly SeenVisit[];
  readonly later: readonly SeenVisit[];
  readonly waiting: readonly SeenVisit[];
  readonly over: readonly SeenVisit[];
};

export const isOut = (visit: SeenVisit): boolean => outStatuses.includes(visit.status);

/** A visit called off at the door is out until all are back, whatever its status says. */
const hasAlarm = (visit: SeenVisit): boolean => openAlarms(visit).length > 0;

export const openAlarms = (visit: SeenVisit): readonly SeenAlarm[] =>
  visit.alarms.filter(({ state }) => state !== 'settled');

export const isLate = (visit: SeenVisit, now: Instant): boolean =>
  isOut(visit) && minutesBetween(visit.dueBack, now) >= 1;

export const needsLooking = (visit: SeenVisit, now: Instant): boolean =>
  isLate(visit, now) || hasAlarm(visit);

/** Those to worry about first, then in the order in which they are due; ties never swap. */
const inOrder = (visits: readonly SeenVisit[], now: Instant): readonly SeenVisit[] => {
  const rank = (visit: SeenVisit) =>
    `${needsLooking(visit, now) ? 0 : 1} ${visit.dueBack} ${visit.reference}`;
  return visits.toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1));
};

const byStart = (visits: readonly SeenVisit[]): readonly SeenVisit[] =>
  visits.toSorted((one, other) =>
    `${one.start} ${one.reference}` < `${other.start} ${other.reference}` ? -1 : 1,
  );

/** The homes of one round stand one under another, where the first of them stands. */
const roundsTogether = (visits: readonly SeenVisit[]): readonly SeenVisit[] => {
  const outingOf = ({ round, reference }: SeenVisit) => round?.name ?? reference;
  const outings = [...new Set(visits.map(outingOf))];
  return outings.flatMap((outing) => visits.filter((visit) => outingOf(visit) === outing));
};

export const dayOf = (visits: readonly SeenVisit[], now: Instant): Day => {
  const out = visits.filter((visit) => isOut(visit) || hasAlarm(visit));
  const rest = visits.filter((visit) => !out.includes(visit));
  const later = rest.filter(({ status }) => status === 'approved');
  const waiting = rest.filter(({ status }) => waitingStatuses.includes(status));
  const over = rest.filter((visit) => !later.includes(visit) && !waiting.includes(visit));
  return {
    out: roundsTogether(inOrder(out, now)),
    later: roundsTogether(byStart(later)),
    waiting: roundsTogether(byStart(waiting)),
    over: roundsTogether(byStart(over)),
  };
};

/** People, not visits: each who is out, once. */
export const peopleOut = (visits: readonly SeenVisit[]): readonly string[] => [
  ...new Set(visits.flatMap(({ visitors }) => visitors.filter(isStillOut).map(({ id }) => id))),
];

export const peopleLate = (visits: readonly SeenVisit[], now: Instant): readonly string[] =>
  peopleOut(visits.filter((visit) => isLate(visit, now)));

export const namesIn = (people: readonly { readonly name: string }[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(people.map(({ name }) => name));

/** Who of the visit is still out. */
export const stillOut = ({ visitors }: SeenVisit) => visitors.filter(isStillOut);

/** Whoever went on to another home is counted there. */
const isStillOut = ({ position }: SeenVisit['visitors'][number]): boolean =>
  position !== 'back' && position !== 'moved-on';

/** What matters of its times now: when they are due, or when they leave; nothing once it is over. */
export const timeSaid = (visit: SeenVisit, now: Instant): string => {
  if (isOut(visit)) return dueSaid(visit.dueBack, now);
  const open = visit.status === 'approved' || waitingStatuses.includes(visit.status);
  return open ? leavesSaid(visit.start, now) : '';
};
