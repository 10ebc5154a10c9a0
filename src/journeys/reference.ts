/** References count up through a year: HV-2026-0042. */
import { BookClosed } from '../register/book.ts';
import { schoolDay, type VisitId, visitId } from '../vocabulary.ts';
import type { DiaryRecord, Key } from './diary.ts';
import type { World } from './ports.ts';

const counterKey = (world: World, year: string): Key => ({
  school: world.school,
  partition: 'references',
  kind: 'counter',
  id: year,
});

const referenceKey = (world: World, id: VisitId): Key => ({
  school: world.school,
  partition: 'references',
  kind: 'reference',
  id,
});

const visitKey = (world: World, reference: string): Key => ({
  school: world.school,
  partition: 'references',
  kind: 'reference',
  id: `of ${reference}`,
});

/** The visit people mean by its reference, or by its own id. */
export const visitCalled = async (world: World, name: string): Promise<VisitId> => {
  const found = await world.diary.read(visitKey(world, name));
  return visitId(found === undefined ? name : String(found.value));
};

type Taking = {
  /** Look in the list first which ones it has, where this diary has never seen it. A call for help does not wait for that. */
  readonly learn: boolean;
};

/** The reference of this visit: taken once, the same on every try. */
export const nextReference = async (
  world: World,
  id: VisitId,
  { learn }: Taking = { learn: false },
): Promise<string> => {
  const key = referenceKey(world, id);
  const taken = await world.diary.read(key);
  if (taken !== undefined) return String(taken.value);
  if (learn) await learnReferences(world);
  const year = schoolDay(world.now()).slice(0, 4);
  const counter = await world.diary.read(counterKey(world, year));
  const number = lastNumber(counter) + 1;
  const reference = `HV-${year}-${String(number).padStart(4, '0')}`;
  const outcome = await world.diary.commit([
    { put: counterKey(world, year), value: number, expects: counter?.version ?? 'absent' },
    { put: key, value: reference, expects: 'absent' },
    { put: visitKey(world, reference), value: id },
  ]);
  return outcome === 'done' ? reference : nextReference(world, id);
};

/** A reference seen in the list is never given again, though the diary be new. */
export const noteReference = async (
  world: World,
  id: VisitId,
  reference: string,
): Promise<void> => {
  const [, year, digits] = /^HV-(\d{4})-(\d{1,9})$/u.exec(reference) ?? [];
  if (year === undefined || digits === undefined) return;
  const [own, named, counter] = await Promise.all([
    world.diary.read(referenceKey(world, id)),
    world.diary.read(visitKey(world, reference)),
    world.diary.read(counterKey(world, year)),
  ]);
  if (own !== undefined && named !== undefined) return;
  const outcome = await world.diary.commit([
    ...(own === undefined
      ? [{ put: referenceKey(world, id), value: reference, expects: 'absent' } as const]
      : []),
    // What is in the list by this name has it; one that waits to be filed takes another.
    { put: visitKey(world, reference), value: id },
    ...(named !== undefined && named.value !== id
      ? [{ remove: referenceKey(world, visitId(String(named.value))) }]
      : []),
    ...(lastNumber(counter) < Number(digits)
      ? [
          {
            put: counterKey(world, year),
            value: Number(digits),
            expects: counter?.version ?? 'absent',
          } as const,
        ]
      : []),
  ]);
  if (outcome === 'clash') await noteReference(world, id, reference);
};

const learntKey = (world: World): Key => ({
  school: world.school,
  partition: 'references',
  kind: 'kept',
  id: 'learnt',
});

/** Every item of the list has been seen by this diary. */
export const noteLearnt = async (world: World): Promise<void> => {
  if ((await world.diary.read(learntKey(world))) === undefined)
    await world.diary.commit([{ put: learntKey(world), value: true }]);
};

/** Once for a new diary. With SharePoint away it is left to the next time, and two may for a while have one reference. */
const learnReferences = async (world: World): Promise<void> => {
  if ((await world.diary.read(learntKey(world))) !== undefined) return;
  try {
    const { items } = await world.books.visits.changes(undefined);
    for (const { columns } of items)
      await noteReference(
        world,
        visitId(String(columns['VisitKey'] ?? '')),
        String(columns['Title'] ?? ''),
      );
    await noteLearnt(world);
  } catch (error) {
    if (!(error instanceof BookClosed)) throw error;
  }
};

const lastNumber = (counter: DiaryRecord | undefined): number => Number(counter?.value ?? 0);
