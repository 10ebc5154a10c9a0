/** What is asked and reported at the door and inside. Going in is a permission; all else is a report. */
import { nameOf, namesOf } from '../people/staff.ts';
import { refusal, unless } from '../policy/refusal.ts';
import { reasonsToStayOutside } from '../safety/doorstep.ts';
import { accept, type Refusal, refuse, schoolTime } from '../vocabulary.ts';
import {
  type Asked,
  acceptUnless,
  asItIs,
  type Decided,
  happening,
  reasonsNotOnIt,
  whoOf,
} from './asking.ts';
import type { Circumstances } from './circumstances.ts';
import { mustStayTogether } from './form-staffing.ts';
import { notOut } from './not-out.ts';
import { positionOf, whoIsOut } from './people-out.ts';
import { setOutUnsaid } from './set-out-unsaid.ts';
import type { KnownVisit, Position } from './visit.ts';
import { owesReason, waitFor } from './waiting.ts';

type Out = Extract<KnownVisit, { status: 'out' }>;

/** Going in is a permission, so here the school's rules for the doorstep hold. */
export const decideEnter = (
  command: Asked<'enter'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  if (visit.status !== 'out') return notOut(visit, given);
  const who = whoOf(command).filter((id) => positionOf(visit.outing, id) !== 'inside');
  if (who.length === 0) return asItIs;
  const { invitedBy, animals, parentPresent, hazards, permission = '' } = command;
  const late = visit.late !== undefined;
  const reasons = [
    ...reasonsNotOnIt(who, visit, given),
    ...reasonsNotLetIn(visit, given),
    ...reasonsNotTogether(visit, given),
    ...reasonsToStayOutside({ invitedBy, parentPresent, permission, animals, late }, given.policy),
  ];
  if (reasons.length > 0 || invitedBy === undefined || animals === undefined)
    return refuse(...reasons);
  return accept(
    happening(command, given, {
      type: 'entered',
      who,
      invitedBy,
      parentPresent: parentPresent || invitedBy === 'parent',
      ...(permission.trim() === '' ? {} : { permission }),
      animals,
      hazards,
    }),
  );
};

const reasonsNotLetIn = (visit: Out, given: Circumstances): readonly Refusal[] => {
  const { policy, now } = given;
  const { calledOff } = visit.outing;
  const wait = waitFor(visit, policy);
  const waited = calledOff === 'no-show' || calledOff === 'late';
  return [
    ...unless(visit.outing.holding === undefined, () => refusal(policy, 'child/stay-outside')),
    ...unless(visit.approved, () => refusal(policy, 'door/approved')),
    ...unless(calledOff === undefined || waited, () => refusal(policy, 'door/called-off')),
    ...unless(!waited && (wait === undefined || now < wait.at), () =>
      refusal(policy, 'door/time-up', { start: schoolTime(visit.proposal.start) }),
    ),
  ];
};

const atTheHome: readonly Position[] = ['at-the-door', 'inside'];

const reasonsNotTogether = (visit: Out, given: Circumstances): readonly Refusal[] => {
  const { policy, roster } = given;
  const out = whoIsOut(visit.outing);
  const away = out.filter((id) => !atTheHome.includes(positionOf(visit.outing, id)));
  const alone = visit.proposal.visitors.length > 1 && out.length < 2;
  return [
    ...unless(away.length === 0, () =>
      refusal(policy, 'door/all-arrived', { who: namesOf(roster, away) }),
    ),
    ...unless(!alone || !mustStayTogether(given.assessment?.answers, policy), () =>
      refusal(policy, 'door/both-needed', { who: out.map((id) => nameOf(roster, id)).join() }),
    ),
  ];
};

/** Somebody came to the door: whom they spoke to, and what right that person has to speak for the child. */
export const decideMeet = (
  command: Asked<'meet'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  if (visit.status !== 'out') return notOut(visit, given);
  const { spokeTo, footing } = command;
  if (footing === undefined)
    return refuse(refusal(given.policy, 'door/who-came', { field: 'footing' }));
  const who = whoOf(command).filter((id) => visit.proposal.visitors.includes(id));
  const same = visit.outing.met === footing && spokeTo.trim() === '';
  return same
    ? asItIs
    : accept(
        ...setOutUnsaid(command, who, { visit, given }),
        happening(command, given, { type: 'met-at-the-door', who, spokeTo, footing }),
      );
};

/** Taken whenever it comes: the office may have it from the parent before anybody has left. */
export const decideLateness = (
  command: Asked<'notice-of-lateness'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const { expected } = command;
  if (visit.status !== 'approved' && visit.status !== 'out') return notOut(visit, given);
  const said = visit.late !== undefined && visit.late.expected === expected;
  const detail = {
    type: 'lateness-noticed' as const,
    ...(expected === undefined ? {} : { expected }),
  };
  return said ? asItIs : accept(happening(command, given, detail));
};

export const decideInside = (
  command: Asked<'parent-left' | 'go-upstairs'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  if (visit.status !== 'out') return notOut(visit, given);
  if (command.verb === 'parent-left')
    return visit.outing.parentLeft === true
      ? asItIs
      : accept(happening(command, given, { type: 'parent-left' }));
  return accept(
    happening(command, given, { type: 'went-upstairs', why: command.why, with: command.with }),
  );
};

export const decideCheckIn = (
  command: Asked<'nearly-there'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  if (visit.status !== 'out') return notOut(visit, given);
  const who = whoOf(command).filter((id) => visit.proposal.visitors.includes(id));
  return accept(
    ...setOutUnsaid(command, who, { visit, given }),
    happening(command, given, { type: 'checked-in', who }),
  );
};

export const decideReason = (
  command: Asked<'write-reason'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const { reason } = command;
  if (!owesReason(visit)) return asItIs;
  return acceptUnless(
    unless(reason.trim() !== '', () =>
      refusal(given.policy, 'approval/reason', { field: 'reason' }),
    ),
    happening(command, given, { type: 'reason-written', reason }),
  );
};
