import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Preparation, startTenant, type Tenant } from '../../../src/local/tenant-server.ts';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const script = fileURLToPath(new URL('./small-product.ts', import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), 'tenant-'));
let prepared = 0;
let productPort = 0;
let tenant: Tenant;

const listsAt = async ({ graphAddress, graphToken }: Preparation) => {
  const headers = { authorization: `Bearer ${graphToken}`, 'content-type': 'application/json' };
  const sites = `${graphAddress}/v1.0/sites`;
  const site = await fetch(`${sites}/school.sharepoint.com:/sites/HomeVisits`, { headers });
  const { id } = (await site.json()) as { id: string };
  return { lists: `${sites}/${id}/lists`, headers };
};
const makeList = async (displayName: string, reach: Preparation) => {
  const { lists, headers } = await listsAt(reach);
  const body = JSON.stringify({ displayName, list: { template: 'genericList' } });
  const { status } = await fetch(lists, { method: 'POST', headers, body });
  expect(status).toBe(201);
};
const reached = async (): Promise<Preparation> => ({
  graphAddress: tenant.address,
  graphToken: (await call('POST', '/local/token', { audience: 'provision' })).token,
});
const listNames = async (): Promise<readonly string[]> => {
  const { lists, headers } = await listsAt(await reached());
  const found = await (await fetch(lists, { headers })).json();
  return found.value.map((list: { displayName: string }) => list.displayName);
};

beforeAll(async () => {
  productPort = await freePort();
  tenant = await startTenant({
    ...{ port: 0, productPort, dataDir, script },
    prepare: async ({ graphAddress, graphToken }) => {
      await makeList('At first', { graphAddress, graphToken });
      prepared += 1;
    },
  });
});
afterAll(async () => {
  await tenant.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const call = async (method: string, path: string, body?: unknown) => {
  const response = await fetch(`${tenant.address}${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return JSON.parse(await response.text());
};
const productId = async (): Promise<number> => (await call('GET', '/local/processes')).product;
const asked = async () => (await fetch(`http://127.0.0.1:${productPort}/`)).json();
const done = () => {
  const file = join(dataDir, 'product/done');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map(Number) : [];
};

const kill = async (): Promise<void> => {
  process.kill(await productId(), 'SIGKILL');
  while ((await productId()) !== null) await pause(10);
};

describe('the two processes', () => {
  it('are both there once the tenant has started, the lists made first', async () => {
    const { tenant: own } = await call('GET', '/local/processes');
    expect(own).toBe(process.pid);
    expect(await productId()).not.toBe(process.pid);
    expect(await asked()).toMatchObject({ offsetMs: 0, pack: 'default', sealed: 44 });
    expect([prepared, await listNames()]).toEqual([1, ['At first']]);
  });

  it('share one clock: moving it is answered when what came due has been done', async () => {
    const { offsetMs, settled } = await call('POST', '/local/clock', { advance: 'PT10M' });
    expect([settled, done().at(-1), (await asked()).offsetMs]).toEqual([true, offsetMs, offsetMs]);
  });

  it('live and die apart: a killed product stays dead until it is started again', async () => {
    await kill();
    const moved = await call('POST', '/local/clock', { advance: 'PT10M' });
    expect(moved).toMatchObject({ settled: false });
    const { product } = await call('POST', '/local/product/restart');
    expect(product).toBe(await productId());
    expect(await asked()).toMatchObject({ offsetMs: moved.offsetMs });
  });

  it('start the product again where it still runs', async () => {
    const before = await productId();
    const { product } = await call('POST', '/local/product/restart');
    expect(product).not.toBe(before);
    expect(() => process.kill(before, 0)).toThrow();
  });

  it('go back to the fresh tenant together', async () => {
    writeFileSync(join(dataDir, 'product/diary'), 'secrets');
    await makeList('Later', await reached());
    expect(await listNames()).toContain('Later');
    await call('POST', '/local/clock', { advance: 'PT1H' });
    const before = await productId();
    await call('DELETE', '/local');
    expect(await productId()).not.toBe(before);
    expect(existsSync(join(dataDir, 'product/diary'))).toBe(false);
    expect([done(), (await asked()).offsetMs]).toEqual([[], 0]);
    expect([prepared, await listNames()]).toEqual([1, ['At first']]);
  });

  it('fail together, with a reason, when the product cannot start', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tenant-'));
    const missing = join(folder, 'no-such-product.ts');
    await expect(
      startTenant({ port: 0, productPort, dataDir: folder, script: missing }),
    ).rejects.toThrow('The product did not start');
    rmSync(folder, { recursive: true, force: true });
  });
});
