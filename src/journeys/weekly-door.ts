/** The week's list, for everything outside: who may see it, what they see, and what they do. */
import { may } from '../people/access.ts';
import { memberOf } from '../people/staff.ts';
import { mondayOf, type PersonId, schoolDay } from '../vocabulary.ts';
import type { World } from './ports.ts';
import { openWeek, readCopy } from './weekly-kept.ts';
import { listNow, seenCopy, seenList, thisWeek, type Views } from './weekly-list.ts';
import { type ListPress, type ListPressed, pressList } from './weekly-press.ts';
import type { SeenFrozen, SeenList } from './weekly-seen.ts';

export type WeeklyListDoor = {
  /** Undefined alike where there is no such week, no list in the policy, and nothing for this person. */
  readonly see: (week: string | undefined, by: PersonId) => Promise<SeenList | undefined>;
  /** A list as it was signed, word for word. */
  readonly copy: (week: string, id: string, by: PersonId) => Promise<SeenFrozen | undefined>;
  readonly press: (asked: ListPress) => Promise<ListPressed>;
};

export const weeklyListDoor = (world: World, views: Views): WeeklyListDoor => {
  const reader = async (week: string, by: PersonId) => {
    const [policy, roster] = await Promise.all([world.policy(), world.roster()]);
    const person = memberOf(roster, by);
    const open = policy.weeklyList.rule === 'on' && mondayOf(week) !== undefined;
    return open && person !== undefined && may('page-weekly-list', person)
      ? { policy, roster, person, today: schoolDay(world.now()) }
      : undefined;
  };
  return {
    see: async (wanted, by) => {
      const week = wanted ?? thisWeek(world);
      const given = await reader(week, by);
      return given && seenList(await listNow(world, views, week), given.person, given);
    },
    copy: async (week, id, by) => {
      if ((await reader(week, by)) === undefined) return undefined;
      const { kept } = await openWeek(world, week);
      const known = kept.copies.find((copy) => copy.id === id);
      const copy = known && (await readCopy(world, week, id));
      return known && copy && { ...seenCopy(known), frozen: copy.rows };
    },
    press: (asked) => pressList(world, views, asked),
  };
};
