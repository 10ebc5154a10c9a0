import type { VisitEvent } from '../visits/event.ts';
import type { VisitId } from '../vocabulary.ts';
import type { Change, Key } from './diary.ts';
import type { World } from './ports.ts';

/** Goes into the same commit as what made it necessary, so that it is done whatever is killed next. */
export const roundChange = (
  world: World,
  id: VisitId,
  events: readonly VisitEvent[],
): readonly Change[] => {
  if (!events.some(concernsOthers)) return [];
  const put: Key = { school: world.school, partition: id, kind: 'job', id: 'round' };
  return [{ put, value: {}, due: world.now(), lane: 'alarm' }];
};

/** Somebody came here from another visit, or is back and may have come from one. */
const concernsOthers = (event: VisitEvent): boolean =>
  event.type === 'returned' || ('carried' in event && event.carried !== undefined);
