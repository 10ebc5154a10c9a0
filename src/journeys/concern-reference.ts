/** What people call a concern: random, and nothing of a visit's. */
import { type ConcernId, concernId } from '../vocabulary.ts';
import type { Key } from './diary.ts';
import type { World } from './ports.ts';

const referenceKey = (world: World, reference: string): Key => ({
  school: world.school,
  partition: 'concerns',
  kind: 'reference',
  id: reference,
});

/** The concern people mean by its reference; one nobody has heard of is a new name that holds nothing. */
export const concernCalled = async (world: World, reference: string): Promise<ConcernId> => {
  const record = await world.diary.read(referenceKey(world, reference));
  return concernId(record === undefined ? reference : String(record.value));
};

/** Letters and digits that nobody mistakes for another. */
const clear = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** C-7F3K9Q. It leads to the concern before anybody is told of it. */
export const newConcernReference = async (world: World, id: ConcernId): Promise<string> => {
  const reference = randomReference(world);
  const put = referenceKey(world, reference);
  const outcome = await world.diary.commit([{ put, value: id, expects: 'absent' }]);
  return outcome === 'done' ? reference : newConcernReference(world, id);
};

const randomReference = (world: World): string => {
  const letters = [...world.newId()].map((letter) => letter.codePointAt(0) ?? 0);
  return `C-${letters
    .slice(0, 6)
    .map((code, index) => clear[(code * 7 + (letters[index + 6] ?? 0)) % clear.length])
    .join('')}`;
};
