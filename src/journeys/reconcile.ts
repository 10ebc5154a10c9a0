/** Holds what a list item says against what we know of the visit. What somebody changed by hand is noticed, recorded and never believed. */
import type { Item } from '../register/book.ts';
import { handChanges } from '../register/compare.ts';
import { parseRestrictedHistory, parseVisitHistory } from '../register/history.ts';
import type { VisitAsk } from '../visits/command.ts';
import { commandId, personId, type VisitId } from '../vocabulary.ts';
import { carryOut, commitPage, isUnderWay } from './carry-out.ts';
import { DiaryClash } from './diary.ts';
import { columnsOf } from './file-visit.ts';
import { type OpenPage, openPage, type Page, restrictedOwner } from './page.ts';
import type { World } from './ports.ts';

type Finding =
  | { readonly kind: 'ours'; readonly page: Page }
  | { readonly kind: 'noticed'; readonly page: Page; readonly asks: readonly VisitAsk[] };

/** The visit's own item in the Visits list. Our own write is recognised by its revision and costs nothing more. */
export const reconcileVisit = async (world: World, id: VisitId, item: Item): Promise<void> => {
  const open = await openPage(world, id);
  if (open.page.place?.revision === item.place.revision) return;
  const finding = await lookAtVisit(world, id, open.page, item);
  await act(world, id, open, finding);
};

/** The visit's item in the safeguarding site. */
export const reconcileAssessment = async (world: World, id: VisitId, item: Item): Promise<void> => {
  const open = await openPage(world, id);
  if (open.version === 'absent') return;
  if (open.page.assessmentPlace?.revision === item.place.revision) return;
  await act(world, id, open, lookAtAssessment(world, id, open.page, item));
};

/** The item is gone from the list: it is written again, and told. */
export const reconcileDeleted = async (world: World, id: VisitId): Promise<void> => {
  const open = await openPage(world, id);
  const page: Page = { ...open.page, place: undefined, filed: 0 };
  const asks = [{ verb: 'notice-broken-history', found: 'deleted', editor: '' }] as const;
  await act(world, id, open, { kind: 'noticed', page, asks });
};

const lookAtVisit = async (world: World, id: VisitId, page: Page, item: Item): Promise<Finding> => {
  const editor = item.changedBy;
  const parsed = parseVisitHistory(id, String(item.columns['History'] ?? ''), world.keys.hmac);
  const place = item.place;
  if (parsed.kind === 'broken')
    return { kind: 'noticed', page: { ...page, place }, asks: [broken(parsed.found, editor)] };
  const theirs = parsed.sealed;
  if (theirs.length < page.filed)
    return { kind: 'noticed', page: { ...page, place }, asks: [broken('older version', editor)] };
  const known = page.events.length <= theirs.length && startsWith(theirs, page.events);
  const adopted: Page = known ? adopt(page, item, theirs) : { ...page, place };
  const listed: Page = { ...adopted, events: theirs };
  const changes = handChanges(await columnsOf(world, id, listed), item.columns);
  return changes.length === 0
    ? { kind: 'ours', page: adopted }
    : { kind: 'noticed', page: adopted, asks: [{ verb: 'notice-hand-change', changes, editor }] };
};

/** The list knows more than the diary: a write whose end was never kept, or a new diary. */
const adopt = (page: Page, item: Item, events: Page['events']): Page => {
  const whole: Page = { ...page, place: item.place, events, filed: events.length };
  const told = page.events.length === 0 ? Number(item.columns['Delivered'] ?? 0) : page.told;
  return { ...whole, told, decides: isUnderWay(whole) ? 'page' : page.decides };
};

const lookAtAssessment = (world: World, id: VisitId, page: Page, item: Item): Finding => {
  const text = String(item.columns['History'] ?? '');
  const parsed = parseRestrictedHistory(restrictedOwner(id), text, world.keys.hmac);
  const seen: Page = { ...page, assessmentPlace: item.place };
  if (parsed.kind === 'broken')
    return { kind: 'noticed', page: seen, asks: [broken(parsed.found, item.changedBy)] };
  if (parsed.sealed.length < page.filedRestricted)
    return { kind: 'noticed', page: seen, asks: [broken('older version', item.changedBy)] };
  const longer = startsWith(parsed.sealed, page.restricted);
  return {
    kind: 'ours',
    page: longer
      ? { ...seen, restricted: parsed.sealed, filedRestricted: parsed.sealed.length }
      : seen,
  };
};

const broken = (found: string, editor: string): VisitAsk => ({
  verb: 'notice-broken-history',
  found,
  editor,
});

type WithSeal = { readonly seal: string };

const startsWith = (longer: readonly WithSeal[], shorter: readonly WithSeal[]): boolean =>
  shorter.every((event, index) => longer[index]?.seal === event.seal);

/** What was found is kept first, so that the same finding is not made twice; then the rules are asked what follows. */
const act = async (
  world: World,
  id: VisitId,
  { version }: OpenPage,
  finding: Finding,
): Promise<void> => {
  try {
    await commitPage(world, id, { page: finding.page, version }, undefined);
  } catch (error) {
    if (error instanceof DiaryClash) return;
    throw error;
  }
  if (finding.kind === 'ours') return;
  for (const ask of finding.asks) {
    const envelope = { id: commandId(world.newId()), by: product, via: 'list' } as const;
    await carryOut(world, id, { ...ask, ...envelope }, await openPage(world, id));
  }
};

/** What the product notices is recorded under its own name. */
const product = personId('home-visits');
