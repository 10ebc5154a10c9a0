/** Starts the product with what the environment says. */
import { startServer } from './server.ts';
import { readSettings } from './settings.ts';
import { instant } from './vocabulary.ts';

const settings = readSettings(process.env);
const running = await startServer({
  settings,
  now: () => instant(new Date().toISOString()),
  report: (error) => console.error(error),
});
console.info(`Home Visits listens at ${running.address}`);

const stop = () => void running.close().then(() => process.exit(0));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
