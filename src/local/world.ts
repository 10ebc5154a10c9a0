import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { JWTPayload } from 'jose';
import { type Clock, createClock } from './clock.ts';
import { type Connector, createConnector } from './connector/connector.ts';
import { createEntra } from './entra/entra.ts';
import { audiences, type CheckToken, type Claims, type Signers, timed } from './entra/tokens.ts';
import { createFaults, type Faults } from './faults.ts';
import type { Caller } from './graph/caller.ts';
import { createGraph, type Graph } from './graph/graph.ts';
import { createMeter, type Meter } from './graph/meter.ts';
import type { Router } from './http.ts';
import { listOf, textOf } from './json.ts';
import type { Secrets } from './secrets.ts';
import { tenant } from './tenant.ts';

export type WorldGiven = {
  readonly dataDir: string;
  readonly address: () => string;
  readonly productAddress: string;
  readonly secrets: Secrets;
  readonly signers: Signers;
  readonly claims: Claims;
  readonly check: CheckToken;
  readonly tokenSeconds: number;
};

/** Everything the tenant remembers, and the services over it. Thrown away whole to start afresh. */
export type World = {
  readonly clock: Clock;
  readonly faults: Faults;
  readonly meter: Meter;
  readonly graph: Graph;
  readonly entra: Router;
  readonly connector: Connector;
  readonly close: () => void;
};

const graphFile = 'graph.sqlite';
const files = ['tenant.sqlite', graphFile];

export const wipe = (dataDir: string): void => {
  for (const file of files) {
    for (const ending of ['', '-wal', '-shm']) {
      rmSync(join(dataDir, `${file}${ending}`), { force: true });
    }
  }
  rmSync(join(dataDir, 'product'), { recursive: true, force: true });
};

/** SharePoint as it was when the lists had just been made: kept, and brought back to start afresh without making them again. */
export const createFirstLists = (dataDir: string) => {
  const kept = join(dataDir, 'graph-at-first.sqlite');
  rmSync(kept, { force: true });
  let isFirst = !existsSync(join(dataDir, graphFile));
  return {
    /** Nothing is kept of lists that somebody has written into. */
    keep: (world: World): void => {
      if (isFirst) world.graph.store.copyTo(kept);
      isFirst = false;
    },
    forget: (): void => {
      isFirst = true;
    },
    /** False where nothing was kept. */
    bringBack: (): boolean => {
      if (!existsSync(kept)) return false;
      copyFileSync(kept, join(dataDir, graphFile));
      return true;
    },
  };
};

/** Whose token it is, as Graph wants to know it. */
const callerOf = (claims: JWTPayload): Caller => {
  const { appid, app_displayname: name, roles, oid, idtyp } = claims;
  if (idtyp !== 'app') return { kind: 'person', id: textOf(oid) ?? '' };
  return {
    kind: 'app',
    id: textOf(appid) ?? '',
    name: textOf(name) ?? '',
    roles: listOf(roles).flatMap((role) => textOf(role) ?? []),
  };
};

const openGraph = (given: WorldGiven, parts: Pick<World, 'clock' | 'faults' | 'meter'>): Graph =>
  createGraph({
    database: join(given.dataDir, graphFile),
    now: parts.clock.now,
    meter: parts.meter,
    checkToken: async (authorization) => {
      const claims = await given.check(authorization, audiences.graph);
      return claims && callerOf(claims);
    },
    fault: ({ method, url }) => parts.faults.meet('graph', `${method} ${url}`),
  });

export const productOriginsOf = (productAddress: string): readonly string[] => [
  productAddress,
  productAddress.replace('127.0.0.1', 'localhost'),
];

export const openWorld = (given: WorldGiven): World => {
  mkdirSync(given.dataDir, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(join(given.dataDir, 'tenant.sqlite'));
  database.exec('pragma journal_mode = wal; pragma synchronous = normal');
  const clock = createClock(database);
  const faults = createFaults();
  const meter = createMeter({ now: clock.now });
  const graph = openGraph(given, { clock, faults, meter });
  const { address, secrets, signers, claims } = given;
  return {
    ...{ clock, faults, meter, graph },
    entra: createEntra({
      ...{ address, secrets, signers, claims, tokenSeconds: given.tokenSeconds },
      productOrigins: () => productOriginsOf(given.productAddress),
    }),
    connector: createConnector({
      ...{ database, address },
      now: clock.now,
      productAddress: () => given.productAddress,
      sign: (serviceUrl) => signers.connector.sign(timed(claims.toBot(serviceUrl))),
      checkToken: async (authorization) => {
        const token = await given.check(authorization, audiences.connector);
        return token?.['appid'] === tenant.botAppId;
      },
    }),
    close: () => {
      graph.store.close();
      database.close();
    },
  };
};
