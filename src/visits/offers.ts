/** What a person can do now, likeliest first. Nothing is offered that status or role would refuse. */
import { may, relationsTo, type VisitVerb } from '../people/access.ts';
import type { StaffMember } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import { type PersonId, schoolDay } from '../vocabulary.ts';
import { subjectOf } from './asking.ts';
import { mayBreakGlass, mayReviewGlass } from './decide-break-glass.ts';
import { isToldBefore, isToldOfDeparture } from './decide-told.ts';
import { isOpen } from './evolve-alarms.ts';
import { nothingAnsweredYet } from './evolve-request.ts';
import { outOn, positionOf } from './people-out.ts';
import type { KnownVisit, Position, Visit } from './visit.ts';
import { owesReason } from './waiting.ts';
import { isOfChild } from './watch-child.ts';

/** Offered to everybody, always. */
const helpVerbs: readonly VisitVerb[] = ['help', 'danger', 'unwell', 'injured'];

export const verbsFor = (
  visit: Visit,
  person: StaffMember,
  policy: Policy,
): readonly VisitVerb[] => {
  const known = visit.status !== 'unsubmitted';
  const relations = known ? relationsTo(subjectOf(visit), person, policy) : [];
  const offered = known
    ? [
        ...alarmVerbs(visit, person.id),
        ...adoption(visit, person.id),
        ...verbsNow(visit, person.id),
        ...onRecord(visit, person, policy),
        ...waiting(visit, person.id),
        ...testing(visit, person.id, policy),
        ...calls(visit),
        'open-details' as const,
      ]
    : (['submit'] as const);
  return [...new Set<VisitVerb>([...offered, ...helpVerbs])].filter(
    (verb) =>
      may(verb, person, relations) &&
      !(verb === 'extend' && usedUp(visit, person, policy)) &&
      !(verb === 'agree-code-word' && policy.codeWord.rule === 'off'),
  );
};

const usedUp = (visit: Visit, person: StaffMember, policy: Policy): boolean =>
  visit.status === 'out' &&
  visit.proposal.visitors.includes(person.id) &&
  visit.outing.extensions >= policy.extensions.allowed;

/** Once the details were opened as they stand, for as long as somebody may still leave on them. */
const adoption = (visit: KnownVisit, person: PersonId): readonly VisitVerb[] =>
  ['awaiting approval', 'changes asked', 'approved', 'approval void'].includes(visit.status) &&
  visit.adopted?.stands !== true &&
  hasOpened(visit, person)
    ? ['adopt-assessment']
    : [];

/** An emergency on two names and its review, a yes on the phone, a departure that somebody knows of. */
const onRecord = (visit: KnownVisit, person: StaffMember, policy: Policy): readonly VisitVerb[] => {
  const { glass, phoneYes, departureKnown = [] } = visit;
  const waits = visit.status === 'awaiting approval';
  const begun = glass?.second === undefined && glass?.content === visit.content;
  const reviewed = glass?.second === undefined || glass.reviewed !== undefined;
  const knows = departureKnown.some(({ by }) => by === person.id);
  return [
    ...(waits && mayBreakGlass(visit, person, policy) && glass?.first !== person.id
      ? [begun ? ('second-break-glass' as const) : ('break-glass' as const)]
      : []),
    ...(!reviewed && mayReviewGlass(visit, person, policy)
      ? (['review-break-glass'] as const)
      : []),
    ...(waits && phoneYes === undefined ? (['log-approval'] as const) : []),
    ...(!knows &&
    ((outOn(visit).length > 0 && isToldOfDeparture(person, policy)) ||
      (visit.status === 'approved' && isToldBefore(person, policy))) &&
    !visit.proposal.visitors.includes(person.id)
      ? (['confirm-told'] as const)
      : []),
  ];
};

/** Who is about to go or out may ring the office instead. */
const calls = ({ status }: KnownVisit): readonly VisitVerb[] =>
  status === 'approved' || status === 'out' ? ['log-call'] : [];

/** Once somebody was asked to wait for them, whoever answers alarms may say that they do. */
const waiting = (
  { handover, status, proposal }: KnownVisit,
  person: PersonId,
): readonly VisitVerb[] =>
  handover !== undefined &&
  handover.by === undefined &&
  (status === 'approved' || status === 'out') &&
  !proposal.visitors.includes(person)
    ? ['take-over']
    : [];

/** Whoever has pressed nothing in chat on the day of the visit can have a message sent to press. */
const testing = (
  { reachedAt = {}, status, proposal }: KnownVisit,
  person: PersonId,
  { departure }: Policy,
): readonly VisitVerb[] => {
  const last = reachedAt[person];
  const today = last !== undefined && schoolDay(last) === schoolDay(proposal.start);
  const goes = proposal.visitors.includes(person);
  return departure.reach === 'tap' && status === 'approved' && goes && !today ? ['send-test'] : [];
};

/** Nobody answers an alarm they are part of. */
const alarmVerbs = (visit: KnownVisit, person: PersonId): readonly VisitVerb[] => {
  const open = visit.alarms.filter((alarm) => isOpen(alarm) && alarm.by !== person);
  if (open.length === 0 || visit.proposal.visitors.includes(person)) return [];
  const ofChild = open.some(isOfChild);
  const held = visit.status === 'out' && visit.outing.holding !== undefined;
  return [
    ...(open.some((alarm) => alarm.holder !== person) ? (['acknowledge'] as const) : []),
    'spoke',
    'no-answer',
    'record-police',
    ...(ofChild ? (['advise'] as const) : []),
    ...(held && open.every(isOfChild) ? [] : (['stand-down'] as const)),
  ];
};

