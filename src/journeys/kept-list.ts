/** A list of which a sealed copy in the diary answers at once: a change is kept there first, and the list follows. */
import { type ZodType, z } from 'zod';
import {
  AlreadyWritten,
  type Book,
  BookClash,
  BookClosed,
  type Columns,
} from '../register/book.ts';
import { minutesAfter } from '../vocabulary.ts';
import { type Change, DiaryClash, type DiaryRecord, type Key } from './diary.ts';
import type { World } from './ports.ts';
import { unsealed } from './unsealed.ts';

type Keyed = { readonly key: string };

export type KeptListOf<Item extends Keyed> = {
  /** Names the partition of the diary that it is kept in. */
  readonly name: string;
  readonly book: (world: World) => Book;
  readonly shape: ZodType<Item>;
  readonly columns: (item: Item) => Columns;
  /** Undefined for a row that says nothing. */
  readonly fromColumns: (columns: Columns) => Item | undefined;
};

export type KeptList<Item extends Keyed> = {
  readonly all: (world: World) => Promise<readonly Item[]>;
  /** What one item becomes, kept before it answers; undefined leaves it as it is. Throws DiaryClash where others are always quicker. */
  readonly change: (
    world: World,
    key: string,
    next: (before: Item | undefined) => Item | undefined,
  ) => Promise<Item | undefined>;
  /** Brings the copy up to date from the list; what the list has yet to take stays. Throws BookClosed. */
  readonly refresh: (world: World) => Promise<void>;
  /** Writes to the list what it has yet to take. */
  readonly file: (world: World, record: DiaryRecord) => Promise<void>;
};

type Kept<Item> = {
  readonly items: readonly Item[];
  readonly unfiled: readonly string[];
  readonly version: number | 'absent';
};

const attempts = 8;

export const keptList = <Item extends Keyed>(of: KeptListOf<Item>): KeptList<Item> => {
  const shape = z.object({ items: z.array(of.shape), unfiled: z.array(z.string()) });
  const keyOf = ({ school }: World, kind: 'kept' | 'job'): Key => ({
    school,
    partition: of.name,
    kind,
    id: kind === 'kept' ? of.name : 'file',
  });
  const open = async (world: World): Promise<Kept<Item>> => {
    const record = await world.diary.read(keyOf(world, 'kept'));
    if (record === undefined) return { items: [], unfiled: [], version: 'absent' };
    return { ...unsealed(world, record, shape), version: record.version };
  };
  const put = (world: World, { items, unfiled, version }: Kept<Item>): Change => ({
    put: keyOf(world, 'kept'),
    value: world.keys.seal(JSON.stringify({ items, unfiled })),
    expects: version,
  });
  const job = (world: World): Change => ({
    put: keyOf(world, 'job'),
    value: {},
    due: world.now(),
    lane: 'ordinary',
  });
  /** Tried again where somebody was quicker. */
  const keeping = async (
    world: World,
    next: (kept: Kept<Item>) => { readonly kept: Kept<Item>; readonly file: boolean } | undefined,
  ): Promise<void> => {
    for (let left = attempts; ; left -= 1) {
      const change = next(await open(world));
      if (change === undefined) return;
      const changes = [put(world, change.kept), ...(change.file ? [job(world)] : [])];
      if ((await world.diary.commit(changes)) === 'done') return;
      if (left === 1) throw new DiaryClash('The kept copy changed since it was read.');
    }
  };
  const writeOne = async (world: World, item: Item): Promise<void> => {
    const book = of.book(world);
    const found = await book.find(item.key, 'background');
    if (found !== undefined)
      return void (await book.update(found.place, of.columns(item), 'background'));
    await book.create(item.key, of.columns(item), 'background');
  };
  return {
    all: async (world) => (await open(world)).items,
    change: async (world, key, next) => {
      let item: Item | undefined;
      await keeping(world, (kept) => {
        const before = kept.items.find((one) => one.key === key);
        const after = next(before);
        item = after ?? before;
        if (after === undefined || after === before) return undefined;
        const items = [...kept.items.filter((one) => one.key !== key), after];
        const unfiled = [...new Set([...kept.unfiled, key])];
        return { kept: { ...kept, items, unfiled }, file: true };
      });
      return item;
    },
    refresh: async (world) => {
      const { items } = await of.book(world).changes(undefined);
      const listed = items.flatMap(({ columns }) => of.fromColumns(columns) ?? []);
      await keeping(world, (kept) => {
        const ours = kept.items.filter(({ key }) => kept.unfiled.includes(key));
        const theirs = listed.filter(({ key }) => !kept.unfiled.includes(key));
        return { kept: { ...kept, items: [...theirs, ...ours] }, file: false };
      });
    },
    file: async (world, record) => {
      const { items, unfiled } = await open(world);
      const waiting = items.filter(({ key }) => unfiled.includes(key));
      try {
        for (const item of waiting) await writeOne(world, item);
      } catch (error) {
        if (!isPassing(error)) throw error;
        return later(world, record);
      }
      const written = new Map(waiting.map((item) => [item.key, JSON.stringify(item)]));
      await keeping(world, (kept) => ({
        kept: {
          ...kept,
          // Changed again meanwhile, it is written again.
          unfiled: kept.unfiled.filter(
            (key) => JSON.stringify(kept.items.find((one) => one.key === key)) !== written.get(key),
          ),
        },
        file: false,
      }));
      if ((await open(world)).unfiled.length > 0) return later(world, record);
      const { school, partition, kind, id, version } = record;
      await world.diary.commit([{ remove: { school, partition, kind, id }, expects: version }]);
    },
  };
};

const isPassing = (error: unknown): boolean =>
  error instanceof BookClosed || error instanceof BookClash || error instanceof AlreadyWritten;

const later = async (world: World, record: DiaryRecord): Promise<void> => {
  const { school, partition, kind, id, value, version } = record;
  const due = minutesAfter(world.now(), 1);
  const put = { school, partition, kind, id };
  await world.diary.commit([{ put, value, due, lane: 'ordinary', expects: version }]);
};
