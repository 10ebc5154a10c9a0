/** Who is told of a child who is alone or in danger. Never what was said of the child: only where help is needed. */
import { respondersRung } from './evolve-alarms.ts';
import type { Message } from './message.ts';
import { outOn } from './people-out.ts';
import { alarming } from './react-alarming.ts';
import { nameFor, notice, safeguardingRoles, sayings, type Telling, type Told } from './telling.ts';

type OfChild = Told<'child-found' | 'welfare-asked' | 'handed-over' | 'advice-recorded'>;

export const childMessages = (event: OfChild, telling: Telling): readonly Message[] => {
  const { visit, policy } = telling;
  const words = sayings(telling).child;
  const { reference } = visit;
  const leads = [...new Set([...policy.concerns.tell, ...safeguardingRoles])];
  const out = { people: outOn(visit) };
  switch (event.type) {
    case 'child-found':
      return [
        // Where the leads are away, whoever else answers alarms hears of it, and why.
        ...alarming(leads, telling, { alarm: event.alarm, rung: respondersRung }),
        { kind: 'card', to: out, again: true },
      ];
    case 'welfare-asked':
      return [notice(out, words.allWell(reference)), { kind: 'card', to: out, again: true }];
    case 'handed-over':
      return [notice({ roles: leads }, words.handedOver(reference, nameFor(telling, event.by)))];
    case 'advice-recorded':
      return [notice(out, words.advice(reference, nameFor(telling, event.by)))];
    default:
      return event satisfies never;
  }
};
