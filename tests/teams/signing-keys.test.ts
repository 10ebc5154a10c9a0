/** The connector's keys while nothing answers: those last seen do, and nobody waits for others. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { createSigningKeys } from '../../src/teams/signing-keys.ts';

let server: Server;
let address: string;
let asked: number;
beforeEach(async () => {
  asked = 0;
  server = createServer(() => {
    asked += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

it('are good after a restart, at once, though whoever has them hangs', async () => {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const set = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256' }] };
  const keys = createSigningKeys(`${address}/openid`, {
    read: async () => set,
    write: async () => undefined,
  });
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
    .sign(privateKey);
  const began = performance.now();
  for (let each = 0; each < 3; each += 1) await jwtVerify(token, keys.find);
  expect(performance.now() - began).toBeLessThan(1_000);
  await new Promise((done) => setTimeout(done, 50));
  expect(asked).toBe(1);
});
