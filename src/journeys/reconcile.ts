/** Holds what a list item says against what we know of the visit. What somebody changed by hand is noticed, recorded and never believed. */
import type { Item } from '../register/book.ts';
import { handChanges } from '../register/compare.ts';
import { parseRestrictedHistory, parseVisitHistory } from '../register/history.ts';
import type { VisitId } from '../vocabulary.ts';
import { columnsOf } from './file-visit.ts';
import { act, asItStands, broken, type Finding, untilKept } from './findings.ts';
import { unsure, wholeText } from './history-parts.ts';
import { sharedLength, withListed, withListedRestricted } from './join.ts';
import { type Page, restrictedOwner } from './page.ts';
import type { World } from './ports.ts';

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
    const finding = await lookAtAssessment(world, id, open.page, now);
    const { item: number, revision } = now.place;
    await act(world, id, { open, finding, name: `noticed risk ${number} ${revision}` });
  });

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

const lookAtVisit = async (
  world: World,
  id: VisitId,
  known: Page,
  item: Item,
): Promise<Finding> => {
  const { place, changedBy: editor } = item;
  const text = String(item.columns['History'] ?? '');
  const { texts, parts } = await wholeText(world.books.visitsMore, text, known);
  const parsed = parseVisitHistory(id, texts, world.keys.hmac);
  const page: Page = {
    ...(known.events.length === 0 ? asTold(known, item, parsed) : known),
    place,
  };
  if (parsed.kind === 'broken') {
    const doubted: Page = { ...page, parts: unsure(page.parts) };
    // Where nothing else is known of the visit, what still holds of its history is better than nothing.
    return {
      page: known.events.length === 0 ? withListed(world, id, doubted, parsed.sealed) : doubted,
      ask: broken(parsed.found, editor),
    };
  }
  const shared = sharedLength(parsed.sealed, page.events);
  if (parsed.sealed.length < page.filed) return { page, ask: broken('older version', editor) };
  if (shared < page.filed) return { page, ask: broken('pasted or altered', editor) };
  const adopted = withListed(world, id, { ...page, parts }, parsed.sealed);
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

const lookAtAssessment = async (
  world: World,
  id: VisitId,
  page: Page,
  item: Item,
): Promise<Finding> => {
  const text = String(item.columns['History'] ?? '');
  const known = { events: page.restricted, parts: page.restrictedParts };
  const { texts, parts } = await wholeText(world.books.safeguardingMore, text, known);
  const parsed = parseRestrictedHistory(restrictedOwner(id), texts, world.keys.hmac);
  const seen: Page = { ...page, assessmentPlace: item.place };
  // What is known of it is written again.
  const unfiled: Page = { ...seen, filedRestricted: 0 };
  if (parsed.kind === 'broken') {
    const doubted: Page = { ...unfiled, restrictedParts: unsure(seen.restrictedParts) };
    return { page: doubted, ask: broken(parsed.found, item.changedBy) };
  }
  if (parsed.sealed.length < page.filedRestricted)
    return { page: unfiled, ask: broken('older version', item.changedBy) };
  const parted: Page = { ...seen, restrictedParts: parts };
  return { page: withListedRestricted(world, id, parted, parsed.sealed) };
};
