/** What is true after something happened. Never refuses: the past is not up for debate. */
import type { VisitEvent } from './event.ts';
import {
  acknowledged,
  helpCalled,
  policeRecorded,
  rungRaised,
  spokenTo,
  stoodDown,
} from './evolve-alarms.ts';
import { ofChild } from './evolve-child.ts';
import { atTheDoor, latenessNoticed, nudged, reasonWritten } from './evolve-door.ts';
import { glassAfter, waitingAfter } from './evolve-glass.ts';
import { breachReported, departed, reported } from './evolve-out.ts';
import {
  adopted,
  answered,
  approved,
  calledOffBefore,
  changedByHand,
  changesAsked,
  declined,
  edited,
  historyBroken,
  submitted,
  withdrawn,
} from './evolve-request.ts';
import { ofRound } from './evolve-round.ts';
import { watched, withReached } from './evolve-watch.ts';
import { outingOf } from './people-out.ts';
import { unplannedVisit } from './unplanned.ts';
import { type KnownVisit, knownOf, unsubmitted, type Visit } from './visit.ts';

/** `before` is where the events before these have led. */
export const visitAfter = (events: readonly VisitEvent[], before: Visit = unsubmitted): Visit =>
  events.reduce(evolve, before);

const evolve = (visit: Visit, event: VisitEvent): Visit =>
  heard(visit.status === 'unsubmitted' ? beginning(event) : next(visit, event), event);

const heard = (visit: Visit, event: VisitEvent): Visit =>
  visit.status === 'unsubmitted' ? visit : withReached(visit, event);

const beginning = (event: VisitEvent): Visit => {
  switch (event.type) {
    case 'submitted':
      return submitted(event);
    case 'breach-reported':
      return breachReported(unplannedVisit(event, event), event);
    case 'help-called': {
      const visit = unplannedVisit(event, { ...event, who: [event.by] });
      const { visitors, dueBack } = visit.proposal;
      const outing = outingOf(visitors, visitors, { at: event.at, dueBack });
      return helpCalled({ ...knownOf(visit), status: 'out', outing, approved: false }, event);
    }
    default:
      return unsubmitted;
  }
};

const next = (visit: KnownVisit, event: VisitEvent): KnownVisit => {
  switch (event.type) {
    case 'submitted':
      return visit;
    case 'edited':
      return edited(visit, event);
    case 'approved':
      return approved(visit, event);
    case 'declined':
      return declined(visit, event);
    case 'changes-asked':
      return changesAsked(visit, event);
    case 'approval-withdrawn':
      return withdrawn(visit, event);
    case 'assessment-adopted':
      return adopted(visit, event);
    case 'glass-started':
    case 'glass-broken':
    case 'glass-reviewed':
    case 'review-reminded':
      return glassAfter(visit, event);
    case 'decision-reminded':
    case 'yes-by-phone':
    case 'departure-known':
      return waitingAfter(visit, event);
    case 'lapsed':
      return { ...knownOf(visit), status: 'not authorised' };
    case 'details-opened':
    case 'health-answered':
    case 'reading-confirmed':
    case 'departure-checked':
      return answered(visit, event);
    case 'departed':
      return departed(visit, event);
    case 'breach-reported':
      return breachReported(visit, event);
    case 'called-off':
      return visit.status === 'out' ? reported(visit, event) : calledOffBefore(visit, event);
    case 'arrived':
    case 'waited':
    case 'entered':
    case 'left':
    case 'returned':
    case 'extended':
    case 'plan-changed':
    case 'left-unsafe':
    case 'reached-safety':
      return visit.status === 'out' ? reported(visit, event) : visit;
    case 'joined-round':
    case 'left-round':
    case 'moved-on':
    case 'round-ended':
      return ofRound(visit, event);
    case 'met-at-the-door':
    case 'wait-ended':
    case 'parent-left':
    case 'went-upstairs':
    case 'checked-in':
      return atTheDoor(visit, event);
    case 'child-found':
    case 'said-well':
    case 'welfare-asked':
    case 'handed-over':
    case 'advice-recorded':
      return ofChild(visit, event);
    case 'lateness-noticed':
      return latenessNoticed(visit, event);
    case 'reason-written':
      return reasonWritten(visit, event);
    case 'nudged':
      return nudged(visit, event);
    case 'help-called':
      return helpCalled(visit, event);
    case 'rung-raised':
      return rungRaised(visit, event);
    case 'acknowledged':
      return acknowledged(visit, event);
    case 'spoken-to':
      return spokenTo(visit, event);
    case 'stood-down':
      return stoodDown(visit, event);
    case 'changed-by-hand':
      return changedByHand(visit, event);
    case 'history-broken':
      return historyBroken(visit);
    case 'police-recorded':
      return policeRecorded(visit, event);
    case 'take-over-asked':
    case 'taken-over':
      return watched(visit, event);
    case 'code-word-agreed':
    case 'not-reached':
    case 'test-sent':
    case 'reached':
      return visit;
    case 'call-asked':
      return visit.status === 'out'
        ? { ...visit, outing: { ...visit.outing, lastHeard: event.at } }
        : visit;
    default:
      return event satisfies never;
  }
};
