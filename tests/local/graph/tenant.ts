import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Caller } from '../../../src/local/graph/caller.ts';
import type { GraphFault } from '../../../src/local/graph/fault.ts';
import { createGraph } from '../../../src/local/graph/graph.ts';
import { createMeter } from '../../../src/local/graph/meter.ts';

const product: Caller = {
  kind: 'app',
  id: 'app-1',
  name: 'Home Visits',
  roles: ['Sites.Selected'],
};
const provisioning: Caller = {
  kind: 'app',
  id: 'app-2',
  name: 'Provisioning',
  roles: ['Sites.Manage.All', 'User.Read.All'],
};

const callers: Readonly<Record<string, Caller>> = {
  product,
  provisioning,
  stranger: { kind: 'app', id: 'app-3', name: 'Stranger', roles: [] },
};

const callerFor = (header: string | undefined): Caller | undefined => {
  const name = header?.replace('Bearer ', '') ?? '';
  if (name.startsWith('person:')) return { kind: 'person', id: name.slice('person:'.length) };
  return callers[name];
};

export type Reply = {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of the JSON it gets
  readonly body: any;
  readonly headers: Headers;
};

type Asked = {
  readonly as?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A Graph of its own on a port of its own, with a clock that stands still. */
export const startGraph = async (
  given: { readonly file?: string; readonly allowance?: number } = {},
) => {
  const clock = { now: new Date('2026-11-02T09:00:00Z') };
  const faults: GraphFault[] = [];
  const now = () => clock.now;
  const meter = createMeter({ now, allowance: given.allowance ?? 1_000_000 });
  const graph = createGraph({
    database: given.file ?? ':memory:',
    now,
    meter,
    checkToken: async (header) => callerFor(header),
    fault: () => faults.shift(),
  });
  const server = createServer((request, response) => void graph.handle(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  /** Links come back as Graph's own addresses: here they are asked of the local one. */
  const call = async (line: string, asked: Asked = {}): Promise<Reply> => {
    const [method = 'GET', ...rest] = line.split(' ');
    const path = rest
      .join(' ')
      .replace('https://graph.microsoft.com', '')
      .replace(/^\/(?!v1\.0)/, '/v1.0/');
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        ...(asked.as === 'nobody' ? {} : { authorization: `Bearer ${asked.as ?? 'product'}` }),
        ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...asked.headers,
      },
      ...(asked.body === undefined
        ? {}
        : { body: typeof asked.body === 'string' ? asked.body : JSON.stringify(asked.body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    return {
      status: response.status,
      headers: response.headers,
      body: text !== '' && isJson ? JSON.parse(text) : text,
    };
  };
  return {
    call,
    clock,
    faults,
    meter,
    origin,
    store: graph.store,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      graph.store.close();
    },
  };
};

export type LocalGraph = Awaited<ReturnType<typeof startGraph>>;

export const site = '/sites/school.sharepoint.com:/sites/HomeVisits:';

const visitColumns = [
  { name: 'VisitKey', text: {}, indexed: true, enforceUniqueValues: true },
  { name: 'Status', choice: { choices: ['approved', 'out'] }, indexed: true },
  { name: 'DueBack', dateTime: { format: 'dateTime' }, indexed: true },
  { name: 'Watch', boolean: {}, indexed: true },
  { name: 'Rungs', number: {}, indexed: true },
  { name: 'Lead', personOrGroup: {}, indexed: true },
  { name: 'Purpose', text: {} },
  { name: 'History', text: { allowMultipleLines: true } },
];

export const withVisits = async (graph: LocalGraph): Promise<string> => {
  const made = await graph.call(`POST ${site}/lists`, {
    as: 'provisioning',
    body: { displayName: 'Visits', columns: visitColumns, list: { template: 'genericList' } },
  });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return `${site}/lists/Visits`;
};
