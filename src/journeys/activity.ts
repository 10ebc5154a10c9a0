/** Refused attempts go into the site's own list, by name and never with what was in them. */
import { z } from 'zod';
import { nameOf } from '../people/staff.ts';
import { AlreadyWritten, BookClosed } from '../register/book.ts';
import { instantShape, personShape } from '../register/shapes.ts';
import { minutesAfter } from '../vocabulary.ts';
import type { DiaryRecord } from './diary.ts';
import type { World } from './ports.ts';

const entryShape = z.object({
  what: z.enum(['refused', 'opened', 'changed']),
  verb: z.string(),
  by: personShape,
  at: instantShape,
  about: z.string().optional(),
  site: z.literal('registers').optional(),
});

/** What cannot be written now is written later. */
export const noteActivity = async (world: World, record: DiaryRecord): Promise<void> => {
  const { what, verb, by, at, about = '', site } = entryShape.parse(record.value);
  const { school, partition, kind, id, version } = record;
  const key = { school, partition, kind, id };
  const who = nameOf(await world.roster(), by);
  const columns = { Title: verb, What: what, Who: who, At: at, Detail: about };
  const book = site === 'registers' ? world.books.registersActivity : world.books.activity;
  try {
    await book.create(id, columns, 'background');
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
