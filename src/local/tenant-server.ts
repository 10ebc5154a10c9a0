import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createControl } from './control/control.ts';
import { createPacks, type Packs } from './control/packs.ts';
import { tokenFor } from './control/tokens.ts';
import { createDoor, policyFor } from './door.ts';
import { provisionClaims } from './entra/entra.ts';
import { createCheck, createClaims, createSigners, lifeSeconds, timed } from './entra/tokens.ts';
import { productEnv } from './product-env.ts';
import { openSecrets } from './secrets.ts';
import { createFiles } from './static-files.ts';
import { createSupervisor, type Supervisor } from './supervisor.ts';
import {
  createFirstLists,
  openWorld,
  productOriginsOf,
  type World,
  type WorldGiven,
  wipe,
} from './world.ts';

/** What making the lists and the first rows of a fresh tenant needs. */
export type Preparation = { readonly graphAddress: string; readonly graphToken: string };

export type TenantOptions = {
  readonly port: number;
  readonly productPort: number;
  readonly dataDir: string;
  /** The policy pack to go by; without it, the one kept from last time, or the default. */
  readonly pack?: string | undefined;
  /** How long the tokens last that Entra gives the product; an hour unless said. */
  readonly tokenSeconds?: number;
  /** The product to run beside the tenant; without it, whoever listens on `productPort` is the product. */
  readonly script?: string;
  /** Told when the product is gone and nobody asked it to go. */
  readonly onLost?: (reason: string) => void;
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

const openGiven = async (options: TenantOptions, address: () => string): Promise<WorldGiven> => {
  const secrets = openSecrets(options.dataDir);
  const signers = await createSigners(secrets);
  const claims = createClaims(address);
  return {
    ...{ address, secrets, signers, claims },
    dataDir: options.dataDir,
    productAddress: `http://127.0.0.1:${options.productPort}`,
    check: createCheck(signers.entra, claims.issuer),
    tokenSeconds: options.tokenSeconds ?? lifeSeconds,
  };
};

const superviseWith = (
  options: TenantOptions,
  given: WorldGiven,
  now: { readonly pack: () => string; readonly offsetMs: () => number },
): Supervisor | undefined => {
  const { dataDir, productPort, script, onLost } = options;
  if (script === undefined) return undefined;
  const env = () => {
    const place = { address: given.address(), productPort, dataDir };
    return productEnv({ ...place, pack: now.pack(), offsetMs: now.offsetMs() }, given.secrets);
  };
  return createSupervisor({ script, env, onLost, log: join(dataDir, 'product.log') });
};

/** The tenant's whole state and its product, and the way back to the beginning. */
const createHouse = (options: TenantOptions, given: WorldGiven, packs: Packs) => {
  const firstLists = createFirstLists(options.dataDir);
  let world: World = openWorld(given);
  const offsetMs = () => world.clock.offsetMs();
  const supervisor = superviseWith(options, given, { pack: packs.current, offsetMs });
  const begin = async (): Promise<void> => {
    const graphToken = await given.signers.entra.sign(timed(provisionClaims(given.claims)));
    await options.prepare?.({ graphAddress: given.address(), graphToken });
    firstLists.keep(world);
    await supervisor?.start();
  };
  const startAfresh = async (): Promise<void> => {
    await supervisor?.stop();
    world.close();
    wipe(options.dataDir);
    packs.forget();
    const isPrepared = firstLists.bringBack();
    world = openWorld(given);
    if (isPrepared) return supervisor?.start();
    firstLists.forget();
    await begin();
  };
  let underWay: Promise<void> | undefined;
  return {
    world: () => world,
    supervisor,
    begin,
    /** Two who ask at once wait for the same fresh start. */
    startAfresh: (): Promise<void> => {
      underWay ??= startAfresh().finally(() => {
        underWay = undefined;
      });
      return underWay;
    },
    close: () => world.close(),
  };
};

/** Opens the whole tenant on one port of this machine, and the product beside it if there is one. */
export const startTenant = async (options: TenantOptions): Promise<Tenant> => {
  let port = options.port;
  const address = () => `http://127.0.0.1:${port}`;
  const given = await openGiven(options, address);
  const { claims, signers, productAddress } = given;
  const packs = createPacks(options.dataDir, options.pack);
  const house = createHouse(options, given, packs);
  const { world, supervisor, startAfresh } = house;
  const token = (body: unknown) => tokenFor({ address, claims, signers }, body);
  const control = createControl({
    ...{ world, address, productAddress, packs },
    ...{ supervisor, token, startAfresh },
  });
  const productOrigins = productOriginsOf(productAddress);
  const files = createFiles(webFolder, policyFor(productOrigins));
  const door = createDoor({ world, control, files }, { port: () => port, productOrigins });
  const server = createServer((request, response) => void door(request, response));
  port = await listen(server, port);

  const close = async (): Promise<void> => {
    await supervisor?.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    house.close();
  };
  await house.begin().catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return { address: address(), close };
};
