/** A connector and a login for tests, with real keys and real HTTP, and the bot behind its own address. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { createBot } from '../../src/teams/bot.ts';
import { createConnector } from '../../src/teams/connector.ts';
import { createConnectorToken } from '../../src/teams/connector-token.ts';
import type { House } from '../../src/teams/house.ts';
import type { TeamsSettings } from '../../src/teams/settings.ts';
import { schoolId } from '../../src/vocabulary.ts';
import { wordsFor } from '../../src/words/words.ts';

const tenantId = '7f1c9a52-4b0e-4e56-9a5d-0c2f6f0b7a11';
const botAppId = '9e6d4c20-1f73-4b8a-a2c5-6b5d2e7f8c02';
const issuer = 'https://api.botframework.com';
const keyId = 'test-key';

type Call = { readonly method: string; readonly path: string; readonly body: Body };
type Body = Readonly<Record<string, never>>;

type Fault = {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly hang?: boolean;
};

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
};

const close = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const textOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
};

export const startTeams = async () => {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const stranger = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: keyId, use: 'sig', alg: 'RS256' };
  const calls: Call[] = [];
  const faults: Fault[] = [];
  let posted = 0;
  let base = '';
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const reply = (status: number, body: unknown, headers: Record<string, string> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    };
    void textOf(request).then((text) => {
      if (path === '/.well-known/openidconfiguration') {
        return reply(200, { issuer, jwks_uri: `${base}/.well-known/keys` });
      }
      if (path === '/.well-known/keys') return reply(200, { keys: [jwk] });
      if (path.endsWith('/oauth2/v2.0/token')) {
        return reply(200, { access_token: 'bot-token', expires_in: 3600 });
      }
      const fault = faults.shift();
      if (fault?.hang) return undefined;
      if (fault) return reply(fault.status, {}, fault.headers);
      if (request.headers.authorization !== 'Bearer bot-token') return reply(401, {});
      calls.push({ method: request.method ?? '', path, body: JSON.parse(text) });
      posted += 1;
      const id = `m${posted}`;
      if (path.endsWith('/v3/conversations')) {
        return reply(201, { id: `a:new${posted}`, activityId: id });
      }
      return reply(201, { id });
    });
  });
  base = await listen(server);
  const serviceUrl = `${base}/emea/`;
  const settings: TeamsSettings = {
    school: schoolId('school'),
    tenantId,
    botAppId,
    botOpenIdMetadata: `${base}/.well-known/openidconfiguration`,
    loginEndpoint: base,
    serviceOrigins: [base],
    serviceUrl,
    safeguarding: { team: '19:team@thread.tacv2', channel: '19:safeguarding@thread.tacv2' },
    tabLink: (page) => `https://teams.microsoft.com/l/entity/app/home?page=${page}`,
  };
  const now = () => Math.floor(Date.now() / 1_000);
  const claims = (): JWTPayload => ({
    iss: issuer,
    aud: botAppId,
    serviceurl: serviceUrl,
    iat: now(),
    nbf: now() - 5,
    exp: now() + 3_600,
  });
  const sign = (payload: JWTPayload = claims(), key: CryptoKey = privateKey) =>
    new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: keyId }).sign(key);
  return {
    calls,
    faults,
    settings,
    serviceUrl,
    claims,
    sign,
    publicJwk: jwk,
    strangersKey: stranger.privateKey,
    stop: () => close(server),
  };
};

export type TestTeams = Awaited<ReturnType<typeof startTeams>>;

export const connectorOf = ({ settings }: TestTeams, timeoutMs = 10_000) => {
  const token = createConnectorToken({ ...settings, secret: 'secret' });
  return createConnector({ token, serviceOrigins: settings.serviceOrigins, timeoutMs });
};

/** The bot on an address of its own. */
export const startBot = async (teams: TestTeams, house: House, patienceMs = 4_500) => {
  const token = createConnectorToken({ ...teams.settings, secret: 'secret' });
  const connector = connectorOf(teams);
  const words = wordsFor('en-GB');
  const bot = await createBot({
    settings: teams.settings,
    house,
    words,
    connector,
    token,
    patienceMs,
  });
  const server = createServer((request, response) => void bot.handle(request, response));
  const address = await listen(server);
  return { address, stop: () => close(server) };
};

let activities = 0;

/** What Teams writes round everything a person does. */
export const activityFrom = (teams: TestTeams, person: string, more: object = {}) => {
  activities += 1;
  return {
    type: 'message',
    id: `f:${activities}`,
    channelId: 'msteams',
    serviceUrl: teams.serviceUrl,
    from: { id: `29:${person}`, name: person, aadObjectId: person },
    recipient: { id: `28:${botAppId}` },
    conversation: { id: `a:1${person}`, conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    ...more,
  };
};

export const send = async (
  address: string,
  body: unknown,
  authorization: string | undefined,
): Promise<{
  readonly status: number;
  readonly type: string;
  readonly body: Body & { [key: string]: never };
}> => {
  const response = await fetch(`${address}/api/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(authorization !== undefined && { authorization }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    body: text === '' ? {} : JSON.parse(text),
  };
};
