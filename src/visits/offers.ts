/** What a person can do now, likeliest first. Nothing is offered that status or role would refuse. */
import { may, relationsTo, type VisitVerb } from '../people/access.ts';
import type { StaffMember } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import type { PersonId } from '../vocabulary.ts';
import { subjectOf } from './asking.ts';
import { isOpen } from './evolve-alarms.ts';
import { nothingAnsweredYet } from './evolve-request.ts';
import { positionOf } from './people-out.ts';
import type { KnownVisit, Position, Visit } from './visit.ts';
import { owesReason } from './waiting.ts';

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
        ...calls(visit),
        'open-details' as const,
      ]
    : (['submit'] as const);
  return [...new Set<VisitVerb>([...offered, ...helpVerbs])].filter(
    (verb) => may(verb, person, relations) && !(verb === 'extend' && usedUp(visit, person, policy)),
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

/** Who is about to go or out may ring the office instead. */
const calls = ({ status }: KnownVisit): readonly VisitVerb[] =>
  status === 'approved' || status === 'out' ? ['log-call'] : [];

/** Nobody answers an alarm they are part of. */
const alarmVerbs = (visit: KnownVisit, person: PersonId): readonly VisitVerb[] => {
  const open = visit.alarms.filter((alarm) => isOpen(alarm) && alarm.by !== person);
  if (open.length === 0 || visit.proposal.visitors.includes(person)) return [];
  return [
    ...(open.some((alarm) => alarm.holder !== person) ? (['acknowledge'] as const) : []),
    'spoke',
    'stand-down',
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
        'notice-of-lateness',
        'edit',
        'withdraw-approval',
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
  travelling: ['arrive', 'nearly-there', 'return', 'leave', 'notice-of-lateness'],
  'at-the-door': [
    'enter',
    'wait',
    'meet',
    'notice-of-lateness',
    'animals-loose',
    'leave',
    'return',
  ],
  inside: ['leave', 'return', 'parent-left', 'go-upstairs', 'animals-loose'],
  left: ['return', 'arrive'],
  unsafe: ['safe-now', 'return'],
  back: [],
};

const whileOut = ['extend', 'change-plan', 'turn-back', 'feel-unsafe', 'leave-unsafe'] as const;

const verbsWhileOut = (
  visit: Extract<KnownVisit, { status: 'out' }>,
  person: PersonId,
): readonly VisitVerb[] => {
  const { outing, approved } = visit;
  const goes = visit.proposal.visitors.includes(person);
  if (!goes) return ['return', 'arrive', 'leave', 'extend', 'change-plan', 'cancel'];
  const position = positionOf(outing, person);
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
    ...verbsAt[position].filter((verb) => mayEnter || !doorVerbs.includes(verb)),
    ...(['back', 'at-school'].includes(position) ? [] : whileOut),
    ...(outing.calledOff === undefined ? (['cancel'] as const) : []),
  ];
};
