/** The list follows the page: whatever is not filed yet, in order, several events to a write. */
import { BookClash, BookClosed, type Cause } from '../register/book.ts';
import { minutesAfter, type VisitId, visitId } from '../vocabulary.ts';
import { commitPage } from './carry-out.ts';
import type { DiaryRecord } from './diary.ts';
import { DiaryClash } from './diary.ts';
import { filePage } from './file-visit.ts';
import { waitMinutes } from './intents.ts';
import { type Written, withWritten } from './join.ts';
import { openPage, type Page, putPage } from './page.ts';
import type { World } from './ports.ts';
import { rereadVisit } from './reread.ts';

/** SharePoint is spoken to out of turn, so that nobody who is out ever waits for it. */
export const followVisit = async (world: World, record: DiaryRecord): Promise<void> => {
  const id = visitId(record.partition);
  const { page } = await openPage(world, id);
  try {
    await keepFiled(world, id, {
      before: page,
      filed: await filePage(world, id, page, causeOf(page)),
    });
  } catch (error) {
    if (error instanceof BookClosed) return closed(world, record, error);
    if (!(error instanceof BookClash)) throw error;
    await rereadAndGoOn(world, record);
  }
};

const closed = async (world: World, record: DiaryRecord, error: BookClosed): Promise<void> => {
  await noteClosed(world, visitId(record.partition));
  await again(world, record, waitMinutes(error.retryAfterSeconds));
};

/** Somebody wrote to the list: what it says is looked at, and then what is still missing there follows at once. */
const rereadAndGoOn = async (world: World, record: DiaryRecord): Promise<void> => {
  try {
    await rereadVisit(world, visitId(record.partition), 'background');
    await again(world, record, clashMinutes);
  } catch (error) {
    if (!(error instanceof BookClosed)) throw error;
    await closed(world, record, error);
  }
};

/** Short, and not nothing: two who write to one item do not chase each other without end. */
const clashMinutes = 1 / 60;

const attempts = 8;

/** The page may have grown meanwhile; what was filed is noted on it, and the job goes or comes again, in one commit. */
const keepFiled = async (world: World, id: VisitId, written: Written): Promise<void> => {
  for (let left = attempts; ; left -= 1) {
    const { page, version } = await openPage(world, id);
    const next = nowFiled(world, id, page, written);
    try {
      await commitPage(world, id, { page: next, version }, undefined);
      return;
    } catch (error) {
      if (!(error instanceof DiaryClash) || left === 1) throw error;
    }
  }
};

/** Where somebody looked at the list after we wrote, the page knows more of it than we do. */
const nowFiled = (world: World, id: VisitId, page: Page, written: Written): Page => {
  const { place } = written.before;
  const isSeen = page.place !== place && page.place?.revision !== place?.revision;
  return isSeen ? page : { ...withWritten(world, id, page, written), closed: false };
};

/** Said on every card and page of the visit until the list has caught up. */
const noteClosed = (world: World, id: VisitId): Promise<void> =>
  world.inTurn(id, async () => {
    const { page, version } = await openPage(world, id);
    if (page.closed) return;
    await world.diary.commit([putPage(world, id, { page: { ...page, closed: true }, version })]);
  });

const again = async (world: World, record: DiaryRecord, minutes: number): Promise<void> => {
  const { school, partition, kind, id, value, version } = record;
  const due = minutesAfter(world.now(), minutes);
  const put = { school, partition, kind, id };
  await world.diary.commit([{ put, value, due, lane: 'ordinary', expects: version }]);
};

/** What a person did is counted as their click, whoever carries it to the list. */
const causeOf = (page: Page): Cause =>
  page.events.slice(page.filed).some((event) => event.via !== 'product' && event.via !== 'list')
    ? 'click'
    : 'background';
