/** Microsoft's own stand-in for Azure Storage, its tables alone, in a folder and on a port of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export type Azurite = { readonly connection: string; readonly stop: () => Promise<void> };

/** The account and key that every Azurite has, published by Microsoft. */
const name = 'devstoreaccount1';
const key =
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

const require = createRequire(import.meta.url);

export const startAzurite = async (): Promise<Azurite> => {
  const folder = mkdtempSync(join(tmpdir(), 'azurite-'));
  const port = await freePort();
  const script = require.resolve('azurite/dist/src/table/main.js');
  const given = ['--silent', '--disableTelemetry', '--skipApiVersionCheck'];
  const child = spawn(
    process.execPath,
    [script, ...given, '--tablePort', String(port), '--location', folder],
    { env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const gone = once(child, 'exit');
  // Nothing of it outlives the tests, whatever ends them.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const address = `http://127.0.0.1:${port}/${name}`;
  await answering(address);
  return {
    connection: `DefaultEndpointsProtocol=http;AccountName=${name};AccountKey=${key};TableEndpoint=${address};`,
    stop: async () => {
      process.off('exit', kill);
      kill();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const place = server.address();
      const port = typeof place === 'object' && place !== null ? place.port : 0;
      server.close(() => resolve(port));
    });
  });

/** Any answer will do, though it be a refusal. */
const answering = async (address: string): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const heard = await fetch(address).then(
      () => true,
      () => false,
    );
    if (heard) return;
    await pause(100);
  }
  throw new Error('Azurite does not answer.');
};
