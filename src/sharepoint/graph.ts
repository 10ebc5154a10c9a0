/** The one way to Microsoft Graph: Microsoft's own client, with a last step of ours that it cannot do without. */
import {
  Client,
  type Context,
  type Middleware,
  ResponseType,
} from '@microsoft/microsoft-graph-client';
import type { TokenSource } from '../journeys/lasting-token.ts';
import { BookClosed, type Cause } from '../register/book.ts';
import { contentOf, type GraphAnswer } from './graph-answer.ts';
import { createPatience } from './patience.ts';

export type GraphOptions = {
  readonly token: TokenSource;
  /** Where Graph is, if it is not at its own address. */
  readonly address?: string;
  readonly userAgent: string;
  readonly timeoutMs: number;
  readonly fetch?: typeof fetch;
  /** Hears of each call whether Graph answered it: not where it was away, or busy. */
  readonly heard?: (answered: boolean) => void;
};

export type GraphCall = {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** What follows `/v1.0`, its parts encoded, or a whole link that Graph gave. */
  readonly path: string;
  readonly cause: Cause;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly ifMatch?: string;
};

/** Answers the JSON; throws BookClash, AlreadyWritten, BookClosed or GraphRefused. Never tries again by itself, and waits for nothing while Graph is silent. */
export type GraphClient = (call: GraphCall) => Promise<unknown>;

const graph = 'https://graph.microsoft.com';

export const graphClient = (options: GraphOptions): GraphClient => {
  const client = Client.initWithMiddleware({ middleware: lastStep(options) });
  const patience = createPatience(options);
  const ask: GraphClient = async (call) => {
    const first = await send(client, call, await options.token());
    // A token can be taken back before its time. Nothing was done with it, so asking once more is safe.
    const refused = first.status === 401;
    const answer = refused ? await send(client, call, await options.token({ fresh: true })) : first;
    return contentOf(answer, !holdsPeople(call));
  };
  return (call) => patience(() => ask(call));
};

/** Items name people, and Graph may quote them in its refusals; sites, lists and columns do not. */
const holdsPeople = ({ path }: GraphCall): boolean => path.includes('/items');

const send = async (client: Client, call: GraphCall, token: string): Promise<GraphAnswer> => {
  const request = client
    .api(urlOf(call))
    .responseType(ResponseType.RAW)
    .headers({
      Authorization: `Bearer ${token}`,
      'x-home-visits-cause': call.cause,
      ...(call.ifMatch !== undefined && { 'If-Match': call.ifMatch }),
    });
  try {
    const response: Response = await sent(request, call);
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch {
    // No line, or a cut one, or nothing in time: the call may have been carried out all the same.
    throw new BookClosed('SharePoint does not answer.');
  }
};

const sent = (request: ReturnType<Client['api']>, { method, body }: GraphCall) => {
  switch (method) {
    case 'GET':
      return request.get();
    case 'POST':
      return request.post(body);
    case 'PATCH':
      return request.patch(body);
    default:
      return method satisfies never;
  }
};

/** Always Graph's own address: the client adds nothing to others, and a link that leads elsewhere gets no token. */
const urlOf = ({ path, query }: GraphCall): string => {
  const url = path.startsWith('https://') ? path : `${graph}/v1.0${path}`;
  if (!url.startsWith(`${graph}/`)) throw new Error('Graph gave a link that leads elsewhere.');
  const asked = Object.entries(query ?? {}).map(
    // The client puts values into the address as they are: an & in a name would cut a filter and widen its result.
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  return asked.length === 0 ? url : `${url}?${asked.join('&')}`;
};

const lastStep = (options: GraphOptions): Middleware => ({
  execute: async (context: Context) => {
    const url = typeof context.request === 'string' ? context.request : context.request.url;
    const address = options.address ?? graph;
    const headers = new Headers(context.options?.headers);
    headers.set('User-Agent', options.userAgent);
    context.response = await (options.fetch ?? fetch)(url.replace(graph, address), {
      ...context.options,
      headers,
      // Followed, a redirect would carry the token and the words along.
      redirect: 'manual',
      signal: AbortSignal.timeout(options.timeoutMs),
    });
  },
});

/** As SharePoint asks of those it should not slow down: who, whose, what. */
export const userAgent = (version: string): string => `NONISV|HomeVisits|HomeVisits/${version}`;
