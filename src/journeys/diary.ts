/** What must not be lost and what must happen later, durably, with no SharePoint: the port. */
import type { Instant, SchoolId } from '../vocabulary.ts';

/**
 * page: one visit's whole history and where it stands · intent: a command on its way to the list, or held ·
 * timer: look at the clock for this visit · outgoing: a message to one person · card: where a person's card is ·
 * conversation: where a person is reached · concern: sealed until filed · seen: an activity already acted on ·
 * kept: last-good copies (roster, families, tokens of the change feed) · counter · reference
 */
export type Kind =
  | 'page'
  | 'intent'
  | 'timer'
  | 'outgoing'
  | 'card'
  | 'conversation'
  | 'concern'
  | 'seen'
  | 'kept'
  | 'counter'
  | 'reference'
  | 'job';

export type Lane = 'alarm' | 'ordinary';

/** A record is found by these four. What shares a partition can be changed in one commit. */
export type Key = {
  readonly school: SchoolId;
  readonly partition: string;
  readonly kind: Kind;
  readonly id: string;
};

/** `due`: when it must be looked at; without it, never. */
export type Due = { readonly due?: Instant; readonly lane?: Lane };

export type DiaryRecord = Key & Due & { readonly value: unknown; readonly version: number };

/** `expects`: the version it must have; 'absent': it must not be there; left out: whatever is there. */
export type Change =
  | ({ readonly put: Key; readonly value: unknown; readonly expects?: number | 'absent' } & Due)
  | { readonly remove: Key; readonly expects?: number };

export type Claim = {
  readonly now: Instant;
  readonly lane: Lane;
  /** Who claims, and until when nobody else may; a claim of a killed instance ends by itself. */
  readonly by: string;
  readonly until: Instant;
  readonly limit: number;
};

export type Diary = {
  readonly read: (key: Key) => Promise<DiaryRecord | undefined>;
  /** Every record of a partition, or of one kind in it. */
  readonly readPartition: (
    school: SchoolId,
    partition: string,
    kind?: Kind,
  ) => Promise<readonly DiaryRecord[]>;
  /** Every record of a kind. */
  readonly list: (school: SchoolId, kind: Kind) => Promise<readonly DiaryRecord[]>;
  /** All of it or none of it; 'clash' where an expectation does not hold. All changes share one partition. */
  readonly commit: (changes: readonly Change[]) => Promise<'done' | 'clash'>;
  /** Records whose time has come, earliest first, that nobody holds; holds them for the claimant. */
  readonly claimDue: (claim: Claim) => Promise<readonly DiaryRecord[]>;
  /** Goes on holding what was claimed; false where it was changed since, or somebody else holds it. */
  readonly renew: (record: DiaryRecord, claim: Pick<Claim, 'by' | 'until'>) => Promise<boolean>;
  /** When the next record comes due, held or not. */
  readonly nextDue: () => Promise<Instant | undefined>;
  readonly close: () => Promise<void>;
};

/** Somebody changed the record since it was read. */
export class DiaryClash extends Error {
  override readonly name = 'DiaryClash';
}
