/** `npm start`: the whole of it on this machine, the tenant in this process and the product in one of its own. */
import { fileURLToPath } from 'node:url';
import { keepCompiled, writeCompiled } from '../quick-start.ts';
import { buildWeb } from './build-web.ts';
import type { Tenant } from './tenant-server.ts';

keepCompiled();
const { startTenant } = await import('./tenant-server.ts');
const { prepare } = await import('./prepare.ts');
const {
  PORT = '3978',
  LOCAL_PORT = '3979',
  DATA_DIR = '.local',
  PACK,
  TOKEN_SECONDS,
} = process.env;

const product = fileURLToPath(new URL('./product.ts', import.meta.url));

const start = async (): Promise<Tenant> => {
  const [tenant] = await Promise.all([
    startTenant({
      port: Number(LOCAL_PORT),
      productPort: Number(PORT),
      dataDir: DATA_DIR,
      pack: PACK,
      ...(TOKEN_SECONDS === undefined ? {} : { tokenSeconds: Number(TOKEN_SECONDS) }),
      script: product,
      prepare,
      onLost: (reason) => {
        console.error(`The product stopped (${reason}). Start it again from the workbench.`);
      },
    }),
    // Without its pages the tenant is still good for tests, and for finding out why.
    buildWeb().catch((error: unknown) => console.error(String(error))),
  ]);
  return tenant;
};

const running = start();
const patienceMs = 15_000;

const stop = (): void => {
  setTimeout(() => process.exit(1), patienceMs).unref();
  running
    .then((tenant) => tenant.close())
    .then(
      () => process.exit(0),
      () => process.exit(1),
    );
};
// npm passes a Ctrl-C on to us that the terminal has sent already: the second one changes nothing.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    process.on(signal, () => undefined);
    stop();
  });
}

running.then(
  () => {
    console.info(`Home Visits is running: http://localhost:${LOCAL_PORT}/`);
    writeCompiled();
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
