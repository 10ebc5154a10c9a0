/** What happens when somebody asks for something. Pure: the same inputs give the same answer, on the server and in the tab. */
import { notForYou } from '../people/access.ts';
import { refuse } from '../vocabulary.ts';
import { reasonsBarred } from './allowed.ts';
import type { Asked, Decided } from './asking.ts';
import type { Circumstances } from './circumstances.ts';
import type { VisitCommand } from './command.ts';
import { decideAdoption } from './decide-adoption.ts';
import { decideAcknowledge, decideHelp, decideSpoke, decideStandDown } from './decide-alarm.ts';
import { decideAlreadyHappened, decideLeaveUnsafe } from './decide-already.ts';
import { decideApproval, decideOpening, decideWithdrawal } from './decide-approval.ts';
import {
  decideAgreed,
  decideCheck,
  decideDepart,
  decideHealth,
  decideReading,
} from './decide-before.ts';
import { decideBreakGlass, decideReview, decideSecondName } from './decide-break-glass.ts';
import { decideCallOff } from './decide-call-off.ts';
import { decideAdvice, decideChildFound, decideHandOver, decideWell } from './decide-child.ts';
import {
  decideCheckIn,
  decideEnter,
  decideInside,
  decideLateness,
  decideMeet,
  decideReason,
} from './decide-door.ts';
import { decideChangeOfPlan, decideExtend, decideReport } from './decide-out.ts';
import { decideCallMe, decidePolice } from './decide-police.ts';
import { decideReached } from './decide-reached.ts';
import { decideEdit, decideSubmit } from './decide-request.ts';
import { decideLeaveRound, decideRound, decideWatch, type WatchVerb } from './decide-round.ts';
import { decideKnown, decideYesByPhone } from './decide-told.ts';
import { decideBrokenHistory, decideClock, decideHandChange } from './decide-watch.ts';
import { decideNoAnswer, decideTakeOver } from './decide-who-waits.ts';
import type { KnownVisit, Visit } from './visit.ts';

type Noticed = Asked<'check-clock' | 'notice-hand-change' | 'notice-broken-history' | WatchVerb>;
type ByPeople = Exclude<VisitCommand, Noticed>;

export const decide = (command: VisitCommand, visit: Visit, given: Circumstances): Decided => {
  switch (command.verb) {
    case 'check-clock':
    case 'notice-hand-change':
    case 'notice-broken-history':
    case 'move-on':
    case 'take-back':
    case 'end-round':
      return noticed(command, visit, given);
    default: {
      const barred = reasonsBarred(command, visit, given);
      return barred.length > 0 ? refuse(...barred) : asked(command, visit, given);
    }
  }
};

/** Only the product itself says what it has noticed; nobody can press it. */
const noticed = (command: Noticed, visit: Visit, given: Circumstances): Decided => {
  if (command.via !== 'product' && command.via !== 'list') return refuse(notForYou(given.policy));
  if (command.verb === 'check-clock') return decideClock(command, visit, given);
  if (visit.status === 'unsubmitted') return refuse(notForYou(given.policy));
  if (command.verb === 'notice-hand-change') return decideHandChange(command, visit, given);
  if (command.verb === 'notice-broken-history') return decideBrokenHistory(command, given);
  return decideWatch(command, visit, given);
};

const asked = (command: ByPeople, visit: Visit, given: Circumstances): Decided => {
  switch (command.verb) {
    case 'help':
    case 'danger':
    case 'unwell':
    case 'injured':
      return decideHelp(command, visit, given);
    case 'child-alone':
    case 'child-in-danger':
      return decideChildFound(command, visit, given);
    case 'leave-unsafe':
      return decideLeaveUnsafe(command, visit, given);
    case 'already-happened':
      return decideAlreadyHappened(command, visit, { given, again });
    case 'submit':
      return visit.status === 'unsubmitted'
        ? decideSubmit(command, given)
        : decideEdit(command, visit, given);
    default:
      return visit.status === 'unsubmitted'
        ? refuse(notForYou(given.policy))
        : ofKnown(command, visit, given);
  }
};

