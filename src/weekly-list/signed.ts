/** What has been signed of a week, and how the list as it is now differs from it. */
import type { RiskLevel } from '../policy/policy.ts';
import type { Instant, PersonId } from '../vocabulary.ts';
import type { ListRow } from './row.ts';

/** One row as the signer was shown it, word for word. */
export type FrozenRow = {
  readonly hash: string;
  readonly id: string;
  readonly family: string;
  readonly pupil: string;
  readonly address: string;
  readonly parents: string;
  readonly contacts: string;
  readonly attendance: string;
  readonly reference: string;
  readonly day: string;
  readonly visitors: string;
  readonly risk: RiskLevel | '';
};

/** A list as it was signed. It is never changed; one that somebody changed by hand in SharePoint counts for nothing. */
export type SignedCopy = {
  /** The id of the command that signed it. */
  readonly id: string;
  readonly week: string;
  readonly how: 'list' | 'additions';
  readonly by: PersonId;
  readonly byName: string;
  readonly at: Instant;
  readonly policy: string;
  readonly content: string;
  /** False where the signer said that they sign without having seen every row. */
  readonly seenAll: boolean;
  readonly rows: readonly FrozenRow[];
};

/** What a signature covers, as far as a gate has to know. */
export type Signed = {
  readonly by: PersonId;
  readonly hashes: ReadonlySet<string>;
  /** The row and the family of each, to tell a row that changed from one that is new. */
  readonly rows: readonly (readonly [id: string, family: string])[];
};

export type RowState = 'signed' | 'added' | 'changed';

/** A row is signed only as it stands; one that somebody signed for themselves is not. */
export const isSigned = (row: ListRow, hash: string, signed: readonly Signed[]): boolean =>
  signed.some(({ by, hashes }) => hashes.has(hash) && !isOwn(row, by));

/** Nobody signs for a visit that they go on or asked for. */
export const isOwn = ({ visit }: ListRow, person: PersonId): boolean =>
  visit !== undefined && (visit.requestedBy === person || visit.visitors.includes(person));

export type RowNow = { readonly row: ListRow; readonly hash: string; readonly state: RowState };

export type ListDiff = {
  readonly rows: readonly RowNow[];
  /** How many of each; `none` where no visit has been asked for. */
  readonly counts: Readonly<Record<RiskLevel | 'none', number>>;
  readonly highs: readonly RowNow[];
  /** Added or changed since the last signature, and so not signed. */
  readonly unsigned: readonly RowNow[];
  /** Signed once, and not on the list any more. It takes nothing from the signature of the others. */
  readonly removed: number;
};

/** The list as it is, held against everything that has been signed of its week. */
export const diffSince = (
  rows: readonly (readonly [ListRow, string])[],
  signed: readonly Signed[],
): ListDiff => {
  const once = new Map(signed.flatMap((one) => one.rows));
  const before = new Set([...once.keys(), ...once.values()]);
  const now = rows.map(([row, hash]): RowNow => {
    if (isSigned(row, hash, signed)) return { row, hash, state: 'signed' };
    return { row, hash, state: before.has(row.id) || before.has(row.family) ? 'changed' : 'added' };
  });
  const there = new Set(rows.flatMap(([row]) => [row.id, row.family]));
  const of = (level: RiskLevel | 'none') =>
    now.filter(({ row }) => (row.visit?.level ?? 'none') === level);
  return {
    rows: now,
    counts: {
      high: of('high').length,
      medium: of('medium').length,
      low: of('low').length,
      none: of('none').length,
    },
    highs: of('high'),
    unsigned: now.filter(({ state }) => state !== 'signed'),
    removed: [...once].filter(([id, family]) => !there.has(id) && !there.has(family)).length,
  };
};
