/** Whether a visit, as it is now, stands on a signed list of its week. Read from the diary alone: no list is asked, and it answers with SharePoint away. */
import type { Policy } from '../policy/policy.ts';
import type { KnownVisit } from '../visits/visit.ts';
import type { Instant, VisitId } from '../vocabulary.ts';
import { compile, rowHash, weekOfVisit } from '../weekly-list/row.ts';
import { isOwn } from '../weekly-list/signed.ts';
import type { VisitView, World } from './ports.ts';
import { type KeptCopy, type KeptWeek, openWeek } from './weekly-kept.ts';

export type OnList = {
  readonly week: string;
  /** Undefined where nobody has signed for the visit as it is. */
  readonly signed: { readonly byName: string; readonly at: Instant } | undefined;
};

/** Undefined where the policy has no list, or the visit is on none. */
const onListOf = (
  world: Pick<World, 'keys'>,
  { id, visit }: { readonly id: VisitId; readonly visit: KnownVisit },
  week: string,
  kept: KeptWeek,
): OnList | undefined => {
  const row = compile(week, kept.figures, [{ id, visit }]).find((one) => one.visit?.id === id);
  if (row === undefined) return undefined;
  const hash = rowHash(week, row, world.keys.hmac);
  const counts = ({ hashes, by, void: broken }: KeptCopy): boolean =>
    broken === undefined && hashes.includes(hash) && !isOwn(row, by);
  const copy = kept.copies.find(counts);
  return { week, signed: copy && { byName: copy.byName, at: copy.at } };
};

const hasList = ({ approval, weeklyList }: Policy): boolean =>
  approval.mode === 'list-and-visit' && weeklyList.rule === 'on';

/** Never where the policy that the visit runs under has no list. */
export const listSigned = async (
  world: World,
  asked: { readonly id: VisitId; readonly visit: KnownVisit },
  policy: Policy,
): Promise<boolean> => {
  if (!hasList(policy)) return false;
  const week = weekOfVisit(asked.visit);
  try {
    const { kept } = await openWeek(world, week);
    return onListOf(world, asked, week, kept)?.signed !== undefined;
  } catch (error) {
    // What cannot be read was not signed, as far as anybody can show.
    world.report(error);
    return false;
  }
};

/** How each visit stands to its week's list, for showing it. */
export const onLists = async (
  world: World,
  views: readonly VisitView[],
): Promise<ReadonlyMap<VisitId, OnList>> => {
  const found = new Map<VisitId, OnList>();
  if (!hasList(await world.policy())) return found;
  for (const [week, some] of Map.groupBy(views, ({ visit }) => weekOfVisit(visit))) {
    const { kept } = await openWeek(world, week);
    for (const view of some) {
      const on = onListOf(world, view, week, kept);
      if (on !== undefined) found.set(view.id, on);
    }
  }
  return found;
};
