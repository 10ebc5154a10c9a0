/** The items that hold the first of a long history: one that somebody changed or deleted is noticed, and written again. */
import type { Book, Changes, Item } from '../register/book.ts';
import type { Part } from '../register/parts.ts';
import { type VisitId, visitId } from '../vocabulary.ts';
import { act, asItStands, broken, untilKept } from './findings.ts';
import { holds, textOfPart } from './history-parts.ts';
import { type Page, pageOf } from './page.ts';
import type { World } from './ports.ts';

export type Which = 'visit' | 'assessment';

type Looking = () => Promise<void>;

/** What is to be looked at, each in turn with its visit's commands. What is no visit's is nobody's, and left alone. */
export const changedParts = async (
  world: World,
  which: Which,
  changes: Changes,
): Promise<readonly Looking[]> => {
  if (changes.items.length === 0 && changes.deleted.length === 0) return [];
  const records = await world.diary.list(world.school, 'page');
  return records.flatMap((record) => {
    const page = pageOf(world, record);
    const id = visitId(record.partition);
    return page === undefined
      ? []
      : partsOf(page, which)
          .flatMap(({ place }) => lookingAt(world, { id, which, place }, changes))
          .map((look) => () => world.inTurn(id, look));
  });
};

type Placed = { readonly id: VisitId; readonly which: Which; readonly place: Part['place'] };

const lookingAt = (
  world: World,
  { id, which, place }: Placed,
  { items, deleted }: Changes,
): readonly Looking[] => {
  if (place === undefined) return [];
  if (deleted.includes(place.item)) return [() => reconcileGone(world, id, which, place.item)];
  const changed = items.find((item) => item.place.item === place.item);
  return changed === undefined || changed.place.revision === place.revision
    ? []
    : [() => reconcilePart(world, id, which, changed)];
};

const reconcilePart = (world: World, id: VisitId, which: Which, item: Item): Promise<void> =>
  untilKept(world, id, async (open) => {
    const part = partAt(open.page, which, item.place.item);
    if (part === undefined) return;
    const now = await asItStands(bookOf(world, which), part.place, item);
    if (now === undefined) return;
    const { item: number, revision } = now.place;
    const isWhole = holds(now, textOfPart(historyOf(open.page, which), part.seal));
    const page = withPart(open.page, which, { ...part, place: isWhole ? now.place : undefined });
    const ask = isWhole ? {} : { ask: broken('pasted or altered', now.changedBy) };
    await act(world, id, {
      open,
      finding: { page, ...ask },
      name: `noticed ${which} part ${number} ${revision}`,
    });
  });

const reconcileGone = (world: World, id: VisitId, which: Which, item: string): Promise<void> =>
  untilKept(world, id, async (open) => {
    const part = partAt(open.page, which, item);
    if (part === undefined) return;
    const page = withPart(open.page, which, { ...part, place: undefined });
    const finding = { page, ask: broken('deleted', '') };
    await act(world, id, { open, finding, name: `noticed ${which} part ${item} gone` });
  });

const bookOf = ({ books }: World, which: Which): Book =>
  which === 'visit' ? books.visitsMore : books.safeguardingMore;

const partsOf = (page: Page, which: Which): readonly Part[] =>
  which === 'visit' ? page.parts : page.restrictedParts;

const historyOf = (page: Page, which: Which) =>
  which === 'visit'
    ? { events: page.events, parts: page.parts }
    : { events: page.restricted, parts: page.restrictedParts };

const partAt = (page: Page, which: Which, item: string): Part | undefined =>
  partsOf(page, which).find(({ place }) => place?.item === item);

const withPart = (page: Page, which: Which, part: Part): Page => {
  const parts = partsOf(page, which).map((each) => (each.seal === part.seal ? part : each));
  return which === 'visit' ? { ...page, parts } : { ...page, restrictedParts: parts };
};
