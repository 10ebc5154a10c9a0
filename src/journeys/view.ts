/** A visit as cards and pages show it, before anybody's eyes are asked for. */
import { assessmentAfter } from '../risk-assessment/evolve.ts';
import type { VisitId } from '../vocabulary.ts';
import { intentsOf } from './intents.ts';
import { type Page, visitOn } from './page.ts';
import type { VisitView, World } from './ports.ts';

/** Throws where the page holds no visit: nothing is drawn from nothing. */
export const viewWith = (id: VisitId, page: Page, held: readonly string[]): VisitView => {
  const visit = visitOn(page);
  if (visit.status === 'unsubmitted') throw new Error('There is no visit on this page.');
  return {
    id,
    visit,
    events: page.events,
    assessment: assessmentAfter(page.restricted),
    filed: !page.closed && held.length === 0,
    held,
  };
};

export const viewOf = async (world: World, id: VisitId, page: Page): Promise<VisitView> => {
  const held = (await intentsOf(world, id)).filter((intent) => intent.held);
  return viewWith(
    id,
    page,
    held.map((intent) => intent.command.verb),
  );
};
