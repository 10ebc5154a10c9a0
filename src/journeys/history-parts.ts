/** A history too long for one item: its first parts are written before the item that goes on from them, and read where it says so. */
import {
  AlreadyWritten,
  type Book,
  BookClosed,
  type Cause,
  type Columns,
  type Item,
  type Place,
} from '../register/book.ts';
import { type Earlier, earlierIn, historyText, type Sealed } from '../register/history.ts';
import { dealtOut, type Part, partsFor } from '../register/parts.ts';
import type { World } from './ports.ts';

type Long = { readonly events: readonly Sealed<object>[]; readonly parts: readonly Part[] };

/**
 * All parts there must be, each where it stands. Whoever is killed before the item itself is written leaves a part that
 * nothing goes on from: the next to file it finds it under its name and goes on. Throws BookClosed and BookClash.
 */
export const fileParts = async (
  book: Book,
  { title, ...long }: Long & { readonly title: string },
  cause: Cause,
): Promise<readonly Part[]> => {
  const parts = partsFor(long.events, long.parts);
  const { earlier } = dealtOut(long.events, parts);
  const placed: Part[] = [];
  for (const [index, part] of parts.entries()) {
    const History = JSON.stringify(earlier[index]);
    const columns = { Title: title, Part: index + 1, History };
    const place = part.place ?? (await put(book, part.seal, columns, cause));
    placed.push({ ...part, place });
  }
  return placed;
};

/** One that is there already is left where it says what it should, and put right where somebody changed it. */
const put = async (book: Book, seal: string, columns: Columns, cause: Cause): Promise<Place> => {
  try {
    return await book.create(seal, columns, cause);
  } catch (error) {
    if (!(error instanceof AlreadyWritten)) throw error;
    const found = await book.find(seal, 'background');
    if (found === undefined) throw new BookClosed('A part is there that cannot be found yet.');
    return holds(found, String(columns['History']))
      ? found.place
      : book.update(found.place, columns, cause);
  }
};

/** Whether a part says what it should, however the list spaces it. */
export const holds = ({ columns }: Item, text: string): boolean => {
  try {
    return JSON.stringify(JSON.parse(String(columns['History'] ?? ''))) === text;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
};

/** What stands with the item itself. */
export const headText = (world: World, owner: string, { events, parts }: Long): string => {
  const earlier = parts.map(({ seal, place }) => ({ seal, item: place?.item ?? '' }));
  return historyText(owner, dealtOut(events, parts).own, earlier, world.keys.hmac);
};

type WholeText = {
  /** Of each part, and of the item itself. A part that is not there has none. */
  readonly texts: readonly string[];
  readonly parts: readonly Part[];
};

/** The whole of a history that an item says. Nothing is read where it fits in the one item, or where the parts are known. */
export const wholeText = async (book: Book, text: string, known: Long): Promise<WholeText> => {
  const texts: string[] = [];
  const parts: Part[] = [];
  for (const earlier of earlierIn(text)) {
    const there = known.parts.find(({ seal }) => seal === earlier.seal);
    const item = there?.place === undefined ? await itemOf(book, earlier) : undefined;
    texts.push(there?.place === undefined ? said(item) : textOfPart(known, earlier.seal));
    parts.push({ seal: earlier.seal, place: there?.place ?? item?.place });
  }
  return { texts: [...texts, text], parts };
};

/** What a part must say. */
export const textOfPart = ({ events, parts }: Long, seal: string): string => {
  const index = parts.findIndex((part) => part.seal === seal);
  return JSON.stringify(dealtOut(events, parts).earlier[index] ?? []);
};

const said = (item: Item | undefined): string => String(item?.columns['History'] ?? '');

/** By its number; by its name where it was made anew since that number was written. */
const itemOf = async (book: Book, { item, seal }: Earlier): Promise<Item | undefined> => {
  const there = item === '' ? undefined : await book.read(item, 'background');
  return there?.columns['PartKey'] === seal ? there : book.find(seal, 'background');
};

/** Nobody knows any more that they stand as they should: the next to file looks. */
export const unsure = (parts: readonly Part[]): readonly Part[] =>
  parts.map(({ seal }) => ({ seal, place: undefined }));

export const allStand = (parts: readonly Part[]): boolean =>
  parts.every(({ place }) => place !== undefined);
