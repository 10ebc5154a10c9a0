/** A concern goes into its list, whole; from the diary its words go once they are there. */
import type { ConcernEvent, ConcernRoute } from '../concerns/concern.ts';
import { concernAfter } from '../concerns/evolve.ts';
import {
  AlreadyWritten,
  type Book,
  BookClash,
  BookClosed,
  type Columns,
  type Item,
  type Place,
} from '../register/book.ts';
import { concernColumns } from '../register/concern-columns.ts';
import { parseConcernHistory, type Sealed } from '../register/history.ts';
import { type ConcernId, minutesAfter } from '../vocabulary.ts';
import { concernOf, type KeptConcern, openConcern, putConcern } from './concern-kept.ts';
import type { DiaryRecord } from './diary.ts';
import { waitMinutes } from './intents.ts';
import type { World } from './ports.ts';

export const fileConcern = async (world: World, record: DiaryRecord): Promise<void> => {
  const id = concernOf(record);
  const { kept, version } = await openConcern(world, id);
  const { school, partition, kind } = record;
  const job = { school, partition, kind, id: record.id };
  try {
    const place = kept.filed < kept.events.length ? await fileInBook(world, id, kept) : kept.place;
    const events = kept.events.map(withoutWords);
    const filed: KeptConcern = { events, filed: events.length, place };
    // Where something was added meanwhile this is a clash: the job has been put anew, and comes again.
    await world.diary.commit([
      putConcern(world, id, { kept: filed, version }),
      { remove: job, expects: record.version },
    ]);
  } catch (error) {
    if (!(error instanceof BookClosed || error instanceof BookClash)) throw error;
    const seconds = error instanceof BookClosed ? error.retryAfterSeconds : undefined;
    const due = minutesAfter(world.now(), waitMinutes(seconds));
    await world.diary.commit([
      { put: job, value: {}, due, lane: 'ordinary', expects: record.version },
    ]);
  }
};

const withoutWords = (event: Sealed<ConcernEvent>): Sealed<ConcernEvent> => {
  switch (event.type) {
    case 'concern-raised':
      return { ...event, what: '', person: '' };
    case 'concern-added-to':
      return { ...event, what: '' };
    default:
      return event;
  }
};

/** Writes what is new after what the list holds already. Throws BookClosed and BookClash: to be tried again. */
const fileInBook = async (world: World, id: ConcernId, kept: KeptConcern): Promise<Place> => {
  const book = bookFor(world, routeOf(kept));
  const listed =
    kept.place === undefined ? undefined : await book.read(kept.place.item, 'background');
  if (listed !== undefined) return update(world, book, id, { kept, listed });
  try {
    return await book.create(id, await columnsOf(world, id, kept.events), 'background');
  } catch (error) {
    if (!(error instanceof AlreadyWritten)) throw error;
    // One whose answer was lost, or that another instance wrote: what it says is read before anything is added.
    const found = await book.find(id, 'background');
    if (found === undefined) throw new BookClash('An item is there that cannot be found yet.');
    return update(world, book, id, { kept, listed: found });
  }
};

type Both = { readonly kept: KeptConcern; readonly listed: Item };

/** Its words may be nowhere but in the list: where its history there does not hold, they are left as they are. */
const update = async (
  world: World,
  book: Book,
  id: ConcernId,
  { kept, listed }: Both,
): Promise<Place> => {
  const text = String(listed.columns['History'] ?? '');
  const parsed = parseConcernHistory(id, text, world.keys.hmac);
  if (parsed.kind === 'broken' || parsed.sealed.length < kept.filed) {
    world.report(new Error('The history of a concern does not hold: its words were left alone.'));
    const columns = await columnsOf(world, id, kept.events);
    return book.update(listed.place, standingOf(columns), 'background');
  }
  const events = [...parsed.sealed, ...kept.events.slice(parsed.sealed.length)];
  return book.update(listed.place, await columnsOf(world, id, events), 'background');
};

const standing: ReadonlySet<string> = new Set([
  'Status',
  'AcknowledgedBy',
  'AcknowledgedAt',
  'SpokenBy',
  'SpokenAt',
  'Watch',
]);

const standingOf = (columns: Columns): Columns =>
  Object.fromEntries(Object.entries(columns).filter(([name]) => standing.has(name)));

const columnsOf = async (
  world: World,
  id: ConcernId,
  events: KeptConcern['events'],
): Promise<Columns> => {
  const concern = concernAfter(events);
  if (concern.status === 'unraised') throw new Error('There is no concern to file.');
  const given = { policy: await world.policy(), roster: await world.roster() };
  return concernColumns({ id, concern, history: JSON.stringify(events) }, given);
};

const routeOf = ({ events }: KeptConcern): ConcernRoute => {
  const concern = concernAfter(events);
  return concern.status === 'unraised' ? 'safeguarding' : concern.route;
};

const bookFor = (world: World, route: ConcernRoute): Book =>
  route === 'governance' ? world.books.governance : world.books.concerns;
