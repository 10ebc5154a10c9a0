/** What is true of a visit. */
import type { Capacity } from '../approval/approval.ts';
import type { RiskSummary } from '../risk-assessment/assessment.ts';
import type { InvitedBy } from '../safety/doorstep.ts';
import type { Instant, PersonId, Role, VisitId } from '../vocabulary.ts';
import type { CallOff, ChildCalled, ChildFound, HelpKind, OnRound } from './command.ts';
import type { Nudge, WaitEnd } from './event.ts';
import type { Proposal } from './proposal.ts';

export type Position =
  | 'at-school'
  | 'travelling'
  | 'at-the-door'
  | 'inside'
  | 'left'
  | 'unsafe'
  /** Out on another visit, and watched there. */
  | 'moved-on'
  | 'back';

export type AlarmKind = 'overdue' | 'left-unsafe' | HelpKind | ChildFound;

export type Alarm = {
  readonly id: string;
  readonly kind: AlarmKind;
  readonly since: Instant;
  readonly by: PersonId;
  /** Rungs raised, in order, each with the moment. */
  readonly raised: readonly { readonly rung: string; readonly at: Instant }[];
  /** Who said "I have it". It does not stop the ladder. */
  readonly holder: PersonId | undefined;
  /** Whom a responder has spoken to since it was raised. */
  readonly spokenTo: readonly PersonId[];
  /** What was done about the police, once somebody has said. */
  readonly police?: { readonly called: ChildCalled; readonly by: PersonId; readonly at: Instant };
  /** Amber: the visitors say they are back; nobody has seen or spoken to them yet. */
  readonly state: 'red' | 'amber' | 'settled';
};

/** The watch over one person goes from one visit to another. */
export type Hop = { readonly person: PersonId; readonly visit: VisitId; readonly hop: number };

export type Outing = {
  readonly positions: Readonly<
    Record<PersonId, { readonly position: Position; readonly since: Instant }>
  >;
  readonly departedAt: Instant;
  readonly dueBack: Instant;
  readonly lastHeard: Instant;
  readonly extensions: number;
  /** Set where the visit was called off but people are still out. */
  readonly calledOff: CallOff | WaitEnd | undefined;
  readonly calledOffBecause?: string;
  /** Every way in which somebody has said so, each once. */
  readonly calledOffAs?: readonly CallOff[];
  /** The furthest anybody has come; how the visit ended follows from it. */
  readonly reached?: 'door' | 'inside';
  /** When the first of them came to the door. */
  readonly arrivedAt?: Instant;
  /** Who came to the door to them, on what footing. */
  readonly met?: InvitedBy;
  /** The parent has gone while they were inside. */
  readonly parentLeft?: boolean;
  /** They stay with a child until somebody takes over. */
  readonly holding?: { readonly since: Instant; readonly asked: Instant | undefined } | undefined;
  /** Nobody had answered the door yet. */
  readonly waited?: boolean;
  /** How often the watch over each has gone on from one visit to another, where each came from, and where each went. */
  readonly hops?: Readonly<Record<PersonId, number>>;
  readonly cameFrom?: readonly Hop[];
  readonly wentTo?: readonly (Hop & { readonly reference: string })[];
  /** Rungs of the present due-back that told only those who are out. */
  readonly reminders?: readonly { readonly rung: string; readonly at: Instant }[];
};

export type PersonalAnswers = {
  readonly health: boolean;
  readonly reading: boolean;
  /** Which departure checks failed; undefined until answered. */
  readonly check: { readonly at: Instant; readonly failed: readonly string[] } | undefined;
};

export type Adoption = {
  readonly by: PersonId;
  readonly at: Instant;
  readonly standsInFor?: Role;
  readonly stands: boolean;
};

/** A yes that the office heard on the phone, until whoever said it confirms it. */
export type PhoneYes = { readonly from: PersonId; readonly by: PersonId; readonly at: Instant };

/** An emergency visit that goes out on two names. Until there is a second, it goes nowhere. */
export type Glass = {
  readonly content: string;
  readonly reason: string;
  readonly first: PersonId;
  readonly second?: { readonly by: PersonId; readonly at: Instant };
  readonly reviewed?: { readonly by: PersonId; readonly at: Instant; readonly note: string };
  /** How often a review has been asked for again. */
  readonly reminded: number;
};

/** `person` is undefined where everybody who answers alarms was asked. */
export type Handover = {
  readonly asked: readonly { readonly person: PersonId | undefined; readonly at: Instant }[];
  readonly by?: PersonId;
  readonly at?: Instant;
};

