/** The keys that Entra signs with. They outlive Entra: those last seen go on working while it does not answer. */
import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

/** Keeps the keys over a restart, so that a cold start needs no Entra. */
export type KeyStore = {
  readonly read: () => Promise<string | undefined>;
  readonly write: (keys: string) => Promise<void>;
};

type Given = {
  /** The tenant's own address: what its metadata must call itself. */
  readonly issuer: string;
  readonly now: () => number;
  readonly fetch: typeof fetch;
  readonly store?: KeyStore;
};

export type SigningKeys = {
  /** Undefined where no key has ever been had. `afresh` asks Entra again, though not more than twice a minute. */
  readonly get: (afresh?: 'afresh') => Promise<JWTVerifyGetKey | undefined>;
};

const freshForMs = 12 * 3_600_000;
const pauseMs = 30_000;

const metadata = z.object({ issuer: z.string(), jwks_uri: z.url() });
const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) });

const parseKeys = (text: string): JSONWebKeySet => keySet.parse(JSON.parse(text));

const readJson = async (given: Given, address: string): Promise<unknown> => {
  const answer = await given.fetch(address, {
    redirect: 'error',
    signal: AbortSignal.timeout(4_000),
  });
  if (!answer.ok) throw new Error(`Entra answered ${answer.status}`);
  return answer.json();
};

const download = async (given: Given): Promise<JSONWebKeySet> => {
  const found = metadata.parse(
    await readJson(given, `${given.issuer}/.well-known/openid-configuration`),
  );
  // Metadata that names another issuer, or keys kept somewhere else, is somebody else's.
  if (found.issuer !== given.issuer) throw new Error('Entra names another issuer');
  if (new URL(found.jwks_uri).origin !== new URL(given.issuer).origin)
    throw new Error('Entra keeps its keys somewhere else');
  return keySet.parse(await readJson(given, found.jwks_uri));
};

export const createSigningKeys = (given: Given): SigningKeys => {
  let held: { readonly keys: JWTVerifyGetKey; readonly at: number } | undefined;
  let triedAt = Number.NEGATIVE_INFINITY;
  let trying: Promise<void> | undefined;

  const remember = (keys: JSONWebKeySet, at: number) => {
    held = { keys: createLocalJWKSet(keys), at };
  };
  const recall = async () => {
    const stored = await given.store?.read().catch(() => undefined);
    // However old: asked for again at once, and good until Entra says otherwise.
    if (held === undefined && stored !== undefined) remember(parseKeys(stored), 0);
  };
  const refresh = async () => {
    triedAt = given.now();
    const keys = await download(given);
    remember(keys, given.now());
    await given.store?.write(JSON.stringify(keys));
  };
  const ask = async () => {
    if (held !== undefined && given.now() - triedAt < pauseMs) return;
    trying ??= refresh().finally(() => {
      trying = undefined;
    });
    await trying.catch(() => undefined);
  };

  return {
    get: async (afresh) => {
      if (held === undefined) await recall().catch(() => undefined);
      if (held === undefined || afresh === 'afresh') await ask();
      // Those there are do: nobody waits for newer ones, least of all while Entra does not answer.
      else if (given.now() - held.at > freshForMs) void ask();
      return held?.keys;
    },
  };
};
