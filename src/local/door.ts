import type { IncomingMessage, ServerResponse } from 'node:http';
import { failing } from './faults.ts';
import { type Answer, answerFor, type Call, type Router, readCall, send } from './http.ts';
import { tenant } from './tenant.ts';
import type { World } from './world.ts';

export type Names = {
  readonly port: () => number;
  /** Where the product's own pages come from. */
  readonly productOrigins: readonly string[];
};

const isEntra = (path: string): boolean =>
  path.startsWith(`/${tenant.id}/`) || path.startsWith('/botframework/');

/** Only this machine, by its own names: a page elsewhere must not reach in by renaming itself. */
const isStranger = ({ headers, url = '/' }: IncomingMessage, names: Names): boolean => {
  const { host = '', origin } = headers;
  const own = [`127.0.0.1:${names.port()}`, `localhost:${names.port()}`];
  if (!own.includes(host)) return true;
  if (origin === undefined || own.some((name) => origin === `http://${name}`)) return false;
  // The product's own pages may sign people in, and nothing else.
  return !(isEntra(url) && names.productOrigins.includes(origin));
};

/** What the workbench's page may load: its own files, and the product's tab in a frame. */
export const policyFor = (productOrigins: readonly string[]) => (): string =>
  [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self' https://res.cdn.office.net",
    `frame-src ${productOrigins.join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

export type Rooms = {
  readonly world: () => World;
  readonly control: Router;
  readonly files: (call: Call) => Promise<Answer | undefined>;
};

const notFound: Answer = { status: 404, body: { error: 'no such address in the local tenant' } };

const answerTo = async ({ world, control, files }: Rooms, call: Call): Promise<Answer> => {
  const subject = `${call.method} ${call.path}${call.query.size > 0 ? `?${call.query}` : ''}`;
  const { faults, entra, connector } = world();
  const met = (on: 'entra' | 'connector', router: Router) =>
    failing(faults.meet(on, subject), async () =>
      router(call).then((answer) => answer ?? notFound, answerFor),
    );
  if (isEntra(call.path)) return met('entra', entra);
  if (call.path.startsWith('/connector/')) return met('connector', connector.botCalls);
  return (await control(call)) ?? (await files(call)) ?? notFound;
};

const lead = async (rooms: Rooms, request: IncomingMessage, response: ServerResponse) => {
  if ((request.url ?? '').startsWith('/v1.0/')) await rooms.world().graph.handle(request, response);
  else send(response, await answerTo(rooms, await readCall(request)));
};

/** The one door of the tenant: turns strangers away, and leads everybody else to the right room. */
export const createDoor =
  (rooms: Rooms, names: Names) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (isStranger(request, names)) {
      send(response, { status: 403, body: { error: 'not from here' } });
      return;
    }
    await lead(rooms, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else send(response, answerFor(error));
    });
  };
