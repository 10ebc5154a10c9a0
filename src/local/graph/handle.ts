import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DatabaseSync } from 'node:sqlite';
import { type Address, addressOf } from './address.ts';
import { type Caller, checkSiteAccess } from './caller.ts';
import type { Database } from './database.ts';
import { type GraphFault, withFault } from './fault.ts';
import type { Meter } from './meter.ts';
import { priceOf } from './price.ts';
import { parseQuery } from './query-options.ts';
import { badRequest, GraphRefusal, methodNotAllowed, notSignedIn, throttled } from './refusal.ts';
import type { Answer, Request } from './request.ts';
import { type Found, routesAt } from './routes.ts';
import { findSite } from './sites.ts';
import { allUsers, oneUser } from './users.ts';
import { jsonOf, refusalAnswer, send, textOf } from './wire.ts';

/** What the Graph service is given: where it keeps things, whose clock it goes by, and who may come in. */
export type GraphGiven = {
  readonly database: DatabaseSync | string;
  readonly now: () => Date;
  readonly meter: Meter;
  readonly checkToken: (authorization: string | undefined) => Promise<Caller | undefined>;
  /** The fault this call is to meet, if any; asked once for each call. */
  readonly fault?: ((request: IncomingMessage) => GraphFault | undefined) | undefined;
};

type SiteAddress = Extract<Address, { readonly kind: 'site' }>;
type Call = {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly text: string;
  readonly fault: GraphFault | undefined;
};

export const createHandler =
  (db: Database, given: GraphGiven) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const fault = given.fault?.(request);
    const answer = await answerTo(db, given, { request, fault }).catch((error: unknown) => {
      return refusalAnswer(refusalFor(error), request, given.now());
    });
    if (answer === 'reset') request.socket.destroy();
    else send(request, response, answer);
  };

/** What nobody foresaw is a fault of the local tenant: it is said on the console, and answered as Graph would. */
const refusalFor = (error: unknown): GraphRefusal => {
  if (error instanceof GraphRefusal) return error;
  console.error(error);
  return new GraphRefusal({ status: 500, code: 'generalException' }, String(error));
};

const answerTo = async (
  db: Database,
  given: GraphGiven,
  { request, fault }: Pick<Call, 'request' | 'fault'>,
): Promise<Answer | 'reset'> => {
  const url = new URL(request.url ?? '/', 'https://graph.microsoft.com');
  const text = await textOf(request);
  const wait = count(given, request, url);
  if (wait !== undefined && fault?.kind !== 'down') throw throttled(wait);
  return withFault(fault, async () => {
    const caller = await given.checkToken(request.headers.authorization);
    if (caller === undefined) throw notSignedIn(tokenTrouble(request));
    const address = addressOf(url.pathname);
    if (address.kind === 'site')
      return answerSite(db, { request, url, text, fault }, { address, caller, now: given.now() });
    if (request.method !== 'GET') throw methodNotAllowed();
    const { select } = parseQuery(url.searchParams);
    const { id } = address;
    return { status: 200, body: id ? oneUser(caller, id, select) : allUsers(caller, select) };
  });
};

const tokenTrouble = (request: IncomingMessage): string =>
  request.headers.authorization === undefined
    ? 'Access token is empty.'
    : 'Access token validation failure.';

/** Every call is paid for, also one that is refused; what cannot be read costs 1. */
const count = (given: GraphGiven, request: IncomingMessage, url: URL): number | undefined => {
  const method = request.method ?? 'GET';
  const price = priceOf(url, method);
  const cause = request.headers['x-home-visits-cause'] === 'click' ? 'click' : 'background';
  return given.meter.count({
    method,
    path: `${url.pathname}${url.search}`,
    ...price,
    cause,
  });
};

const answerSite = (
  db: Database,
  call: Call,
  asked: { readonly address: SiteAddress } & Pick<Request, 'caller' | 'now'>,
): Answer => {
  const { address, caller, now } = asked;
  const site = findSite(db, address.site);
  checkSiteAccess(caller, site, 'read');
  const { route, names } = routeFor(address, call.request.method ?? 'GET');
  checkSiteAccess(caller, site, route.needs);
  const options = parseQuery(call.url.searchParams);
  return route.act({
    db,
    site,
    caller,
    now,
    name: (part) => names[part] ?? '',
    options: address.token === undefined ? options : { ...options, token: address.token },
    ifMatch: call.request.headers['if-match'],
    body: () => jsonOf(call.text),
    link: (changes) =>
      linkTo(`/v1.0/sites/${site.id}/${address.rest.join('/')}`, call.url, changes),
    filtersAnswerNothing: call.fault?.kind === 'empty-filter',
  });
};

const routeFor = (address: SiteAddress, method: string): Found => {
  const fitting = routesAt(address.rest);
  if (fitting.length === 0)
    throw badRequest(`Resource not found for the segment '${address.rest.at(-1) ?? ''}'.`);
  const found = fitting.find(({ route }) => route.method === method);
  if (found === undefined) throw methodNotAllowed();
  return found;
};

const linkTo = (
  path: string,
  from: URL,
  changes: Readonly<Record<string, string | undefined>>,
): string => {
  const link = new URL(path, 'https://graph.microsoft.com');
  for (const [name, value] of from.searchParams)
    if (!(name in changes)) link.searchParams.set(name, value);
  for (const [name, value] of Object.entries(changes))
    if (value !== undefined) link.searchParams.set(name, value);
  return link.href;
};
