/** Alarms that wait for one person at the same moment: told one after another, or in one card where they are many. */
import type { PersonId } from '../vocabulary.ts';
import type { DiaryRecord } from './diary.ts';
import type { World } from './ports.ts';
import type { ToOne } from './tell-instead.ts';

export type Gathered = { readonly record: DiaryRecord; readonly waiting: ToOne };

const waitingFor = new WeakMap<World['diary'], Map<PersonId, Set<Gathered>>>();

const placeOf = ({ diary }: World, person: PersonId): Set<Gathered> => {
  const people = waitingFor.get(diary) ?? new Map<PersonId, Set<Gathered>>();
  waitingFor.set(diary, people);
  const place = people.get(person) ?? new Set<Gathered>();
  people.set(person, place);
  return place;
};

/**
 * `tell` is given all that wait when its turn comes, this one first; what was told with another's turn is not told again.
 * Nobody else's alarms wait for it.
 */
export const inTurnFor = async (
  world: World,
  person: PersonId,
  mine: Gathered,
  tell: (all: readonly Gathered[]) => Promise<readonly Gathered[]>,
): Promise<void> => {
  const place = placeOf(world, person);
  place.add(mine);
  try {
    await world.inTurn(`alarms to ${person}`, async () => {
      // Whatever came due with this one has come here, too, by the time this is answered.
      const now = await world.diary.read(mine.record);
      if (!place.has(mine) || now?.version !== mine.record.version) return;
      const others = [...place].filter((one) => one !== mine);
      for (const told of await tell([mine, ...others])) place.delete(told);
    });
  } finally {
    place.delete(mine);
  }
};
