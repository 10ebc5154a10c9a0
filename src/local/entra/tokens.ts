import { createHash } from 'node:crypto';
import { createLocalJWKSet, type JWTPayload, jwtVerify } from 'jose';
import type { Secrets } from '../secrets.ts';
import { tenant, userPrincipalName } from '../tenant.ts';
import { createForger, createSigner, type Signer } from './keys.ts';

export const audiences = {
  graph: 'https://graph.microsoft.com',
  connector: 'https://api.botframework.com',
} as const;

export const connectorIssuer = 'https://api.botframework.com';

type Named = { readonly id: string; readonly name: string };

/** Every token of the tenant as a set of claims, still to be given its times and signed. */
export type Claims = {
  readonly issuer: () => string;
  readonly tab: (person: Named) => JWTPayload;
  readonly identity: (person: Named, nonce: string | undefined) => JWTPayload;
  readonly graphApp: (appId: string, name: string, roles: readonly string[]) => JWTPayload;
  readonly graphPerson: (person: Named) => JWTPayload;
  readonly botApp: () => JWTPayload;
  readonly toBot: (serviceUrl: string) => JWTPayload;
};

/** Different for each app, as Entra's is: it names nobody outside. */
const subjectOf = (id: string, appId: string): string =>
  createHash('sha256').update(`${id} ${appId}`).digest('base64url');

const personClaims = (person: Named, appId: string) => ({
  tid: tenant.id,
  oid: person.id,
  sub: subjectOf(person.id, appId),
  name: person.name,
  preferred_username: userPrincipalName(person),
});

const appClaims = (appId: string, name: string) => ({
  tid: tenant.id,
  appid: appId,
  azp: appId,
  app_displayname: name,
  idtyp: 'app',
  oid: subjectOf(appId, 'service principal'),
  sub: subjectOf(appId, 'service principal'),
});

export const createClaims = (address: () => string): Claims => {
  const issuer = () => `${address()}/${tenant.id}/v2.0`;
  return {
    issuer,
    tab: (person) => ({
      ...personClaims(person, tenant.tabAppId),
      iss: issuer(),
      aud: tenant.tabAppId,
      azp: tenant.tabAppId,
      scp: 'access_as_user',
      ver: '2.0',
    }),
    identity: (person, nonce) => ({
      ...personClaims(person, tenant.tabAppId),
      iss: issuer(),
      aud: tenant.tabAppId,
      ver: '2.0',
      ...(nonce && { nonce }),
    }),
    graphApp: (appId, name, roles) => ({
      ...appClaims(appId, name),
      iss: issuer(),
      aud: audiences.graph,
      roles: [...roles],
    }),
    graphPerson: (person) => ({
      ...personClaims(person, tenant.tabAppId),
      iss: issuer(),
      aud: audiences.graph,
      scp: 'Sites.ReadWrite.All User.Read',
      idtyp: 'user',
    }),
    botApp: () => ({
      ...appClaims(tenant.botAppId, 'Home Visits bot'),
      iss: issuer(),
      aud: audiences.connector,
    }),
    toBot: (serviceUrl) => ({
      iss: connectorIssuer,
      aud: tenant.botAppId,
      serviceurl: serviceUrl,
    }),
  };
};

export const lifeSeconds = 3_600;

type Life = { readonly expired?: boolean; readonly seconds?: number };

/** Tokens keep the machine's own time: a moved clock does not make them old. */
export const timed = (
  claims: JWTPayload,
  { expired = false, seconds = lifeSeconds }: Life = {},
): JWTPayload => {
  const now = Math.floor(Date.now() / 1_000) - (expired ? 2 * lifeSeconds : 0);
  return { iat: now, nbf: now - 5, exp: now + seconds, ...claims };
};

export type Signers = {
  readonly entra: Signer;
  readonly connector: Signer;
  /** The same two names, signed with a key that is not theirs. */
  readonly forged: { readonly entra: Signer; readonly connector: Signer };
};

export const createSigners = async (secrets: Secrets): Promise<Signers> => {
  const entra = await createSigner(secrets.entraKey);
  const connector = await createSigner(secrets.connectorKey);
  return {
    entra,
    connector,
    forged: {
      entra: await createForger(secrets.strangerKey, entra),
      connector: await createForger(secrets.strangerKey, connector),
    },
  };
};

export type CheckToken = (
  authorization: string | undefined,
  audience: string,
) => Promise<JWTPayload | undefined>;

/** What Graph and the connector ask of a token before they listen; undefined when it will not do. */
export const createCheck = (signer: Signer, issuer: () => string): CheckToken => {
  const keys = createLocalJWKSet({ keys: [signer.jwk] });
  return async (authorization, audience) => {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    if (!token) return undefined;
    const options = { audience, issuer: issuer(), algorithms: ['RS256'] };
    const checked = await jwtVerify(token, keys, options).catch(() => undefined);
    return checked?.payload;
  };
};
