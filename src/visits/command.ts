/** What people ask of a visit. */
import type { Adjustment } from '../risk-assessment/assessment.ts';
import type { InvitedBy } from '../safety/doorstep.ts';
import type { CommandId, Instant, PersonId, VisitId } from '../vocabulary.ts';
import type { VisitForm } from './proposal.ts';

/** How a command came in: pressed in chat, from the tab, by phone through the office, or from the product itself. */
export type Via = 'chat' | 'tab' | 'phone' | 'product' | 'list';

export type Envelope = {
  readonly id: CommandId;
  readonly by: PersonId;
  readonly via: Via;
};

export type Animals = 'none' | 'secured' | 'loose';
export type HelpKind = 'help' | 'danger' | 'unwell' | 'injured';
export type CallOff = 'cannot-go' | 'turn-back' | 'feel-unsafe' | 'animals-loose' | 'cancel';

/** A child with no adult, or in danger now. */
export type ChildFound = 'child-alone' | 'child-in-danger';
export const childCalled = ['nobody', '101', '999'] as const;
export type ChildCalled = (typeof childCalled)[number];

/** Which outing of several visits this one is part of, and when everybody is to be back from all of them. */
export type OnRound = {
  readonly round: string;
  /** What people call it: the reference of its first visit. */
  readonly name: string;
  readonly dueBack: Instant;
};

