import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTabFiles } from '../../src/api/static.ts';

const config = {
  tenant: 'tenant',
  tabAppId: 'app',
  authority: 'https://login.example/tenant/v2.0',
  hostOrigins: ['http://127.0.0.1:3979'],
};

describe('the built tab', () => {
  let folder: string;
  let server: Server;
  let port: number;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tab-'));
    await mkdir(join(folder, 'tab/assets'), { recursive: true });
    await writeFile(join(folder, 'secret.json'), '{"secret":true}');
    await writeFile(join(folder, 'tab/index.html'), '<title>Tab</title>');
    await writeFile(join(folder, 'tab/assets/main-AbCd_123.js'), 'export {};');
    await symlink(join(folder, 'secret.json'), join(folder, 'tab/link.json'));
    const files = createTabFiles({
      folder: join(folder, 'tab'),
      config,
      frameAncestors: ['https://*.cloud.microsoft', 'https://teams.microsoft.com'],
      signInOrigin: 'https://login.example',
    });
    server = createServer((asked, response) => {
      void files.handle(asked, response).then((taken) => {
        if (!taken) response.writeHead(299).end();
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(async () => {
    await new Promise((done) => server.close(done));
    await rm(folder, { recursive: true });
  });

  /** As it is spelt: fetch would tidy the path first. */
  const ask = (path: string, method = 'GET') =>
    new Promise<{ status: number; headers: Record<string, unknown>; text: string }>(
      (done, fail) => {
        const sent = request({ port, host: '127.0.0.1', path, method }, (answer) => {
          let text = '';
          answer.on('data', (piece) => {
            text += piece;
          });
          answer.on('end', () =>
            done({ status: answer.statusCode ?? 0, headers: answer.headers, text }),
          );
        });
        sent.on('error', fail).end();
      },
    );

  it('is served with a policy that only its host may frame it and only its own scripts run', async () => {
    const { status, text, headers } = await ask('/tab/?subPageId=HV-2026-0042');
    expect([status, text]).toEqual([200, '<title>Tab</title>']);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain(
      "frame-ancestors 'self' https://*.cloud.microsoft https://teams.microsoft.com",
    );
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain(
      "connect-src 'self' https://res.cdn.office.net https://login.example;",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-cache');
  });

  it('lets browsers keep what is named by its content, for ever', async () => {
    const { headers } = await ask('/tab/assets/main-AbCd_123.js');
    expect(headers['cache-control']).toContain('immutable');
    expect(headers['content-type']).toContain('text/javascript');
  });

  it('says which tenant and hosts it is for', async () => {
    const { text, headers } = await ask('/tab/config.json');
    expect(JSON.parse(text)).toEqual(config);
    expect(headers['content-type']).toContain('application/json');
  });

  it.each([
    '/tab/../secret.json',
    '/tab/..%2fsecret.json',
    '/tab/%2e%2e/secret.json',
    '/tab/assets/../../secret.json',
    '/tab//etc/hostname',
    '/tab/..\\secret.json',
    '/tab/%00',
    '/tab/%zz',
    '/tab/link.json',
    '/tab/assets',
    '/tab/nothing.js',
  ])('gives out nothing for %s', async (path) => {
    const { status, text } = await ask(path);
    expect([status, text]).toEqual([404, '']);
  });

  it('only reads, and leaves other addresses alone', async () => {
    expect((await ask('/tab/', 'POST')).status).toBe(405);
    expect((await ask('/tab')).headers).toMatchObject({ location: '/tab/' });
    expect((await ask('/tables')).status).toBe(299);
  });
});
