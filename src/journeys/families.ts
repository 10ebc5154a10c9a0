/** What the school knows of homes: a kept copy answers at once, the book behind it is written and read in the background. */

import { familyKey, type Home, homeColumns, homeFromColumns } from '../homes/home.ts';
import { homeKey } from '../homes/home-key.ts';
import { AlreadyWritten, BookClash } from '../register/book.ts';
import type { VisitEvent } from '../visits/event.ts';
import type { KnownVisit } from '../visits/visit.ts';
import type { VisitId } from '../vocabulary.ts';
import type { Change, Key } from './diary.ts';
import { hazards } from './hazards.ts';
import type { World } from './ports.ts';

const homesKey = (world: World): Key => ({
  school: world.school,
  partition: 'homes',
  kind: 'kept',
  id: 'homes',
});

type KeptHomes = { readonly homes: readonly Home[]; readonly version: number | 'absent' };

const openHomes = async (world: World): Promise<KeptHomes> => {
  const record = await world.diary.read(homesKey(world));
  if (record === undefined) return { homes: [], version: 'absent' };
  const text = world.keys.open(String(record.value));
  const homes = text === undefined ? [] : (JSON.parse(text) as Home[]);
  return { homes, version: record.version };
};

/** Every home in the kept copy. */
export const knownHomes = async (world: World): Promise<readonly Home[]> =>
  (await openHomes(world)).homes;

/** Brings the kept copy up to date from the book. Throws BookClosed. */
export const refreshHomes = async (world: World): Promise<void> => {
  const { version } = await openHomes(world);
  const { items } = await world.books.homes.changes(undefined);
  const homes = items.flatMap((item) => homeFromColumns(item.columns) ?? []);
  // One that was noted while the book was read may not be among them: the next turn has it.
  await keepHomes(world, { homes, version });
};

const keepHomes = (world: World, { homes, version }: KeptHomes): Promise<'done' | 'clash'> =>
  world.diary.commit([
    { put: homesKey(world), value: world.keys.seal(JSON.stringify(homes)), expects: version },
  ]);

const keepHome = async (world: World, home: Home): Promise<void> => {
  const { homes, version } = await openHomes(world);
  const others = homes.filter(({ key }) => key !== home.key);
  if ((await keepHomes(world, { homes: [...others, home], version })) === 'clash')
    await keepHome(world, home);
};

const tellsOfHome: readonly VisitEvent['type'][] = [
  'approved',
  'returned',
  'entered',
  'called-off',
  'left-unsafe',
];

/** Once a visit is approved or over, or has come upon something, its home is noted, in its own time. */
export const homeChange = (
  world: World,
  id: VisitId,
  events: readonly VisitEvent[],
): readonly Change[] => {
  if (!events.some(({ type }) => tellsOfHome.includes(type))) return [];
  const put: Key = { school: world.school, partition: id, kind: 'job', id: 'home' };
  return [{ put, value: {}, due: world.now(), lane: 'ordinary' }];
};

/** Notes a home after a visit there was approved or is over. A book that is closed is no reason to forget: throws BookClosed, to be tried again. */
export const noteHome = async (
  world: World,
  visit: KnownVisit,
  events: readonly VisitEvent[],
): Promise<void> => {
  const { proposal } = visit;
  if (proposal.address === '') return;
  const key = familyKey(proposal.address, proposal.pupil);
  const homes = await knownHomes(world);
  const known = homes.find((home) => home.key === key);
  // Nobody has decided on it or come back from it yet: only what was seen there is worth keeping.
  if (!events.some(({ type }) => type === 'approved' || type === 'returned')) return;
  const entered = events.findLast((event) => event.type === 'entered');
  const completed = visit.status === 'returned' && entered !== undefined ? entered.at : undefined;
  const home: Home = {
    key,
    address: proposal.address,
    pupil: proposal.pupil,
    yearGroup: proposal.yearGroup,
    parent: proposal.parent,
    parentPhone: proposal.parentPhone,
    language: proposal.language,
    lastPurpose: proposal.sensitive ? '' : proposal.purpose,
    lastVisitors: proposal.visitors,
    ...(known?.sameHome === undefined ? {} : { sameHome: known.sameHome }),
    ...lastCompleted(completed ?? known?.lastCompleted),
  };
  await keepHome(world, home);
  await writeHome(world, home);
};

const lastCompleted = (moment: Home['lastCompleted']) =>
  moment === undefined ? {} : { lastCompleted: moment };

/** What was written as one address is the home of the other, from now on: in the list first. Throws BookClosed. */
export const mergeHome = async (world: World, from: string, to: string): Promise<void> => {
  const homes = await knownHomes(world);
  const rows = homes.filter(({ address }) => homeKey(address) === from);
  for (const row of rows) {
    const home = { ...row, sameHome: to };
    await writeHome(world, home);
    await keepHome(world, home);
  }
  if (rows.length > 0) return;
  // Nobody lives there on record: what is known of it moves by itself.
  for (const { key, address } of await hazards.all(world))
    if (homeKey(address) === from)
      await hazards.change(world, key, (before) => before && { ...before, address: to });
};

const attempts = 4;

/** Where another instance wrote of it in between, it is looked up and written again. Throws BookClosed, and BookClash where that never ends. */
const writeHome = async (world: World, home: Home, left = attempts): Promise<void> => {
  const book = world.books.homes;
  try {
    const found = await book.find(home.key, 'background');
    if (found === undefined) await book.create(home.key, homeColumns(home), 'background');
    else await book.update(found.place, homeColumns(home), 'background');
  } catch (error) {
    const late = error instanceof BookClash || error instanceof AlreadyWritten;
    if (!late || left === 1) throw error;
    await writeHome(world, home, left - 1);
  }
};
