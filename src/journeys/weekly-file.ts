/** Brings a signed copy into SharePoint: its rows in parts, the signature last, each under a name of its own. */
import { AlreadyWritten, BookClosed, type Cause } from '../register/book.ts';
import { type CopyItem, copyItems } from '../register/weekly-columns.ts';
import { minutesAfter } from '../vocabulary.ts';
import type { SignedCopy } from '../weekly-list/signed.ts';
import type { Change, DiaryRecord, Key } from './diary.ts';
import type { World } from './ports.ts';
import { changeWeek, partitionOf, readCopy, weekIn } from './weekly-kept.ts';
import { refreshVisit } from './weekly-tell.ts';

const jobKey = (world: World, week: string, copy: string, what: 'file' | 'show'): Key => ({
  school: world.school,
  partition: partitionOf(week),
  kind: 'job',
  id: `${what} ${copy}`,
});

/** It is filed at once by whoever signs; if they are cut short, that comes a minute later. The cards of its visits follow in their own time. */
export const fileLater = (world: World, { week, id }: SignedCopy): readonly Change[] => [
  {
    put: jobKey(world, week, id, 'file'),
    value: {},
    due: minutesAfter(world.now(), 1),
    lane: 'ordinary',
  },
  { put: jobKey(world, week, id, 'show'), value: {}, due: world.now(), lane: 'ordinary' },
];

/** Throws BookClosed. What was written before is not written again. */
const fileCopy = async (world: World, copy: SignedCopy, cause: Cause): Promise<void> => {
  const items = copyItems(copy, world.keys.hmac);
  const [head, ...parts] = items.toReversed();
  // The parts do not wait for each other; the signature waits for them all.
  const filed = await Promise.all(parts.map((part) => writeOnce(world, part, cause)));
  if (head !== undefined) filed.push(await writeOnce(world, head, cause));
  await changeWeek(world, copy.week, (kept) => ({
    kept: {
      ...kept,
      copies: kept.copies.map((one) =>
        one.id === copy.id ? { ...one, filed: true, items: filed } : one,
      ),
    },
    more: [{ remove: jobKey(world, copy.week, copy.id, 'file') }],
  }));
};

const writeOnce = async (world: World, { key, columns }: CopyItem, cause: Cause) => {
  const book = world.books.weeklyLists;
  try {
    return (await book.create(key, columns, cause)).item;
  } catch (error) {
    if (!(error instanceof AlreadyWritten)) throw error;
    const found = await book.find(key, 'background');
    if (found === undefined) throw new BookClosed('It is there, and cannot be read yet.');
    return found.place.item;
  }
};

/** For the one who signs: false where SharePoint has yet to take it. */
export const fileNow = async (world: World, copy: SignedCopy): Promise<boolean> => {
  try {
    await fileCopy(world, copy, 'click');
    return true;
  } catch (error) {
    if (!(error instanceof BookClosed)) world.report(error);
    return false;
  }
};

/** Every card of the visits that were signed for. */
const showOn = async (world: World, { rows }: SignedCopy): Promise<void> => {
  for (const { id, reference } of rows)
    if (reference !== '') await world.diary.commit([refreshVisit(world, id)]);
};

/** What was signed and not filed, tried again until it is. */
export const fileWaiting = async (world: World, record: DiaryRecord): Promise<void> => {
  const { school, partition, kind, id, version } = record;
  const copy = await readCopy(world, weekIn(partition), id.replace(/^(?:file|show) /u, ''));
  const key = { school, partition, kind, id };
  if (copy !== undefined && id.startsWith('show ')) await showOn(world, copy);
  if (copy === undefined || id.startsWith('show ')) {
    await world.diary.commit([{ remove: key, expects: version }]);
    return;
  }
  try {
    await fileCopy(world, copy, 'background');
  } catch (error) {
    if (!(error instanceof BookClosed)) throw error;
    const due = minutesAfter(world.now(), 1);
    await world.diary.commit([{ put: key, value: {}, due, lane: 'ordinary', expects: version }]);
  }
};
