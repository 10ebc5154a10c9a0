/** A worry about somebody: what is asked, what has happened and what is true of it. */
import type { CommandId, Instant, PersonId } from '../vocabulary.ts';

export const concernAbouts = ['child', 'adult', 'incident', 'complaint'] as const;
export type ConcernAbout = (typeof concernAbouts)[number];

type Envelope = { readonly id: CommandId; readonly by: PersonId };

export type ConcernCommand = Envelope &
  (
    | {
        readonly verb: 'raise-concern';
        readonly about: ConcernAbout;
        /** Whom it is about, as the person who raises it names them. */
        readonly person: string;
        readonly what: string;
        /** The visit it was seen on; kept with the concern alone. */
        readonly visit?: string;
      }
    | { readonly verb: 'acknowledge-concern' }
    | { readonly verb: 'spoke-of-concern' }
    | { readonly verb: 'add-to-concern'; readonly what: string }
    /** The clock has moved; asked by the product alone. */
    | { readonly verb: 'check-clock' }
  );

/** Which book it is kept in: of its subject nobody may be able to open it. */
export type ConcernRoute = 'safeguarding' | 'governance';

export type ConcernEvent = {
  readonly at: Instant;
  readonly by: PersonId;
  readonly command: CommandId;
} & (
  | {
      readonly type: 'concern-raised';
      /** Random, and nothing of the visit's: `C-7F3K9Q`. */
      readonly reference: string;
      readonly about: ConcernAbout;
      readonly person: string;
      readonly what: string;
      readonly visit?: string;
      readonly route: ConcernRoute;
      /** Staff it is about. Bound here, so that a new name or role later changes nothing. */
      readonly subjects: readonly PersonId[];
    }
  | { readonly type: 'concern-acknowledged' }
  | { readonly type: 'concern-spoken-of' }
  | { readonly type: 'concern-added-to'; readonly what: string }
  | { readonly type: 'concern-climbed'; readonly times: number }
);

export type KnownConcern = {
  readonly status: 'waiting' | 'acknowledged' | 'spoken of';
  readonly reference: string;
  readonly about: ConcernAbout;
  readonly person: string;
  readonly what: string;
  readonly visit: string | undefined;
  readonly route: ConcernRoute;
  readonly subjects: readonly PersonId[];
  readonly raisedBy: PersonId;
  readonly raisedAt: Instant;
  /** Only ever added to; what was written first stays as it was. */
  readonly additions: readonly {
    readonly at: Instant;
    readonly by: PersonId;
    readonly what: string;
  }[];
  readonly acknowledgedBy: PersonId | undefined;
  readonly acknowledgedAt: Instant | undefined;
  readonly spokenBy: PersonId | undefined;
  readonly spokenAt: Instant | undefined;
  readonly climbs: number;
};

export type Concern = { readonly status: 'unraised' } | KnownConcern;

export const unraised: Concern = { status: 'unraised' };
