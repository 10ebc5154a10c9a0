import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { lists } from '../../src/register/lists.ts';
import { host, type SmallTenant, smallTenant } from './small-tenant.ts';

const script = join(import.meta.dirname, '../../src/sharepoint/provision-command.ts');
const id = '11111111-1111-4111-8111-111111111111';

let tenant: SmallTenant;
let entra: Server;
let grants: string;

beforeEach(async () => {
  tenant = await smallTenant();
  grants = 'provisioner';
  entra = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ access_token: grants, expires_in: 3_600 }));
  });
  await new Promise<void>((resolve) => entra.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  entra.closeAllConnections();
  await new Promise((resolve) => entra.close(resolve));
  await tenant.close();
});

const run = (env: Readonly<Record<string, string>>) =>
  new Promise<{ readonly code: number | null; readonly said: string }>((resolve) => {
    const child = execFile(process.execPath, [script], { env }, (_, out, errors) =>
      resolve({ code: child.exitCode, said: out + errors }),
    );
  });
const settings = () => ({
  SHAREPOINT_HOST: host,
  TENANT_ID: id,
  PROVISION_APP_ID: id,
  PROVISION_SECRET: 'secret',
  ENTRA_ADDRESS: `http://127.0.0.1:${(entra.address() as AddressInfo).port}`,
  GRAPH_ADDRESS: tenant.address,
});

describe('npm run provision', () => {
  it('makes the lists, says so, and can be run again', async () => {
    const first = await run(settings());
    expect(first.said.match(/^Made the list/gmu)).toHaveLength(lists.length);
    expect(first.code).toBe(0);
    const again = await run(settings());
    expect(again.said.match(/is there\.$/gmu)).toHaveLength(lists.length);
    expect(again.code).toBe(0);
    expect(tenant.agents).toEqual(
      new Set([expect.stringMatching(/^NONISV\|HomeVisits\|HomeVisits\/\d/u)]),
    );
  }, 60_000);

  it('ends badly when something is wrong', async () => {
    grants = 'app';
    const { code, said } = await run(settings());
    expect(said.match(/^WRONG: .*accessDenied/gmu)).toHaveLength(lists.length);
    expect(code).toBe(1);
  }, 60_000);

  it('names every setting that is missing', async () => {
    const { code, said } = await run({});
    expect(said).toContain('SHAREPOINT_HOST');
    expect(said).toContain('PROVISION_APP_ID');
    expect(code).toBe(1);
  }, 60_000);
});