export type VisitAsk =
  | { readonly verb: 'submit'; readonly form: VisitForm }
  | { readonly verb: 'edit'; readonly form: VisitForm }
  | { readonly verb: 'approve'; readonly content: string; readonly note: string }
  | {
      readonly verb: 'decline';
      readonly content: string;
      readonly reason: string;
      /** How the family is reached without a visit. */
      readonly instead?: string;
    }
  | { readonly verb: 'ask-for-changes'; readonly content: string; readonly what: string }
  | { readonly verb: 'withdraw-approval'; readonly reason: string }
  /** The office heard a yes on the phone. It is on record, and is no approval. */
  | { readonly verb: 'log-approval'; readonly from: PersonId | undefined }
  | { readonly verb: 'break-glass'; readonly content: string; readonly reason: string }
  | { readonly verb: 'second-break-glass'; readonly content: string }
  | { readonly verb: 'review-break-glass'; readonly note: string }
  /** Whoever is told of a departure says that they know. */
  | { readonly verb: 'confirm-told' }
  | { readonly verb: 'adopt-assessment'; readonly content: string }
  | { readonly verb: 'open-details'; readonly content: string }
  | {
      readonly verb: 'answer-health';
      readonly adjustment: Adjustment | undefined;
      readonly sealedWhat?: string;
    }
  | { readonly verb: 'confirm-reading' }
  /** That one was agreed; what it is stands nowhere. */
  | { readonly verb: 'agree-code-word' }
  | { readonly verb: 'check-departure'; readonly answers: Readonly<Record<string, string>> }
  | { readonly verb: 'depart'; readonly who: readonly PersonId[]; readonly dueBack?: Instant }
  | {
      readonly verb: 'already-happened';
      readonly what: string;
      readonly who: readonly PersonId[];
      readonly dueBack?: Instant;
    }
  | { readonly verb: 'arrive'; readonly who: readonly PersonId[] }
  | { readonly verb: 'wait'; readonly who: readonly PersonId[] }
  | {
      readonly verb: 'enter';
      readonly who: readonly PersonId[];
      readonly invitedBy: InvitedBy | undefined;
      readonly parentPresent: boolean;
      /** How the school has the parent's permission, where another adult asks them in. */
      readonly permission?: string;
      readonly animals: Animals | undefined;
      readonly hazards: string;
    }
  /** Somebody came to the door. Staying on the doorstep is a proper visit. */
  | {
      readonly verb: 'meet';
      readonly who: readonly PersonId[];
      readonly spokeTo: string;
      readonly footing: InvitedBy | undefined;
    }
  /** The parent rang or wrote that they will be late. */
  | { readonly verb: 'notice-of-lateness'; readonly expected?: Instant }
  | { readonly verb: 'parent-left' }
  | { readonly verb: 'go-upstairs'; readonly why: string; readonly with: string }
  /** The call to the office before the home is reached. */
  | { readonly verb: 'nearly-there'; readonly who: readonly PersonId[] }
  /** Why the visit was called off, for the headteacher, once there is time to write. */
  | { readonly verb: 'write-reason'; readonly reason: string }
  | { readonly verb: 'leave'; readonly who: readonly PersonId[]; readonly next: string }
  | { readonly verb: 'return'; readonly who: readonly PersonId[] }
  | { readonly verb: 'extend'; readonly dueBack: Instant | undefined }
  | { readonly verb: 'change-plan'; readonly what: string }
  /** Several approved visits become one outing. */
  | { readonly verb: 'plan-round'; readonly round: OnRound }
  | { readonly verb: 'leave-round' }
  | { readonly verb: CallOff; readonly reason: string; readonly instead?: string }
  | { readonly verb: 'leave-unsafe'; readonly who: readonly PersonId[] }
  | { readonly verb: 'safe-now'; readonly who: readonly PersonId[] }
  | { readonly verb: HelpKind; readonly words: string }
  | { readonly verb: ChildFound; readonly words: string }
  | { readonly verb: 'all-well' }
  | {
      readonly verb: 'hand-over';
      readonly to: string;
      readonly relation: string;
      readonly policeReference: string;
    }
  | {
      readonly verb: 'advise';
      readonly advice: string;
      /** Who was rung. */
      readonly called: ChildCalled;
      readonly callReference: string;
      /** Whether social care was asked to act. */
      readonly referred: boolean;
    }
  | {
      readonly verb: 'record-police';
      readonly alarm: string;
      readonly called: ChildCalled | undefined;
      readonly reference: string;
      readonly words: string;
    }
  /** Ring me, and give me a reason to leave. */
  | { readonly verb: 'call-me' }
  | { readonly verb: 'acknowledge'; readonly alarm: string }
  | {
      readonly verb: 'spoke';
      readonly alarm: string;
      readonly to: readonly PersonId[];
      readonly dueBack?: Instant;
    }
  | { readonly verb: 'stand-down'; readonly alarm: string; readonly spokeTo: readonly PersonId[] }
  /** Rang and reached nobody, or an answerphone. It stops nothing. */
  | { readonly verb: 'no-answer'; readonly alarm: string; readonly to: readonly PersonId[] }
  /** Somebody at school waits for those who are out once the office has closed. */
  | { readonly verb: 'take-over' }
  /** A message that has to be tapped before leaving, to show that messages arrive. */
  | { readonly verb: 'send-test'; readonly who: readonly PersonId[] }
  | { readonly verb: 'test-received' }
  /** Rang them, and it was they who picked up. */
  | { readonly verb: 'reached'; readonly who: readonly PersonId[] }
  /** The clock has moved; asked by the product alone. */
  | { readonly verb: 'check-clock' }
  /** Those who were out here are out on another visit, are back, or were never heard of there; noticed by the product alone. */
  | {
      readonly verb: 'move-on';
      readonly who: readonly PersonId[];
      readonly to: VisitId;
      readonly reference: string;
      readonly hop: number;
    }
  | { readonly verb: 'end-round'; readonly who: readonly PersonId[] }
  | { readonly verb: 'take-back'; readonly who: readonly PersonId[]; readonly hop: number }
  /** Somebody changed the list by hand; noticed by the product alone. */
  | {
      readonly verb: 'notice-hand-change';
      readonly changes: readonly HandChange[];
      readonly editor: string;
    }
  | { readonly verb: 'notice-broken-history'; readonly found: string; readonly editor: string };

export type VisitCommand = Envelope & VisitAsk;

/** A column of the list that no longer says what the history says. */
export type HandChange = { readonly column: string; readonly from: string; readonly to: string };
