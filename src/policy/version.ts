/** The versions of a school's policy: who proposed and signed each, and from when it is followed. */
import { atSchool, type Instant, laterOf, type PersonId, type Role } from '../vocabulary.ts';

/** `roles` are those the person held when they signed. */
export type Signature = {
  readonly by: PersonId;
  readonly at: Instant;
  readonly roles: readonly Role[];
  readonly command: string;
};

export type PolicyVersion = {
  /** The document it is a version of. */
  readonly pack: string;
  readonly version: string;
  /** The day it is to come into force, `yyyy-mm-dd` on the school's clock. */
  readonly from: string;
  /** The policy in the school's own words, its gaps open. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Whose signatures it needs, as the version before it asked for. */
  readonly signOffs: readonly Role[];
  readonly proposedBy: PersonId;
  readonly proposedAt: Instant;
  readonly command: string;
  readonly signatures: readonly Signature[];
  readonly withdrawn?: { readonly by: PersonId; readonly at: Instant } | undefined;
};

type Signed = { readonly role: Role; readonly signature: Signature | undefined };

/** Which signature stands for which role: as many as can be, nobody for two. */
export const signaturesFor = (
  signOffs: readonly Role[],
  signatures: readonly Signature[],
): readonly Signed[] => {
  const [role, ...rest] = signOffs;
  if (role === undefined) return [];
  const without = [{ role, signature: undefined }, ...signaturesFor(rest, signatures)];
  return signatures
    .filter(({ roles }) => roles.includes(role))
    .map((signature) => [
      { role, signature },
      ...signaturesFor(
        rest,
        signatures.filter(({ by }) => by !== signature.by),
      ),
    ])
    .reduce((best, one) => (count(one) > count(best) ? one : best), without);
};

const count = (signed: readonly Signed[]): number =>
  signed.filter(({ signature }) => signature !== undefined).length;

export const openRoles = ({ signOffs, signatures }: PolicyVersion): readonly Role[] =>
  signaturesFor(signOffs, signatures)
    .filter(({ signature }) => signature === undefined)
    .map(({ role }) => role);

/** From when it is followed: its day, or its last signature where that came later. Undefined until it is signed in full, and where it was withdrawn. */
export const inForceFrom = (version: PolicyVersion): Instant | undefined => {
  const day = atSchool(version.from, '00:00');
  if (day === undefined || version.withdrawn !== undefined) return undefined;
  if (openRoles(version).length > 0) return undefined;
  return version.signatures.map(({ at }) => at).reduce(laterOf, laterOf(day, version.proposedAt));
};

/** The one that came into force last; undefined while the school follows the pack it began with. */
export const versionInForce = (
  versions: readonly PolicyVersion[],
  now: Instant,
): PolicyVersion | undefined =>
  versions
    .flatMap((version) => {
      const from = inForceFrom(version);
      return from === undefined || from > now ? [] : [{ version, from }];
    })
    .toSorted((one, other) =>
      one.from === other.from
        ? one.version.proposedAt.localeCompare(other.version.proposedAt)
        : one.from.localeCompare(other.from),
    )
    .at(-1)?.version;
