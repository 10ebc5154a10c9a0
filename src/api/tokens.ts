/** Who is asking: a token that Entra signed for the tab's own app, for a person of this tenant. */
import { errors, type JWTPayload, jwtVerify } from 'jose';
import { type PersonId, personId } from '../vocabulary.ts';
import { createSigningKeys, type KeyStore, type SigningKeys } from './signing-keys.ts';

export type Checked =
  | { readonly kind: 'person'; readonly person: PersonId }
  | { readonly kind: 'refused' }
  /** No signing key has ever been had from Entra. */
  | { readonly kind: 'unavailable' };

export type CheckToken = (authorization: string | undefined) => Promise<Checked>;

type Settings = {
  /** `https://login.microsoftonline.com`, or the tenant on your machine. */
  readonly entraAddress: string;
  readonly tenant: string;
  /** The tab's app id, and its `api://…` form. */
  readonly audiences: readonly string[];
  readonly now?: () => number;
  readonly fetch?: typeof fetch;
  readonly keyStore?: KeyStore;
};

type Keys = Awaited<ReturnType<SigningKeys['get']>>;

const verify = async (token: string, keys: Keys, settings: Settings) => {
  if (keys === undefined) return undefined;
  const { payload } = await jwtVerify(token, keys, {
    // Named, so that neither "none" nor a key used as a password passes.
    algorithms: ['RS256'],
    issuer: `${settings.entraAddress}/${settings.tenant}/v2.0`,
    audience: [...settings.audiences],
    currentDate: new Date((settings.now ?? Date.now)()),
    requiredClaims: ['exp', 'nbf', 'iss', 'aud', 'tid', 'oid', 'scp'],
    clockTolerance: 60,
  });
  return payload;
};

/** A key we have not seen may be new: Entra changes its keys without notice. */
const verifyAgain = async (token: string, keys: SigningKeys, settings: Settings) =>
  verify(token, await keys.get(), settings).catch(async (error: unknown) => {
    if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
    return verify(token, await keys.get('afresh'), settings);
  });

const personOf = (payload: JWTPayload, tenant: string): Checked => {
  const { tid, oid, scp } = payload;
  const scopes = typeof scp === 'string' ? scp.split(' ') : [];
  const good = tid === tenant && typeof oid === 'string' && oid !== '';
  return good && scopes.includes('access_as_user')
    ? { kind: 'person', person: personId(oid) }
    : { kind: 'refused' };
};

/** Three parts, each of them something: a token without a signature is none. */
const tokenIn = (authorization: string | undefined): string | undefined =>
  /^Bearer ([\w-]+\.[\w-]+\.[\w-]{1,16384})$/iu.exec(authorization ?? '')?.[1];

export const createTokenCheck = (settings: Settings): CheckToken => {
  const keys = createSigningKeys({
    issuer: `${settings.entraAddress}/${settings.tenant}/v2.0`,
    now: settings.now ?? Date.now,
    fetch: settings.fetch ?? fetch,
    ...(settings.keyStore && { store: settings.keyStore }),
  });
  const check = async (token: string): Promise<Checked> => {
    const payload = await verifyAgain(token, keys, settings);
    return payload === undefined ? { kind: 'unavailable' } : personOf(payload, settings.tenant);
  };
  return async (authorization) => {
    const token = tokenIn(authorization);
    if (token === undefined) return { kind: 'refused' };
    return check(token).catch((error: unknown) => {
      if (error instanceof errors.JOSEError) return { kind: 'refused' };
      throw error;
    });
  };
};
