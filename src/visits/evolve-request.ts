import type { Capacity } from '../approval/approval.ts';
import type { Instant, PersonId } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { EventDetail, VisitEvent } from './event.ts';
import { type Known, type KnownVisit, knownOf, type PersonalAnswers } from './visit.ts';

type Happened<Type extends VisitEvent['type']> = Extract<VisitEvent, { type: Type }>;

const words = wordsFor('en-GB').status.why;
const undecided = {
  decidedBy: undefined,
  decidedAt: undefined,
  decidedAs: undefined,
  approvedFor: undefined,
};
/** Asked anew: nobody has been reminded of this, or has said yes to it. */
const waitingFrom = (at: Instant) => ({ waitingSince: at, reminded: [], phoneYes: undefined });
export const nothingAnsweredYet: PersonalAnswers = {
  health: false,
  reading: false,
  check: undefined,
};

export const submitted = (event: Happened<'submitted'>): KnownVisit => ({
  status: 'awaiting approval',
  reference: event.reference,
  proposal: event.proposal,
  risk: event.risk,
  content: event.content,
  firstVisit: event.firstVisit,
  requestedBy: event.by,
  requestedAt: event.at,
  policyVersion: event.policyVersion,
  ...(event.general === undefined ? {} : { general: event.general }),
  answered: answersOf(event.proposal.visitors, {}),
  opened: [],
  alarms: [],
  breaches: 0,
  ...undecided,
  ...waitingFrom(event.at),
  substitute: event.substitute,
});

/** What each visitor has answered for themselves; those who no longer go are forgotten. */
const answersOf = (visitors: readonly PersonId[], before: Known['answered']): Known['answered'] =>
  Object.fromEntries(visitors.map((id) => [id, before[id] ?? nothingAnsweredYet]));

const unread = (answered: Known['answered']): Known['answered'] =>
  Object.fromEntries(
    Object.entries(answered).map(([id, answers]) => [id, { ...answers, reading: false }]),
  );

export const edited = (visit: KnownVisit, event: Happened<'edited'>): KnownVisit => {
  const { proposal, risk, content, changed, voids } = event;
  const kept = answersOf(proposal.visitors, visit.answered);
  const answered = changed.includes('risk') ? unread(kept) : kept;
  const known = {
    ...knownOf(visit),
    ...(event.adoptionVoid === true ? unadopted(visit) : {}),
    proposal,
    risk,
    content,
    answered,
  };
  if (visit.status === 'approved' && !voids) return { ...known, status: 'approved' };
  return visit.status === 'out' || visit.status === 'returned'
    ? visit
    : {
        ...known,
        ...undecided,
        ...waitingFrom(event.at),
        substitute: event.substitute,
        glass: known.glass?.second === undefined ? undefined : known.glass,
        status: 'awaiting approval',
      };
};

export const adopted = (
  visit: KnownVisit,
  { by, at, standsInFor }: Happened<'assessment-adopted'>,
): KnownVisit => ({
  ...visit,
  adopted: { by, at, stands: true, ...(standsInFor === undefined ? {} : { standsInFor }) },
});

const decided = (visit: KnownVisit, event: VisitEvent & Capacity): Known => ({
  ...knownOf(visit),
  decidedBy: event.by,
  decidedAt: event.at,
  decidedAs: capacityIn(event),
});

const capacityIn = ({ standsInFor, substituteFor }: Capacity): Capacity => ({
  ...(standsInFor === undefined ? {} : { standsInFor }),
  ...(substituteFor === undefined ? {} : { substituteFor }),
});

export const approved = (visit: KnownVisit, event: VisitEvent & Capacity): KnownVisit => {
  const { start, dueBack } = visit.proposal;
  return { ...decided(visit, event), approvedFor: { start, dueBack }, status: 'approved' };
};

export const declined = (visit: KnownVisit, event: Happened<'declined'>): KnownVisit => ({
  ...decided(visit, event),
  status: 'declined',
  reason: event.reason,
  ...insteadIn(event),
});

const insteadIn = ({ instead }: { readonly instead?: string }) =>
  instead === undefined ? {} : { instead };

export const changesAsked = (visit: KnownVisit, event: Happened<'changes-asked'>): KnownVisit => ({
  ...decided(visit, event),
  status: 'changes asked',
  what: event.what,
});

export const withdrawn = (
  visit: KnownVisit,
  event: Happened<'approval-withdrawn'>,
): KnownVisit => ({
  ...decided(visit, event),
  approvedFor: undefined,
  status: 'approval void',
  why: words.withdrawn.replace('{reason}', () => event.reason),
});

const mayStillBeApproved = (visit: KnownVisit): boolean =>
  ['awaiting approval', 'changes asked', 'approved', 'approval void'].includes(visit.status);

/** Who can no longer go, or what was changed by hand, is another assessment. */
const unadopted = ({ adopted: before }: Known) =>
  before === undefined ? {} : { adopted: { ...before, stands: false } };

/** Nobody leaves on what was approved before; the person who asked has to look and send it again. */
const voided = (visit: KnownVisit, why: string): KnownVisit =>
  mayStillBeApproved(visit)
    ? { ...knownOf(visit), ...undecided, ...unadopted(visit), status: 'approval void', why }
    : visit;

export const changedByHand = (
  visit: KnownVisit,
  event: Happened<'changed-by-hand'>,
): KnownVisit => {
  const columns = event.changes.map((change) => change.column).join(', ');
  const after = { ...visit, proposal: event.proposal };
  return event.voids
    ? voided(
        after,
        words.byHand.replace('{columns}', () => columns),
      )
    : after;
};

export const historyBroken = (visit: KnownVisit): KnownVisit => voided(visit, words.brokenHistory);

const withoutOne = (visit: KnownVisit, by: PersonId): KnownVisit => {
  const said = visit.status === 'approval void' ? (visit.cannotGo ?? []) : [];
  const without = voided(visit, words.cannotGo);
  return without.status === 'approval void' ? { ...without, cannotGo: [...said, by] } : without;
};

/** Called off before anybody left. Somebody else can go in the place of a person who cannot. */
export const calledOffBefore = (
  visit: KnownVisit,
  { by, how, reason, instead }: Happened<'called-off'>,
): KnownVisit => {
  if (!mayStillBeApproved(visit)) return visit;
  return how === 'cannot-go'
    ? withoutOne(visit, by)
    : {
        ...knownOf(visit),
        status: 'cancelled',
        how,
        reason,
        ...(instead === undefined ? {} : { instead }),
      };
};

/** What somebody did for themselves before leaving, or opened. */
export const answered = (visit: KnownVisit, event: VisitEvent & EventDetail): KnownVisit => {
  const before = visit.answered[event.by] ?? nothingAnsweredYet;
  const set = (answers: Partial<PersonalAnswers>): KnownVisit => ({
    ...visit,
    answered: { ...visit.answered, [event.by]: { ...before, ...answers } },
  });
  switch (event.type) {
    case 'health-answered':
      return set({ health: true });
    case 'reading-confirmed':
      return set({ reading: true });
    case 'departure-checked':
      return set({ check: { at: event.at, failed: event.failed } });
    case 'details-opened':
      return { ...visit, opened: [...visit.opened, { by: event.by, content: event.content }] };
    default:
      return visit;
  }
};
