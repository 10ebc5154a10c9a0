/** What the diary keeps of a week's list: what was compiled, what has been signed, and the signed copies themselves. */
import { z } from 'zod';
import { commandShape, instantShape, personShape } from '../register/shapes.ts';
import type { Figure } from '../weekly-list/figure.ts';
import type { Signed, SignedCopy } from '../weekly-list/signed.ts';
import { type Change, DiaryClash, type Key } from './diary.ts';
import type { World } from './ports.ts';
import { unsealed } from './unsealed.ts';

/** A signed copy as every look at the list needs it; its rows are kept apart. */
export type KeptCopy = Pick<SignedCopy, 'id' | 'how' | 'by' | 'byName' | 'at' | 'seenAll'> & {
  readonly hashes: readonly string[];
  /** The row and the family of each. */
  readonly rows: readonly (readonly [string, string])[];
  /** Somebody changed or deleted it in SharePoint: it counts for nothing. */
  readonly void?: 'changed' | 'deleted' | undefined;
  readonly filed: boolean;
  /** The items it stands in, once filed. */
  readonly items: readonly string[];
};

export type KeptWeek = {
  readonly figures: readonly Figure[];
  readonly copies: readonly KeptCopy[];
  /** Commands that were carried out, so that one sent twice changes nothing. */
  readonly commands: readonly string[];
  /** What the signers were last asked to sign, and who asked. */
  readonly sent?: string | undefined;
  readonly sentBy?: z.infer<typeof personShape> | undefined;
  /** What waited when it was last looked at: a card goes out once it stays the same. */
  readonly waiting?: string | undefined;
  readonly reminded?: boolean | undefined;
};

const text = z.string();

const weekShape: z.ZodType<KeptWeek> = z.object({
  figures: z.array(
    z.object({ pupil: text, address: text, parents: text, contacts: text, attendance: z.number() }),
  ),
  copies: z.array(
    z.object({
      id: text,
      how: z.enum(['list', 'additions']),
      by: personShape,
      byName: text,
      at: instantShape,
      seenAll: z.boolean(),
      hashes: z.array(text),
      rows: z.array(z.tuple([text, text])),
      void: z.enum(['changed', 'deleted']).optional(),
      filed: z.boolean(),
      items: z.array(text),
    }),
  ),
  commands: z.array(commandShape),
  sent: text.optional(),
  sentBy: personShape.optional(),
  waiting: text.optional(),
  reminded: z.boolean().optional(),
});

const copyShape: z.ZodType<SignedCopy> = z.object({
  id: text,
  week: text,
  how: z.enum(['list', 'additions']),
  by: personShape,
  byName: text,
  at: instantShape,
  policy: text,
  content: text,
  seenAll: z.boolean(),
  rows: z.array(
    z.object({
      hash: text,
      id: text,
      family: text,
      pupil: text,
      address: text,
      parents: text,
      contacts: text,
      attendance: text,
      reference: text,
      day: text,
      visitors: text,
      risk: z.enum(['low', 'medium', 'high', '']),
    }),
  ),
});

const nothing: KeptWeek = { figures: [], copies: [], commands: [] };

/** All of one week shares a partition, so that it changes in one commit. */
export const partitionOf = (week: string): string => `weekly-list ${week}`;
export const weekIn = (partition: string): string => partition.replace(/^weekly-list /u, '');
export const isWeekly = (partition: string): boolean => partition.startsWith('weekly-list ');

const keyOf = (world: World, week: string, id: string): Key => ({
  school: world.school,
  partition: partitionOf(week),
  kind: 'kept',
  id,
});

export type OpenWeek = { readonly kept: KeptWeek; readonly version: number | 'absent' };

/** Throws Unreadable where it was sealed with another key: nothing then counts as signed. */
export const openWeek = async (world: World, week: string): Promise<OpenWeek> => {
  const record = await world.diary.read(keyOf(world, week, 'week'));
  if (record === undefined) return { kept: nothing, version: 'absent' };
  return { kept: unsealed(world, record, weekShape), version: record.version };
};

const sealed = (world: World, value: unknown): string => world.keys.seal(JSON.stringify(value));

const mostCommands = 500;

export const putWeek = (world: World, week: string, { kept, version }: OpenWeek): Change => ({
  put: keyOf(world, week, 'week'),
  value: sealed(world, { ...kept, commands: kept.commands.slice(-mostCommands) }),
  expects: version,
});

export const putCopy = (world: World, copy: SignedCopy): Change => ({
  put: keyOf(world, copy.week, `copy ${copy.id}`),
  value: sealed(world, copy),
});

export const readCopy = async (
  world: World,
  week: string,
  id: string,
): Promise<SignedCopy | undefined> => {
  const record = await world.diary.read(keyOf(world, week, `copy ${id}`));
  return record === undefined ? undefined : unsealed(world, record, copyShape);
};

const attempts = 8;

/** Changes what is kept of a week, again where somebody was quicker; undefined: nothing to change. */
export const changeWeek = async (
  world: World,
  week: string,
  change: (
    kept: KeptWeek,
  ) => { readonly kept: KeptWeek; readonly more?: readonly Change[] } | undefined,
): Promise<void> => {
  for (let left = attempts; left > 0; left -= 1) {
    const { kept, version } = await openWeek(world, week);
    const changed = change(kept);
    if (changed === undefined) return;
    const put = putWeek(world, week, { kept: changed.kept, version });
    if ((await world.diary.commit([put, ...(changed.more ?? [])])) === 'done') return;
  }
  throw new DiaryClash('The list changed since it was read.');
};

/** Only what stands as it was signed counts. */
export const signedIn = ({ copies }: KeptWeek): readonly Signed[] =>
  copies
    .filter((copy) => copy.void === undefined)
    .map(({ by, hashes, rows }) => ({ by, hashes: new Set(hashes), rows }));
