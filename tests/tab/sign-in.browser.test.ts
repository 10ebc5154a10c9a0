/** The tab in an ordinary browser, signing in with the tenant on one's own machine. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { createTokenCheck } from '../../src/api/tokens.ts';
import { createEntra } from '../../src/local/entra/entra.ts';
import { createClaims, createSigners } from '../../src/local/entra/tokens.ts';
import { answerFor, readCall, send } from '../../src/local/http.ts';
import { openSecrets } from '../../src/local/secrets.ts';
import { tenant } from '../../src/local/tenant.ts';
import { createFakeHouse } from '../api/fake-house.ts';
import { launchBrowser } from '../support/browser.ts';
import { buildTab, serveTab } from './tab-server.ts';

const originOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

describe('in an ordinary browser', () => {
  let folder: string;
  let browser: Browser;
  let entra: Server;
  let tab: Awaited<ReturnType<typeof serveTab>> | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'signing-in-'));
    const secrets = openSecrets(join(folder, 'data'));
    const address = () => originOf(entra);
    const claims = createClaims(address);
    const route = createEntra({
      address,
      productOrigins: () => (tab === undefined ? [] : [tab.origin]),
      secrets,
      signers: await createSigners(secrets),
      claims,
    });
    entra = createServer((request, response) => {
      void readCall(request)
        .then(route)
        .then((answer) => send(response, answer ?? { status: 404 }))
        .catch((error: unknown) => send(response, answerFor(error)));
    });
    await new Promise<void>((done) => entra.listen(0, '127.0.0.1', done));
    await buildTab(join(folder, 'tab'));
    const base = `${address()}/${tenant.id}`;
    const metadata = await fetch(`${base}/v2.0/.well-known/openid-configuration`);
    tab = await serveTab(join(folder, 'tab'), createFakeHouse().house, {
      tokens: createTokenCheck({
        entraAddress: address(),
        tenant: tenant.id,
        audiences: [tenant.tabAppId],
      }),
      origin: address(),
      config: {
        tenant: tenant.id,
        tabAppId: tenant.tabAppId,
        authority: `https://${new URL(address()).host}/${tenant.id}/v2.0`,
        authorityMetadata: await metadata.text(),
      },
    });
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await tab?.close();
    entra.closeAllConnections();
    await new Promise((done) => entra.close(done));
    await rm(folder, { recursive: true });
  });

  it('asks who it is, once, and then shows the pages of that person', async () => {
    const page = await browser.newPage();
    await page.goto(`${tab?.origin}/tab/`);
    const opens = page.waitForEvent('popup');
    await page.getByRole('button', { name: 'Sign in' }).click({ timeout: 15_000 });
    const popup = await opens;
    await popup.getByRole('link', { name: 'Sam Pike' }).click();
    await page.getByRole('heading', { name: 'My visits' }).waitFor({ timeout: 15_000 });
    await page.reload();
    await page.getByRole('heading', { name: 'My visits' }).waitFor({ timeout: 15_000 });
    expect(await page.getByRole('button', { name: 'Sign in' }).count()).toBe(0);
    await page.close();
  }, 60_000);
});
