/** What has happened to a visit. */
import type { RestrictedEvent, RiskSummary } from '../risk-assessment/assessment.ts';
import type { CommandId, Instant, PersonId } from '../vocabulary.ts';
import type { Animals, CallOff, HandChange, HelpKind, InvitedBy, Via } from './command.ts';
import type { Proposal } from './proposal.ts';

export type EventDetail =
  | {
      readonly type: 'submitted';
      readonly reference: string;
      readonly proposal: Proposal;
      readonly risk: RiskSummary;
      readonly content: string;
      readonly policyVersion: string;
      readonly firstVisit: boolean;
    }
  | {
      readonly type: 'edited';
      readonly proposal: Proposal;
      readonly risk: RiskSummary;
      readonly content: string;
      readonly changed: readonly string[];
      readonly voids: boolean;
    }
  | { readonly type: 'approved'; readonly content: string; readonly note: string }
  | { readonly type: 'declined'; readonly reason: string; readonly instead?: string }
  | { readonly type: 'changes-asked'; readonly what: string }
  | { readonly type: 'approval-withdrawn'; readonly reason: string }
  | { readonly type: 'lapsed' }
  | { readonly type: 'details-opened'; readonly content: string }
  | { readonly type: 'health-answered' }
  | { readonly type: 'reading-confirmed' }
  | {
      readonly type: 'departure-checked';
      readonly answers: Readonly<Record<string, string>>;
      readonly failed: readonly string[];
    }
  | { readonly type: 'departed'; readonly who: readonly PersonId[]; readonly dueBack: Instant }
  /** A report of what no rule allowed: it starts or keeps the watch and grants nothing. */
  | {
      readonly type: 'breach-reported';
      readonly what: string;
      readonly who: readonly PersonId[];
      readonly dueBack: Instant;
      readonly reference: string;
      readonly rules: readonly { readonly rule: string; readonly clause: string }[];
    }
  | { readonly type: 'arrived'; readonly who: readonly PersonId[] }
  | { readonly type: 'waited'; readonly who: readonly PersonId[] }
  | {
      readonly type: 'entered';
      readonly who: readonly PersonId[];
      readonly invitedBy: InvitedBy;
      readonly parentPresent: boolean;
      readonly animals: Animals;
      readonly hazards: string;
    }
  | { readonly type: 'left'; readonly who: readonly PersonId[]; readonly next: string }
  | { readonly type: 'returned'; readonly who: readonly PersonId[] }
  | { readonly type: 'extended'; readonly dueBack: Instant }
  | { readonly type: 'plan-changed'; readonly what: string }
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
