/** Where the people of a visit are out besides on it. Read from the diary alone, so it answers with SharePoint away. */
import type { VisitCommand } from '../visits/command.ts';
import { type Elsewhere, elsewhereOf } from '../visits/elsewhere.ts';
import { positionOf } from '../visits/people-out.ts';
import type { KnownVisit, Visit } from '../visits/visit.ts';
import type { VisitId } from '../vocabulary.ts';
import { viewer } from './pages.ts';
import type { VisitView, World } from './ports.ts';

/** Each world draws its pages once and remembers them. */
const viewers = new WeakMap<World, () => Promise<readonly VisitView[]>>();

export const viewsOf = (world: World): Promise<readonly VisitView[]> => {
  const views = viewers.get(world) ?? viewer(world);
  viewers.set(world, views);
  return views();
};

/** Looked up only where somebody may set out by it: nothing else is kept waiting. */
export const elsewhere = async (
  world: World,
  id: VisitId,
  visit: Visit,
  command: VisitCommand,
): Promise<{ readonly elsewhere?: readonly Elsewhere[] }> => {
  if (!setsOut.has(command.verb) && !(reports.has(command.verb) && hasSomeToSetOut(visit)))
    return {};
  const all = await viewsOf(world);
  return {
    elsewhere: all.flatMap((view) =>
      view.id === id ? [] : (elsewhereOf(view.visit, view.id) ?? []),
    ),
  };
};

const setsOut: ReadonlySet<string> = new Set([
  'depart',
  'already-happened',
  'leave-unsafe',
  'child-alone',
  'child-in-danger',
]);

const reports: ReadonlySet<string> = new Set([
  'arrive',
  'wait',
  'enter',
  'meet',
  'leave',
  'return',
  'safe-now',
]);

const hasSomeToSetOut = (visit: Visit): boolean =>
  visit.status === 'out' &&
  visit.proposal.visitors.some((id) =>
    ['at-school', 'moved-on', 'back'].includes(positionOf(visit.outing, id)),
  );

/** The visit of this round, if it is on one, where any of these people are out. */
export const whereOnRound = (
  visit: KnownVisit,
  who: readonly string[],
  all: readonly VisitView[],
): VisitView | undefined =>
  visit.round === undefined
    ? undefined
    : all.find(
        (view) =>
          view.visit.round?.round === visit.round?.round &&
          elsewhereOf(view.visit, view.id)?.who.some(({ person }) => who.includes(person)),
      );
