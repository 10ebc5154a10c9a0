/** The week's list as one person sees it. */
import type { RiskLevel } from '../policy/policy.ts';
import type { Instant } from '../vocabulary.ts';
import type { FrozenRow, RowState } from '../weekly-list/signed.ts';

export type SeenRow = {
  /** Its place on the list, from 1. */
  readonly number: number;
  readonly id: string;
  readonly pupil: string;
  readonly address: string;
  readonly parents: string;
  readonly contacts: string;
  /** `92.5%`; empty where nobody has compiled it. */
  readonly attendance: string;
  readonly state: RowState;
  /** Which of the policy's columns are empty. */
  readonly lacks: readonly string[];
  /** The person who looks goes on this visit, or asked for it. */
  readonly own: boolean;
  /** Left out where nobody has asked for a visit. */
  readonly visit?: {
    readonly reference: string;
    readonly day: string;
    readonly start: Instant;
    readonly visitors: string;
    readonly risk: RiskLevel;
    readonly status: string;
  };
};

export type SeenCopy = {
  readonly id: string;
  readonly how: 'list' | 'additions';
  readonly by: string;
  readonly at: Instant;
  readonly rows: number;
  readonly seenAll: boolean;
  readonly void?: 'changed' | 'deleted';
  /** False while SharePoint has yet to take it. */
  readonly filed: boolean;
};

export type SeenList = {
  readonly week: string;
  readonly number: number;
  /** Monday and Sunday, `yyyy-mm-dd`. */
  readonly from: string;
  readonly until: string;
  readonly content: string;
  readonly rows: readonly SeenRow[];
  readonly counts: Readonly<Record<RiskLevel | 'none', number>>;
  /** Rows that were added or changed since the last signature. */
  readonly unsigned: number;
  /** Signed once, and not on the list any more. */
  readonly removed: number;
  readonly copies: readonly SeenCopy[];
  readonly signers: string;
  readonly clause: string;
  /** What the signature would cover, by number; empty where this person may not sign now. */
  readonly signable: readonly number[];
  /** What signing would be: of the list, or of what was added since. */
  readonly verb: 'sign-list' | 'add-to-list';
  readonly mayCompile: boolean;
  readonly maySign: boolean;
  /** The list as it is now has been sent to be signed. */
  readonly sent: boolean;
};

export type SeenFrozen = SeenCopy & { readonly frozen: readonly FrozenRow[] };
