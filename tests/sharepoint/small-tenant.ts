/** The local tenant's Graph on a port of its own, and ways into it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Caller } from '../../src/local/graph/caller.ts';
import type { GraphFault } from '../../src/local/graph/fault.ts';
import { createGraph } from '../../src/local/graph/graph.ts';
import { createMeter } from '../../src/local/graph/meter.ts';
import type { Cause } from '../../src/register/book.ts';
import {
  type GraphClient,
  type GraphOptions,
  graphClient,
  userAgent,
} from '../../src/sharepoint/graph.ts';
import type { ListPlan } from '../../src/sharepoint/list-plan.ts';
import { provision } from '../../src/sharepoint/provision.ts';

export const host = 'school.sharepoint.com';

const callers: Readonly<Record<string, Caller>> = {
  app: { kind: 'app', id: 'app-id', name: 'Home Visits', roles: ['Sites.Selected'] },
  flow: { kind: 'app', id: 'flow-id', name: 'Some flow', roles: ['Sites.Selected'] },
  provisioner: { kind: 'app', id: 'p', name: 'Provisioning', roles: ['Sites.Manage.All'] },
  okafor: { kind: 'person', id: 'okafor' },
  rao: { kind: 'person', id: 'rao' },
};

export type SmallTenant = Awaited<ReturnType<typeof smallTenant>>;

export const smallTenant = async () => {
  const meter = createMeter({ now: () => new Date() });
  let fault: { readonly is: GraphFault; readonly fits: string } | undefined;
  let badTokens = 0;
  const graph = createGraph({
    database: ':memory:',
    now: () => new Date(),
    meter,
    checkToken: async (authorization) => {
      if (badTokens > 0) {
        badTokens -= 1;
        return undefined;
      }
      return callers[(authorization ?? '').replace('Bearer ', '')];
    },
    fault: ({ method, url }) => {
      if (fault === undefined || !`${method} ${url}`.includes(fault.fits)) return undefined;
      const { is } = fault;
      fault = undefined;
      return is;
    },
  });
  const agents = new Set<string | undefined>();
  const underWay = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    agents.add(request.headers['user-agent']);
    const handled = graph.handle(request, response).finally(() => underWay.delete(handled));
    underWay.add(handled);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientOf = (who: string, given: Partial<GraphOptions> = {}): GraphClient =>
    graphClient({
      token: async () => who,
      address,
      userAgent: userAgent('1.2.3'),
      timeoutMs: 2_000,
      ...given,
    });
  return {
    address,
    store: graph.store,
    client: clientOf('app'),
    clientOf,
    agents,
    /** The next call that fits goes wrong. */
    failNext: (is: GraphFault, fits = '/items') => {
      fault = { is, fits };
    },
    refuseTokens: (times: number) => {
      badTokens = times;
    },
    make: (lists: readonly ListPlan[]) =>
      provision(clientOf('provisioner'), { host, lists, pause: async () => undefined }),
    /** What the work costs, and what it asked. */
    usage: async (work: () => Promise<unknown>, cause: Cause) => {
      meter.reset();
      await work();
      const { requests, background, clicks } = meter.usage();
      const other = cause === 'click' ? background : clicks;
      const asked = requests.map(({ method, path }) => `${method} ${path}`);
      return { units: (cause === 'click' ? clicks : background).units, other: other.units, asked };
    },
    close: async () => {
      server.closeAllConnections();
      await Promise.all(underWay);
      await new Promise((resolve) => server.close(resolve));
      graph.store.close();
    },
  };
};
