import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { type Json, jsonOf, parseJson } from './json.ts';

/** A request, read to its end. */
export type Call = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly json: Json;
};

/** What is sent back; `reset` cuts the line without a word. */
export type Answer =
  | 'reset'
  | {
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    };

/** An answer thrown from the depth of a handler. */
export class HttpProblem extends Error {
  readonly status: number;
  readonly body: unknown;
  constructor(status: number, body: unknown) {
    super(`HTTP ${status}`);
    this.status = status;
    this.body = body;
  }
}

export type Param = (name: string) => string;
export type Handler = (call: Call, param: Param) => Answer | Promise<Answer>;
export type Router = (call: Call) => Promise<Answer | undefined>;

const bodyLimit = 2 * 1024 * 1024;

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

const compile = (pattern: string) => {
  const [method = '', path = ''] = pattern.split(' ');
  const source = path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return { method, path: new RegExp(`^${source}/?$`, 'i') };
};

/** Handlers by `METHOD /path/{parameter}`; undefined when none fits. */
export const createRouter = (routes: Readonly<Record<string, Handler>>): Router => {
  const table = Object.entries(routes).map(([pattern, handler]) => ({
    ...compile(pattern),
    handler,
  }));
  return async (call) => {
    for (const { method, path, handler } of table) {
      const found = method === call.method ? path.exec(call.path) : null;
      if (found) return handler(call, (name) => decoded(found.groups?.[name] ?? ''));
    }
    return undefined;
  };
};

const readText = async (request: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    const bytes = Buffer.from(piece);
    size += bytes.length;
    if (size > bodyLimit) throw new HttpProblem(413, { error: 'too large' });
    pieces.push(bytes);
  }
  return Buffer.concat(pieces).toString('utf8');
};

export const readCall = async (request: IncomingMessage): Promise<Call> => {
  const url = new URL(request.url ?? '/', 'http://tenant');
  const text = await readText(request);
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    text,
    json: jsonOf(parseJson(text)),
  };
};

const withType = (body: unknown): readonly [string, string | Buffer] => {
  if (typeof body === 'string') return ['text/html; charset=utf-8', body];
  if (Buffer.isBuffer(body)) return ['application/octet-stream', body];
  return ['application/json; charset=utf-8', JSON.stringify(body)];
};

export const send = (response: ServerResponse, answer: Answer): void => {
  if (answer === 'reset') {
    response.destroy();
    return;
  }
  const common = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  if (answer.body === undefined) {
    response.writeHead(answer.status, { ...common, ...answer.headers }).end();
    return;
  }
  const [type, content] = withType(answer.body);
  response
    .writeHead(answer.status, { ...common, 'content-type': type, ...answer.headers })
    .end(content);
};

/** Turns what a handler threw into an answer, and says on the console what nobody foresaw. */
export const answerFor = (error: unknown): Answer => {
  if (error instanceof HttpProblem) return { status: error.status, body: error.body };
  console.error(error);
  return { status: 500, body: { error: 'the local tenant failed', detail: String(error) } };
};

export const ok = (body: unknown): Answer => ({ status: 200, body });
