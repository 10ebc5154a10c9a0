/** The whole product with its own tenant, as `npm start` runs it, driven through the control interface alone. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Card = { readonly [key: string]: unknown };
export type ChatMessage = {
  readonly id: string;
  readonly from: 'bot' | 'person';
  readonly text: string;
  readonly card: Card | undefined;
};
export type Clicked = {
  readonly status: number;
  readonly body: { readonly type?: string; readonly value?: unknown };
  readonly dialog?: string;
};
export type ListItem = {
  readonly id: string;
  readonly eTag: string;
  readonly fields: Readonly<Record<string, unknown>>;
};
export type Inputs = Readonly<Record<string, string>>;

export type School = Awaited<ReturnType<typeof openSchool>>;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** In memory, where the machine has such a place: what is tried is not the disk. */
const shared = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** Starts it in a folder of its own; `close` stops it and throws the folder away. `env`: what it is told besides. */
export const openSchool = async (env: Readonly<Record<string, string>> = {}) => {
  const [product, tenant] = [await freePort(), await freePort()];
  const folder = mkdtempSync(join(shared, 'home-visits-'));
  const child = await start({ product, tenant, folder, env });
  const address = `http://127.0.0.1:${tenant}`;
  const call = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${address}${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return (await response.json().catch(() => undefined)) as Answer;
  };
  return {
    ...actions(call, address),
    address,
    productAddress: `http://127.0.0.1:${product}`,
    /** Where tenant and product keep what is theirs. */
    folder,
    close: async () => {
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

type Call = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>;

const actions = (call: Call, address: string) => {
  const token = async (audience: string, person?: string, more: object = {}) =>
    (await call<{ token: string }>('POST', '/local/token', { audience, person, ...more })).token;
  const graph = async <Answer>(
    path: string,
    { as, method = 'GET', body, headers }: GraphAsk = {},
  ): Promise<Answer> => {
    const bearer = await (as === undefined ? token('provision') : token('graph', as));
    const response = await fetch(`${address}/v1.0/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${bearer}`,
        'content-type': 'application/json',
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await response.json().catch(() => undefined)) as Answer;
  };
  const itemsAt = (site: string, list: string) =>
    `sites/school.sharepoint.com:/sites/${site}:/lists/${list}/items`;
  return {
    call,
    token,
    graph,
    itemsAt,
    items: async (site: string, list: string): Promise<readonly ListItem[]> =>
      (await graph<{ value: ListItem[] }>(`${itemsAt(site, list)}?$expand=fields`)).value,
    chat: (person: string) => call<readonly ChatMessage[]>('GET', `/local/people/${person}/chat`),
    people: () => call<readonly { readonly id: string }[]>('GET', '/local/people'),
    channel: () => call<readonly ChatMessage[]>('GET', '/local/channels/safeguarding'),
    say: (person: string, text: string) =>
      call<{ status: number }>('POST', `/local/people/${person}/chat`, { text }),
    click: (person: string, action: string, inputs: Inputs = {}, message?: string) =>
      call<Clicked>('POST', `/local/people/${person}/click`, { action, inputs, message }),
    forge: (person: string, message: string, verb: string, data: object) =>
      call<Clicked>('POST', `/local/people/${person}/click`, { message, verb, data }),
    now: async () => (await call<{ now: string }>('GET', '/local/clock')).now,
    advance: (duration: string) =>
      call<{ now: string }>('POST', '/local/clock', { advance: duration }),
    setClock: (now: string) => call<{ now: string }>('POST', '/local/clock', { now }),
    fault: (fault: object) => call('POST', '/local/faults', fault),
    mend: () => call('DELETE', '/local/faults'),
    usage: () => call<Usage>('GET', '/local/usage'),
    forgetUsage: () => call('DELETE', '/local/usage'),
    processes: () => call<{ tenant: number; product: number | null }>('GET', '/local/processes'),
    restart: () => call('POST', '/local/product/restart'),
    startAfresh: () => call('DELETE', '/local'),
  };
};

type GraphAsk = {
  readonly as?: string;
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Usage = {
  readonly clicks: { readonly units: number; readonly queries: number };
  readonly background: { readonly units: number; readonly queries: number };
};

type Place = {
  readonly product: number;
  readonly tenant: number;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
};

const start = ({ product, tenant, folder, env }: Place) =>
  new Promise<ChildProcess>((ready, failed) => {
    const child = spawn(process.execPath, ['src/local/run.ts'], {
      env: {
        ...process.env,
        ...env,
        NODE_OPTIONS: '',
        PORT: String(product),
        LOCAL_PORT: String(tenant),
        DATA_DIR: folder,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const hear = (text: Buffer) => {
      said += text.toString();
      if (said.includes('is running')) ready(child);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => failed(new Error(`It did not start (${code}): ${said}`)));
  });

/** Every sentence of a card, one after another. */
export const textOf = (card: unknown): string => {
  const found: string[] = [];
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const [name, value] of Object.entries(part)) {
      if (typeof value === 'string') {
        if (name === 'text' || name === 'value' || (name === 'title' && value !== ''))
          found.push(value);
      } else walk(value);
    }
  };
  walk(card);
  return found.join('\n');
};

/** The verbs a card offers. */
export const verbsOf = (card: unknown): readonly string[] => {
  const found: string[] = [];
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const { verb } = part as { verb?: unknown };
    if (typeof verb === 'string') found.push(verb);
    for (const value of Object.values(part)) walk(value);
  };
  walk(card);
  return found;
};
