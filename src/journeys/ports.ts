/** Everything a journey needs from the outside world, and what it answers. */
import type { Registers } from '../people/registers.ts';
import type { Roster } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import type { Book } from '../register/book.ts';
import type { Assessment } from '../risk-assessment/assessment.ts';
import type { VisitEvent } from '../visits/event.ts';
import type { Message } from '../visits/message.ts';
import type { KnownVisit } from '../visits/visit.ts';
import type { ConcernId, Instant, PersonId, Refusal, SchoolId, VisitId } from '../vocabulary.ts';
import type { Diary } from './diary.ts';

/** Keys are arguments. */
export type Keys = {
  /** Keyed hash, base64url. */
  readonly hmac: (text: string) => string;
  /** Sealed so that only this deployment opens it (AES-GCM). */
  readonly seal: (text: string) => string;
  /** Undefined where it was not sealed by us. */
  readonly open: (sealed: string) => string | undefined;
};

/** The books of one school. */
export type Books = {
  readonly visits: Book;
  /** The first parts of histories too long for one item of Visits. */
  readonly visitsMore: Book;
  /** The week's lists as they were signed. */
  readonly weeklyLists: Book;
  readonly assessments: Book;
  /** The same of what is kept in the safeguarding site: assessments and worries. */
  readonly safeguardingMore: Book;
  readonly homes: Book;
  /** What can hurt people at a home. */
  readonly hazards: Book;
  /** The school's general risk assessment, and one for each who may go alone. */
  readonly standing: Book;
  readonly concerns: Book;
  /** Silent alarms. */
  readonly incidents: Book;
  /** Concerns whose subject can open the safeguarding site. */
  readonly governance: Book;
  readonly governanceMore: Book;
  readonly staff: Book;
  readonly vehicles: Book;
  readonly devices: Book;
  readonly duty: Book;
  readonly calendar: Book;
  /** Each version of the school's policy. */
  readonly policies: Book;
  /** Who has read which version. */
  readonly policyReadings: Book;
  readonly activity: Book;
  readonly registersActivity: Book;
};

/** A visit as cards and pages show it. */
export type VisitView = {
  readonly id: VisitId;
  readonly visit: KnownVisit;
  readonly events: readonly VisitEvent[];
  readonly assessment: Assessment | undefined;
  /** False while SharePoint has yet to take what happened last. */
  readonly filed: boolean;
  /** Set while a command waits for SharePoint. */
  readonly held: readonly string[];
};

export type Recipient = { readonly person: PersonId } | { readonly channel: 'safeguarding' };

/** One message to one person or channel; `key` is the same on every try. */
export type Outgoing = {
  readonly key: string;
  readonly recipient: Recipient;
  readonly message: Message;
  readonly view: VisitView | undefined;
  /** Those that a message about several is about. */
  readonly views?: readonly VisitView[];
};

/** `later`: try again after so many seconds. `unreachable`: they have no app, or have blocked it. */
export type PostResult =
  | { readonly kind: 'sent' }
  | { readonly kind: 'later'; readonly afterSeconds: number; readonly because: string }
  | { readonly kind: 'unreachable'; readonly because: string };

export type ActivityEntry = {
  readonly what: 'refused' | 'opened' | 'changed';
  readonly verb: string;
  readonly by: PersonId;
  /** Whom or what; never what was in it. */
  readonly about?: string;
  /** In whose list it belongs; in that of the visits where it is not said. */
  readonly site?: 'registers';
};

export type World = {
  readonly school: SchoolId;
  readonly now: () => Instant;
  /** A random name, url-safe. */
  readonly newId: () => string;
  readonly keys: Keys;
  readonly diary: Diary;
  readonly books: Books;
  /** The last good copy of the staff list, with who is on duty, stands in or is away now; never waits for SharePoint. */
  readonly roster: () => Promise<Roster>;
  /** The last good copy of vehicles, devices, duty and calendar. */
  readonly registers: () => Promise<Registers>;
  /** The version of the school's policy that is in force now. */
  readonly policy: () => Promise<Policy>;
  /** The version of that name; what is in force now where nobody knows it. */
  readonly policyOf: (version: string) => Promise<Policy>;
  /** What the school began with. */
  readonly firstPolicy: () => Promise<Policy>;
  /** Reads a version's settings, its gaps filled from the product's policy. Throws PolicyUnclear. */
  readonly readPolicy: (settings: unknown) => Policy;
  /** Who has said that they have read the version in force. */
  readonly policyReaders: () => Promise<readonly PersonId[]>;
  /** Runs what is asked under one name one after another; `patience`: beside what came before, where that takes longer. */
  readonly inTurn: <T>(
    name: string,
    work: () => Promise<T>,
    patience?: { readonly seconds: number },
  ) => Promise<T>;
  readonly post: (outgoing: Outgoing) => Promise<PostResult>;
  /** Goes into the site's own list of refused attempts and restricted reads; never holds what was in them. */
  readonly note: (entry: ActivityEntry) => Promise<void>;
  /** Somebody should know: a fault no user can act on. Never holds personal data. */
  readonly report: (error: unknown) => void;
};

/** What a command comes to. `filed` is false while SharePoint has yet to take it. */
export type Answer =
  | { readonly kind: 'done'; readonly view: VisitView }
  | { readonly kind: 'held'; readonly id: VisitId; readonly reference: string }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

export type ConcernAnswer =
  | {
      readonly kind: 'done';
      readonly concern: ConcernId;
      readonly reference: string;
      readonly told: readonly string[];
    }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };
