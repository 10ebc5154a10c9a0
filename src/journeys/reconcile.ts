/** Holds what a list item says against what we know of the visit. What somebody changed by hand is noticed, recorded and never believed. */
import type { Book, Item, Place } from '../register/book.ts';
import { handChanges } from '../register/compare.ts';
import { parseRestrictedHistory, parseVisitHistory } from '../register/history.ts';
import type { VisitAsk } from '../visits/command.ts';
import { type CommandId, commandId, personId, type VisitId } from '../vocabulary.ts';
import { carryOut, commitPage } from './carry-out.ts';
import { DiaryClash } from './diary.ts';
import { columnsOf } from './file-visit.ts';
import { sharedLength, withListed, withListedRestricted } from './join.ts';
import {
  hasSeen,
  isUnderWay,
  type OpenPage,
  openPage,
  type Page,
  restrictedOwner,
  visitOn,
} from './page.ts';
import type { World } from './ports.ts';
import { tellUnknown } from './tell-unknown.ts';

type Finding = { readonly page: Page; readonly ask?: VisitAsk };

/** The visit's own item in the Visits list. Our own write is recognised by its revision and costs nothing more. */
export const reconcileVisit = (world: World, id: VisitId, item: Item): Promise<void> =>
  untilKept(world, id, async (open) => {
    const now = await asItStands(world.books.visits, open.page.place, item);
    if (now === undefined) return;
    const finding = await lookAtVisit(world, id, open.page, now);
    const { item: number, revision } = now.place;
    await act(world, id, { open, finding, name: `noticed ${number} ${revision}` });
  });

/** The visit's item in the safeguarding site. */
export const reconcileAssessment = (world: World, id: VisitId, item: Item): Promise<void> =>
  untilKept(world, id, async (open) => {
    const now = await asItStands(world.books.assessments, open.page.assessmentPlace, item);
    if (now === undefined) return;
    const finding = lookAtAssessment(world, id, open.page, now);
    const { item: number, revision } = now.place;
    await act(world, id, { open, finding, name: `noticed risk ${number} ${revision}` });
  });

/** What was read a while ago may be older than what we wrote since; read after the page, it never is. Undefined where it is as we left it, or gone. */
const asItStands = async (
  book: Book,
  known: Place | undefined,
  item: Item,
): Promise<Item | undefined> => {
  if (known === undefined) return item;
  if (known.revision === item.place.revision) return undefined;
  const now = await book.read(item.place.item, 'background');
  return now?.place.revision === known.revision ? undefined : now;
};

/** The item is gone from its list: it is written again, and told. */
export const reconcileDeleted = (
  world: World,
  id: VisitId,
  which: 'visit' | 'assessment',
): Promise<void> =>
  untilKept(world, id, async (open) => {
    const { page } = open;
    const place = which === 'visit' ? page.place : page.assessmentPlace;
    if (place === undefined) return;
    const without: Page =
      which === 'visit'
        ? { ...page, place: undefined, filed: 0 }
        : { ...page, assessmentPlace: undefined, filedRestricted: 0 };
    const finding: Finding = { page: without, ask: broken('deleted', '') };
    await act(world, id, { open, finding, name: `noticed ${which} ${place.item} gone` });
  });

const attempts = 8;

/** Somebody may act on the visit at this very moment; then it is looked at again. */
const untilKept = async (
  world: World,
  id: VisitId,
  work: (open: OpenPage) => Promise<void>,
): Promise<void> => {
  for (let left = attempts; ; left -= 1) {
    try {
      return await work(await openPage(world, id));
    } catch (error) {
      if (!(error instanceof DiaryClash) || left === 1) throw error;
    }
  }
};

const lookAtVisit = async (
  world: World,
  id: VisitId,
  known: Page,
  item: Item,
): Promise<Finding> => {
  const { place, changedBy: editor } = item;
  const parsed = parseVisitHistory(id, String(item.columns['History'] ?? ''), world.keys.hmac);
  const page: Page = {
    ...(known.events.length === 0 ? asTold(known, item, parsed) : known),
    place,
  };
  if (parsed.kind === 'broken')
    // Where nothing else is known of the visit, what still holds of its history is better than nothing.
    return {
      page: known.events.length === 0 ? withListed(world, id, page, parsed.sealed) : page,
      ask: broken(parsed.found, editor),
    };
  const shared = sharedLength(parsed.sealed, page.events);
  if (parsed.sealed.length < page.filed) return { page, ask: broken('older version', editor) };
  if (shared < page.filed) return { page, ask: broken('pasted or altered', editor) };
  const adopted = withListed(world, id, page, parsed.sealed);
  const listed: Page = { ...adopted, events: parsed.sealed };
  const changes = handChanges(await columnsOf(world, id, listed), item.columns);
  return changes.length === 0
    ? { page: adopted }
    : { page: adopted, ask: { verb: 'notice-hand-change', changes, editor } };
};

/** A new diary: the list says how much of it people have been told. It cannot have been more than there is. */
const asTold = (page: Page, item: Item, { sealed }: { sealed: readonly unknown[] }): Page => {
  const said = Number(item.columns['Delivered'] ?? 0);
  return { ...page, told: said >= 0 && said <= sealed.length ? said : sealed.length };
};

const lookAtAssessment = (world: World, id: VisitId, page: Page, item: Item): Finding => {
  const text = String(item.columns['History'] ?? '');
  const parsed = parseRestrictedHistory(restrictedOwner(id), text, world.keys.hmac);
  const seen: Page = { ...page, assessmentPlace: item.place };
  if (parsed.kind === 'broken') return { page: seen, ask: broken(parsed.found, item.changedBy) };
  if (parsed.sealed.length < page.filedRestricted)
    return { page: seen, ask: broken('older version', item.changedBy) };
  return { page: withListedRestricted(world, id, seen, parsed.sealed) };
};

const broken = (found: string, editor: string): VisitAsk => ({
  verb: 'notice-broken-history',
  found,
  editor,
});

type Found = { readonly open: OpenPage; readonly finding: Finding; readonly name: string };

/** What was found and what follows from it are kept together. The same finding goes by the same name, so that it is made once. */
const act = async (world: World, id: VisitId, { open, finding, name }: Found): Promise<void> => {
  const { ask, page } = finding;
  const found: OpenPage = { page, version: open.version };
  const command: CommandId = commandId(name);
  if (visitOn(page).status === 'unsubmitted' && ask !== undefined)
    return tellUnknown(world, id, found, name);
  if (ask === undefined || hasSeen(page, command))
    return void (await commitPage(world, id, found, undefined));
  const envelope = { id: command, by: product, via: 'list' } as const;
  const decides = isUnderWay(page) ? 'page' : page.decides;
  await carryOut(world, id, { ...ask, ...envelope }, { ...found, page: { ...page, decides } });
};

/** What the product notices is recorded under its own name. */
const product = personId('home-visits');
