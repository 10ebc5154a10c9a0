/** Code words are kept here alone: on no list, in no card, and nowhere as they were said. */
import { z } from 'zod';
import { type CodeWord, codeWordFor, firstSaid, withoutCodeWord } from '../safety/code-word.ts';
import { type Instant, type VisitId, visitId } from '../vocabulary.ts';
import type { Key } from './diary.ts';
import type { World } from './ports.ts';
import { Unreadable, unsealed } from './unsealed.ts';

const partition = 'code-words';
/** The one that holds for everybody. */
export const schoolOwner = 'school';

const keyFor = ({ school }: World, owner: string): Key => ({
  school,
  partition,
  kind: 'kept',
  id: owner,
});

const shape = z.object({
  codeWord: z.object({
    owner: z.string(),
    mac: z.string(),
    length: z.int().min(1),
    sum: z.int().optional(),
  }),
  until: z.string().optional(),
});

/** False where it is too short to be told from chance. `until`: nobody listens for it after that. */
export const keepCodeWord = async (
  world: World,
  owner: VisitId | typeof schoolOwner,
  { phrase, until }: { readonly phrase: string; readonly until: Instant | undefined },
): Promise<boolean> => {
  const codeWord = codeWordFor(owner, phrase, world.keys.hmac);
  if (codeWord === undefined) return false;
  const value = world.keys.seal(JSON.stringify({ codeWord, until }));
  await world.diary.commit([{ put: keyFor(world, owner), value }]);
  return true;
};

/** Every one that is listened for now. One that cannot be read is reported, and hides no other. */
const codeWords = async (world: World): Promise<readonly CodeWord[]> => {
  const records = await world.diary.readPartition(world.school, partition, 'kept');
  return records.flatMap((record) => {
    try {
      const { codeWord, until } = unsealed(world, record, shape);
      return until === undefined || until > world.now() ? [codeWord] : [];
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      world.report(error);
      return [];
    }
  });
};

/** Its own, or the school's. */
export const isListenedFor = async (world: World, id: VisitId): Promise<boolean> =>
  (await codeWords(world)).some(({ owner }) => owner === id || owner === schoolOwner);

export type Heard = {
  /** Whose code word it was; undefined where it was the school's. */
  readonly visit: VisitId | undefined;
  /** The texts with nothing left of it. */
  readonly texts: Readonly<Record<string, string>>;
};

/** Listens in everything that was written. Undefined where no code word is in it. */
export const codeWordIn = async (
  world: World,
  texts: Readonly<Record<string, string>>,
): Promise<Heard | undefined> => {
  const { hmac } = world.keys;
  const known = await codeWords(world);
  const said = firstSaid(Object.values(texts), known, hmac);
  if (said === undefined) return undefined;
  const cleaned = Object.entries(texts).map(([name, text]) => [
    name,
    known.reduce((rest, one) => withoutCodeWord(rest, one, hmac), text),
  ]);
  return {
    visit: said.owner === schoolOwner ? undefined : visitId(said.owner),
    texts: Object.fromEntries(cleaned),
  };
};
