/** The backstop: every visit the list says to watch has a page and a timer, though the diary be new. */
import { visitId } from '../vocabulary.ts';
import { commitPage } from './carry-out.ts';
import { DiaryClash } from './diary.ts';
import { openPage, visitOn } from './page.ts';
import type { World } from './ports.ts';
import { reconcileAssessment, reconcileVisit } from './reconcile.ts';
import { noteReference } from './reference.ts';

/** Throws BookClosed. Two list queries' price, whatever the number of visits, for those we know already. */
export const sweep = async (world: World): Promise<void> => {
  for (const item of await world.books.visits.where('Watch', 'yes')) {
    const id = visitId(String(item.columns['VisitKey'] ?? ''));
    if (id === '') continue;
    await noteReference(world, id, String(item.columns['Title'] ?? ''));
    await world.inTurn(id, async () => {
      const open = await openPage(world, id);
      if (open.version === 'absent') await restore(world, id);
    });
    await world.inTurn(id, () => reconcileVisit(world, id, item)).catch(world.report);
  }
  await restoreTimers(world);
};

/** The restricted part comes back from the safeguarding site. */
const restore = async (world: World, id: ReturnType<typeof visitId>): Promise<void> => {
  const [visit, assessment] = await Promise.all([
    world.books.visits.find(id, 'background'),
    world.books.assessments.find(id, 'background'),
  ]);
  if (visit === undefined) return;
  await reconcileVisit(world, id, visit);
  if (assessment === undefined) return;
  await reconcileAssessment(world, id, assessment);
};

/** A page without a timer has lost it: it is set again. */
const restoreTimers = async (world: World): Promise<void> => {
  const timed = new Set(
    (await world.diary.list(world.school, 'timer')).map((one) => one.partition),
  );
  for (const { partition } of await world.diary.list(world.school, 'page')) {
    if (timed.has(partition)) continue;
    const id = visitId(partition);
    await world.inTurn(id, async () => {
      const open = await openPage(world, id);
      if (visitOn(open.page).status === 'unsubmitted') return;
      await commitPage(world, id, open, undefined).catch((error: unknown) => {
        if (!(error instanceof DiaryClash)) throw error;
      });
    });
  }
};
