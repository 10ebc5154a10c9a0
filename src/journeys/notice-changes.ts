/** Reads what has changed in the lists since last time, and looks at what we did not write. */
import { type Book, BookClosed, type Changes, type Item } from '../register/book.ts';
import { visitId } from '../vocabulary.ts';
import type { Key } from './diary.ts';
import { openPage, type Page, pageOf } from './page.ts';
import type { World } from './ports.ts';
import { reconcileAssessment, reconcileDeleted, reconcileVisit } from './reconcile.ts';
import { noteLearnt, noteReference } from './reference.ts';

const tokenKey = (world: World, book: string): Key => ({
  school: world.school,
  partition: 'changes',
  kind: 'kept',
  id: book,
});

/** Throws BookClosed; what was not looked at is looked at next time. */
export const noticeChanges = async (world: World): Promise<void> => {
  await since(world, 'visits', world.books.visits, async ({ items, deleted }) => [
    ...(await eachOf(items, (item) => lookAtVisit(world, item))),
    ...(await lookAtDeleted(world, new Set(deleted), 'visit')),
  ]);
  await noteLearnt(world);
  await since(world, 'assessments', world.books.assessments, async ({ items, deleted }) => [
    ...(await eachOf(items, (item) => lookAtAssessment(world, item))),
    ...(await lookAtDeleted(world, new Set(deleted), 'assessment')),
  ]);
};

type Faults = readonly unknown[];

/** Goes on to the next time only where everything could be looked at. What we wrote ourselves costs nothing to see again. */
const since = async (
  world: World,
  name: string,
  book: Book,
  look: (changes: Changes) => Promise<Faults>,
): Promise<void> => {
  const record = await world.diary.read(tokenKey(world, name));
  const changes = await book.changes(record === undefined ? undefined : String(record.value));
  const faults = await look(changes);
  for (const fault of faults) world.report(fault);
  if (faults.length === 0)
    await world.diary.commit([{ put: tokenKey(world, name), value: changes.token }]);
};

/** One that cannot be looked at does not keep the others from being seen. Throws BookClosed. */
const eachOf = async <T>(all: readonly T[], look: (one: T) => Promise<void>): Promise<Faults> => {
  const faults: unknown[] = [];
  for (const one of all) {
    try {
      await look(one);
    } catch (error) {
      if (error instanceof BookClosed) throw error;
      faults.push(error);
    }
  }
  return faults;
};

const keyOf = (item: Item) => visitId(String(item.columns['VisitKey'] ?? ''));

/** In turn with the visit's commands, so that a write on its way is not taken for somebody else's. */
const lookAtVisit = async (world: World, item: Item): Promise<void> => {
  const id = keyOf(item);
  if (id === '') return;
  await noteReference(world, id, String(item.columns['Title'] ?? ''));
  await world.inTurn(id, () => reconcileVisit(world, id, item));
};

const lookAtAssessment = async (world: World, item: Item): Promise<void> => {
  const id = keyOf(item);
  if (id !== '') await world.inTurn(id, () => reconcileAssessment(world, id, item));
};

const lookAtDeleted = async (
  world: World,
  deleted: ReadonlySet<string>,
  which: 'visit' | 'assessment',
): Promise<Faults> => {
  if (deleted.size === 0) return [];
  const placeOf = (page: Page | undefined) =>
    which === 'visit' ? page?.place : page?.assessmentPlace;
  const records = await world.diary.list(world.school, 'page');
  return eachOf(records, async (record) => {
    const place = placeOf(pageOf(world, record));
    if (place === undefined || !deleted.has(place.item)) return;
    const id = visitId(record.partition);
    await world.inTurn(id, async () => {
      const { page } = await openPage(world, id);
      if (placeOf(page)?.item === place.item) await reconcileDeleted(world, id, which);
    });
  });
};
