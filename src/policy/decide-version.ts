/** Proposing, signing and taking back a version of the policy. */
import {
  accept,
  type Decision,
  type Instant,
  type PersonId,
  type Refusal,
  type Role,
  refuse,
  schoolDay,
} from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { isGroup } from './fill-in.ts';
import { PolicyUnclear } from './parse-policy.ts';
import type { Policy } from './policy.ts';
import { refusal, unless } from './refusal.ts';
import { differencesOf } from './settings.ts';
import { openRoles, type PolicyVersion, signaturesFor } from './version.ts';

/** Whoever acts, as far as versions need to know them. */
export type Actor = { readonly id: PersonId; readonly roles: readonly Role[] };

export type VersionGiven = {
  readonly now: Instant;
  /** The version in force. */
  readonly policy: Policy;
  /** What the school began with. */
  readonly first: Policy;
  /** Every version of this document. */
  readonly versions: readonly PolicyVersion[];
  /** Throws PolicyUnclear. */
  readonly read: (settings: unknown) => Policy;
};

export type Proposal = {
  readonly version: string;
  readonly from: string;
  readonly settings: unknown;
  readonly command: string;
};

/** What a note column takes, less room for who signed. */
const longestPolicy = 60_000;

type Checked = {
  readonly refusals: readonly Refusal[];
  /** Undefined where it can't be read. */
  readonly policy: Policy | undefined;
};

/** Every reason at once; also put to a draft before it is proposed. */
export const checkProposal = (asked: Proposal, given: VersionGiven): Checked => {
  const { policy, now } = given;
  const version = asked.version.trim();
  const settings = { ...(isGroup(asked.settings) ? asked.settings : {}), version };
  const read = readWhole(isGroup(asked.settings) ? settings : asked.settings, given);
  return {
    policy: read.policy,
    refusals: [
      ...unless(isNewName(version, given), () =>
        refusal(policy, 'policy/version-named', { field: 'version' }),
      ),
      ...unless(/^\d{4}-\d{2}-\d{2}$/u.test(asked.from) && asked.from >= schoolDay(now), () =>
        refusal(policy, 'policy/not-backdated', { field: 'from' }),
      ),
      ...unless(JSON.stringify(settings).length <= longestPolicy, () =>
        refusal(policy, 'policy/not-too-long', { most: String(longestPolicy), field: 'settings' }),
      ),
      ...read.refusals,
    ],
  };
};

const isNewName = (version: string, { first, versions }: VersionGiven): boolean =>
  version !== '' &&
  version.length <= 60 &&
  version !== first.version &&
  !versions.some((one) => one.version === version);

const readWhole = (settings: unknown, { policy, read }: VersionGiven): Checked => {
  try {
    const next = read(settings);
    const refusals = [
      ...unless(next.pack === policy.pack, () =>
        refusal(policy, 'policy/same-document', { pack: policy.pack, field: 'settings' }),
      ),
      ...unless(differencesOf(policy, next).length > 0, () =>
        refusal(policy, 'policy/something-changed', { field: 'settings' }),
      ),
    ];
    return { refusals, policy: next };
  } catch (error) {
    if (!(error instanceof PolicyUnclear)) throw error;
    return {
      refusals: error.places.map((fault) =>
        refusal(policy, 'policy/unclear', { fault, field: 'settings' }),
      ),
      policy: undefined,
    };
  }
};

/** The signatures it needs are those the version in force asks for: nobody signs away a signature. */
export const proposeVersion = (
  asked: Proposal,
  by: Actor,
  given: VersionGiven,
): Decision<PolicyVersion> => {
  const { policy, now } = given;
  const { refusals } = checkProposal(asked, given);
  const { settings } = asked;
  if (refusals.length > 0 || !isGroup(settings)) return refuse(...refusals);
  const version = asked.version.trim();
  return accept({
    pack: policy.pack,
    version,
    from: asked.from,
    settings: { ...settings, version },
    signOffs: policy.signOffs,
    proposedBy: by.id,
    proposedAt: now,
    command: asked.command,
    signatures: [],
  });
};

const reasonsClosed = (version: PolicyVersion | undefined, policy: Policy): readonly Refusal[] =>
  unless(
    version !== undefined && version.withdrawn === undefined && openRoles(version).length > 0,
    () => refusal(policy, 'policy/open'),
  );

/** Each signature is another person's: whoever holds two of the roles signs for one of them. */
export const signVersion = (
  version: PolicyVersion | undefined,
  by: Actor & { readonly command: string },
  { policy, now }: VersionGiven,
): Decision<PolicyVersion> => {
  const closed = reasonsClosed(version, policy);
  if (version === undefined || closed.length > 0) return refuse(...closed);
  const who = rolesInWords(openRoles(version), policy);
  if (version.signatures.some((one) => one.by === by.id))
    return refuse(refusal(policy, 'policy/sign-once', { who }));
  const { id, roles, command } = by;
  const signatures = [...version.signatures, { by: id, at: now, roles, command }];
  const filled = signaturesFor(version.signOffs, signatures);
  const counts = filled.some(({ signature }) => signature?.by === id);
  return counts
    ? accept({ ...version, signatures })
    : refuse(refusal(policy, 'policy/sign-role', { who }));
};

/** Once it is signed in full it stands; another version may follow. */
export const withdrawVersion = (
  version: PolicyVersion | undefined,
  by: Actor,
  { policy, now }: VersionGiven,
): Decision<PolicyVersion> => {
  const closed = reasonsClosed(version, policy);
  if (version === undefined || closed.length > 0) return refuse(...closed);
  return accept({ ...version, withdrawn: { by: by.id, at: now } });
};

const rolesInWords = (held: readonly Role[], { language }: Policy): string => {
  const words = wordsFor(language).status.roles;
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(
    held.map((role) => words[role]),
  );
};
