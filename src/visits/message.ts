import type { Instant, PersonId, Role, VisitId } from '../vocabulary.ts';

/** Whom a message is for; people named twice hear once. */
export type Audience = {
  readonly people?: readonly PersonId[];
  readonly roles?: readonly Role[];
  readonly channel?: 'safeguarding';
};

/** What people are told, as data. Cards are drawn afresh from the visit when they are sent. */
export type Message =
  /** Posts this visit's card to each; `again` posts a new one, so that it is noticed, where they have one already. */
  | { readonly kind: 'card'; readonly to: Audience; readonly again: boolean }
  /** Brings every card of the visit that anybody has up to date. */
  | { readonly kind: 'refresh-cards' }
  /** `urgent` goes with the alarms. */
  | {
      readonly kind: 'notice';
      readonly to: Audience;
      readonly text: string;
      readonly urgent?: boolean;
    }
  | { readonly kind: 'alarm'; readonly to: Audience; readonly alarm: string; readonly rung: string }
  /** Alarms that came for one person all at once, in one card. */
  | {
      readonly kind: 'open-alarms';
      readonly to: Audience;
      readonly alarms: readonly { readonly visit: VisitId; readonly alarm: string }[];
    }
  /** The week's list, to whoever signs it. */
  | { readonly kind: 'weekly-list'; readonly to: Audience; readonly week: string }
  /** A new version of the school's policy, to those who go on visits. */
  | {
      readonly kind: 'policy';
      readonly to: Audience;
      readonly version: string;
      readonly title: string;
      readonly changes: readonly string[];
    }
  | DuressMessage
  /** To be tapped, to show that messages arrive: before this visit, or by those who answer alarms this week. */
  | {
      readonly kind: 'test';
      readonly to: Audience;
      readonly reference: string;
      readonly week: string;
    }
  /** An alert about a concern: by reference, never the words. */
  | { readonly kind: 'concern-alert'; readonly to: Audience; readonly reference: string };

/** Somebody said the code word. Never to anybody it is about. */
export type DuressMessage = {
  readonly kind: 'duress-alert';
  readonly to: Audience;
  readonly reference: string;
  /** Whose voices must be heard before it is over. */
  readonly people: readonly { readonly id: PersonId; readonly name: string }[];
  readonly since: Instant;
  readonly over: boolean;
  /** The name of whoever has it. */
  readonly holder?: string;
};
