/** What people call something that must not be found by its name: random, and nothing of a visit's. */
import type { Key } from './diary.ts';
import type { World } from './ports.ts';

/** A worry is `C-7F3K9Q`, a silent alarm `S-7F3K9Q`. */
type Letter = 'C' | 'S';

const keyFor = (world: World, reference: string): Key => ({
  school: world.school,
  partition: 'concerns',
  kind: 'reference',
  id: reference,
});

/** What is meant by a reference; undefined where nobody has heard of it. */
export const referredTo = async (world: World, reference: string): Promise<string | undefined> => {
  const record = await world.diary.read(keyFor(world, reference));
  return record === undefined ? undefined : String(record.value);
};

/** False where the reference already means something. */
export const refer = async (world: World, reference: string, to: string): Promise<boolean> => {
  const put = keyFor(world, reference);
  return (await world.diary.commit([{ put, value: to, expects: 'absent' }])) === 'done';
};

/** It leads there before anybody is told of it. */
export const newReferenceTo = async (world: World, letter: Letter, to: string): Promise<string> => {
  const reference = randomReference(world, letter);
  return (await refer(world, reference, to)) ? reference : newReferenceTo(world, letter, to);
};

/** Letters and digits that nobody mistakes for another. */
const clear = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

const randomReference = (world: World, letter: Letter): string => {
  const signs = [...world.newId()].map((sign) => sign.codePointAt(0) ?? 0);
  return `${letter}-${signs
    .slice(0, 6)
    .map((code, index) => clear[(code * 7 + (signs[index + 6] ?? 0)) % clear.length])
    .join('')}`;
};
