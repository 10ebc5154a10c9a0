import type { VisitEvent } from '../visits/event.ts';
import { visitAfter } from '../visits/evolve.ts';
import { officeStatus } from '../visits/office-status.ts';
import type { Visit } from '../visits/visit.ts';
import { minutesAfter, type VisitId } from '../vocabulary.ts';
import type { Change, Key } from './diary.ts';
import { allStand } from './history-parts.ts';
import { type Page, visitOn } from './page.ts';
import type { World } from './ports.ts';

const followKey = (world: World, id: VisitId): Key => ({
  school: world.school,
  partition: id,
  kind: 'job',
  id: 'follow',
});

/** What the office would not notice may wait this long and go with the next write. */
const foldMinutes = 0.25;

/** What one person says for themselves: kept at once, and nothing that the office reads. */
export const isPersonal = ({ type }: VisitEvent): boolean => personal.has(type);

const personal: ReadonlySet<string> = new Set([
  'health-answered',
  'reading-confirmed',
  'departure-checked',
  'details-opened',
  'test-sent',
  'reached',
]);

/** A call for help, whoever answers it and how it ends: kept at once, though nobody has left. */
export const isOfAlarm = ({ type }: VisitEvent): boolean => ofAlarm.has(type);

const ofAlarm: ReadonlySet<string> = new Set([
  'help-called',
  'child-found',
  'said-well',
  'welfare-asked',
  'handed-over',
  'advice-recorded',
  'police-recorded',
  'call-asked',
  'rung-raised',
  'acknowledged',
  'spoken-to',
  'stood-down',
  'not-reached',
  'taken-over',
  'take-over-asked',
  'left-unsafe',
  'reached-safety',
]);

/** Which outing a visit is part of: kept at once, so that a round is planned with SharePoint away. */
export const isOfRound = ({ type }: VisitEvent): boolean =>
  type === 'joined-round' || type === 'left-round';

/** Where the page is ahead the list follows: at once where the office reads something new, else within seconds. */
export const followChange = (world: World, id: VisitId, page: Page): Change => {
  const unfiled = page.events.slice(page.filed);
  const [first] = unfiled;
  if (!allStand(page.parts) || !allStand(page.restrictedParts)) return followNow(world, id);
  if (first === undefined || (page.decides === 'list' && unfiled.every(isPersonal)))
    return { remove: followKey(world, id) };
  const wrong = unfiled.some(({ type }) => byHand.has(type));
  const before = officeReads(visitAfter(page.events.slice(0, page.filed)));
  const now = officeReads(visitOn(page));
  if (before !== now || wrong) return followNow(world, id);
  const due = minutesAfter(first.at, foldMinutes);
  return { put: followKey(world, id), value: {}, due, lane: 'ordinary' };
};

const followNow = (world: World, id: VisitId): Change => ({
  put: followKey(world, id),
  value: {},
  due: world.now(),
  lane: 'ordinary',
});

/** The list says something else than the page; it is put right at once. */
const byHand: ReadonlySet<string> = new Set(['changed-by-hand', 'history-broken']);

const officeReads = (visit: Visit): string =>
  visit.status === 'unsubmitted'
    ? ''
    : JSON.stringify([
        officeStatus(visit),
        visit.alarms.map(({ id, state, holder }) => [id, state, holder]),
        'outing' in visit ? visit.outing.dueBack : visit.proposal.dueBack,
        visit.round?.name,
      ]);
