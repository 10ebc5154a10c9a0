/** The list follows the page: whatever is not filed yet, in order, several events to a write. */
import { BookClash, BookClosed, type Cause } from '../register/book.ts';
import { minutesAfter, type VisitId, visitId } from '../vocabulary.ts';
import { commitPage } from './carry-out.ts';
import type { DiaryRecord } from './diary.ts';
import { DiaryClash } from './diary.ts';
import { filePage } from './file-visit.ts';
import { waitMinutes } from './intents.ts';
import { openPage, type Page, putPage } from './page.ts';
import type { World } from './ports.ts';
import { rereadVisit } from './reread.ts';

/** SharePoint is spoken to out of turn, so that nobody who is out ever waits for it. */
export const followVisit = async (world: World, record: DiaryRecord): Promise<void> => {
  const id = visitId(record.partition);
  const { page } = await openPage(world, id);
  try {
    const filed = await filePage(world, id, page, causeOf(page));
    await keepFiled(world, record, filed);
  } catch (error) {
    if (error instanceof BookClash) return rereadVisit(world, id);
    if (!(error instanceof BookClosed)) throw error;
    await noteClosed(world, id);
    await again(world, record, waitMinutes(error.retryAfterSeconds));
  }
};

/** The page may have grown meanwhile; only what was filed is noted on it. */
const keepFiled = async (world: World, record: DiaryRecord, filed: Page): Promise<void> => {
  const id = visitId(record.partition);
  const { school, partition, kind } = record;
  await world.inTurn(id, async () => {
    const open = await openPage(world, id);
    const { place, assessmentPlace, filedRestricted } = filed;
    const page: Page = {
      ...open.page,
      place,
      assessmentPlace,
      filedRestricted,
      filed: filed.filed,
      closed: false,
    };
    await world.diary.commit([
      { remove: { school, partition, kind, id: record.id }, expects: record.version },
    ]);
    await commitPage(world, id, { page, version: open.version }, undefined).catch(
      (error: unknown) => {
        if (!(error instanceof DiaryClash)) throw error;
      },
    );
  });
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
