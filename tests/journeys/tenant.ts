/** Every list of the school on the local Graph, on a port of its own, and what goes wrong there when a story says so. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Books } from '../../src/journeys/ports.ts';
import type { Caller } from '../../src/local/graph/caller.ts';
import type { GraphFault } from '../../src/local/graph/fault.ts';
import { createGraph } from '../../src/local/graph/graph.ts';
import { createMeter } from '../../src/local/graph/meter.ts';
import type { Book, Item } from '../../src/register/book.ts';
import type { Site } from '../../src/register/list-definition.ts';
import { lists } from '../../src/register/lists.ts';
import { sharePointBook } from '../../src/sharepoint/book.ts';
import { graphClient, userAgent } from '../../src/sharepoint/graph.ts';
import { provision } from '../../src/sharepoint/provision.ts';

const host = 'school.sharepoint.com';

const callers: Readonly<Record<string, Caller>> = {
  app: { kind: 'app', id: 'app-id', name: 'Home Visits', roles: ['Sites.Selected'] },
  provisioner: { kind: 'app', id: 'p', name: 'Provisioning', roles: ['Sites.Manage.All'] },
  okafor: { kind: 'person', id: 'okafor' },
};

type Fault = { readonly is: GraphFault; readonly fits: string; skip: number; left: number };

const serve = async (database: string, pace = 1) => {
  let faults: Fault[] = [];
  const clock = () => new Date();
  const began = Date.now();
  const meter = createMeter({ now: () => new Date(began + (Date.now() - began) * pace) });
  const graph = createGraph({
    database,
    now: clock,
    meter,
    checkToken: async (authorization) => callers[(authorization ?? '').replace('Bearer ', '')],
    fault: ({ method, url }) => {
      const fault = faults.find(({ fits, left }) => left > 0 && `${method} ${url}`.includes(fits));
      if (fault === undefined) return undefined;
      if (fault.skip > 0) {
        fault.skip -= 1;
        return undefined;
      }
      fault.left -= 1;
      return fault.is;
    },
  });
  const underWay = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const handled = graph.handle(request, response).finally(() => underWay.delete(handled));
    underWay.add(handled);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const clientOf = (who: string) =>
    graphClient({
      token: async () => who,
      address: `http://127.0.0.1:${port}`,
      userAgent: userAgent('1.2.3'),
      timeoutMs: 5_000,
    });
  return {
    clientOf,
    /** What all calls so far have cost, and how many queries were among those that somebody waited for. */
    spent: () => {
      const { units, clicks, requests } = meter.usage();
      return { units, calls: requests.length, queries: clicks.queries };
    },
    /** The next call that fits goes wrong, or one that comes later. */
    fail: (is: GraphFault, fits: string, skip = 0) => {
      faults = [...faults, { is, fits, skip, left: 1 }];
    },
    /** A person deletes an item in the browser. */
    remove: async (site: Site, list: string, item: string) => {
      const path = `sites/${host}:/sites/${site}:/lists/${list}/items/${item}`;
      const headers = { authorization: 'Bearer okafor' };
      const url = `http://127.0.0.1:${port}/v1.0/${path}`;
      const { status } = await fetch(url, { method: 'DELETE', headers });
      if (status !== 204) throw new Error(`It was not deleted: ${status}`);
    },
    down: () => {
      faults = [{ is: { kind: '503' }, fits: '', skip: 0, left: Number.POSITIVE_INFINITY }];
    },
    mend: () => {
      faults = [];
    },
    stop: async () => {
      server.closeAllConnections();
      await Promise.all(underWay);
      await new Promise((resolve) => server.close(resolve));
      graph.store.close();
    },
  };
};

let made: Promise<string> | undefined;
const folder = mkdtempSync(join(tmpdir(), 'home-visits-lists-'));

/** The lists are made once and copied for every story. */
const emptyLists = async (): Promise<string> => {
  const path = join(folder, 'empty.sqlite');
  const server = await serve(path);
  const pause = async () => undefined;
  const { wrong, sentences } = await provision(server.clientOf('provisioner'), {
    host,
    lists,
    pause,
  });
  await server.stop();
  if (wrong) throw new Error(sentences.join('\n'));
  return path;
};

export type Tenant = Awaited<ReturnType<typeof openTenant>>;

let count = 0;

/** `pace`: how many minutes of Graph's allowance pass in one, for a story that is days of work in a breath. */
export const openTenant = async (pace = 1) => {
  made ??= emptyLists();
  count += 1;
  const path = join(folder, `${count}.sqlite`);
  copyFileSync(await made, path);
  const server = await serve(path, pace);
  const bookOf = (who: string) => (site: Site, list: string) => {
    const plan = lists.find((each) => each.site === site && each.list === list);
    if (plan === undefined) throw new Error(`There is no list ${list}.`);
    const { key, columns } = plan;
    const address = `${host}/sites/${site}`;
    return sharePointBook(server.clientOf(who), {
      site: address,
      list,
      key,
      columns,
      app: 'app-id',
    });
  };
  const book = bookOf('app');
  const books: Books = {
    visits: book('HomeVisits', 'Visits'),
    visitsMore: book('HomeVisits', 'HistoryMore'),
    weeklyLists: book('HomeVisits', 'WeeklyLists'),
    activity: book('HomeVisits', 'Activity'),
    registersActivity: book('HomeVisitsRegisters', 'Activity'),
    staff: book('HomeVisitsRegisters', 'Staff'),
    vehicles: book('HomeVisitsRegisters', 'Vehicles'),
    devices: book('HomeVisitsRegisters', 'Devices'),
    duty: book('HomeVisitsRegisters', 'DutyRota'),
    calendar: book('HomeVisitsRegisters', 'Calendar'),
    policies: book('HomeVisitsRegisters', 'Policies'),
    policyReadings: book('HomeVisitsRegisters', 'PolicyReadings'),
    assessments: book('Safeguarding', 'RiskAssessments'),
    safeguardingMore: book('Safeguarding', 'HistoryMore'),
    homes: book('Safeguarding', 'Homes'),
    hazards: book('Safeguarding', 'Hazards'),
    standing: book('Safeguarding', 'StandingAssessments'),
    concerns: book('Safeguarding', 'Concerns'),
    incidents: book('Safeguarding', 'Incidents'),
    governance: book('Governance', 'Allegations'),
    governanceMore: book('Governance', 'HistoryMore'),
  };
  return {
    ...server,
    books,
    /** The same list in the hands of a person. */
    byHand: bookOf('okafor'),
    itemsOf: async (list: Book): Promise<readonly Item[]> => (await list.changes(undefined)).items,
  };
};

export const forgetLists = (): void => rmSync(folder, { recursive: true, force: true });
