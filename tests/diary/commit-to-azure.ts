/** Run as a process of its own: makes commits too large for one transaction, for ever, and says so each time. */
import { azureDiary } from '../../src/diary/azure-diary.ts';
import type { Change } from '../../src/journeys/diary.ts';
import { instant, schoolId } from '../../src/vocabulary.ts';

const [connection = '', table = ''] = process.argv.slice(2);
const school = schoolId('school');
const diary = azureDiary({ connection, table }, [school]);
const due = instant('2026-11-23T10:00:00Z');

for (let count = 0; ; count += 1) {
  const where = { school, partition: `visit-${count}` };
  const outgoing = Array.from(
    { length: 120 },
    (_, n): Change => ({
      put: { ...where, kind: 'outgoing', id: `o${n}` },
      value: n,
      due,
      lane: 'alarm',
    }),
  );
  const page = {
    put: { ...where, kind: 'page', id: 'page' },
    value: 1,
    expects: 'absent',
  } as const;
  if ((await diary.commit([page, ...outgoing])) !== 'done') throw new Error('It clashed.');
  process.stdout.write(`${where.partition}\n`);
}
