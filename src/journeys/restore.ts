/** Silent alarms and worries that the lists still watch come back into a diary that is new. */
import { concernAfter } from '../concerns/evolve.ts';
import { duressAfter } from '../duress/duress.ts';
import { type Book, BookClosed, type Item } from '../register/book.ts';
import { parseConcernHistory } from '../register/history.ts';
import { concernId } from '../vocabulary.ts';
import { concernTimer, openConcern, putConcern } from './concern-kept.ts';
import { keepRestored, openDuress } from './duress.ts';
import { duressFrom } from './file-duress.ts';
import { wholeText } from './history-parts.ts';
import type { World } from './ports.ts';
import { refer } from './random-reference.ts';

/** Nobody is told anything by it: what is still to come is told in its turn. Throws BookClosed. */
export const restoreWatched = async (world: World): Promise<void> => {
  const { incidents, concerns, governance, safeguardingMore, governanceMore } = world.books;
  for (const item of await incidents.where('Watch', 'yes'))
    await alone(world, () => restoreSilent(world, item));
  for (const [book, more] of [
    [concerns, safeguardingMore],
    [governance, governanceMore],
  ] as const)
    for (const item of await book.where('Watch', 'yes'))
      await alone(world, () => restoreWorry(world, item, more));
};

/** One that cannot be read is reported, and hides no other. */
const alone = async (world: World, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof BookClosed) throw error;
    world.report(error);
  }
};

const restoreSilent = async (world: World, { columns }: Item): Promise<void> => {
  const found = duressFrom(world, String(columns['History'] ?? ''));
  if (found === undefined || duressAfter(found.kept.events).status !== 'open') return;
  if ((await openDuress(world, found.about)).version !== 'absent') return;
  const duress = duressAfter(found.kept.events);
  if (duress.status === 'open') await refer(world, duress.reference, found.about);
  await keepRestored(world, found.about, found.kept);
};

const restoreWorry = async (world: World, { columns, place }: Item, more: Book): Promise<void> => {
  const id = concernId(String(columns['ConcernKey'] ?? ''));
  const { version } = await openConcern(world, id);
  if (id === '' || version !== 'absent') return;
  const text = String(columns['History'] ?? '');
  const { texts } = await wholeText(more, text, { events: [], parts: [] });
  const { sealed } = parseConcernHistory(id, texts, world.keys.hmac);
  if (sealed.length === 0) return;
  const concern = concernAfter(sealed);
  // Those who were told of it answer by its reference.
  if (concern.status !== 'unraised') await refer(world, concern.reference, id);
  const kept = { events: sealed, filed: sealed.length, place };
  await world.diary.commit([
    putConcern(world, id, { kept, version }),
    concernTimer(world, id, kept),
  ]);
};
