import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createControl } from './control/control.ts';
import { createPacks } from './control/packs.ts';
import { tokenFor } from './control/tokens.ts';
import { provisionClaims } from './entra/entra.ts';
import { createCheck, createClaims, createSigners, timed } from './entra/tokens.ts';
import { failing } from './faults.ts';
import { type Answer, answerFor, type Call, type Router, readCall, send } from './http.ts';
import { productEnv } from './product-env.ts';
import { openSecrets } from './secrets.ts';
import { createFiles } from './static-files.ts';
import { createSupervisor, type Supervisor } from './supervisor.ts';
import { tenant } from './tenant.ts';
import { openWorld, productOriginsOf, type World, type WorldGiven, wipe } from './world.ts';

/** What making the lists and the first rows of a fresh tenant needs. */
export type Preparation = { readonly graphAddress: string; readonly graphToken: string };

export type TenantOptions = {
  readonly port: number;
  readonly productPort: number;
  readonly dataDir: string;
  readonly pack?: string;
  /** The product to run beside the tenant; without it, whoever listens on `productPort` is the product. */
  readonly script?: string;
  /** Makes the lists of a fresh tenant. Run before the product starts, each time: safe to run again. */
  readonly prepare?: (preparation: Preparation) => Promise<void>;
};

export type Tenant = { readonly address: string; readonly close: () => Promise<void> };

const webFolder = join(import.meta.dirname, '../../dist/workbench');

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const stillFree = (error: Error) => reject(error);
    server.once('error', stillFree);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', stillFree);
      const { port: taken } = server.address() as AddressInfo;
      resolve(taken);
    });
  });

/** Only this machine, by its own names: a page elsewhere must not reach in by renaming itself. */
const isStranger = (request: IncomingMessage, port: number, productOrigins: readonly string[]) => {
  const { host, origin } = request.headers;
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!own.includes(host ?? '')) return true;
  if (origin === undefined || own.some((name) => origin === `http://${name}`)) return false;
  // The product's own pages may sign people in, and nothing else.
  const toEntra = (request.url ?? '').startsWith(`/${tenant.id}/`);
  return !(toEntra && (productOrigins.includes(origin) || origin === 'null'));
};

const policyFor = (productOrigins: readonly string[]) => () =>
  [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self' https://res.cdn.office.net",
    `frame-src ${productOrigins.join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

const isEntra = (path: string): boolean =>
  path.startsWith(`/${tenant.id}/`) || path.startsWith('/botframework/');

type Parts = {
  readonly world: () => World;
  readonly control: Router;
  readonly files: (call: Call) => Promise<Answer | undefined>;
};

const notFound: Answer = { status: 404, body: { error: 'no such address in the local tenant' } };

const answerTo = async ({ world, control, files }: Parts, call: Call): Promise<Answer> => {
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

const createHandler =
  (parts: Parts, isRefused: (request: IncomingMessage) => boolean) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (isRefused(request)) {
      send(response, { status: 403, body: { error: 'not from here' } });
      return;
    }
    try {
      if ((request.url ?? '').startsWith('/v1.0/')) {
        await parts.world().graph.handle(request, response);
        return;
      }
      send(response, await answerTo(parts, await readCall(request)));
    } catch (error) {
      if (response.headersSent) response.destroy();
      else send(response, answerFor(error));
    }
  };

const openGiven = async (options: TenantOptions, address: () => string): Promise<WorldGiven> => {
  const secrets = openSecrets(options.dataDir);
  const signers = await createSigners(secrets);
  const claims = createClaims(address);
  return {
    ...{ address, secrets, signers, claims },
    dataDir: options.dataDir,
    productAddress: `http://127.0.0.1:${options.productPort}`,
    check: createCheck(signers.entra, claims.issuer),
  };
};

/** Opens the whole tenant on one port of this machine, and the product beside it if there is one. */
export const startTenant = async (options: TenantOptions): Promise<Tenant> => {
  const { dataDir, productPort, script, prepare } = options;
  let port = options.port;
  const address = () => `http://127.0.0.1:${port}`;
  const given = await openGiven(options, address);
  const packs = createPacks(dataDir, options.pack ?? 'default');
  let world = openWorld(given);
  const productOrigins = productOriginsOf(given.productAddress);

  const env = () =>
    productEnv(
      {
        ...{ address: address(), productPort, dataDir },
        ...{ pack: packs.current(), offsetMs: world.clock.offsetMs() },
      },
      given.secrets,
    );
  const supervisor: Supervisor | undefined =
    script === undefined
      ? undefined
      : createSupervisor({ script, env, log: join(dataDir, 'product.log') });

  const begin = async (): Promise<void> => {
    const graphToken = await given.signers.entra.sign(timed(provisionClaims(given.claims)));
    await prepare?.({ graphAddress: address(), graphToken });
    await supervisor?.start();
  };
  const startAfresh = async (): Promise<void> => {
    await supervisor?.stop();
    world.close();
    wipe(dataDir);
    packs.forget();
    world = openWorld(given);
    await begin();
  };

  const control = createControl({
    ...{ world: () => world, address, packs, supervisor, startAfresh },
    productAddress: given.productAddress,
    token: (body) => tokenFor({ address, claims: given.claims, signers: given.signers }, body),
  });
  const files = createFiles(webFolder, policyFor(productOrigins));
  const handle = createHandler({ world: () => world, control, files }, (request) =>
    isStranger(request, port, productOrigins),
  );
  const server = createServer((request, response) => void handle(request, response));
  port = await listen(server, port);

  const close = async (): Promise<void> => {
    await supervisor?.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    world.close();
  };
  await begin().catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return { address: address(), close };
};
