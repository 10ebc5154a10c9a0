/** Reads what has changed in the lists since last time, and looks at what we did not write. */
import type { Book, Changes, Item } from '../register/book.ts';
import { visitId } from '../vocabulary.ts';
import type { Key } from './diary.ts';
import { openPage, pageOf } from './page.ts';
import type { World } from './ports.ts';
import { reconcileAssessment, reconcileDeleted, reconcileVisit } from './reconcile.ts';
import { noteReference } from './reference.ts';

const tokenKey = (world: World, book: string): Key => ({
  school: world.school,
  partition: 'changes',
  kind: 'kept',
  id: book,
});

/** Throws BookClosed; what was not looked at is looked at next time. */
export const noticeChanges = async (world: World): Promise<void> => {
  await since(world, 'visits', world.books.visits, async ({ items, deleted }) => {
    for (const item of items) await lookAtVisit(world, item);
    if (deleted.length > 0) await lookAtDeleted(world, new Set(deleted));
  });
  await since(world, 'assessments', world.books.assessments, async ({ items }) => {
    for (const item of items) await lookAtAssessment(world, item);
  });
};

const since = async (
  world: World,
  name: string,
  book: Book,
  look: (changes: Changes) => Promise<void>,
): Promise<void> => {
  const record = await world.diary.read(tokenKey(world, name));
  const changes = await book.changes(record === undefined ? undefined : String(record.value));
  await look(changes);
  await world.diary.commit([{ put: tokenKey(world, name), value: changes.token }]);
};

const keyOf = (item: Item) => visitId(String(item.columns['VisitKey'] ?? ''));

/** In turn with the visit's commands, so that a write on its way is not taken for somebody else's. */
const lookAtVisit = async (world: World, item: Item): Promise<void> => {
  const id = keyOf(item);
  if (id === '') return;
  await world.inTurn(id, () => reconcileVisit(world, id, item)).catch(world.report);
  await noteReference(world, id, String(item.columns['Title'] ?? ''));
};

const lookAtAssessment = async (world: World, item: Item): Promise<void> => {
  const id = keyOf(item);
  if (id === '') return;
  await world.inTurn(id, () => reconcileAssessment(world, id, item)).catch(world.report);
};

const lookAtDeleted = async (world: World, deleted: ReadonlySet<string>): Promise<void> => {
  for (const record of await world.diary.list(world.school, 'page')) {
    const { place } = pageOf(world, record);
    if (place === undefined || !deleted.has(place.item)) continue;
    const id = visitId(record.partition);
    await world
      .inTurn(id, async () => {
        const { page } = await openPage(world, id);
        if (page.place?.item === place.item) await reconcileDeleted(world, id);
      })
      .catch(world.report);
  }
};