/** What is true of every visit that has been asked for. */
export type Known = {
  readonly reference: string;
  readonly proposal: Proposal;
  readonly risk: RiskSummary;
  readonly content: string;
  readonly firstVisit: boolean;
  readonly requestedBy: PersonId;
  readonly requestedAt: Instant;
  readonly policyVersion: string;
  readonly answered: Readonly<Record<PersonId, PersonalAnswers>>;
  readonly opened: readonly { readonly by: PersonId; readonly content: string }[];
  /** Who made the assessment their own; it stands until what it was about is changed. */
  readonly adopted?: Adoption | undefined;
  /** The version of the school's general assessment it was asked for under. */
  readonly general?: number;
  readonly decidedBy: PersonId | undefined;
  readonly decidedAt: Instant | undefined;
  /** In whose place, where it was not in their own. */
  readonly decidedAs?: Capacity | undefined;
  /** Only whoever the school has named instead may decide it. */
  readonly substitute?: boolean | undefined;
  /** Since when somebody has been asked to decide what now stands, and which reminders there have been since. */
  readonly waitingSince?: Instant | undefined;
  readonly reminded?: readonly string[] | undefined;
  readonly phoneYes?: PhoneYes | undefined;
  readonly glass?: Glass | undefined;
  /** Who has said that they know of the departure. */
  readonly departureKnown?: readonly { readonly by: PersonId; readonly at: Instant }[] | undefined;
  /** The times that were approved; small changes since are measured from these. */
  readonly approvedFor?: { readonly start: Instant; readonly dueBack: Instant } | undefined;
  readonly alarms: readonly Alarm[];
  readonly breaches: number;
  /** Who was asked to wait for them once the office has closed, in order, and who has said yes. */
  readonly handover?: Handover | undefined;
  /** When a message last reached each of them: they pressed something in chat, or picked up. */
  readonly reachedAt?: Readonly<Record<PersonId, Instant>> | undefined;
  /** The parent said that they would be late, and till when, where they said. */
  readonly late?: { readonly at: Instant; readonly expected?: Instant } | undefined;
  readonly nudged?: readonly Nudge[] | undefined;
  readonly round?: OnRound | undefined;
};

export type Visit =
  | { readonly status: 'unsubmitted' }
  | (Known &
      (
        | { readonly status: 'awaiting approval' }
        | { readonly status: 'changes asked'; readonly what: string }
        | { readonly status: 'declined'; readonly reason: string; readonly instead?: string }
        | { readonly status: 'not authorised' }
        | { readonly status: 'approved' }
        | {
            readonly status: 'approval void';
            readonly why: string;
            /** Those who said that they cannot go, since which it is void. */
            readonly cannotGo?: readonly PersonId[];
          }
        | { readonly status: 'out'; readonly outing: Outing; readonly approved: boolean }
        | { readonly status: 'returned'; readonly outing: Outing }
        | {
            readonly status: 'cancelled';
            readonly how: CallOff;
            readonly reason: string;
            readonly instead?: string;
          }
      ));

export type KnownVisit = Exclude<Visit, { status: 'unsubmitted' }>;

export const unsubmitted: Visit = { status: 'unsubmitted' };

/** What stays true of a visit whatever becomes of it. */
export const knownOf = (visit: Known): Known => ({
  reference: visit.reference,
  proposal: visit.proposal,
  risk: visit.risk,
  content: visit.content,
  firstVisit: visit.firstVisit,
  requestedBy: visit.requestedBy,
  requestedAt: visit.requestedAt,
  policyVersion: visit.policyVersion,
  answered: visit.answered,
  opened: visit.opened,
  ...(visit.adopted === undefined ? {} : { adopted: visit.adopted }),
  ...(visit.general === undefined ? {} : { general: visit.general }),
  decidedBy: visit.decidedBy,
  decidedAt: visit.decidedAt,
  decidedAs: visit.decidedAs,
  substitute: visit.substitute,
  waitingSince: visit.waitingSince,
  reminded: visit.reminded,
  phoneYes: visit.phoneYes,
  glass: visit.glass,
  departureKnown: visit.departureKnown,
  approvedFor: visit.approvedFor,
  alarms: visit.alarms,
  breaches: visit.breaches,
  handover: visit.handover,
  reachedAt: visit.reachedAt,
  late: visit.late,
  nudged: visit.nudged,
  round: visit.round,
});
