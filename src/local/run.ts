import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildWeb } from './build-web.ts';
import { type Preparation, startTenant, type Tenant } from './tenant-server.ts';

const { PORT = '3978', LOCAL_PORT = '3979', DATA_DIR = '.local', PACK } = process.env;

const here = import.meta.dirname;

/** Makes the lists a school needs, and who works there, in a tenant that has none yet. */
const prepareTenant = async (preparation: Preparation): Promise<void> => {
  const script = join(here, '../sharepoint/provision.ts');
  if (!existsSync(script)) return;
  const { provision } = await import(script);
  await provision(preparation);
};

const product = join(here, 'product.ts');

const start = async (): Promise<Tenant> => {
  const [tenant] = await Promise.all([
    startTenant({
      port: Number(LOCAL_PORT),
      productPort: Number(PORT),
      dataDir: DATA_DIR,
      pack: PACK,
      ...(existsSync(product) && { script: product }),
      prepare: prepareTenant,
      onLost: (reason) => {
        console.error(`The product stopped (${reason}). Start it again from the workbench.`);
      },
    }),
    buildWeb(),
  ]);
  return tenant;
};

const running = start();

const stop = (): void => {
  const close = async () => (await running).close();
  // A second Ctrl-C does not wait.
  process.once('SIGINT', () => process.exit(130));
  void close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);

running.then(
  () => console.info(`Home Visits is running: http://localhost:${LOCAL_PORT}/`),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
