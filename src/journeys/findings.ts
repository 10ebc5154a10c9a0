/** What is found in the lists, and what follows from it: kept together, each finding once. */
import type { Book, Item, Place } from '../register/book.ts';
import type { VisitAsk } from '../visits/command.ts';
import { type CommandId, commandId, personId, type VisitId } from '../vocabulary.ts';
import { carryOut, commitPage } from './carry-out.ts';
import { DiaryClash } from './diary.ts';
import { hasSeen, isUnderWay, type OpenPage, openPage, type Page, visitOn } from './page.ts';
import type { World } from './ports.ts';
import { tellUnknown } from './tell-unknown.ts';

export type Finding = { readonly page: Page; readonly ask?: VisitAsk };

/** What was read a while ago may be older than what we wrote since; read after the page, it never is. Undefined where it is as we left it, or gone. */
export const asItStands = async (
  book: Book,
  known: Place | undefined,
  item: Item,
): Promise<Item | undefined> => {
  if (known === undefined) return item;
  if (known.revision === item.place.revision) return undefined;
  const now = await book.read(item.place.item, 'background');
  return now?.place.revision === known.revision ? undefined : now;
};

const attempts = 8;

/** Somebody may act on the visit at this very moment; then it is looked at again. */
export const untilKept = async (
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

export const broken = (found: string, editor: string): VisitAsk => ({
  verb: 'notice-broken-history',
  found,
  editor,
});

type Found = { readonly open: OpenPage; readonly finding: Finding; readonly name: string };

/** What was found and what follows from it are kept together. The same finding goes by the same name, so that it is made once. */
export const act = async (
  world: World,
  id: VisitId,
  { open, finding, name }: Found,
): Promise<void> => {
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
