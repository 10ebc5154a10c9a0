import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import { type Json, jsonOf } from '../../../src/local/json.ts';
import { openSecrets } from '../../../src/local/secrets.ts';
import { tenant } from '../../../src/local/tenant.ts';
import { startTenant, type TenantOptions } from '../../../src/local/tenant-server.ts';

type Reply = { readonly status: number; readonly body?: unknown };
export type Bot = (activity: Json) => Promise<Reply | undefined> | Reply | undefined;

/** Any JSON an answer may hold: tests look into it freely. */
type Loose = { readonly [key: string]: Loose } & { readonly [index: number]: Loose } & {
  readonly length: number;
};

const textOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const piece of request) text += String(piece);
  return text;
};

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** A bot's door as strict as the product's: it reads the metadata, and believes no other signature. */
const createDoor = (address: () => string) => {
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  return async (authorization: string | undefined): Promise<JWTPayload> => {
    const metadata = `${address()}/botframework/.well-known/openidconfiguration`;
    const { jwks_uri: uri, issuer } = jsonOf(await (await fetch(metadata)).json());
    keys ??= createRemoteJWKSet(new URL(String(uri)));
    const token = authorization?.replace(/^Bearer /, '') ?? '';
    const options = { audience: tenant.botAppId, issuer: String(issuer), algorithms: ['RS256'] };
    return (await jwtVerify(token, keys, options)).payload;
  };
};

/** A tenant on ports of its own, and in the product's place a small bot that the test writes. */
export const openSchool = async (more: Partial<TenantOptions> = {}) => {
  const dataDir = more.dataDir ?? mkdtempSync(join(tmpdir(), 'tenant-'));
  const seen: Json[] = [];
  const claims: JWTPayload[] = [];
  const refused: string[] = [];
  let address = '';
  let bot: Bot = () => undefined;
  const check = createDoor(() => address);
  const server = createServer(async (request, response) => {
    try {
      claims.push(await check(request.headers.authorization));
    } catch (error) {
      refused.push(String(error));
      response.writeHead(401).end();
      return;
    }
    const activity = jsonOf(JSON.parse(await textOf(request)));
    seen.push(activity);
    const { status, body } = (await bot(activity)) ?? { status: 200 };
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  });
  const productPort = await listen(server);
  const local = await startTenant({ port: 0, productPort, dataDir, ...more });
  address = local.address;

  const call = async (method: string, path: string, body?: unknown, headers = {}) => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as Loose };
  };

  const botToken = async (): Promise<string> => {
    const response = await fetch(`${address}/${tenant.id}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: tenant.botAppId,
        client_secret: openSecrets(dataDir).botSecret,
        scope: 'https://api.botframework.com/.default',
      }),
    });
    return String(jsonOf(await response.json())['access_token']);
  };

  return {
    ...{ address, dataDir, seen, claims, refused, call, botToken, productPort },
    /** Says how the bot answers from now on. */
    answering: (next: Bot) => {
      bot = next;
    },
    /** As the bot, through the connector. */
    asBot: async (method: string, path: string, body?: unknown) =>
      call(method, `/connector/v3${path}`, body, { authorization: `Bearer ${await botToken()}` }),
    stopBot: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
    closeTenant: local.close,
    close: async () => {
      await local.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

export type School = Awaited<ReturnType<typeof openSchool>>;

export const card = (
  body: readonly Json[],
  actions: readonly Json[] = [],
  more: Json = {},
): Json => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body,
  actions,
  ...more,
});

export const withCard = (content: Json): Json => ({
  type: 'message',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
});

export const words = (text: string): Json => ({ type: 'TextBlock', text });

/** The bot opens a chat with somebody and posts there; gives the message's id. */
export const postTo = async (school: School, person: string, activity: Json): Promise<string> => {
  const members = [{ id: `29:${person}` }];
  const made = await school.asBot('POST', '/conversations', { members, tenantId: tenant.id });
  const sent = await school.asBot('POST', `/conversations/${made.body['id']}/activities`, activity);
  return String(sent.body['id']);
};

/** Invoke answers: a card in place of the one that was pressed, or a few words. */
export const shows = (text: string) => ({
  status: 200,
  body: {
    statusCode: 200,
    type: 'application/vnd.microsoft.card.adaptive',
    value: card([words(text)]),
  },
});
export const says = (value: string) => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value },
});
