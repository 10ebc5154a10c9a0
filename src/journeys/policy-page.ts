/** What one person sees of the school's policy: in words, with its versions, and who has read it. */
import { may } from '../people/access.ts';
import { holders, nameOf, type Roster, type StaffMember } from '../people/staff.ts';
import { placeOfClause } from '../policy/citation.ts';
import { differencesInWords, policyInWords } from '../policy/in-words.ts';
import type { Policy } from '../policy/policy.ts';
import { type Review, reviewOf } from '../policy/review.ts';
import { differencesOf, ownSettings, wholeSettings } from '../policy/settings.ts';
import {
  inForceFrom,
  openRoles,
  type PolicyVersion,
  signaturesFor,
  versionInForce,
} from '../policy/version.ts';
import { type Instant, schoolDate, schoolDay } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { keptReadings, keptVersions } from './policy-kept.ts';
import { visitingStaff } from './policy-reading.ts';
import type {
  PolicyNotice,
  SeenPolicy,
  SeenReaders,
  SeenSignature,
  SeenVersion,
  VersionState,
} from './policy-seen.ts';
import type { World } from './ports.ts';

export const seePolicy = async (world: World, person: StaffMember): Promise<SeenPolicy> => {
  const [policy, roster, readers] = await Promise.all([
    world.policy(),
    world.roster(),
    world.policyReaders(),
  ]);
  const kept = (await keptVersions(world, policy.pack)).map(({ version }) => version);
  const now = world.now();
  const current = versionInForce(kept, now);
  const review = reviewIn(policy, current, now);
  return {
    title: policy.title,
    version: policy.version,
    groups: policyInWords(policy),
    law: policy.legal,
    linked: policy.linkedPolicies,
    contacts: policy.contacts.map((one) => ({ ...one, place: placeOfClause(one.clause) })),
    website: policy.website,
    review: { ...review, says: reviewSays(policy, review) },
    versions: await versionsSeen(world, kept, { policy, roster, person, now }),
    read: readers.includes(person.id),
    mayPropose: may('propose-policy', person),
    mayMonitor: may('see-monitoring', person),
    ...(may('propose-policy', person)
      ? { settings: ownSettings(policy), whole: wholeSettings(policy) }
      : {}),
    ...(may('see-policy-readers', person) ? { readers: await readersSeen(world, policy) } : {}),
  };
};

/** A lapsed policy is told to those who can see to it; a new version to everybody who goes on visits. */
export const policyNotice = async (world: World, person: StaffMember): Promise<PolicyNotice> => {
  const [policy, readers] = await Promise.all([world.policy(), world.policyReaders()]);
  const kept = (await keptVersions(world, policy.pack)).map(({ version }) => version);
  const review = reviewIn(policy, versionInForce(kept, world.now()), world.now());
  const warned = review.state === 'lapsed' || review.state === 'soon';
  const goes = visitingStaff([person]).length > 0;
  return {
    ...(warned && may('see-policy-readers', person) ? { review: reviewSays(policy, review) } : {}),
    ...(goes && !readers.includes(person.id)
      ? { unread: { title: policy.title, version: policy.version } }
      : {}),
  };
};

const reviewIn = (policy: Policy, current: PolicyVersion | undefined, now: Instant): Review =>
  reviewOf(policy, current?.from, schoolDay(now));

const reviewSays = (policy: Policy, { state, due }: Review): string => {
  const words = wordsFor(policy.language).policyPage;
  switch (state) {
    case 'lapsed':
      return words.lapsed(policy.title, due);
    case 'soon':
      return words.soon(policy.title, due);
    case 'current':
      return words.reviewed(due);
    case 'not said':
      return words.notSaid;
    default:
      return state satisfies never;
  }
};

type Given = {
  readonly policy: Policy;
  readonly roster: Roster;
  readonly person: StaffMember;
  readonly now: Instant;
};

/** The newest first; what the school began with is the last. */
const versionsSeen = async (
  world: World,
  kept: readonly PolicyVersion[],
  given: Given,
): Promise<readonly SeenVersion[]> => {
  const first = await world.firstPolicy();
  const began = given.policy.version === first.version;
  const seen = await Promise.all(kept.map((version) => versionSeen(world, version, given)));
  return [
    ...seen.toReversed(),
    {
      version: first.version,
      state: began ? 'in force' : 'was in force',
      from: '',
      proposedBy: '',
      proposedOn: '',
      signatures: [],
      changes: [],
      maySign: false,
      mayWithdraw: false,
    },
  ];
};

const versionSeen = async (
  world: World,
  version: PolicyVersion,
  given: Given,
): Promise<SeenVersion> => {
  const { policy, roster, person, now } = given;
  const open = version.withdrawn === undefined ? openRoles(version) : [];
  const signed = version.signatures.some(({ by }) => by === person.id);
  const from = inForceFrom(version);
  return {
    version: version.version,
    state: stateOf(version, from, given),
    from: from === undefined ? version.from : schoolDay(from),
    proposedBy: nameOf(roster, version.proposedBy),
    proposedOn: schoolDate(version.proposedAt),
    signatures: signaturesSeen(version, given),
    changes:
      from !== undefined && from <= now
        ? []
        : differencesInWords(
            differencesOf(policy, await world.policyOf(version.version)),
            policy.language,
          ),
    maySign: !signed && may('sign-policy', person) && canCover(version, person),
    mayWithdraw: open.length > 0 && may('withdraw-policy', person),
  };
};

const canCover = (version: PolicyVersion, person: StaffMember): boolean => {
  if (version.withdrawn !== undefined) return false;
  const mine = { by: person.id, at: version.proposedAt, roles: person.roles, command: '' };
  return signaturesFor(version.signOffs, [...version.signatures, mine]).some(
    ({ signature }) => signature?.by === person.id,
  );
};

const stateOf = (
  version: PolicyVersion,
  from: Instant | undefined,
  { policy, now }: Given,
): VersionState => {
  if (version.withdrawn !== undefined) return 'withdrawn';
  if (from === undefined) return 'to be signed';
  if (from > now) return 'to come';
  return version.version === policy.version ? 'in force' : 'was in force';
};

const signaturesSeen = (
  { signOffs, signatures }: PolicyVersion,
  { policy, roster }: Given,
): readonly SeenSignature[] => {
  const words = wordsFor(policy.language).status.roles;
  return signaturesFor(signOffs, signatures).map(({ role, signature }) => ({
    role: words[role],
    nobody: signature === undefined && holders(roster, [role]).length === 0,
    ...(signature === undefined
      ? {}
      : { name: nameOf(roster, signature.by), day: schoolDate(signature.at) }),
  }));
};

const readersSeen = async (world: World, { pack, version }: Policy): Promise<SeenReaders> => {
  const roster = await world.roster();
  const readings = (await keptReadings(world)).filter(
    (one) => one.pack === pack && one.version === version,
  );
  const read = new Set(readings.map(({ person }) => person));
  return {
    read: readings.map(({ person, at }) => ({
      name: nameOf(roster, person),
      day: schoolDate(at),
    })),
    notYet: visitingStaff(roster)
      .filter(({ id }) => !read.has(id))
      .map(({ name }) => name),
  };
};