const verbsNow = (visit: KnownVisit, person: PersonId): readonly VisitVerb[] => {
  switch (visit.status) {
    case 'awaiting approval':
      return [
        ...(visit.risk.level === 'high' && !hasOpened(visit, person)
          ? (['open-details'] as const)
          : []),
        'approve',
        'ask-for-changes',
        'decline',
        ...unanswered(visit, person),
        'edit',
        ...callOffs,
      ];
    case 'changes asked':
    case 'approval void':
      return ['edit', ...unanswered(visit, person), ...callOffs];
    case 'approved':
      return [
        ...leaving(visit, person),
        'agree-code-word',
        'notice-of-lateness',
        'edit',
        'withdraw-approval',
        'plan-round',
        ...(visit.round === undefined ? [] : (['leave-round'] as const)),
        ...callOffs,
      ];
    case 'out':
      return verbsWhileOut(visit, person);
    case 'returned':
      return owesReason(visit) && visit.proposal.visitors.includes(person) ? ['write-reason'] : [];
    case 'declined':
    case 'not authorised':
    case 'cancelled':
      return [];
    default:
      return visit satisfies never;
  }
};

const callOffs = ['cannot-go', 'feel-unsafe', 'cancel'] as const;

const hasOpened = (visit: KnownVisit, person: PersonId): boolean =>
  visit.opened.some(({ by, content }) => by === person && content === visit.content);

const answersOf = (visit: KnownVisit, person: PersonId) =>
  visit.answered[person] ?? nothingAnsweredYet;

const unanswered = (visit: KnownVisit, person: PersonId): readonly VisitVerb[] => {
  const { health, reading } = answersOf(visit, person);
  return [
    ...(health ? [] : (['answer-health'] as const)),
    ...(reading ? [] : (['confirm-reading'] as const)),
  ];
};

/** What is still missing comes before leaving; when nothing is, leaving comes first. */
const leaving = (visit: KnownVisit, person: PersonId): readonly VisitVerb[] => {
  const { check } = answersOf(visit, person);
  const passed = check !== undefined && check.failed.length === 0;
  const missing = unanswered(visit, person);
  return passed && missing.length === 0
    ? ['depart', 'check-departure']
    : [...missing, 'check-departure', 'depart'];
};

const verbsAt: Readonly<Record<Position, readonly VisitVerb[]>> = {
  'at-school': [],
  travelling: ['arrive', 'nearly-there', 'extend', 'notice-of-lateness', 'return', 'leave'],
  'at-the-door': [
    'enter',
    'wait',
    'meet',
    'notice-of-lateness',
    'animals-loose',
    'leave',
    'return',
  ],
  inside: ['leave', 'extend', 'parent-left', 'go-upstairs', 'animals-loose', 'return'],
  left: ['return', 'arrive'],
  unsafe: ['safe-now', 'return'],
  'moved-on': ['return'],
  back: [],
};

const childVerbs = ['child-alone', 'child-in-danger'] as const;
const whileOut = [
  'extend',
  'change-plan',
  'call-me',
  'turn-back',
  'feel-unsafe',
  'leave-unsafe',
] as const;

/** For those who are out, by whoever looks after them: first what comes next. */
const stepsFor = (visit: KnownVisit): readonly VisitVerb[] => {
  const next = nextFor(visit);
  return [next, ...(['return', 'arrive', 'leave'] as const).filter((verb) => verb !== next)];
};

const nextFor = (visit: KnownVisit): 'return' | 'arrive' | 'leave' => {
  if (visit.status !== 'out') return 'return';
  const places = outOn(visit).map((id) => positionOf(visit.outing, id));
  if (places.includes('travelling')) return 'arrive';
  return places.some((place) => place === 'at-the-door' || place === 'inside') ? 'leave' : 'return';
};

const verbsWhileOut = (
  visit: Extract<KnownVisit, { status: 'out' }>,
  person: PersonId,
): readonly VisitVerb[] => {
  const { outing, approved } = visit;
  const goes = visit.proposal.visitors.includes(person);
  if (!goes)
    return outing.holding === undefined
      ? [...stepsFor(visit), 'extend', 'change-plan', 'cancel']
      : ['hand-over', 'all-well', 'extend', 'change-plan'];
  const position = positionOf(outing, person);
  if (outing.holding !== undefined && ['at-the-door', 'inside'].includes(position))
    return ['all-well', 'hand-over', 'leave-unsafe', ...childVerbs, 'change-plan'];
  const doorVerbs: readonly VisitVerb[] = [
    'enter',
    'wait',
    'meet',
    'notice-of-lateness',
    'animals-loose',
  ];
  const mayEnter = approved && outing.calledOff === undefined;
  const safe = position === 'left' || position === 'back';
  return [
    ...(safe && owesReason(visit) ? (['write-reason'] as const) : []),
    ...(position === 'at-school' && approved ? leaving(visit, person) : []),
    ...(position === 'moved-on' && mayEnter ? (['depart'] as const) : []),
    ...verbsAt[position].filter((verb) => mayEnter || !doorVerbs.includes(verb)),
    ...(['back', 'at-school', 'moved-on'].includes(position) ? [] : [...whileOut, ...childVerbs]),
    ...(outing.calledOff === undefined ? (['cancel'] as const) : []),
  ];
};
