import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { type Json, jsonOf } from '../../../src/local/json.ts';
import { openSecrets } from '../../../src/local/secrets.ts';
import { tenant } from '../../../src/local/tenant.ts';
import { openSchool, type School } from '../control/school.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

const base = () => `${school.address}/${tenant.id}`;

const ask = async (fields: Readonly<Record<string, string>>) => {
  const body = new URLSearchParams(fields);
  const response = await fetch(`${base()}/oauth2/v2.0/token`, { method: 'POST', body });
  return { status: response.status, body: jsonOf(await response.json()) };
};

const verify = async (token: unknown, audience: string): Promise<Json> => {
  const keys = createRemoteJWKSet(new URL(`${base()}/discovery/v2.0/keys`));
  const options = { audience, issuer: `${base()}/v2.0`, algorithms: ['RS256'] };
  return (await jwtVerify(String(token), keys, options)).payload;
};

const app = (more: Readonly<Record<string, string>>) => {
  const { botSecret, graphSecret, provisionSecret } = openSecrets(school.dataDir);
  const secrets: Readonly<Record<string, string>> = {
    [tenant.botAppId]: botSecret,
    [tenant.tabAppId]: graphSecret,
    [tenant.provisionAppId]: provisionSecret,
  };
  const client = more['client_id'] ?? tenant.tabAppId;
  return ask({
    grant_type: 'client_credentials',
    client_id: client,
    client_secret: secrets[client] ?? '',
    scope: 'https://graph.microsoft.com/.default',
    ...more,
  });
};

describe('the tenant’s Entra', () => {
  it('tells where everything is, under its own name', async () => {
    const path = `${base()}/v2.0/.well-known/openid-configuration`;
    const told = jsonOf(await (await fetch(path)).json());
    expect(told).toMatchObject({
      issuer: `${base()}/v2.0`,
      jwks_uri: `${base()}/discovery/v2.0/keys`,
      token_endpoint: `${base()}/oauth2/v2.0/token`,
    });
  });

  it('publishes no private half of a key', async () => {
    for (const path of [`/${tenant.id}/discovery/v2.0/keys`, '/botframework/.well-known/keys']) {
      const text = await (await fetch(`${school.address}${path}`)).text();
      expect(Object.keys(JSON.parse(text).keys[0]).sort()).toEqual([
        'alg',
        'e',
        'kid',
        'kty',
        'n',
        'use',
      ]);
    }
  });

  it('gives an app a token for Graph, and the bot one for the connector', async () => {
    const graph = await verify((await app({})).body['access_token'], 'https://graph.microsoft.com');
    expect(graph).toMatchObject({
      ...{ appid: tenant.tabAppId, roles: ['Sites.Selected'] },
      ...{ idtyp: 'app', tid: tenant.id },
    });
    const stronger = (await app({ client_id: tenant.provisionAppId })).body['access_token'];
    expect(decodeJwt(String(stronger))).toMatchObject({ roles: ['Sites.Manage.All'] });
    const scope = 'https://api.botframework.com/.default';
    const bot = (await app({ client_id: tenant.botAppId, scope })).body['access_token'];
    expect(await verify(bot, 'https://api.botframework.com')).toMatchObject({
      appid: tenant.botAppId,
    });
  });

  it('gives nothing for a wrong secret, the other app’s secret, or what was never granted', async () => {
    expect((await app({ client_secret: 'guess' })).status).toBe(401);
    expect((await app({ client_secret: openSecrets(school.dataDir).botSecret })).status).toBe(401);
    expect((await app({ scope: 'https://api.botframework.com/.default' })).status).toBe(401);
    expect((await app({ client_id: tenant.botAppId })).status).toBe(401);
    expect((await app({ scope: 'https://other.example/.default' })).status).toBe(400);
    expect((await ask({ grant_type: 'password' })).status).toBe(400);
  });

  it('opens Graph with the app’s token, and with no other', async () => {
    const status = async (token: unknown) =>
      (
        await fetch(`${school.address}/v1.0/sites/school.sharepoint.com:/sites/HomeVisits`, {
          headers: { authorization: `Bearer ${token}` },
        })
      ).status;
    const token = async (asked: Json) =>
      (await school.call('POST', '/local/token', asked)).body['token'];
    expect(await status((await app({})).body['access_token'])).toBe(200);
    expect(await status(await token({ audience: 'graph' }))).toBe(200);
    expect(await status(await token({ audience: 'graph', person: 'pat' }))).toBe(200);
    expect(await status(await token({ audience: 'tab', person: 'okafor' }))).toBe(401);
    expect(await status(await token({ audience: 'graph', expired: true }))).toBe(401);
    expect(await status(await token({ audience: 'graph', key: 'wrong' }))).toBe(401);
    expect(await status(await token({ audience: 'graph', claims: { iss: 'me' } }))).toBe(401);
  });
});

