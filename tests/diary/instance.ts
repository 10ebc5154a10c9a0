/** Run as a process of its own: one instance of the product, as far as timers go. It says what it begins and has done. */
import { setTimeout as pause } from 'node:timers/promises';
import { azureDiary } from '../../src/diary/azure-diary.ts';
import { createRunner } from '../../src/journeys/due.ts';
import { instant, schoolId } from '../../src/vocabulary.ts';

const [connection = '', name = '', workMs = '0'] = process.argv.slice(2);
const diary = azureDiary({ connection }, [schoolId('school')]);
const say = (what: string, id: string) =>
  process.stdout.write(`${what} ${id} ${name} ${Date.now()}\n`);

const runner = createRunner(
  {
    diary,
    now: () => instant(new Date().toISOString()),
    report: (error) => process.stderr.write(`${name}: ${String(error)}\n`),
  },
  async (record) => {
    say('begun', record.id);
    await pause(Number(workMs));
    // As a message that has gone out: it is told before anybody can write down that it was.
    say('fired', record.id);
    const { school, partition, kind, id, version } = record;
    await diary.commit([{ remove: { school, partition, kind, id }, expects: version }]);
  },
  name,
);
setInterval(() => void runner.look(), 1_000);
say('ready', '-');
