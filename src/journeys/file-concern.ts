import type { ConcernEvent, ConcernRoute } from '../concerns/concern.ts';
import { concernAfter } from '../concerns/evolve.ts';
import { AlreadyWritten, type Book, type Columns, type Place } from '../register/book.ts';
import { concernColumns } from '../register/concern-columns.ts';
import { concernEventShape } from '../register/concern-event-shape.ts';
import { parseHistory, type Sealed } from '../register/history.ts';
import type { ConcernId } from '../vocabulary.ts';
import type { World } from './ports.ts';

type Kept = {
  readonly events: readonly Sealed<ConcernEvent>[];
  readonly filed: number;
  readonly place: Place | undefined;
};

/** Writes what is new after what the list holds already. Throws BookClosed and BookClash: to be tried again. */
export const fileInBook = async (world: World, id: ConcernId, kept: Kept): Promise<Place> => {
  const { status, route } = stateOf(kept);
  if (status === 'unraised') throw new Error('There is no concern to file.');
  const book = bookFor(world, route);
  const given = { policy: await world.policy(), roster: await world.roster() };
  const listed =
    kept.place === undefined ? undefined : await book.read(kept.place.item, 'background');
  const before = listed === undefined ? [] : eventsIn(world, id, listed.columns);
  const events = [...before, ...kept.events.slice(before.length)];
  const concern = concernAfter(events);
  if (concern.status === 'unraised') throw new Error('There is no concern to file.');
  const columns = concernColumns({ id, concern, history: JSON.stringify(events) }, given);
  return listed === undefined
    ? create(book, id, columns)
    : book.update(listed.place, columns, 'background');
};

const stateOf = ({ events }: Kept): { readonly status: string; readonly route: ConcernRoute } => {
  const concern = concernAfter(events);
  return { status: concern.status, route: 'route' in concern ? concern.route : 'safeguarding' };
};

const bookFor = (world: World, route: ConcernRoute): Book =>
  route === 'governance' ? world.books.governance : world.books.concerns;

const eventsIn = (world: World, id: ConcernId, columns: Columns) =>
  parseHistory(concernEventShape, id, String(columns['History'] ?? ''), world.keys.hmac).sealed;

/** One whose answer was lost is found by its key, and is what it was to be. */
const create = async (book: Book, id: ConcernId, columns: Columns): Promise<Place> => {
  try {
    return await book.create(id, columns, 'background');
  } catch (error) {
    if (!(error instanceof AlreadyWritten)) throw error;
    const found = await book.find(id, 'background');
    if (found === undefined) throw error;
    return book.update(found.place, columns, 'background');
  }
};
