/** Run as a process of its own: commits for ever and says so each time, until somebody kills it. */
import { sqliteDiary } from '../../src/diary/sqlite-diary.ts';
import { instant, schoolId } from '../../src/vocabulary.ts';

const diary = sqliteDiary(process.argv[2] ?? '');
const due = instant('2026-11-23T10:00:00Z');

for (let count = 0; ; count += 1) {
  const where = { school: schoolId('school'), partition: `visit-${count}` };
  const answer = await diary.commit([
    { put: { ...where, kind: 'page', id: 'page' }, value: { count } },
    { put: { ...where, kind: 'timer', id: 'timer' }, value: { count }, due, lane: 'alarm' },
  ]);
  if (answer !== 'done') throw new Error('a fresh partition clashed');
  process.stdout.write(`${count}\n`);
}
