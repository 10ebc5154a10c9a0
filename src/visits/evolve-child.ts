/** What is true once a child is found alone or in danger. */
import type { VisitEvent } from './event.ts';
import { newDueBack, respondersRung, withRung } from './evolve-alarms.ts';
import type { KnownVisit } from './visit.ts';

type Happened<Type extends VisitEvent['type']> = Extract<VisitEvent, { type: Type }>;
type OfChild = Happened<
  'child-found' | 'said-well' | 'welfare-asked' | 'handed-over' | 'advice-recorded'
>;

export const ofChild = (visit: KnownVisit, event: OfChild): KnownVisit => {
  if (visit.status !== 'out') return visit;
  const { at } = event;
  const { holding } = visit.outing;
  switch (event.type) {
    case 'child-found': {
      const { alarm: id, kind } = event;
      const outing = {
        ...visit.outing,
        lastHeard: at,
        holding: { since: holding?.since ?? at, asked: undefined },
      };
      const alarms = withRung(visit.alarms, { id, kind, rung: respondersRung, event });
      return { ...visit, alarms, outing };
    }
    case 'said-well':
      return { ...visit, outing: { ...visit.outing, lastHeard: at } };
    case 'welfare-asked':
      return holding === undefined
        ? visit
        : { ...visit, outing: { ...visit.outing, holding: { ...holding, asked: at } } };
    case 'handed-over':
      return {
        ...visit,
        outing: { ...newDueBack(visit.outing, event.dueBack), lastHeard: at, holding: undefined },
      };
    case 'advice-recorded':
      return visit;
    default:
      return event satisfies never;
  }
};
