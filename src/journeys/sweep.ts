/** The backstop: every visit, silent alarm and worry that a list says to watch has its page and its timer, though the diary be new. */
import { BookClosed, type Item } from '../register/book.ts';
import { nextCheck } from '../visits/next-check.ts';
import { type VisitId, visitId } from '../vocabulary.ts';
import { openPage, pageOf, putPage, timerFor, visitOn } from './page.ts';
import { policyFor } from './policy-versions.ts';
import type { World } from './ports.ts';
import { reconcileAssessment, reconcileVisit } from './reconcile.ts';
import { noteReference } from './reference.ts';
import { restoreWatched } from './restore.ts';
import { settleRounds } from './round.ts';

/** Throws BookClosed. Two list queries' price, whatever the number of visits, for those we know already. */
export const sweep = async (world: World): Promise<void> => {
  await restoreTimers(world);
  for (const item of await world.books.visits.where('Watch', 'yes')) {
    const id = visitId(String(item.columns['VisitKey'] ?? ''));
    if (id !== '') await alone(world, () => lookAt(world, id, item));
  }
  await alone(world, () => settleRounds(world));
  await restoreTimers(world);
  await restoreWatched(world);
};

/** One visit that cannot be looked at does not keep the others from being watched. */
const alone = async (world: World, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof BookClosed) throw error;
    world.report(error);
  }
};

const lookAt = async (world: World, id: VisitId, item: Item): Promise<void> => {
  await noteReference(world, id, String(item.columns['Title'] ?? ''));
  await world.inTurn(id, async () => {
    const { page } = await openPage(world, id);
    if (visitOn(page).status === 'unsubmitted') await restore(world, id);
    else await reconcileVisit(world, id, item);
  });
};

/** The restricted part comes back from the safeguarding site. */
const restore = async (world: World, id: VisitId): Promise<void> => {
  const [visit, assessment] = await Promise.all([
    world.books.visits.find(id, 'background'),
    world.books.assessments.find(id, 'background'),
  ]);
  if (visit === undefined) return;
  await reconcileVisit(world, id, visit);
  if (assessment !== undefined) await reconcileAssessment(world, id, assessment);
};

/** A page without its timer has lost it: it is set again. */
const restoreTimers = async (world: World): Promise<void> => {
  const timed = new Set(
    (await world.diary.list(world.school, 'timer')).map((one) => one.partition),
  );
  for (const record of await world.diary.list(world.school, 'page')) {
    if (timed.has(record.partition)) continue;
    const page = pageOf(world, record);
    if (page === undefined) continue;
    const visit = visitOn(page);
    const { calendar } = await world.registers();
    if (nextCheck(visit, await policyFor(world, visit), calendar) === undefined) continue;
    const id = visitId(record.partition);
    await alone(world, async () => {
      const timer = await timerFor(world, id, page);
      const kept = putPage(world, id, { page, version: record.version });
      // A clash is somebody who has just written the page, and its timer with it.
      await world.diary.commit([kept, timer]);
    });
  }
};
