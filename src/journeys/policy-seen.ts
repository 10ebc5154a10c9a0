/** The Policy page, as the tab is told of it. */
import type { DifferenceInWords, PolicyGroup } from '../policy/in-words.ts';
import type { LegalReference, NamedContact } from '../policy/policy-parts.ts';
import type { Review } from '../policy/review.ts';

export type SeenSignature = {
  /** "the headteacher" */
  readonly role: string;
  /** Who signed for it, and on which day; not there until somebody has. */
  readonly name?: string;
  readonly day?: string;
  /** Nobody at the school holds the role, so nobody can sign. */
  readonly nobody: boolean;
};

export type VersionState = 'in force' | 'was in force' | 'to come' | 'to be signed' | 'withdrawn';

export type SeenVersion = {
  readonly version: string;
  readonly state: VersionState;
  /** The day it comes or came into force; empty for what the school began with. */
  readonly from: string;
  readonly proposedBy: string;
  readonly proposedOn: string;
  readonly signatures: readonly SeenSignature[];
  /** What it changes in the one in force, or changed in the one before it. */
  readonly changes: readonly DifferenceInWords[];
  readonly maySign: boolean;
  readonly mayWithdraw: boolean;
};

export type SeenReaders = {
  readonly read: readonly { readonly name: string; readonly day: string }[];
  readonly notYet: readonly string[];
};

export type SeenPolicy = {
  readonly title: string;
  readonly version: string;
  readonly groups: readonly PolicyGroup[];
  readonly law: readonly LegalReference[];
  readonly linked: readonly string[];
  readonly contacts: readonly (NamedContact & { readonly place: string })[];
  readonly website: string;
  readonly review: Review & { readonly says: string };
  readonly versions: readonly SeenVersion[];
  /** Whether this person has said that they have read it. */
  readonly read: boolean;
  readonly mayPropose: boolean;
  readonly mayMonitor: boolean;
  /** The school's own words, for whoever may propose others. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The whole, with what was filled in, for the form controls. */
  readonly whole?: Readonly<Record<string, unknown>>;
  /** For those who look after the policy. */
  readonly readers?: SeenReaders;
};

/** What everybody is told who opens the tab. */
export type PolicyNotice = {
  /** For leaders: it has lapsed, or soon does. */
  readonly review?: string;
  /** There is a version that this person goes by and has not said to have read. */
  readonly unread?: { readonly title: string; readonly version: string };
};
