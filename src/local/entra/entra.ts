import { randomUUID, timingSafeEqual } from 'node:crypto';
import { type Answer, type Call, createRouter, HttpProblem, ok, type Router } from '../http.ts';
import type { Secrets } from '../secrets.ts';
import { tenant } from '../tenant.ts';
import { createSignIn, type Grant } from './sign-in.ts';
import {
  audiences,
  type Claims,
  connectorIssuer,
  lifeSeconds,
  type Signers,
  timed,
} from './tokens.ts';

type Given = {
  readonly address: () => string;
  readonly productOrigins: () => readonly string[];
  readonly secrets: Secrets;
  readonly signers: Signers;
  readonly claims: Claims;
  /** How long an app's token lasts. */
  readonly tokenSeconds?: number;
};

type Form = (name: string) => string;

const same = (given: string, wanted: string): boolean => {
  const [left, right] = [Buffer.from(given), Buffer.from(wanted)];
  return left.length === right.length && timingSafeEqual(left, right);
};

const refuse = (error: string, status = 400): HttpProblem =>
  new HttpProblem(status, { error, error_description: `${error}: refused by the local tenant` });

/** The three apps that have secrets, and what each may ask for. */
const appToken = (given: Given, form: Form) => {
  const { secrets, claims } = given;
  const known = (id: string, secret: string) =>
    form('client_id') === id && same(form('client_secret'), secret);
  const graph = `${audiences.graph}/.default`;
  const connector = `${audiences.connector}/.default`;
  const scope = form('scope');
  if (scope !== graph && scope !== connector) throw refuse('invalid_scope');
  if (scope === connector && known(tenant.botAppId, secrets.botSecret)) return claims.botApp();
  if (scope === graph && known(tenant.tabAppId, secrets.graphSecret)) return graphClaims(claims);
  if (scope === graph && known(tenant.provisionAppId, secrets.provisionSecret)) {
    return provisionClaims(claims);
  }
  throw refuse('invalid_client', 401);
};

export const graphClaims = (claims: Claims) =>
  claims.graphApp(tenant.tabAppId, 'Home Visits', ['Sites.Selected']);

export const provisionClaims = (claims: Claims) =>
  claims.graphApp(tenant.provisionAppId, 'Home Visits provisioning', ['Sites.Manage.All']);

const personTokens = async (given: Given, grant: Grant, refreshToken: string) => {
  const { signers, claims } = given;
  const who = { uid: grant.person.id, utid: tenant.id };
  return {
    token_type: 'Bearer',
    expires_in: 3_600,
    scope: grant.scope,
    refresh_token: refreshToken,
    access_token: await signers.entra.sign(timed(claims.tab(grant.person))),
    id_token: await signers.entra.sign(timed(claims.identity(grant.person, grant.nonce))),
    client_info: Buffer.from(JSON.stringify(who)).toString('base64url'),
  };
};

const configuration = (given: Given) => {
  const base = `${given.address()}/${tenant.id}`;
  return {
    issuer: given.claims.issuer(),
    jwks_uri: `${base}/discovery/v2.0/keys`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    response_types_supported: ['code'],
    response_modes_supported: ['fragment', 'query'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'none'],
    scopes_supported: ['openid', 'profile', 'offline_access'],
  };
};

const botConfiguration = (given: Given) => ({
  issuer: connectorIssuer,
  jwks_uri: `${given.address()}/botframework/.well-known/keys`,
  id_token_signing_alg_values_supported: ['RS256'],
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
});

const createTokenEndpoint = (given: Given, signIn: ReturnType<typeof createSignIn>) => {
  const refreshTokens = new Map<string, Grant>();
  const redeem = (form: Form): Grant | undefined => {
    switch (form('grant_type')) {
      case 'refresh_token':
        return refreshTokens.get(form('refresh_token'));
      case 'authorization_code':
        return signIn.redeem(form('code'), form('code_verifier'), form('redirect_uri'));
      default:
        throw refuse('unsupported_grant_type');
    }
  };
  const personAnswer = async (form: Form): Promise<Answer> => {
    if (form('client_id') !== tenant.tabAppId) throw refuse('unauthorized_client');
    const grant = redeem(form);
    if (!grant) throw refuse('invalid_grant');
    const refreshToken = randomUUID();
    refreshTokens.delete(form('refresh_token'));
    refreshTokens.set(refreshToken, grant);
    const scope = form('scope') || grant.scope;
    return ok(await personTokens(given, { ...grant, scope }, refreshToken));
  };
  return async (call: Call): Promise<Answer> => {
    const fields = new URLSearchParams(call.text);
    const form: Form = (name) => fields.get(name) ?? '';
    if (form('grant_type') !== 'client_credentials') return personAnswer(form);
    const seconds = given.tokenSeconds ?? lifeSeconds;
    const token = await given.signers.entra.sign(timed(appToken(given, form), { seconds }));
    return ok({ token_type: 'Bearer', expires_in: seconds - 1, access_token: token });
  };
};

/** Only the product's own pages, in an ordinary browser, may read these answers across origins. */
const crossOrigin = (call: Call, origins: readonly string[]): Readonly<Record<string, string>> => {
  const from = call.headers.origin;
  if (!from || !origins.includes(from)) return {};
  return {
    'access-control-allow-origin': from,
    'access-control-allow-headers': '*',
    'access-control-allow-methods': 'GET, POST',
    vary: 'origin',
  };
};

/** A small Entra: OpenID configuration, keys, tokens, and a page that asks who is signing in. */
export const createEntra = (given: Given): Router => {
  const signIn = createSignIn(given.productOrigins);
  const base = `/${tenant.id}`;
  const keys = () => ok({ keys: [given.signers.entra.jwk] });
  const route = createRouter({
    [`GET ${base}/v2.0/.well-known/openid-configuration`]: () => ok(configuration(given)),
    [`GET ${base}/discovery/v2.0/keys`]: keys,
    [`POST ${base}/oauth2/v2.0/token`]: createTokenEndpoint(given, signIn),
    [`GET ${base}/oauth2/v2.0/authorize`]: signIn.authorise,
    [`GET ${base}/oauth2/v2.0/logout`]: signIn.signOut,
    'GET /botframework/.well-known/openidconfiguration': () => ok(botConfiguration(given)),
    'GET /botframework/.well-known/keys': () => ok({ keys: [given.signers.connector.jwk] }),
  });
  return async (call) => {
    const shared = crossOrigin(call, given.productOrigins());
    if (call.method === 'OPTIONS') return { status: 204, headers: shared };
    const answer = await route(call).catch((error: unknown): Answer => {
      if (error instanceof HttpProblem) return { status: error.status, body: error.body };
      throw error;
    });
    if (!answer || answer === 'reset') return answer;
    return { ...answer, headers: { ...answer.headers, ...shared } };
  };
};
