/** Who is told of what happens at the door and inside. */
import { schoolTime } from '../vocabulary.ts';
import type { Message } from './message.ts';
import { outOn } from './people-out.ts';
import {
  headRoles,
  nameFor,
  namesFor,
  notice,
  safeguardingRoles,
  sayings,
  type Telling,
  type Told,
} from './telling.ts';

type AtTheDoor = Told<
  'lateness-noticed' | 'wait-ended' | 'parent-left' | 'checked-in' | 'reason-written' | 'nudged'
>;

export const doorMessages = (event: AtTheDoor, telling: Telling): readonly Message[] => {
  const words = sayings(telling).door;
  const { visit, policy } = telling;
  const { reference } = visit;
  const office = { roles: policy.departure.notify };
  const visitors = { people: visit.proposal.visitors };
  const out = { people: outOn(visit) };
  switch (event.type) {
    case 'lateness-noticed': {
      const when = event.expected === undefined ? '' : schoolTime(event.expected);
      return [notice({ ...visitors, ...office }, words.late(reference, when))];
    }
    case 'wait-ended':
      return [
        notice(out, words.timeToLeave(reference)),
        notice(office, words.waitEnded[event.how](reference)),
      ];
    case 'parent-left':
      return [
        notice(out, words.leaveNow(reference)),
        notice(
          { roles: [...new Set([...policy.departure.notify, ...safeguardingRoles])] },
          words.parentLeft(reference),
        ),
      ];
    case 'checked-in':
      return [notice(office, words.checkedIn(reference, namesFor(telling, event.who)))];
    case 'reason-written':
      return [
        notice(
          { roles: headRoles(policy) },
          words.reason(reference, nameFor(telling, event.by), event.reason),
        ),
      ];
    case 'nudged':
      return nudge(event, telling);
    default:
      return event satisfies never;
  }
};

/** Nothing here says why anybody is where they are: it may be read on a locked screen. */
const nudge = ({ about }: Told<'nudged'>, telling: Telling): readonly Message[] => {
  const words = sayings(telling).door.nudges;
  const { visit, policy } = telling;
  const { reference, proposal } = visit;
  const people = outOn(visit).length > 0 ? outOn(visit) : proposal.visitors;
  switch (about) {
    case 'start':
      return [
        notice({ people: proposal.visitors }, words.start(reference, schoolTime(proposal.start))),
      ];
    case 'arrival':
      return [notice({ people }, words.arrival(reference))];
    case 'arrival-missed':
      return [
        notice(
          { roles: policy.departure.notify },
          words.arrivalMissed(reference, namesFor(telling, people)),
        ),
      ];
    case 'length':
      return [notice({ people }, words.length(reference))];
    case 'reason':
      return [notice({ people: proposal.visitors }, words.reason(reference))];
    default:
      return about satisfies never;
  }
};
