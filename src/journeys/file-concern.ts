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
import type { Part } from '../register/parts.ts';
import { type ConcernId, minutesAfter } from '../vocabulary.ts';
import { concernOf, type KeptConcern, openConcern, putConcern } from './concern-kept.ts';
import type { DiaryRecord } from './diary.ts';
import { fileParts, headText, wholeText } from './history-parts.ts';
import { waitMinutes } from './intents.ts';
import type { World } from './ports.ts';

export const fileConcern = async (world: World, record: DiaryRecord): Promise<void> => {
  const id = concernOf(record);
  const { kept, version } = await openConcern(world, id);
  const { school, partition, kind } = record;
  const job = { school, partition, kind, id: record.id };
  try {
    const filed = kept.filed < kept.events.length ? await fileInBook(world, id, kept) : kept;
    // Where something was added meanwhile this is a clash: the job has been put anew, and comes again.
    await world.diary.commit([
      putConcern(world, id, { kept: inDiary(filed), version }),
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

/** Words that are in the list are nowhere else; those that are not stay here. */
const inDiary = (kept: KeptConcern): KeptConcern => ({
  ...kept,
  events: kept.events.map((event, index) => (index < kept.filed ? withoutWords(event) : event)),
});

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
const fileInBook = async (world: World, id: ConcernId, kept: KeptConcern): Promise<KeptConcern> => {
  const shelf = shelfFor(world, routeOf(kept));
  const { book } = shelf;
  const listed =
    kept.place === undefined ? undefined : await book.read(kept.place.item, 'background');
  if (listed !== undefined) return update(world, shelf, id, { kept, listed });
  try {
    const columns = await fileUnder(world, shelf, id, { events: kept.events, parts: [] });
    return asFiled(kept, await book.create(id, columns, 'background'));
  } catch (error) {
    if (!(error instanceof AlreadyWritten)) throw error;
    // One whose answer was lost, or that another instance wrote: what it says is read before anything is added.
    const found = await book.find(id, 'background');
    if (found === undefined) throw new BookClash('An item is there that cannot be found yet.');
    return update(world, shelf, id, { kept, listed: found });
  }
};

const asFiled = (kept: KeptConcern, place: Place): KeptConcern => ({
  ...kept,
  place,
  filed: kept.events.length,
});

type Both = { readonly kept: KeptConcern; readonly listed: Item };

/** Its words may be nowhere but in the list: where its history there does not hold, they are left as they are. */
const update = async (
  world: World,
  { book, more }: Shelf,
  id: ConcernId,
  { kept, listed }: Both,
): Promise<KeptConcern> => {
  const text = String(listed.columns['History'] ?? '');
  const { texts, parts } = await wholeText(more, text, { events: [], parts: [] });
  const parsed = parseConcernHistory(id, texts, world.keys.hmac);
  if (parsed.kind === 'broken' || parsed.sealed.length < kept.filed) {
    world.report(new Error('The history of a concern does not hold: its words were left alone.'));
    const standing = standingOf(await columnsOf(world, id, kept.events, ''));
    return { ...kept, place: await book.update(listed.place, standing, 'background') };
  }
  const events = [...parsed.sealed, ...kept.events.slice(parsed.sealed.length)];
  const columns = await fileUnder(world, { book, more }, id, { events, parts });
  return asFiled(kept, await book.update(listed.place, columns, 'background'));
};

type Long = { readonly events: KeptConcern['events']; readonly parts: readonly Part[] };

/** What its item is to say, once what no longer fits in it stands in items of its own. */
const fileUnder = async (
  world: World,
  { more }: Shelf,
  id: ConcernId,
  { events, parts }: Long,
): Promise<Columns> => {
  const concern = concernAfter(events);
  const title = concern.status === 'unraised' ? '' : concern.reference;
  const filed = await fileParts(more, { title, events, parts }, 'background');
  return columnsOf(world, id, events, headText(world, id, { events, parts: filed }));
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
  history: string,
): Promise<Columns> => {
  const concern = concernAfter(events);
  if (concern.status === 'unraised') throw new Error('There is no concern to file.');
  const given = { policy: await world.policy(), roster: await world.roster() };
  return concernColumns({ id, concern, history }, given);
};

const routeOf = ({ events }: KeptConcern): ConcernRoute => {
  const concern = concernAfter(events);
  return concern.status === 'unraised' ? 'safeguarding' : concern.route;
};

/** A list, and that of the first parts of what is too long for one of its items. */
type Shelf = { readonly book: Book; readonly more: Book };

const shelfFor = ({ books }: World, route: ConcernRoute): Shelf =>
  route === 'governance'
    ? { book: books.governance, more: books.governanceMore }
    : { book: books.concerns, more: books.safeguardingMore };
