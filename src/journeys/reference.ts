/** References count up through a year: HV-2026-0042. */
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

/** The reference of this visit: taken once, the same on every try. */
export const nextReference = async (world: World, id: VisitId): Promise<string> => {
  const key = referenceKey(world, id);
  const taken = await world.diary.read(key);
  if (taken !== undefined) return String(taken.value);
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
  if ((await world.diary.read(visitKey(world, reference))) === undefined)
    await world.diary.commit([{ put: visitKey(world, reference), value: id }]);
  const [, year, digits] = /^HV-(\d{4})-(\d+)$/u.exec(reference) ?? [];
  if (year === undefined || digits === undefined) return;
  const counter = await world.diary.read(counterKey(world, year));
  if (lastNumber(counter) >= Number(digits)) return;
  await world.diary.commit([
    { put: counterKey(world, year), value: Number(digits), expects: counter?.version ?? 'absent' },
  ]);
};

const lastNumber = (counter: DiaryRecord | undefined): number => Number(counter?.value ?? 0);
