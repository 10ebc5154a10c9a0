/** The production server, unchanged, under the clock of the tenant on your machine. */
import { keepCompiled, writeCompiled } from '../quick-start.ts';
import { isJson } from './json.ts';

keepCompiled();
const { startServer } = await import('../server.ts');
const { readSettings } = await import('../settings.ts');
const { instant } = await import('../vocabulary.ts');

const settings = readSettings(process.env);

let offsetMs = Number(process.env['CLOCK_OFFSET_MS'] ?? 0);
const running = await startServer({
  settings,
  now: () => instant(new Date(Date.now() + offsetMs).toISOString()),
  report: (error) => console.error(error),
});

process.on('message', (message) => {
  if (!isJson(message) || message['type'] !== 'clock') return;
  offsetMs = Number(message['offsetMs']);
  const { id } = message;
  void running.settle().then(() => process.send?.({ type: 'settled', id }));
});
process.send?.({ type: 'ready' });
writeCompiled();

const stop = () => void running.close().then(() => process.exit(0));
process.once('SIGTERM', stop);
process.once('SIGINT', () => undefined);
process.once('disconnect', stop);
