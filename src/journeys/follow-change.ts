import { visitAfter } from '../visits/evolve.ts';
import { officeStatus } from '../visits/office-status.ts';
import type { Visit } from '../visits/visit.ts';
import { minutesAfter, type VisitId } from '../vocabulary.ts';
import type { Change, Key } from './diary.ts';
import type { Page } from './page.ts';
import type { World } from './ports.ts';

export const followKey = (world: World, id: VisitId): Key => ({
  school: world.school,
  partition: id,
  kind: 'job',
  id: 'follow',
});

/** What the office would not notice may wait this long and go with the next write. */
const foldMinutes = 0.25;

/** While the page decides, the list follows: at once where the office reads something new, else within seconds. */
export const followChange = (world: World, id: VisitId, page: Page): readonly Change[] => {
  const first = page.events[page.filed];
  if (page.decides === 'list' || first === undefined) return [];
  const wrong = page.events.slice(page.filed).some(({ type }) => byHand.has(type));
  const before = officeReads(visitAfter(page.events.slice(0, page.filed)));
  const now = officeReads(visitAfter(page.events));
  const due = before === now && !wrong ? minutesAfter(first.at, foldMinutes) : world.now();
  return [{ put: followKey(world, id), value: {}, due, lane: 'ordinary' }];
};

/** The list says something else than the page; it is put right at once. */
const byHand: ReadonlySet<string> = new Set(['changed-by-hand', 'history-broken']);

const officeReads = (visit: Visit): string =>
  visit.status === 'unsubmitted'
    ? ''
    : JSON.stringify([
        officeStatus(visit),
        visit.alarms.map(({ id, state, holder }) => [id, state, holder]),
        'outing' in visit ? visit.outing.dueBack : visit.proposal.dueBack,
      ]);
