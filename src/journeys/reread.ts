/** Looking at the lists again: after a clash, and before a decision that rests on the assessment. */
import { type Book, BookClosed, type Cause, type Place } from '../register/book.ts';
import type { VisitCommand } from '../visits/command.ts';
import type { VisitId } from '../vocabulary.ts';
import { type OpenPage, openPage } from './page.ts';
import type { World } from './ports.ts';
import { reconcileAssessment, reconcileDeleted, reconcileVisit } from './reconcile.ts';

/** Somebody wrote to the visit's items since we did, or we did and never heard the answer. */
export const rereadVisit = async (world: World, id: VisitId, cause: Cause): Promise<void> => {
  const { page } = await openPage(world, id);
  const visit = await itemOf(world.books.visits, id, page.place, cause);
  if (visit !== undefined) await reconcileVisit(world, id, visit);
  else if (page.place !== undefined) await reconcileDeleted(world, id, 'visit');
  const assessment = await itemOf(world.books.assessments, id, page.assessmentPlace, cause);
  if (assessment !== undefined) await reconcileAssessment(world, id, assessment);
  else if (page.assessmentPlace !== undefined) await reconcileDeleted(world, id, 'assessment');
};

const itemOf = (book: Book, id: VisitId, place: Place | undefined, cause: Cause) =>
  place === undefined ? book.find(id, cause) : book.read(place.item, cause);

/** People stand at the door with their coats on. */
const departingWaitsSeconds = 2;

/** A permission that is given by what the assessment says now, and waits for it. */
const waitsForAssessment: readonly string[] = ['approve', 'second-break-glass'];
const restsOnAssessment: readonly string[] = [...waitsForAssessment, 'depart'];

export const readsFirst = ({ verb }: VisitCommand): boolean => waitsForAssessment.includes(verb);

/** `closed`: SharePoint does not answer, and this decision must wait for it. Leaving school does not. */
export const rereadAssessment = async (
  world: World,
  id: VisitId,
  open: OpenPage,
  command: VisitCommand,
): Promise<{ readonly kind: 'open'; readonly open: OpenPage } | { readonly kind: 'closed' }> => {
  const place = open.page.assessmentPlace;
  const rests = restsOnAssessment.includes(command.verb);
  if (!rests || place === undefined || open.page.decides === 'page') return { kind: 'open', open };
  try {
    const patience = command.verb === 'depart' ? departingWaitsSeconds : undefined;
    const item = await world.books.assessments.read(place.item, 'click', patience);
    if (item?.place.revision === place.revision) return { kind: 'open', open };
    if (item === undefined) await reconcileDeleted(world, id, 'assessment');
    else await reconcileAssessment(world, id, item);
    return { kind: 'open', open: await openPage(world, id) };
  } catch (error) {
    if (!(error instanceof BookClosed)) throw error;
    return command.verb === 'depart'
      ? { kind: 'open', open: { ...open, page: { ...open.page, closed: true } } }
      : { kind: 'closed' };
  }
};
