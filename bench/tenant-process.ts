/** The local tenant in a process of its own, and beside it whichever bot is measured. */
import { prepare } from '../src/local/prepare.ts';
import { startTenant } from '../src/local/tenant-server.ts';

const { PRODUCT_PORT, DATA_DIR = '', SCRIPT = '' } = process.env;

const tenant = await startTenant({
  port: 0,
  productPort: Number(PRODUCT_PORT),
  dataDir: DATA_DIR,
  script: SCRIPT,
  prepare,
  onLost: (reason) => console.error(`The bot stopped (${reason}).`),
});
process.send?.({ address: tenant.address });

const stop = () => void tenant.close().then(() => process.exit(0));
process.once('disconnect', stop);
process.once('SIGINT', () => undefined);
