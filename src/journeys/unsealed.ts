/** What the diary keeps is sealed, so that its file alone tells nothing and nobody else can put words into it. */
import type { ZodType } from 'zod';
import type { DiaryRecord } from './diary.ts';
import type { World } from './ports.ts';

/** A record that was not sealed with our key, or that holds something else than it should. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

export const unsealed = <Shape>(
  world: Pick<World, 'keys'>,
  { kind, value }: Pick<DiaryRecord, 'kind' | 'value'>,
  shape: ZodType<Shape>,
): Shape => {
  const text = world.keys.open(String(value));
  if (text === undefined)
    throw new Unreadable(`A record (${kind}) of the diary was sealed with another key.`);
  const read = shape.safeParse(JSON.parse(text));
  if (read.success) return read.data;
  const places = read.error.issues.map(({ code, path }) => `${code} at ${path.join('.')}`);
  throw new Unreadable(`A record (${kind}) of the diary cannot be read: ${places.join(', ')}`);
};
