/** Refused attempts go into the site's own list, by name and never with what was in them. */
import { nameOf } from '../people/staff.ts';
import { AlreadyWritten, BookClosed } from '../register/book.ts';
import { type Instant, minutesAfter, type PersonId } from '../vocabulary.ts';
import type { DiaryRecord } from './diary.ts';
import type { ActivityEntry, World } from './ports.ts';

/** What cannot be written now is written later. */
export const noteActivity = async (world: World, record: DiaryRecord): Promise<void> => {
  const { what, verb, by, at } = record.value as ActivityEntry & { readonly at: Instant };
  const { school, partition, kind, id, version } = record;
  const key = { school, partition, kind, id };
  const who = nameOf(await world.roster(), by as PersonId);
  const columns = { Title: verb, What: what, Who: who, At: at };
  try {
    await world.books.activity.create(id, columns, 'background');
  } catch (error) {
    if (error instanceof BookClosed) {
      const due = minutesAfter(world.now(), 1);
      await world.diary.commit([
        { put: key, value: record.value, due, lane: 'ordinary', expects: version },
      ]);
      return;
    }
    if (!(error instanceof AlreadyWritten)) throw error;
  }
  await world.diary.commit([{ remove: key, expects: version }]);
};
