/** A home and the assessments that stand, as one person may see them. Cards, API and tab are drawn from this alone. */
import type { HazardKind } from '../homes/hazard.ts';
import type { OfficeStatus } from '../visits/status.ts';
import type { Instant, Refusal } from '../vocabulary.ts';
import type { SeenPerson } from './seen.ts';

export type SeenHazard = {
  readonly key: string;
  readonly kind: HazardKind;
  readonly what: string;
  readonly notedBy: SeenPerson;
  readonly notedAt: Instant;
  /** The reference of the visit; empty where it was noted by hand. */
  readonly visit: string;
  readonly reviewBy: string;
  readonly overdue: boolean;
  readonly reviewed?: { readonly by: SeenPerson; readonly at: Instant };
  readonly resolved?: { readonly by: SeenPerson; readonly at: Instant; readonly why: string };
};

export type SeenVisitThere = {
  readonly reference: string;
  readonly start: Instant;
  readonly status: OfficeStatus;
  readonly visitors: readonly SeenPerson[];
};

export type SeenHome = {
  readonly key: string;
  readonly address: string;
  readonly families: readonly { readonly pupil: string; readonly yearGroup: string }[];
  /** Other spellings under which it was visited. */
  readonly alsoWritten: readonly string[];
  /** Open ones first, the soonest review first. */
  readonly hazards: readonly SeenHazard[];
  readonly lastCompleted?: Instant;
  /** Another home whose address resembles this one. */
  readonly looksLike?: { readonly key: string; readonly address: string };
  readonly mayReview: boolean;
  readonly mayMerge: boolean;
};

export type OpenedHome = SeenHome & {
  /** Those this person may know of, latest first. */
  readonly visits: readonly SeenVisitThere[];
};

export type SeenStanding = {
  readonly key: string;
  readonly kind: 'general' | 'lone-worker';
  readonly person?: SeenPerson;
  readonly version: number;
  readonly says: string;
  readonly madeBy: SeenPerson;
  readonly madeAt: Instant;
  readonly reviewBy: string;
  readonly stale?: 'changed' | 'review';
  /** Whether this person has said that they have read it. */
  readonly read: boolean;
  /** Only for those who may renew it. */
  readonly readers?: readonly SeenPerson[];
};

export type StandingPage = {
  readonly general?: SeenStanding;
  readonly lone: readonly SeenStanding[];
  readonly mayRenew: boolean;
};

/** What is shown to somebody who is about to ask for a visit. */
export type BeforeAsking = {
  readonly home?: {
    /** Goes back with the form as `homeSeen`. */
    readonly shown: string;
    readonly needed: boolean;
    readonly hazards: readonly SeenHazard[];
    readonly visits: readonly SeenVisitThere[];
    readonly lastCompleted?: Instant;
    readonly animals: boolean;
  };
  readonly general?: SeenStanding & { readonly needed: boolean };
};

export type HomesPressed =
  | { readonly kind: 'done'; readonly note: string }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };
