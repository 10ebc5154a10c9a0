/** Who is told of what, as data: an adapter does the telling. */
import type { VisitEvent } from './event.ts';
import type { Message } from './message.ts';
import { alarmMessages } from './react-alarm.ts';
import { childMessages } from './react-child.ts';
import { doorMessages } from './react-door.ts';
import { glassMessages } from './react-glass.ts';
import { outMessages } from './react-out.ts';
import { requestMessages } from './react-request.ts';
import { watchMessages } from './react-watch.ts';
import type { Telling } from './telling.ts';
import type { Visit } from './visit.ts';

export const messagesFor = (
  event: VisitEvent,
  after: Visit,
  given: Pick<Telling, 'policy' | 'roster'>,
): readonly Message[] => {
  if (after.status === 'unsubmitted') return [];
  const telling: Telling = { visit: after, ...given };
  if (event.type === 'details-opened') return [];
  if (isPersonal(event))
    return [{ kind: 'card', to: { people: after.proposal.visitors }, again: false }];
  return [...told(event, telling), { kind: 'refresh-cards' }];
};

/** What one visitor says for themselves changes the visitors' cards; whoever is reading to decide is not interrupted. */
const isPersonal = ({ type }: VisitEvent): boolean =>
  type === 'health-answered' ||
  type === 'reading-confirmed' ||
  type === 'departure-checked' ||
  type === 'reached';

const told = (event: VisitEvent, telling: Telling): readonly Message[] => {
  switch (event.type) {
    case 'submitted':
    case 'edited':
    case 'approved':
    case 'declined':
    case 'changes-asked':
    case 'approval-withdrawn':
    case 'lapsed':
    case 'decision-reminded':
    case 'yes-by-phone':
    case 'changed-by-hand':
    case 'history-broken':
      return requestMessages(event, telling);
    case 'glass-started':
    case 'glass-broken':
    case 'glass-reviewed':
    case 'review-reminded':
      return glassMessages(event, telling);
    case 'departed':
    case 'breach-reported':
    case 'returned':
    case 'extended':
    case 'plan-changed':
    case 'called-off':
    case 'reached-safety':
      return outMessages(event, telling);
    case 'police-recorded':
    case 'call-asked':
    case 'left-unsafe':
    case 'help-called':
    case 'rung-raised':
    case 'spoken-to':
    case 'stood-down':
      return alarmMessages(event, telling);
    case 'take-over-asked':
    case 'taken-over':
    case 'test-sent':
    case 'not-reached':
      return watchMessages(event, telling);
    case 'child-found':
    case 'welfare-asked':
    case 'handed-over':
    case 'advice-recorded':
      return childMessages(event, telling);
    case 'lateness-noticed':
    case 'wait-ended':
    case 'parent-left':
    case 'checked-in':
    case 'reason-written':
    case 'nudged':
      return doorMessages(event, telling);
    case 'joined-round':
    case 'left-round':
      return [{ kind: 'card', to: { people: telling.visit.proposal.visitors }, again: false }];
    case 'moved-on':
    case 'round-ended':
    case 'reached':
    case 'code-word-agreed':
    case 'said-well':
    case 'met-at-the-door':
    case 'went-upstairs':
    case 'assessment-adopted':
    case 'departure-known':
    case 'details-opened':
    case 'health-answered':
    case 'reading-confirmed':
    case 'departure-checked':
    case 'arrived':
    case 'waited':
    case 'entered':
    case 'left':
    case 'acknowledged':
      return [];
    default:
      return event satisfies never;
  }
};
