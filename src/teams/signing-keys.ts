import {
  type CryptoKey,
  createLocalJWKSet,
  type FlattenedJWSInput,
  type JWK,
  type JWSHeaderParameters,
  type JWTVerifyGetKey,
} from 'jose';
import { z } from 'zod';

const metadataShape = z.looseObject({ jwks_uri: z.url() });
type EndorsedKey = JWK & { readonly endorsements?: readonly string[] };

const key = z.looseObject({
  kty: z.string(),
  kid: z.string().optional(),
  endorsements: z.array(z.string()).optional(),
});
const keySetShape = z.object({
  keys: z.array(z.custom<EndorsedKey>((value) => key.safeParse(value).success)),
});
type KeySet = z.infer<typeof keySetShape>;

const secondsToAnswer = 10;
const cooldown = 30_000;
const staleAfter = 24 * 3_600_000;

export type SigningKeys = {
  readonly find: JWTVerifyGetKey;
  /** A key may be endorsed for some channels only; one that says nothing is good for all. */
  readonly endorses: (keyId: string | undefined, channel: string) => boolean;
};

const fetchJson = async (url: string): Promise<unknown> => {
  const response = await fetch(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(secondsToAnswer * 1_000),
  });
  if (!response.ok) throw new Error(`The connector's keys answered ${response.status}.`);
  return response.json();
};

const download = async (metadataUrl: string): Promise<KeySet> => {
  const { jwks_uri: address } = metadataShape.parse(await fetchJson(metadataUrl));
  return keySetShape.parse(await fetchJson(address));
};

/** A last good copy, for a start while the connector's keys cannot be fetched. */
export type KeptKeys = {
  readonly read: () => Promise<unknown>;
  readonly write: (keys: unknown) => Promise<void>;
};

type Known = {
  readonly set: KeySet;
  /** Made ready once for all tokens. */
  readonly find: (header: JWSHeaderParameters, token: FlattenedJWSInput) => Promise<CryptoKey>;
  readonly at: number;
};

const knownBy = (set: KeySet, at: number): Known => ({
  set,
  find: createLocalJWKSet({ keys: set.keys }),
  at,
});

const nothing = knownBy({ keys: [] }, 0);

/** The keys the connector signs with: fetched once, again for a key nobody has seen, and the old ones kept when that fails. */
export const createSigningKeys = (
  metadataUrl: string,
  kept: KeptKeys,
  clock: () => number = Date.now,
): SigningKeys => {
  let known: Known | undefined;
  let triedAt = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | undefined;

  const refresh = async () => {
    triedAt = clock();
    known = knownBy(await download(metadataUrl), clock());
    await kept.write(known.set);
  };
  const refreshOnce = (): Promise<void> => {
    running ??= refresh().finally(() => {
      running = undefined;
    });
    return running;
  };
  const recall = async (): Promise<void> => {
    const last = keySetShape.safeParse(await kept.read());
    // However old: good until newer ones come.
    if (last.success) known ??= knownBy(last.data, Number.NEGATIVE_INFINITY);
  };
  const has = (header: JWSHeaderParameters) =>
    known?.set.keys.some((key) => key.kid === header.kid) ?? false;
  /** Nobody waits for newer keys where the one that signed is known, least of all while nothing answers. */
  const lookAgain = async (header: JWSHeaderParameters): Promise<void> => {
    if (known === undefined) return refreshOnce();
    if (clock() - triedAt <= cooldown) return;
    if (!has(header)) await refreshOnce().catch(() => undefined);
    else if (clock() - known.at > staleAfter) void refreshOnce().catch(() => undefined);
  };

  return {
    find: async (header, token) => {
      if (known === undefined) await recall();
      await lookAgain(header);
      return (known ?? nothing).find(header, token);
    },
    endorses: (keyId, channel) => {
      const key = known?.set.keys.find((one) => one.kid === keyId);
      return key?.endorsements === undefined || key.endorsements.includes(channel);
    },
  };
};
