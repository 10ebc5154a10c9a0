/** What the product does by itself: looks at the clock, sends what waits, brings the list up to date, and looks at the list. */

import { BookClosed } from '../register/book.ts';
import { commandId, type Instant, minutesAfter, personId, visitId } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { noteActivity } from './activity.ts';
import { clockOfConcern, fileConcern } from './concerns.ts';
import type { DiaryRecord, Key } from './diary.ts';
import { noteHome, refreshHomes } from './families.ts';
import { followVisit } from './follow.ts';
import { handleVisit } from './handle-visit.ts';
import { intentOf } from './intents.ts';
import { noticeChanges } from './notice-changes.ts';
import { openPage, timerFor, visitOn } from './page.ts';
import type { World } from './ports.ts';
import { refreshRoster } from './roster.ts';
import { sendWaiting } from './send.ts';
import { sweep } from './sweep.ts';
import { putOutgoing } from './tell.ts';

/** Which of the repeating jobs comes how often, in minutes. */
const every = { changes: 1, roster: 5, homes: 30, sweep: 5 } as const;
type Repeating = keyof typeof every;

const schoolPart = 'school';

const jobKey = (world: World, id: string, partition: string = schoolPart): Key => ({
  school: world.school,
  partition,
  kind: 'job',
  id,
});

/** Makes sure each repeating job is in the diary; one that is there keeps its turn. */
export const startJobs = async (world: World): Promise<void> => {
  for (const id of Object.keys(every))
    await world.diary.commit([
      { put: jobKey(world, id), value: {}, due: world.now(), lane: 'ordinary', expects: 'absent' },
    ]);
};

/** Does what one due record asks for. What throws is tried again when its claim ends. */
export const doRecord = async (world: World, record: DiaryRecord): Promise<void> => {
  switch (record.kind) {
    case 'timer':
      return lookAtClock(world, record);
    case 'outgoing':
      return sendWaiting(world, record);
    case 'intent':
      return resume(world, record);
    case 'job':
      return doJob(world, record);
    default:
      return drop(world, record);
  }
};

const lookAtClock = async (world: World, record: DiaryRecord): Promise<void> => {
  if (record.partition.startsWith('concern ')) return clockOfConcern(world, record);
  const id = visitId(record.partition);
  const envelope = {
    id: commandId(`clock ${record.due ?? ''}`),
    by: product,
    via: 'product',
  } as const;
  await world.inTurn(id, () => handleVisit(world, id, { verb: 'check-clock', ...envelope }));
  const { page } = await openPage(world, id);
  const now = await world.diary.read(record);
  if (now?.version === record.version) await world.diary.commit([await timerFor(world, id, page)]);
};

/** The product does what no person asked for under its own name. */
const product = personId('home-visits');

const resume = async (world: World, record: DiaryRecord): Promise<void> => {
  const { command, held } = intentOf(world, record);
  const id = visitId(record.partition);
  const answer = await world.inTurn(id, () => handleVisit(world, id, command));
  if (answer.kind !== 'refused' || !held) return;
  const words = wordsFor((await world.policy()).language).journeys;
  const reasons = answer.refusals.map(({ because, next }) => `${because} ${next}`).join(' ');
  const { page } = await openPage(world, id);
  const visit = visitOn(page);
  const reference = visit.status === 'unsubmitted' ? 'Your request' : visit.reference;
  const approvers = command.verb === 'submit' ? [] : [...(await world.policy()).approval.roles];
  const text = words.heldRefused(reference, reasons);
  for (const person of await world.roster()) {
    if (person.id !== command.by && !person.roles.some((role) => approvers.includes(role)))
      continue;
    const message = { kind: 'notice', to: { people: [person.id] }, text } as const;
    const waiting = { recipient: { person: person.id }, message, tries: 0 };
    await world.diary.commit([putOutgoing(world, id, `held.${command.id}.${person.id}`, waiting)]);
  }
};

const doJob = async (world: World, record: DiaryRecord): Promise<void> => {
  const { id, partition } = record;
  if (partition.startsWith('concern ')) return fileConcern(world, record);
  if (partition === schoolPart && isRepeating(id)) return repeat(world, id, record);
  if (partition === 'activity') return noteActivity(world, record);
  if (id === 'follow') return followVisit(world, record);
  if (id === 'home') return noteHomeOf(world, record);
  return drop(world, record);
};

const isRepeating = (id: string): id is Repeating => id in every;

/** A job that missed turns runs once, and comes again one turn after now. */
const repeat = async (world: World, id: Repeating, record: DiaryRecord): Promise<void> => {
  const due = minutesAfter(world.now(), every[id]);
  await world.diary.commit([
    { put: jobKey(world, id), value: record.value, due, lane: 'ordinary' },
  ]);
  await quietly(async () => {
    if (id === 'changes') await noticeChanges(world);
    if (id === 'roster') await refreshRoster(world);
    if (id === 'homes') await refreshHomes(world);
    if (id === 'sweep') await sweep(world);
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

const noteHomeOf = async (world: World, record: DiaryRecord): Promise<void> => {
  const { page } = await openPage(world, visitId(record.partition));
  const visit = visitOn(page);
  try {
    if (visit.status !== 'unsubmitted') await noteHome(world, visit, page.events);
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
