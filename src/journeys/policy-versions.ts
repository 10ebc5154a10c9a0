/** Which version of the policy is followed: the one in force now, or the one a visit was asked under. */
import type { Policy } from '../policy/policy.ts';
import { type PolicyVersion, versionInForce } from '../policy/version.ts';
import type { Visit } from '../visits/visit.ts';
import { type Instant, minutesAfter, type PersonId } from '../vocabulary.ts';
import { keptReadings, keptVersions, readingsPart, versionsPart } from './policy-kept.ts';
import type { World } from './ports.ts';

type Parts = Pick<World, 'school' | 'now' | 'keys' | 'diary' | 'readPolicy' | 'report'> & {
  readonly first: () => Promise<Policy>;
};

export type Versions = Pick<World, 'policy' | 'policyOf' | 'policyReaders' | 'firstPolicy'> & {
  /** Something was written: what is remembered of this partition is no longer so. */
  readonly written: (partition: string) => void;
};

export const openVersions = (parts: Parts): Versions => {
  const { now, first } = parts;
  const parsed = new Map<string, Policy>();
  const versions = remembered(now, async () =>
    (await keptVersions(parts, (await first()).pack)).map(({ version }) => version),
  );
  const readings = remembered(now, () => keptReadings(parts));
  /** Settings that were read once and can be read no more are a fault of ours: the school goes on by what it began with. */
  const policyIn = async (version: PolicyVersion): Promise<Policy> => {
    const name = JSON.stringify([version.pack, version.version, version.proposedAt]);
    const known = parsed.get(name);
    if (known !== undefined) return known;
    try {
      const policy = parts.readPolicy(version.settings);
      parsed.set(name, policy);
      return policy;
    } catch (error) {
      parts.report(error);
      return first();
    }
  };
  const policy = async (): Promise<Policy> => {
    const version = versionInForce(await versions.read(), now());
    return version === undefined ? first() : policyIn(version);
  };
  return {
    policy,
    firstPolicy: first,
    policyOf: async (name) => {
      const begun = await first();
      if (begun.version === name) return begun;
      const version = (await versions.read()).find((one) => one.version === name);
      return version === undefined ? policy() : policyIn(version);
    },
    policyReaders: async () => {
      const { pack, version } = await policy();
      return (await readings.read()).flatMap((one): readonly PersonId[] =>
        one.pack === pack && one.version === version ? [one.person] : [],
      );
    },
    written: (partition) => {
      if (partition === versionsPart) versions.forget();
      if (partition === readingsPart) readings.forget();
    },
  };
};

/** For a minute, so that what another instance wrote is known here, too. */
const remembered = <T>(now: () => Instant, load: () => Promise<T>) => {
  let known: { readonly value: T; readonly since: Instant } | undefined;
  return {
    read: async (): Promise<T> => {
      const at = now();
      if (known !== undefined && known.since <= at && at < minutesAfter(known.since, 1))
        return known.value;
      const value = await load();
      known = { value, since: at };
      return value;
    },
    forget: () => {
      known = undefined;
    },
  };
};

/** A visit keeps the version it was asked under, whatever comes into force meanwhile. */
export const policyFor = (
  world: Pick<World, 'policy' | 'policyOf'>,
  visit: Visit,
): Promise<Policy> =>
  visit.status === 'unsubmitted' ? world.policy() : world.policyOf(visit.policyVersion);
