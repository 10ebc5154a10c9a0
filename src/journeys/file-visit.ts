/** Writes what a page holds into the books: first the restricted part, then the open one, each once, and before each what no longer fits in it. */

import {
  AlreadyWritten,
  type Book,
  BookClash,
  type Cause,
  type Columns,
  type Place,
} from '../register/book.ts';
import { assessmentColumns, visitColumns } from '../register/columns.ts';
import { assessmentAfter } from '../risk-assessment/evolve.ts';
import type { VisitId } from '../vocabulary.ts';
import { allStand, fileParts, headText } from './history-parts.ts';
import { type Page, restrictedOwner, visitOn } from './page.ts';
import { policyFor } from './policy-versions.ts';
import type { World } from './ports.ts';

/** The page as it stands once SharePoint holds all of it. Throws BookClash, BookClosed. */
export const filePage = async (
  world: World,
  id: VisitId,
  page: Page,
  cause: Cause,
): Promise<Page> => fileVisit(world, id, await fileAssessment(world, id, page, cause), cause);

const fileAssessment = async (
  world: World,
  id: VisitId,
  page: Page,
  cause: Cause,
): Promise<Page> => {
  const visit = visitOn(page);
  const assessment = assessmentAfter(page.restricted);
  if (visit.status === 'unsubmitted' || assessment === undefined) return page;
  const isFiled = page.filedRestricted === page.restricted.length;
  if (isFiled && allStand(page.restrictedParts)) return page;
  const long = { title: visit.reference, events: page.restricted, parts: page.restrictedParts };
  const restrictedParts = await fileParts(world.books.safeguardingMore, long, cause);
  const given = { policy: await policyFor(world, visit), roster: await world.roster() };
  const history = headText(world, restrictedOwner(id), { ...long, parts: restrictedParts });
  const columns = assessmentColumns({ id, visit, assessment, history }, given);
  const assessmentPlace = await write(
    world.books.assessments,
    id,
    page.assessmentPlace,
    columns,
    cause,
  );
  return { ...page, restrictedParts, assessmentPlace, filedRestricted: page.restricted.length };
};

const fileVisit = async (world: World, id: VisitId, page: Page, cause: Cause): Promise<Page> => {
  const visit = visitOn(page);
  const isFiled = page.filed === page.events.length;
  if (visit.status === 'unsubmitted' || (isFiled && allStand(page.parts))) return page;
  const { events } = page;
  const long = { title: visit.reference, events, parts: page.parts };
  const parts = await fileParts(world.books.visitsMore, long, cause);
  const columns = await columnsOf(world, id, { ...page, parts });
  const place = await write(world.books.visits, id, page.place, columns, cause);
  return { ...page, parts, place, filed: page.events.length, closed: false };
};

/** What the list says of a page when nobody has touched it. */
export const columnsOf = async (world: World, id: VisitId, page: Page): Promise<Columns> => {
  const visit = visitOn(page);
  if (visit.status === 'unsubmitted') return {};
  const given = { policy: await policyFor(world, visit), roster: await world.roster() };
  const history = headText(world, id, page);
  return visitColumns({ id, visit, history, told: page.told }, given);
};

/** Creates under the visit's key or updates in place. One that is there already is never written over unread: throws BookClash. */
const write = async (
  book: Book,
  id: VisitId,
  place: Place | undefined,
  columns: Columns,
  cause: Cause,
): Promise<Place> => {
  if (place !== undefined) return book.update(place, columns, cause);
  try {
    return await book.create(id, columns, cause);
  } catch (error) {
    if (!(error instanceof AlreadyWritten)) throw error;
    throw new BookClash('It is in the list already, by a write whose answer was lost.');
  }
};
