/** Calling for help, and answering. A call is never refused; nobody answers their own. */
import { namesOf } from '../people/staff.ts';
import { refusal, unless } from '../policy/refusal.ts';
import {
  accept,
  type Instant,
  minutesAfter,
  minutesBetween,
  type PersonId,
  type Refusal,
  refuse,
} from '../vocabulary.ts';
import { type Asked, acceptUnless, asItIs, type Decided, happening } from './asking.ts';
import type { Circumstances } from './circumstances.ts';
import type { HelpKind } from './command.ts';
import { alarmIdFor, isOpen, mustBeHeard } from './evolve-alarms.ts';
import { longestOutingMinutes } from './form-rules.ts';
import { whoWent } from './people-out.ts';
import type { Alarm, KnownVisit, Visit } from './visit.ts';
import { isOfChild } from './watch-child.ts';

/** Calling again while the alarm is open tells everybody again: it is never rationed. */
export const decideHelp = (
  command: Asked<HelpKind>,
  visit: Visit,
  given: Circumstances,
): Decided => {
  const { verb: kind, words } = command;
  const known = visit.status !== 'unsubmitted';
  const alarm = alarmIdFor(known ? visit.alarms : [], kind);
  const reference = known ? visit.reference : given.reference;
  return accept(happening(command, given, { type: 'help-called', alarm, kind, words, reference }));
};

/** The alarm that is meant; where a card does not say, the only one that is open. */
const alarmMeant = (visit: KnownVisit, id: string): Alarm | undefined => {
  const open = visit.alarms.filter(isOpen);
  return id === '' && open.length === 1 ? open[0] : visit.alarms.find((alarm) => alarm.id === id);
};

/** Whose voices a responder must have heard before the alarm is over. */
const voicesOf = (visit: KnownVisit, alarm: Alarm): readonly PersonId[] => {
  if (alarm.kind === 'overdue') return mustBeHeard(visit);
  const went = visit.status === 'out' || visit.status === 'returned' ? whoWent(visit.outing) : [];
  const caller = visit.proposal.visitors.includes(alarm.by) || went.length === 0 ? [alarm.by] : [];
  return [...new Set([...went, ...caller])];
};

const reasonsNotToAnswer = (
  by: PersonId,
  { visit, alarm, policy }: { visit: KnownVisit; alarm: Alarm; policy: Circumstances['policy'] },
): readonly Refusal[] =>
  unless(!visit.proposal.visitors.includes(by) && !voicesOf(visit, alarm).includes(by), () =>
    refusal(policy, 'alarm/not-your-own'),
  );

type Answering = Asked<'acknowledge' | 'spoke' | 'stand-down'>;

/** Finds the alarm that is answered; answering one that is over changes nothing. */
const answering = (
  command: Answering,
  visit: KnownVisit,
  given: Circumstances,
): { readonly alarm: Alarm } | { readonly answer: Decided } => {
  const { policy } = given;
  const alarm = alarmMeant(visit, command.alarm);
  if (alarm === undefined) return { answer: refuse(refusal(policy, 'alarm/known')) };
  const reasons = reasonsNotToAnswer(command.by, { visit, alarm, policy });
  if (reasons.length > 0) return { answer: refuse(...reasons) };
  return isOpen(alarm) ? { alarm } : { answer: asItIs };
};

/** "I have it" says who is on it. It stops nothing. */
export const decideAcknowledge = (
  command: Asked<'acknowledge'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const meant = answering(command, visit, given);
  if ('answer' in meant) return meant.answer;
  return meant.alarm.holder === command.by
    ? asItIs
    : accept(happening(command, given, { type: 'acknowledged', alarm: meant.alarm.id }));
};

export const decideSpoke = (
  command: Asked<'spoke'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const meant = answering(command, visit, given);
  if ('answer' in meant) return meant.answer;
  const { alarm } = meant;
  const to = [...new Set(command.to)];
  const heard = [...alarm.spokenTo, ...to];
  const settles =
    alarm.kind === 'overdue' && voicesOf(visit, alarm).every((id) => heard.includes(id));
  const asked = command.dueBack ?? minutesAfter(given.now, given.policy.overdue.afterSpokenMinutes);
  const dueBack = settles ? asked : dueBackOf(visit);
  return acceptUnless(
    [...reasonsNotHeard(to, { visit, alarm, given }), ...reasonsNotAhead(command.dueBack, given)],
    happening(command, given, { type: 'spoken-to', alarm: alarm.id, to, dueBack }),
  );
};

const dueBackOf = (visit: KnownVisit): Instant =>
  visit.status === 'out' ? visit.outing.dueBack : visit.proposal.dueBack;

const reasonsNotHeard = (
  to: readonly PersonId[],
  { visit, alarm, given }: { visit: KnownVisit; alarm: Alarm; given: Circumstances },
): readonly Refusal[] => {
  const { policy, roster } = given;
  const concerned = [...visit.proposal.visitors, ...voicesOf(visit, alarm)];
  const strangers = to.filter((id) => !concerned.includes(id));
  return [
    ...unless(to.length > 0, () => refusal(policy, 'alarm/whom', { field: 'to' })),
    ...unless(strangers.length === 0, () =>
      refusal(policy, 'visits/who-is-on-it', { who: namesOf(roster, strangers), field: 'to' }),
    ),
  ];
};

export const reasonsNotAhead = (
  dueBack: Instant | undefined,
  { now, policy }: Circumstances,
): readonly Refusal[] => {
  if (dueBack === undefined) return [];
  const field = 'dueBack';
  if (dueBack <= now) return [refusal(policy, 'visits/due-back-ahead', { field })];
  return unless(minutesBetween(now, dueBack) <= longestOutingMinutes, () =>
    refusal(policy, 'form/due-within-a-day', { field }),
  );
};

/** Only a voice check ends a call for help, whatever the visitors have said since. */
export const decideStandDown = (
  command: Asked<'stand-down'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const meant = answering(command, visit, given);
  if ('answer' in meant) return meant.answer;
  const { alarm } = meant;
  const { policy, roster } = given;
  const spokeTo = [...new Set(command.spokeTo)];
  if (isOfChild(alarm) && visit.status === 'out' && visit.outing.holding !== undefined)
    return refuse(refusal(policy, 'child/hand-over-first'));
  if (alarm.kind === 'overdue')
    return decideSpoke({ ...command, verb: 'spoke', to: spokeTo }, visit, given);
  const unheard = voicesOf(visit, alarm).filter(
    (id) => !spokeTo.includes(id) && !alarm.spokenTo.includes(id),
  );
  return acceptUnless(
    unless(unheard.length === 0, () =>
      refusal(policy, 'alarm/voice-check', { who: namesOf(roster, unheard), field: 'spokeTo' }),
    ),
    happening(command, given, { type: 'stood-down', alarm: alarm.id, spokeTo }),
  );
};
