/** Starts the product with what the environment says. */
import { keepCompiled, writeCompiled } from './quick-start.ts';

keepCompiled();
const { startServer } = await import('./server.ts');
const { readSettings } = await import('./settings.ts');
const { instant } = await import('./vocabulary.ts');

const settings = readSettings(process.env);
const running = await startServer({
  settings,
  now: () => instant(new Date().toISOString()),
  report: (error) => console.error(error),
});
console.info(`Home Visits listens at ${running.address}`);
writeCompiled();

const stop = () => void running.close().then(() => process.exit(0));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
