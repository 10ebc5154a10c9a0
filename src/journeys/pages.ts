/** All visits the diary knows, as they stand. Drawn from the diary alone, so it answers with SharePoint down. */
import type { VisitId } from '../vocabulary.ts';
import { visitId } from '../vocabulary.ts';
import { intentOf } from './intents.ts';
import { openPage, pageOf, visitOn } from './page.ts';
import type { VisitView, World } from './ports.ts';
import { viewWith } from './see.ts';

type Drawn = { readonly version: number; readonly view: VisitView | undefined };

/** Remembers what it drew until the page has a new version. */
export const viewer = (world: World): (() => Promise<readonly VisitView[]>) => {
  const drawn = new Map<string, Drawn>();
  return async () => {
    const [records, intents] = await Promise.all([
      world.diary.list(world.school, 'page'),
      world.diary.list(world.school, 'intent'),
    ]);
    const held = Map.groupBy(intents, (record) => record.partition);
    return records.flatMap((record) => {
      const waiting = (held.get(record.partition) ?? [])
        .map((intent) => intentOf(world, intent))
        .filter((intent) => intent.held);
      const known = drawn.get(record.partition);
      const fresh =
        known?.version === record.version
          ? known
          : { version: record.version, view: draw(world, record) };
      drawn.set(record.partition, fresh);
      if (fresh.view === undefined) return [];
      const verbs = waiting.map((intent) => intent.command.verb);
      return [{ ...fresh.view, held: verbs, filed: fresh.view.filed && verbs.length === 0 }];
    });
  };
};

const draw = (world: World, record: Parameters<typeof pageOf>[1]): VisitView | undefined => {
  const page = pageOf(world, record);
  return visitOn(page).status === 'unsubmitted'
    ? undefined
    : viewWith(visitId(record.partition), page, []);
};

/** One visit as it stands; undefined where there is none. */
export const viewCalled = async (world: World, id: VisitId): Promise<VisitView | undefined> => {
  const { page } = await openPage(world, id);
  if (visitOn(page).status === 'unsubmitted') return undefined;
  const records = await world.diary.readPartition(world.school, id, 'intent');
  const held = records.map((record) => intentOf(world, record)).filter((intent) => intent.held);
  return viewWith(
    id,
    page,
    held.map((intent) => intent.command.verb),
  );
};
