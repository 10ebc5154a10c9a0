import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BookClosed } from '../../src/register/book.ts';
import { appTokens } from '../../src/sharepoint/tokens.ts';

const identity = {
  kind: 'secret',
  entra: 'http://entra.example',
  tenant: 'tid',
  client: 'cid',
  secret: 's3cret&=',
} as const;

/** Entra as it answers; each answer may be another. */
const entra = (answers: readonly (number | 'down')[] = []) => {
  const asked: { readonly url: string; readonly form: Readonly<Record<string, string>> }[] = [];
  let now = 0;
  const fetch = async (url: string | URL | Request, init?: RequestInit) => {
    const form = Object.fromEntries(new URLSearchParams(String(init?.body)));
    asked.push({ url: String(url), form });
    const status = answers[asked.length - 1] ?? 200;
    if (status === 'down') throw new TypeError('fetch failed');
    const body =
      status === 200
        ? { access_token: `token-${asked.length}`, expires_in: 3_600 }
        : { error: 'invalid_client', error_description: 'AADSTS7000215 for cid' };
    return Response.json(body, { status });
  };
  const token = appTokens(identity, { now: () => now, timeoutMs: 1_000, fetch });
  const later = async (minutes: number) => {
    now += minutes * 60_000;
    const given = await token().catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 0));
    return given;
  };
  return { asked, token, later };
};

describe('tokens for Graph with a secret', () => {
  it('are asked for as the app, for Graph alone', async () => {
    const { asked, token } = entra();
    expect(await token()).toBe('token-1');
    expect(asked).toEqual([
      {
        url: 'http://entra.example/tid/oauth2/v2.0/token',
        form: {
          grant_type: 'client_credentials',
          client_id: 'cid',
          client_secret: 's3cret&=',
          scope: 'https://graph.microsoft.com/.default',
        },
      },
    ]);
  });

  it('are asked for once, however many want one', async () => {
    const { asked, token } = entra();
    expect(await Promise.all([token(), token(), token()])).toEqual([
      'token-1',
      'token-1',
      'token-1',
    ]);
    expect(await token()).toBe('token-1');
    expect(asked).toHaveLength(1);
  });

  it('are renewed once they are five minutes old, while nobody waits', async () => {
    const { later } = entra();
    expect(await later(0)).toBe('token-1');
    expect(await later(4)).toBe('token-1');
    expect(await later(1)).toBe('token-1');
    expect(await later(0)).toBe('token-2');
  });

  it('do until they are spent while Entra is down', async () => {
    const { later } = entra([200, 'down', 503, 'down', 200]);
    expect(await later(0)).toBe('token-1');
    expect(await later(56)).toBe('token-1');
    expect(await later(3)).toBe('token-1');
    expect(await later(2)).toBeInstanceOf(BookClosed);
    expect(await later(1)).toBe('token-5');
  });

  it('are asked for anew when Graph did not take the last', async () => {
    const { token } = entra();
    await token();
    expect(await token({ fresh: true })).toBe('token-2');
    expect(await token()).toBe('token-2');
  });

  it('are refused with Entra’s code and nothing of the secret', async () => {
    const { token } = entra([401]);
    const error: unknown = await token().catch((thrown) => thrown);
    expect(error).not.toBeInstanceOf(BookClosed);
    expect(String(error)).toBe('Error: Entra refused the app a token with 401 invalid_client');
  });
});

describe('tokens for Graph as the identity of the machine', () => {
  let server: Server;
  let urls: string[];
  let status: number;
  beforeEach(async () => {
    urls = [];
    status = 200;
    const expires = Math.floor(Date.now() / 1_000) + 86_400;
    server = createServer((request, response) => {
      urls.push(`${request.url} ${request.headers['x-identity-header']}`);
      const body = {
        access_token: 'machine-token',
        expires_on: String(expires),
        token_type: 'Bearer',
      };
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    // As Azure App Service tells a process where its identity is.
    process.env['IDENTITY_ENDPOINT'] = `http://127.0.0.1:${port}/msi/token`;
    process.env['IDENTITY_HEADER'] = 'from-the-host';
  });
  afterEach(async () => {
    delete process.env['IDENTITY_ENDPOINT'];
    delete process.env['IDENTITY_HEADER'];
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const machine = (client: string) =>
    appTokens({ kind: 'managed', client }, { now: () => Date.now(), timeoutMs: 1_000 });

  it('come from where the machine keeps it, once', async () => {
    const token = machine('one');
    expect(await token()).toBe('machine-token');
    expect(await token()).toBe('machine-token');
    expect(urls).toHaveLength(1);
    expect(urls[0]).toContain('resource=https%3A%2F%2Fgraph.microsoft.com');
    expect(urls[0]).toContain('client_id=one');
    expect(urls[0]).toContain('from-the-host');
  });

  it('are worth asking for again where it gives none', async () => {
    status = 400;
    await expect(machine('two')()).rejects.toBeInstanceOf(BookClosed);
    // Microsoft's library asks three times before it says so.
  }, 30_000);
});