type InAnyState = {
  readonly verb:
    | 'submit'
    | 'already-happened'
    | 'leave-unsafe'
    | 'child-alone'
    | 'child-in-danger'
    | 'help'
    | 'danger'
    | 'unwell'
    | 'injured';
};
type OfKnown = Exclude<ByPeople, InAnyState>;

const again = (command: VisitCommand, visit: KnownVisit, given: Circumstances): Decided => {
  switch (command.verb) {
    case 'depart':
    case 'arrive':
    case 'wait':
    case 'enter':
    case 'leave':
    case 'return':
    case 'extend':
    case 'meet':
    case 'nearly-there':
    case 'parent-left':
    case 'safe-now':
    case 'change-plan':
    case 'hand-over':
      return ofKnown(command, visit, given);
    default:
      return refuse(notForYou(given.policy));
  }
};

const ofKnown = (command: OfKnown, visit: KnownVisit, given: Circumstances): Decided => {
  switch (command.verb) {
    case 'edit':
      return decideEdit(command, visit, given);
    case 'approve':
    case 'decline':
    case 'ask-for-changes':
      return decideApproval(command, visit, given);
    case 'withdraw-approval':
      return decideWithdrawal(command, visit, given);
    case 'adopt-assessment':
      return decideAdoption(command, visit, given);
    case 'log-approval':
      return decideYesByPhone(command, visit, given);
    case 'break-glass':
      return decideBreakGlass(command, visit, given);
    case 'second-break-glass':
      return decideSecondName(command, visit, given);
    case 'review-break-glass':
      return decideReview(command, visit, given);
    case 'confirm-told':
      return decideKnown(command, visit, given);
    case 'open-details':
      return decideOpening(command, visit, given);
    case 'answer-health':
      return decideHealth(command, visit, given);
    case 'confirm-reading':
      return decideReading(command, visit, given);
    case 'agree-code-word':
      return decideAgreed(command, visit, given);
    case 'check-departure':
      return decideCheck(command, visit, given);
    case 'depart':
      return decideDepart(command, visit, given);
    case 'arrive':
    case 'wait':
    case 'leave':
    case 'return':
    case 'safe-now':
      return decideReport(command, visit, given);
    case 'enter':
      return decideEnter(command, visit, given);
    case 'record-police':
      return decidePolice(command, visit, given);
    case 'take-over':
      return decideTakeOver(command, visit, given);
    case 'no-answer':
      return decideNoAnswer(command, visit, given);
    case 'send-test':
    case 'test-received':
    case 'reached':
      return decideReached(command, visit, given);
    case 'call-me':
      return decideCallMe(command, visit, given);
    case 'hand-over':
      return decideHandOver(command, visit, given);
    case 'all-well':
      return decideWell(command, visit, given);
    case 'advise':
      return decideAdvice(command, visit, given);
    case 'meet':
      return decideMeet(command, visit, given);
    case 'notice-of-lateness':
      return decideLateness(command, visit, given);
    case 'parent-left':
    case 'go-upstairs':
      return decideInside(command, visit, given);
    case 'nearly-there':
      return decideCheckIn(command, visit, given);
    case 'write-reason':
      return decideReason(command, visit, given);
    case 'extend':
      return decideExtend(command, visit, given);
    case 'plan-round':
      return decideRound(command, visit, given);
    case 'leave-round':
      return decideLeaveRound(command, visit, given);
    case 'change-plan':
      return decideChangeOfPlan(command, visit, given);
    case 'cannot-go':
    case 'turn-back':
    case 'feel-unsafe':
    case 'animals-loose':
    case 'cancel':
      return decideCallOff(command, visit, given);
    case 'acknowledge':
      return decideAcknowledge(command, visit, given);
    case 'spoke':
      return decideSpoke(command, visit, given);
    case 'stand-down':
      return decideStandDown(command, visit, given);
    default:
      return command satisfies never;
  }
};
