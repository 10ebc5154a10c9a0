/** A tenant and a bot started for one measurement, and thrown away after it. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Place = Awaited<ReturnType<typeof openPlace>>;

export type Bot = 'product' | 'bare';

const scriptOf: Readonly<Record<Bot, string>> = {
  product: '../src/local/product.ts',
  bare: './bare-bot.ts',
};

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

const heard = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.once('message', (said) => resolve((said as { readonly address: string }).address));
    child.once('exit', (code) => reject(new Error(`The tenant did not start (${code}).`)));
  });

export type Control = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>;

const controlOf =
  (address: string): Control =>
  async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${address}${path}`, {
      method,
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    return (await response.json()) as Answer;
  };

/** `env` is told to the bot besides what every bot is told. */
export const openPlace = async (bot: Bot, env: Readonly<Record<string, string>> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'home-visits-bench-'));
  const port = await freePort();
  const child = fork(fileOf('./tenant-process.ts'), [], {
    env: {
      ...process.env,
      ...env,
      PRODUCT_PORT: String(port),
      DATA_DIR: folder,
      SCRIPT: fileOf(scriptOf[bot]),
    },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const address = await heard(child);
  return {
    folder,
    tenantAddress: address,
    botAddress: `http://127.0.0.1:${port}`,
    control: controlOf(address),
    close: async () => {
      const gone = new Promise((done) => child.once('exit', done));
      child.disconnect();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
