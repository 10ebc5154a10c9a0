/** Reads what has changed in the lists since last time, and looks at what we did not write. */
import { type Book, BookClosed, type Changes, type Item } from '../register/book.ts';
import { earlierIn } from '../register/history.ts';
import { visitId } from '../vocabulary.ts';
import type { Key } from './diary.ts';
import { changedParts, type Which } from './notice-parts.ts';
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
    ...(await notePartsIn(world, 'visit', items)),
    ...(await eachOf(items, (item) => lookAtVisit(world, item))),
    ...(await lookAtDeleted(world, new Set(deleted), 'visit')),
  ]);
  await noteLearnt(world);
  await since(world, 'assessments', world.books.assessments, async ({ items, deleted }) => [
    ...(await notePartsIn(world, 'assessment', items)),
    ...(await eachOf(items, (item) => lookAtAssessment(world, item))),
    ...(await lookAtDeleted(world, new Set(deleted), 'assessment')),
  ]);
  await lookAtParts(world, 'visit', world.books.visitsMore);
  await lookAtParts(world, 'assessment', world.books.safeguardingMore);
};

/** That there are any at all: a school whose histories all fit in their items asks Graph nothing more for it. */
const notePartsIn = async (world: World, which: Which, items: readonly Item[]): Promise<Faults> => {
  if (items.some(({ columns }) => earlierIn(String(columns['History'] ?? '')).length > 0))
    await world.diary.commit([{ put: tokenKey(world, `${which} has parts`), value: 'yes' }]);
  return [];
};

const lookAtParts = async (world: World, which: Which, book: Book): Promise<void> => {
  const has = await world.diary.read(tokenKey(world, `${which} has parts`));
  if (has === undefined) return;
  await since(world, `${which} parts`, book, async (changes) =>
    eachOf(await changedParts(world, which, changes), (look) => look()),
  );
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
  which: Which,
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
