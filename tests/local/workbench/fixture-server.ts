import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { people } from '../../../src/local/tenant.ts';
import {
  approvalCard,
  approvedCard,
  codeWordCard,
  concernCard,
  formCard,
} from './fixture-cards.ts';
import { columnsOf, listsOf, visitItems } from './fixture-lists.ts';
import { tabPage } from './fixture-tab.ts';

/** The control interface in small, remembering what it was asked: enough to see the workbench work, and no product. */

type Said = {
  id: string;
  from: string;
  person?: string;
  text: string;
  card: unknown;
  at: string;
  updatedAt: string | null;
  suggestions?: unknown;
};
type World = {
  now: number;
  runs: boolean;
  faults: { on: string; kind: string }[];
  chats: Record<string, Said[]>;
  items: ReturnType<typeof visitItems>;
  calls: { method: string; path: string; body: unknown }[];
};
type Ask = { method: string; url: URL; body: Record<string, unknown>; request: IncomingMessage };
type Answer = { status?: number; body?: unknown };

const at = (time: string) => `2026-11-23T${time}:00.000Z`;
const bot = (id: string, time: string, rest: Partial<Said>): Said => ({
  id,
  from: 'bot',
  text: '',
  card: null,
  at: at(time),
  updatedAt: null,
  ...rest,
});
const person = (id: string, time: string, who: string, text: string): Said => ({
  id,
  from: 'person',
  person: who,
  text,
  card: null,
  at: at(time),
  updatedAt: null,
});

const freshWorld = (): World => ({
  now: Date.parse(at('14:12')),
  runs: true,
  faults: [],
  chats: {
    sam: [
      person('s1', '13:40', 'sam', 'new visit'),
      bot('s2', '13:40', { card: formCard }),
      bot('s3', '13:52', {
        text: '**Approved** by Mrs Okafor.\n\nBefore you leave: the departure check.',
        updatedAt: at('13:53'),
        suggestions: [
          { title: 'Departure check', value: 'departure check' },
          { title: 'My visits', value: 'my visits' },
        ],
      }),
    ],
    okafor: [bot('o1', '13:41', { card: approvalCard })],
    safeguarding: [bot('c1', '14:41', { card: concernCard })],
  },
  items: visitItems(),
  calls: [],
});

const viewers: Record<string, readonly string[]> = {
  HomeVisits: ['okafor', 'bevan', 'pat'],
  HomeVisitsRegisters: ['okafor', 'hart', 'pat'],
  Safeguarding: ['rao', 'lind', 'okafor'],
  Governance: ['dunn'],
};

const personIn = ({ request }: Ask) =>
  (request.headers.authorization ?? '').replace('Bearer graph-', '');

const site = (ask: Ask, path: string): Answer =>
  viewers[path]?.includes(personIn(ask))
    ? { body: { id: `host,${path},web`, displayName: path } }
    : { status: 403, body: { error: { code: 'accessDenied' } } };

const graph = (ask: Ask, world: World): Answer => {
  if (world.faults.some((fault) => fault.on === 'graph')) return { status: 503, body: {} };
  const path = decodeURIComponent(ask.url.pathname.replace('/v1.0', ''));
  const byPath = /^\/sites\/[^/]+:\/sites\/(\w+)$/.exec(path);
  if (byPath?.[1]) return site(ask, byPath[1]);
  const inSite = /^\/sites\/host,(\w+),web\/lists(?:\/(\w+)\/(columns|items))?$/.exec(path);
  const [, name = '', list, what] = inSite ?? [];
  if (!list) return { body: { value: listsOf(name) } };
  if (what === 'columns') return { body: { value: columnsOf(list) } };
  return { body: { value: list === 'Visits' ? world.items : [] } };
};

const press = (world: World, who: string, body: Ask['body']): Answer => {
  const invoke = (inner: unknown, more: object = {}) => ({
    body: { status: 200, body: inner, ...more },
  });
  if (body['query']) {
    const { text } = body['query'] as { text: string };
    const found = people.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()));
    return invoke({
      statusCode: 200,
      type: 'application/vnd.microsoft.search.searchResponse',
      value: { results: found.map(({ id, name }) => ({ title: name, value: id })) },
    });
  }
  switch (body['action']) {
    case 'Approve': {
      world.chats[who] = [bot('o1', '13:41', { card: approvedCard, updatedAt: at('13:52') })];
      return invoke({
        statusCode: 200,
        type: 'application/vnd.microsoft.card.adaptive',
        value: approvedCard,
      });
    }
    case 'Agree a code word':
      return invoke(
        {
          task: {
            type: 'continue',
            value: {
              title: 'Agree a code word',
              card: {
                contentType: 'application/vnd.microsoft.card.adaptive',
                content: codeWordCard,
              },
            },
          },
        },
        { dialog: 'd1' },
      );
    case 'Agree':
      return invoke({ task: { type: 'message', value: 'Agreed. Only you two know it.' } });
    default:
      return invoke({
        statusCode: 400,
        type: 'application/vnd.microsoft.error',
        value: {
          code: 'no',
          message: 'The list for this week is not signed (policy 4.3). Ask the headteacher.',
        },
      });
  }
};

