/** What the product does by itself: looks at the clock, sends what waits, brings the list up to date, and looks at the list. */

import { BookClosed } from '../register/book.ts';
import { type Instant, minutesAfter, visitId } from '../vocabulary.ts';
import { noteActivity } from './activity.ts';
import { clockOfConcern } from './concerns.ts';
import type { DiaryRecord, Key } from './diary.ts';
import { clockOfDuress, isDuress } from './duress.ts';
import { noteHome, refreshHomes } from './families.ts';
import { fileConcern } from './file-concern.ts';
import { fileDuress } from './file-duress.ts';
import { followVisit } from './follow.ts';
import { hazards, noteHazards } from './hazards.ts';
import { lookAtClock } from './look-at-clock.ts';
import { noticeChanges } from './notice-changes.ts';
import { openPage, visitOn } from './page.ts';
import { viewer } from './pages.ts';
import { filePolicy, refreshPolicies } from './policy-book.ts';
import { readingsPart, versionsPart } from './policy-kept.ts';
import { askReaders } from './policy-reading.ts';
import type { World } from './ports.ts';
import { testResponders } from './reach.ts';
import { remindOfRegisters } from './registers-run-out.ts';
import { resume } from './resume.ts';
import { refreshRoster } from './roster.ts';
import { settleRounds } from './round.ts';
import { sendWaiting } from './send.ts';
import { standing } from './standing.ts';
import { sweep } from './sweep.ts';
import { fileWaiting } from './weekly-file.ts';
import { isWeekly } from './weekly-kept.ts';
import type { Views } from './weekly-list.ts';
import { lookAfterLists } from './weekly-look.ts';

/** Which of the repeating jobs comes how often, in minutes. */
const every = {
  changes: 1,
  roster: 5,
  reminders: 15,
  homes: 30,
  sweep: 5,
  policies: 5,
  'policy-asks': 1,
  lists: 2,
  tests: 15,
} as const;
type Repeating = keyof typeof every;

const schoolPart = 'school';

const jobKey = (world: World, id: string, partition: string = schoolPart): Key => ({
  school: world.school,
  partition,
  kind: 'job',
  id,
});

/** Makes sure that the diary is ours, and that each repeating job is in it; one that is there keeps its turn. Throws where another key sealed it. */
export const startJobs = async (world: World): Promise<void> => {
  await checkKey(world);
  for (const id of Object.keys(every))
    await world.diary.commit([
      { put: jobKey(world, id), value: {}, due: world.now(), lane: 'ordinary', expects: 'absent' },
    ]);
};

/** With another key everything in the diary would seem lost, and would be written over. */
const checkKey = async (world: World): Promise<void> => {
  const put = { school: world.school, partition: schoolPart, kind: 'kept', id: 'key' } as const;
  const record = await world.diary.read(put);
  if (record === undefined)
    await world.diary.commit([{ put, value: world.keys.seal('ours'), expects: 'absent' }]);
  else if (world.keys.open(String(record.value)) !== 'ours')
    throw new Error('The diary was sealed with another key than SEAL_KEY.');
};

/** Does what one due record asks for. What throws comes back, ever more seldom. */
export const doRecord = async (
  world: World,
  record: DiaryRecord,
  views: Views = viewer(world),
): Promise<void> => {
  switch (record.kind) {
    case 'timer':
      if (isDuress(record.partition)) return clockOfDuress(world, record);
      return record.partition.startsWith('concern ')
        ? clockOfConcern(world, record)
        : lookAtClock(world, record);
    case 'outgoing':
      return sendWaiting(world, record);
    case 'intent':
      return resume(world, record);
    case 'job':
      return doJob(world, record, views);
    default:
      return drop(world, record);
  }
};

const doJob = async (world: World, record: DiaryRecord, views: Views): Promise<void> => {
  const { id, partition } = record;
  if (partition.startsWith('concern ')) return fileConcern(world, record);
  if (isDuress(partition)) return fileDuress(world, record);
  if (partition === schoolPart && isRepeating(id)) return repeat(world, id, record, views);
  if (partition === 'activity') return noteActivity(world, record);
  if (isWeekly(partition)) return fileWaiting(world, record);
  if (partition === 'hazards') return hazards.file(world, record);
  if (partition === 'standing') return standing.file(world, record);
  if (partition === versionsPart || partition === readingsPart) return filePolicy(world, record);
  if (id === 'follow') return followVisit(world, record);
  if (id === 'home') return noteHomeOf(world, record);
  if (id === 'round') return settleThen(world, record);
  return drop(world, record);
};

/** Homes, what is known of them, and the assessments that stand. Throws BookClosed. */
export const refreshAllHomes = async (world: World): Promise<void> => {
  await refreshHomes(world);
  await hazards.refresh(world);
  await standing.refresh(world);
};

const isRepeating = (id: string): id is Repeating => id in every;

/** A job that missed turns runs once, and comes again one turn after now. */
const repeat = async (
  world: World,
  id: Repeating,
  record: DiaryRecord,
  views: Views,
): Promise<void> => {
  const due = minutesAfter(world.now(), every[id]);
  await world.diary.commit([
    { put: jobKey(world, id), value: record.value, due, lane: 'ordinary' },
  ]);
  await quietly(async () => {
    if (id === 'changes') await noticeChanges(world);
    if (id === 'roster') await refreshRoster(world);
    if (id === 'homes') await refreshAllHomes(world);
    if (id === 'sweep') await sweep(world);
    if (id === 'policies') await refreshPolicies(world);
    if (id === 'policy-asks') await askReaders(world);
    if (id === 'reminders') await remindOfRegisters(world, views);
    if (id === 'tests') await testResponders(world);
    if (id === 'lists') await lookAfterLists(world, views);
  });
};

/** SharePoint being away is known and waited for; it is no fault to report every minute. */
const quietly = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof BookClosed)) throw error;
  }
};

const settleThen = async (world: World, record: DiaryRecord): Promise<void> => {
  await settleRounds(world);
  await drop(world, record);
};

const noteHomeOf = async (world: World, record: DiaryRecord): Promise<void> => {
  const { page } = await openPage(world, visitId(record.partition));
  const visit = visitOn(page);
  try {
    if (visit.status !== 'unsubmitted') {
      await noteHazards(world, visit, page.events);
      await noteHome(world, visit, page.events);
    }
    await drop(world, record);
  } catch (error) {
    if (!(error instanceof BookClosed)) throw error;
    await later(world, record, minutesAfter(world.now(), 1));
  }
};

const later = async (world: World, record: DiaryRecord, due: Instant): Promise<void> => {
  const { school, partition, kind, id, value, version } = record;
  const put = { school, partition, kind, id };
  await world.diary.commit([
    { put, value, due, lane: record.lane ?? 'ordinary', expects: version },
  ]);
};

const drop = async (world: World, { school, partition, kind, id, version }: DiaryRecord) => {
  await world.diary.commit([{ remove: { school, partition, kind, id }, expects: version }]);
};
