/** All visits the diary knows, as they stand. Drawn from the diary alone, so it answers with SharePoint down. */
import type { VisitId } from '../vocabulary.ts';
import { visitId } from '../vocabulary.ts';
import type { DiaryRecord } from './diary.ts';
import { intentOf } from './intents.ts';
import { openPage, pageOf, visitOn } from './page.ts';
import type { VisitView, World } from './ports.ts';
import { Unreadable } from './unsealed.ts';
import { viewWith } from './view.ts';

type Drawn = { readonly version: number; readonly view: VisitView | undefined };

/** What one intent holds up; undefined where it is on its way, or cannot be read. */
type HeldVerb = {
  readonly partition: string;
  readonly version: number;
  readonly verb: string | undefined;
};

/** Remembers what it drew until the page has a new version. One that cannot be read hides no other. */
export const viewer = (world: World): (() => Promise<readonly VisitView[]>) => {
  const drawn = new Map<string, Drawn>();
  const drawnAs = (record: DiaryRecord): VisitView | undefined => {
    const known = drawn.get(record.partition);
    if (known?.version === record.version) return known.view;
    const view = draw(world, record);
    drawn.set(record.partition, { version: record.version, view });
    return view;
  };
  let heldBefore = new Map<string, HeldVerb>();
  const held = (records: readonly DiaryRecord[]): Map<string, HeldVerb> => {
    const now = new Map<string, HeldVerb>();
    for (const record of records) {
      const name = JSON.stringify([record.partition, record.id]);
      const known = heldBefore.get(name);
      const { partition, version } = record;
      const same = known?.version === version ? known : undefined;
      now.set(name, same ?? { partition, version, verb: heldVerbs(world, [record])[0] });
    }
    heldBefore = now;
    return now;
  };
  return async () => {
    const [records, intents] = await Promise.all([
      world.diary.list(world.school, 'page'),
      world.diary.list(world.school, 'intent'),
    ]);
    const waiting = Map.groupBy(held(intents).values(), ({ partition }) => partition);
    return records.flatMap((record) => {
      const view = drawnAs(record);
      if (view === undefined) return [];
      const verbs = (waiting.get(record.partition) ?? []).flatMap(({ verb }) => verb ?? []);
      return [{ ...view, held: verbs, filed: view.filed && verbs.length === 0 }];
    });
  };
};

/** What waits for SharePoint. An intent that cannot be read is told of where it is taken up. */
const heldVerbs = (world: World, records: readonly DiaryRecord[]): readonly string[] =>
  records.flatMap((record) => {
    try {
      const { held, command } = intentOf(world, record);
      return held ? [command.verb] : [];
    } catch (error) {
      if (error instanceof Unreadable) return [];
      throw error;
    }
  });

const draw = (world: World, record: DiaryRecord): VisitView | undefined => {
  const page = pageOf(world, record);
  return page === undefined || visitOn(page).status === 'unsubmitted'
    ? undefined
    : viewWith(visitId(record.partition), page, []);
};

/** One visit as it stands; undefined where there is none. */
export const viewCalled = async (world: World, id: VisitId): Promise<VisitView | undefined> => {
  const { page } = await openPage(world, id);
  if (visitOn(page).status === 'unsubmitted') return undefined;
  const records = await world.diary.readPartition(world.school, id, 'intent');
  return viewWith(id, page, heldVerbs(world, records));
};