const write = (world: World, who: string, text: string): Answer => {
  const chat = world.chats[who] ?? [];
  const n = chat.length;
  world.chats[who] = [
    ...chat,
    person(`${who}${n}`, '14:12', who, text),
    bot(`${who}${n + 1}`, '14:12', { text: `You said: ${text}` }),
  ];
  return { body: {} };
};

const control = (ask: Ask, world: World): Answer => {
  const [, , what, id = '', verb] = ask.url.pathname.split('/');
  const route = `${ask.method} ${[what, verb ?? (what === 'product' ? id : '')].join(' ').trim()}`;
  switch (route) {
    case 'GET people':
      return { body: people };
    case 'GET people chat':
      return { body: world.chats[id] ?? [] };
    case 'POST people chat':
      return write(world, id, String(ask.body['text']));
    case 'POST people click':
      return press(world, id, ask.body);
    case 'POST channels click':
      return press(world, id, ask.body);
    case 'GET channels':
      return {
        body: id === '' ? [{ name: 'safeguarding', members: ['rao'] }] : (world.chats[id] ?? []),
      };
    case 'POST token':
      return { body: { token: `${ask.body['audience']}-${ask.body['person']}` } };
    case 'GET clock':
      return { body: { now: new Date(world.now).toISOString() } };
    case 'POST clock':
      world.now += Number(/\d+/.exec(String(ask.body['advance']))?.[0]) * 60_000;
      return { body: { now: new Date(world.now).toISOString(), settled: true } };
    case 'GET faults':
      return { body: world.faults };
    case 'POST faults':
      world.faults.push({ on: String(ask.body['on']), kind: String(ask.body['kind']) });
      return { status: 201, body: {} };
    case 'DELETE faults':
      world.faults = [];
      return { status: 204 };
    case 'GET processes':
      return { body: { tenant: 1, product: world.runs ? 2 : null } };
    case 'POST product restart':
      world.runs = true;
      return { body: {} };
    case 'GET packs':
      return { body: { current: 'default', packs: [{ id: 'default', name: 'Holy Cross' }] } };
    case 'DELETE':
      Object.assign(world, freshWorld(), { calls: world.calls });
      return { status: 204 };
    default:
      return { status: 404, body: { error: `nothing at ${route}` } };
  }
};

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
/** As the tenant sends it with the page. */
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; frame-src http://127.0.0.1:*";

const listen = (server: Server, port: number) =>
  new Promise<string>((resolve) => {
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    });
  });

const bodyOf = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  let text = '';
  for await (const piece of request) text += piece;
  return text === '' ? {} : JSON.parse(text);
};

export const startFixture = async (dist: string, port = 0) => {
  const world = freshWorld();
  const product = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(tabPage);
  });
  const productAddress = await listen(product, 0);
  const answerTo = async (ask: Ask): Promise<Answer> => {
    if (ask.url.pathname === '/local/addresses')
      return { body: { product: productAddress, tenant: address } };
    if (ask.url.pathname.startsWith('/v1.0')) return graph(ask, world);
    return control(ask, world);
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const method = request.method ?? 'GET';
    const serve = async () => {
      if (!/^\/(local|v1\.0)(\/|$)/.test(url.pathname)) {
        const file = url.pathname === '/' ? 'index.html' : url.pathname.replace('/workbench/', '');
        const content = await readFile(join(dist, file));
        response.writeHead(200, {
          'content-type': types[extname(file)] ?? 'text/plain',
          'content-security-policy': policy,
        });
        return response.end(content);
      }
      const body = await bodyOf(request);
      if (method !== 'GET') world.calls.push({ method, path: url.pathname, body });
      const { status = 200, body: told } = await answerTo({ method, url, body, request });
      response.writeHead(status, { 'content-type': 'application/json' });
      return response.end(told === undefined ? '' : JSON.stringify(told));
    };
    serve().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  const address = await listen(server, port);
  const stop = () => {
    for (const one of [server, product]) {
      one.closeAllConnections();
      one.close();
    }
  };
  return { address, world, stop };
};
