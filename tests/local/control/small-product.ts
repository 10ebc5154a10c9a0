// A product of a few lines: a process of its own that speaks with its parent as the real one does.
import { appendFileSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const { PORT = '0', DATA_DIR = '', CLOCK_OFFSET_MS = '', PACK = '', SEAL_KEY = '' } = process.env;
mkdirSync(DATA_DIR, { recursive: true });
let offsetMs = Number(CLOCK_OFFSET_MS);

process.on('message', (message: { readonly id: number; readonly offsetMs: number }) => {
  offsetMs = message.offsetMs;
  // What came due takes a moment.
  setTimeout(() => {
    appendFileSync(join(DATA_DIR, 'done'), `${offsetMs}\n`);
    process.send?.({ type: 'settled', id: message.id });
  }, 50);
});
process.on('disconnect', () => process.exit());

createServer((_request, response) => {
  response.end(JSON.stringify({ offsetMs, pack: PACK, sealed: SEAL_KEY.length }));
}).listen(Number(PORT), '127.0.0.1', () => process.send?.({ type: 'ready' }));
