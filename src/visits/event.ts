/** What has happened to a visit. */
import type { Capacity } from '../approval/approval.ts';
import type { RestrictedEvent, RiskSummary } from '../risk-assessment/assessment.ts';
import type { InvitedBy } from '../safety/doorstep.ts';
import type { CommandId, Instant, PersonId, Role, VisitId } from '../vocabulary.ts';
import type {
  Animals,
  CallOff,
  ChildCalled,
  ChildFound,
  HandChange,
  HelpKind,
  OnRound,
  Via,
} from './command.ts';
import type { Proposal } from './proposal.ts';

export type WaitEnd = 'no-show' | 'late';

/** What people are reminded of without any alarm. */
export const nudges = ['start', 'arrival', 'arrival-missed', 'length', 'reason'] as const;
export type Nudge = (typeof nudges)[number];

export type Appointment = Pick<Proposal, 'start' | 'dueBack' | 'visitors' | 'appointment'>;

/**
 * The watch over people who were out on another visit, brought along: where each came from, how often it has gone on
 * for them, and how often they were given longer.
 */
export type Carried = {
  readonly from: readonly { readonly visit: VisitId; readonly person: PersonId }[];
  readonly hop: number;
  readonly extensions: number;
};

export type EventDetail =
  | {
      readonly type: 'submitted';
      readonly reference: string;
      readonly proposal: Proposal;
      readonly risk: RiskSummary;
      readonly content: string;
      readonly policyVersion: string;
      readonly firstVisit: boolean;
      /** The version of the school's general assessment at the time, where it keeps one. */
      readonly general?: number;
      /** Only whoever the school has named instead may decide it. */
      readonly substitute?: true;
    }
  | {
      readonly type: 'edited';
      readonly proposal: Proposal;
      readonly risk: RiskSummary;
      readonly content: string;
      readonly changed: readonly string[];
      readonly voids: boolean;
      readonly substitute?: true;
      /** The appointment as it stood before, for those who hear of every change. */
      readonly was?: Appointment;
      /** Somebody had made the assessment their own, and it is another one now. */
      readonly adoptionVoid?: true;
    }
  | ({ readonly type: 'approved'; readonly content: string; readonly note: string } & Capacity)
  | ({ readonly type: 'declined'; readonly reason: string; readonly instead?: string } & Capacity)
  | ({ readonly type: 'changes-asked'; readonly what: string } & Capacity)
  | ({ readonly type: 'approval-withdrawn'; readonly reason: string } & Capacity)
  | { readonly type: 'lapsed' }
  /** Nobody has decided yet; which of the policy's reminders this is. */
  | { readonly type: 'decision-reminded'; readonly step: string }
  | { readonly type: 'yes-by-phone'; readonly from: PersonId }
  /** The first of two who send an emergency visit out, and the second; then whoever looks at it afterwards. */
  | { readonly type: 'glass-started'; readonly content: string; readonly reason: string }
  | { readonly type: 'glass-broken'; readonly content: string }
  | { readonly type: 'glass-reviewed'; readonly note: string }
  | { readonly type: 'review-reminded'; readonly times: number }
  | { readonly type: 'departure-known' }
  | { readonly type: 'details-opened'; readonly content: string }
  /** Somebody makes the assessment their own; `standsInFor` where by the duty rota they did so in a role's place. */
  | {
      readonly type: 'assessment-adopted';
      readonly content: string;
      readonly standsInFor?: Role;
    }
  | { readonly type: 'health-answered' }
  | { readonly type: 'reading-confirmed' }
  | { readonly type: 'code-word-agreed' }
  | {
      readonly type: 'departure-checked';
      readonly answers: Readonly<Record<string, string>>;
      readonly failed: readonly string[];
    }
  | {
      readonly type: 'departed';
      readonly who: readonly PersonId[];
      readonly dueBack: Instant;
      readonly carried?: Carried;
    }
  /** A report of what no rule allowed: it starts or keeps the watch and grants nothing. */
  | {
      readonly type: 'breach-reported';
      readonly what: string;
      readonly who: readonly PersonId[];
      readonly dueBack: Instant;
      readonly reference: string;
      readonly carried?: Carried;
      readonly rules: readonly { readonly rule: string; readonly clause: string }[];
    }
  | { readonly type: 'arrived'; readonly who: readonly PersonId[] }
  | { readonly type: 'waited'; readonly who: readonly PersonId[] }
  | {
      readonly type: 'entered';
      readonly who: readonly PersonId[];
      readonly invitedBy: InvitedBy;
      readonly parentPresent: boolean;
      readonly permission?: string;
      readonly animals: Animals;
      readonly hazards: string;
    }
  | {
      readonly type: 'met-at-the-door';
      readonly who: readonly PersonId[];
      readonly spokeTo: string;
      readonly footing: InvitedBy;
    }
  | { readonly type: 'lateness-noticed'; readonly expected?: Instant }
  /** The wait at the door is over: nobody goes in, and everybody is watched as before. */
  | { readonly type: 'wait-ended'; readonly how: WaitEnd }
  | { readonly type: 'parent-left' }
  | { readonly type: 'went-upstairs'; readonly why: string; readonly with: string }
  | { readonly type: 'checked-in'; readonly who: readonly PersonId[] }
  | { readonly type: 'reason-written'; readonly reason: string }
  | { readonly type: 'nudged'; readonly about: Nudge }
  | { readonly type: 'left'; readonly who: readonly PersonId[]; readonly next: string }
  | { readonly type: 'returned'; readonly who: readonly PersonId[] }
  | { readonly type: 'extended'; readonly dueBack: Instant }
  | { readonly type: 'plan-changed'; readonly what: string }
  | ({ readonly type: 'joined-round' } & OnRound)
  | { readonly type: 'left-round' }
  /** They are out on another visit now, and watched there. */
  | {
      readonly type: 'moved-on';
      readonly who: readonly PersonId[];
      readonly to: VisitId;
      readonly reference: string;
      readonly hop: number;
    }
  /** Those who went on from here are back. */
  | { readonly type: 'round-ended'; readonly who: readonly PersonId[] }
  | {
      readonly type: 'called-off';
      readonly how: CallOff;
      readonly reason: string;
      /** How the family is reached without a visit. */
      readonly instead?: string;
    }
  | { readonly type: 'left-unsafe'; readonly who: readonly PersonId[] }
  | { readonly type: 'reached-safety'; readonly who: readonly PersonId[] }
  | {
      readonly type: 'help-called';
      readonly alarm: string;
      readonly kind: HelpKind;
      readonly words: string;
      readonly reference: string;
    }
  | {
      readonly type: 'child-found';
      readonly alarm: string;
      readonly kind: ChildFound;
      readonly reference: string;
    }
  | { readonly type: 'said-well'; readonly who: readonly PersonId[] }
  | { readonly type: 'welfare-asked' }
  /** To whom is in the restricted part. */
  | { readonly type: 'handed-over'; readonly dueBack: Instant }
  | { readonly type: 'advice-recorded' }
  /** Which service was rung; the reference is in the restricted part. */
  | { readonly type: 'police-recorded'; readonly alarm: string; readonly called: ChildCalled }
  | { readonly type: 'call-asked' }
  | {
      readonly type: 'rung-raised';
      readonly alarm: string;
      readonly rung: string;
      readonly times: number;
      /** Only those who are out are told; nobody is alarmed yet. */
      readonly quiet?: boolean;
    }
  | { readonly type: 'acknowledged'; readonly alarm: string }
  | {
      readonly type: 'spoken-to';
      readonly alarm: string;
      readonly to: readonly PersonId[];
      readonly dueBack: Instant;
    }
  /** Rung, and nobody picked up, or an answerphone did. */
  | { readonly type: 'not-reached'; readonly alarm: string; readonly to: readonly PersonId[] }
  /** The office closes: this person was asked to wait for them; everybody who answers alarms, where nobody is named. */
  | { readonly type: 'take-over-asked'; readonly times: number; readonly person?: PersonId }
  | { readonly type: 'taken-over' }
  | { readonly type: 'test-sent'; readonly who: readonly PersonId[] }
  /** A message to their phone arrives, or a call does. */
  | { readonly type: 'reached'; readonly who: readonly PersonId[] }
  | { readonly type: 'stood-down'; readonly alarm: string; readonly spokeTo: readonly PersonId[] }
  | {
      readonly type: 'changed-by-hand';
      readonly changes: readonly HandChange[];
      readonly editor: string;
      readonly proposal: Proposal;
      readonly voids: boolean;
    }
  | { readonly type: 'history-broken'; readonly found: string; readonly editor: string };

export type VisitEvent = {
  readonly at: Instant;
  readonly by: PersonId;
  readonly command: CommandId;
  readonly via: Via;
} & EventDetail;

/** One thing that happens: the part the office may read, and with it the part it may not. */
export type Happening = { readonly event: VisitEvent; readonly restricted?: RestrictedEvent };
