import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BookClosed } from '../../src/register/book.ts';
import { type GraphCall, graphClient, userAgent } from '../../src/sharepoint/graph.ts';

type Seen = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};
type Given = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

let answers: Given[];
let seen: Seen[];
let stop: () => Promise<unknown>;
let address: string;

beforeEach(async () => {
  answers = [];
  seen = [];
  const server = createServer(async (request, response) => {
    const body = (await request.setEncoding('utf8').toArray()).join('');
    const { method = '', url = '', headers } = request;
    seen.push({ method, url, headers, body });
    const { status, headers: more, body: text } = answers.shift() ?? { status: 200, body: '{}' };
    response.writeHead(status, { 'content-type': 'application/json', ...more }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
});
afterEach(() => stop());

const clientWith = (
  token = async (ask?: { readonly fresh: boolean }) => (ask?.fresh ? 'new' : 'old'),
) => graphClient({ token, address, userAgent: userAgent('1.2.3'), timeoutMs: 1_000 });
const get: GraphCall = { method: 'GET', path: '/sites/s', cause: 'background' };
const failure = (call: GraphCall = get) => clientWith()(call).catch((error: unknown) => error);

describe('the Graph client', () => {
  it('says who asks, for whom, and with which token', async () => {
    answers = [{ status: 200, body: '{"id":"5"}' }];
    const call = {
      method: 'PATCH',
      path: '/sites/s',
      cause: 'click',
      ifMatch: '"g,1"',
      body: { a: 'ŵ' },
    } as const;
    expect(await clientWith()(call)).toEqual({ id: '5' });
    expect(seen).toMatchObject([
      {
        method: 'PATCH',
        url: '/v1.0/sites/s',
        body: '{"a":"ŵ"}',
        headers: {
          authorization: 'Bearer old',
          'if-match': '"g,1"',
          'content-type': 'application/json',
          'user-agent': 'NONISV|HomeVisits|HomeVisits/1.2.3',
          'x-home-visits-cause': 'click',
        },
      },
    ]);
  });

  it('keeps what is asked together, whatever it holds', async () => {
    const $filter = "fields/Pupil eq 'A & B #1 + 100% ŵ'";
    await clientWith()({ ...get, query: { $expand: 'fields', $filter } });
    const asked = new URL(seen[0]?.url ?? '', 'http://graph').searchParams;
    expect([...asked]).toEqual([
      ['$expand', 'fields'],
      ['$filter', $filter],
    ]);
  });

  it('follows a link of Graph’s as it is, and none that leads elsewhere', async () => {
    const link = 'https://graph.microsoft.com/v1.0/sites/s/items?$skiptoken=a%26b&$expand=fields';
    await clientWith()({ ...get, path: link });
    expect(seen[0]?.url).toContain('$skiptoken=a%26b');
    const elsewhere = ['https://graph.microsoft.com.evil.example/v1.0/x', 'https://evil.example/'];
    for (const path of elsewhere)
      await expect(clientWith()({ ...get, path })).rejects.toThrow('leads elsewhere');
    expect(seen).toHaveLength(1);
  });

  it('goes to Graph’s own address unless told another', async () => {
    const urls: string[] = [];
    const client = graphClient({
      token: async () => 't',
      userAgent: 'x',
      timeoutMs: 1_000,
      fetch: async (url) => {
        urls.push(String(url));
        return new Response('{}', { headers: { 'content-type': 'application/json' } });
      },
    });
    await client(get);
    expect(urls).toEqual(['https://graph.microsoft.com/v1.0/sites/s']);
  });

  it('asks for a fresh token once when the first is not taken', async () => {
    answers = [{ status: 401 }, { status: 200, body: '{"id":"5"}' }];
    expect(await clientWith()(get)).toEqual({ id: '5' });
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new']);
    answers = [{ status: 401 }, { status: 401 }];
    expect(await failure()).toMatchObject({ name: 'GraphRefused', status: 401 });
    expect(seen).toHaveLength(4);
  });

  it('never follows a redirect', async () => {
    answers = [{ status: 307, headers: { location: `${address}/elsewhere` } }];
    expect(await failure({ ...get, method: 'POST', body: { secret: 1 } })).toMatchObject({
      status: 307,
    });
    expect(seen).toHaveLength(1);
  });

  it.each([408, 423, 429, 500, 502, 503, 504, 509])(
    'is closed on %d and does not try again',
    async (status) => {
      answers = [{ status, headers: { 'retry-after': '12' } }];
      expect(await failure()).toBeInstanceOf(BookClosed);
      expect(seen).toHaveLength(1);
    },
  );

  it.each([
    ['12', 12],
    ['0', 0],
    ['Mon, 23 Nov 2026 10:00:30 GMT', 30],
    ['Mon, 23 Nov 2026 09:00:00 GMT', 0],
    ['soon', undefined],
  ])('reads Retry-After: %s', async (told, seconds) => {
    const date = 'Mon, 23 Nov 2026 10:00:00 GMT';
    answers = [{ status: 503, headers: { 'retry-after': told, date } }];
    expect(await failure()).toMatchObject({ retryAfterSeconds: seconds });
  });

  it('takes a page for no answer at all, whatever its status', async () => {
    for (const status of [200, 403, 404])
      answers.push({
        status,
        body: '<html>Sign in</html>',
        headers: { 'content-type': 'text/html' },
      });
    for (const _ of [1, 2, 3]) expect(await failure()).toBeInstanceOf(BookClosed);
  });

  it('is closed when nobody is there, or nothing comes to an end', async () => {
    const client = graphClient({
      token: async () => 't',
      address: 'http://127.0.0.1:1',
      userAgent: 'x',
      timeoutMs: 500,
    });
    await expect(client(get)).rejects.toBeInstanceOf(BookClosed);
    answers = [{ status: 200, headers: { 'content-length': '99' }, body: '{"half":' }];
    expect(await failure()).toBeInstanceOf(BookClosed);
  });

  it('lets the reason through when there is no token', async () => {
    const client = clientWith(async () => {
      throw new Error('Entra refused');
    });
    await expect(client(get)).rejects.toThrow('Entra refused');
  });

  it('quotes Graph about lists, and never about items', async () => {
    const body = JSON.stringify({
      error: { code: 'invalidRequest', message: 'Field Sam Pike is odd' },
    });
    answers = [
      { status: 400, body },
      { status: 400, body },
    ];
    expect(String(await failure())).toContain('Sam Pike');
    const quiet = String(await failure({ ...get, path: '/sites/s/lists/l/items' }));
    expect(quiet).toBe('GraphRefused: Graph refused with 400 invalidRequest');
  });
});