const verifier = randomBytes(32).toString('base64url');

const signInQuery = (more: Readonly<Record<string, string>> = {}) =>
  new URLSearchParams({
    client_id: tenant.tabAppId,
    redirect_uri: `http://localhost:${school.productPort}/tab/auth.html`,
    response_type: 'code',
    scope: 'openid profile offline_access',
    state: 'st',
    nonce: 'once',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  });

const authorise = (more: Readonly<Record<string, string>> = {}, cookie = '') =>
  fetch(`${base()}/oauth2/v2.0/authorize?${signInQuery(more)}`, {
    redirect: 'manual',
    headers: { cookie },
  });

const codeFrom = (response: Response) =>
  new URLSearchParams(response.headers.get('location')?.split('#')[1]).get('code') ?? '';

const redeem = (code: string, more: Readonly<Record<string, string>> = {}) =>
  ask({
    grant_type: 'authorization_code',
    client_id: tenant.tabAppId,
    code,
    code_verifier: verifier,
    redirect_uri: signInQuery().get('redirect_uri') ?? '',
    ...more,
  });

describe('signing in with an ordinary browser', () => {
  it('asks who it is, naming everybody', async () => {
    const page = await (await authorise()).text();
    expect(page).toContain('<h1>Who is signing in?</h1>');
    expect(page).toContain('Mrs Okafor, headteacher');
    expect(page.match(/<li>/g)).toHaveLength(11);
  });

  it('gives tokens for the tab to whoever was picked, once, and renews them', async () => {
    const response = await authorise({ person: 'jo' });
    const code = codeFrom(response);
    expect(response.headers.get('location')).toContain('state=st');
    const first = await redeem(code);
    expect(await verify(first.body['access_token'], tenant.tabAppId)).toMatchObject({
      ...{ oid: 'jo', tid: tenant.id, name: 'Jo Ashby', ver: '2.0' },
      ...{ scp: 'access_as_user', preferred_username: 'jo@school.example' },
    });
    expect(decodeJwt(String(first.body['id_token']))).toMatchObject({ nonce: 'once', oid: 'jo' });
    expect((await redeem(code)).body).toMatchObject({ error: 'invalid_grant' });

    const renew = () =>
      ask({
        grant_type: 'refresh_token',
        client_id: tenant.tabAppId,
        refresh_token: String(first.body['refresh_token']),
      });
    expect((await renew()).body).toMatchObject({ token_type: 'Bearer' });
    expect((await renew()).status).toBe(400);
  });

  it('remembers who it was, for a silent sign-in, until they sign out', async () => {
    const silent = { prompt: 'none' };
    expect((await authorise(silent)).headers.get('location')).toContain('error=login_required');
    const cookie = (await authorise({ person: 'rao' })).headers.get('set-cookie') ?? '';
    expect(codeFrom(await authorise(silent, cookie))).not.toBe('');
    const out = await fetch(`${base()}/oauth2/v2.0/logout`);
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
  });

  it('sends no code to a stranger, and none without proof', async () => {
    const evil = 'http://evil.example/take';
    expect((await authorise({ person: 'jo', redirect_uri: evil })).status).toBe(400);
    expect((await authorise({ person: 'jo', client_id: 'other' })).status).toBe(400);
    expect((await authorise({ person: 'jo', code_challenge: '' })).status).toBe(400);
    const code = async () => codeFrom(await authorise({ person: 'jo' }));
    expect((await redeem(await code(), { code_verifier: 'guess' })).status).toBe(400);
    expect((await redeem(await code(), { redirect_uri: evil })).status).toBe(400);
    const out = await fetch(`${base()}/oauth2/v2.0/logout?post_logout_redirect_uri=${evil}`, {
      redirect: 'manual',
    });
    expect(out.headers.get('location')).toBeNull();
  });

  it('lets the product’s pages read its answers, and no other page', async () => {
    const from = async (origin: string) => {
      const path = `${base()}/v2.0/.well-known/openid-configuration`;
      const response = await fetch(path, { headers: { origin } });
      return [response.status, response.headers.get('access-control-allow-origin')];
    };
    const own = `http://localhost:${school.productPort}`;
    expect(await from(own)).toEqual([200, own]);
    expect(await from('http://evil.example')).toEqual([403, null]);
  });
});

it('gives an app tokens that last as long as it is told to let them', async () => {
  const brief = await openSchool({ tokenSeconds: 40 });
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: tenant.botAppId,
    client_secret: openSecrets(brief.dataDir).botSecret,
    scope: 'https://api.botframework.com/.default',
  });
  const address = `${brief.address}/${tenant.id}/oauth2/v2.0/token`;
  const told = jsonOf(await (await fetch(address, { method: 'POST', body })).json());
  const { exp = 0, iat = 0 } = decodeJwt(String(told['access_token']));
  expect([exp - iat, told['expires_in']]).toEqual([40, 39]);
  await brief.close();
});
