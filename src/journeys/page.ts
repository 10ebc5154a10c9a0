/** A visit's page in the diary: its whole history, how much of it SharePoint holds, and what people have been told. */
import type { Place } from '../register/book.ts';
import type { Sealed } from '../register/history.ts';
import { sealEvents } from '../register/history.ts';
import type { RestrictedEvent } from '../risk-assessment/assessment.ts';
import type { Happening, VisitEvent } from '../visits/event.ts';
import { visitAfter } from '../visits/evolve.ts';
import { nextCheck } from '../visits/next-check.ts';
import type { Visit } from '../visits/visit.ts';
import type { CommandId, VisitId } from '../vocabulary.ts';
import type { Change, DiaryRecord, Key } from './diary.ts';
import type { World } from './ports.ts';

export type Page = {
  /** Until departure the list decides; from then the page does and the list follows. */
  readonly decides: 'list' | 'page';
  readonly events: readonly Sealed<VisitEvent>[];
  readonly restricted: readonly Sealed<RestrictedEvent>[];
  /** How many of the events, and of the restricted ones, SharePoint holds. */
  readonly filed: number;
  readonly filedRestricted: number;
  readonly place: Place | undefined;
  readonly assessmentPlace: Place | undefined;
  /** SharePoint did not answer when it was last asked about this visit. */
  readonly closed: boolean;
  /** How many of the events people have been told about. */
  readonly told: number;
};

/** A page as it was read, with the version a commit must find. */
export type OpenPage = { readonly page: Page; readonly version: number | 'absent' };

const blank: Page = {
  decides: 'list',
  events: [],
  restricted: [],
  filed: 0,
  filedRestricted: 0,
  place: undefined,
  assessmentPlace: undefined,
  closed: false,
  told: 0,
};

export const pageKey = (world: World, id: VisitId): Key => ({
  school: world.school,
  partition: id,
  kind: 'page',
  id: 'page',
});

export const openPage = async (world: World, id: VisitId): Promise<OpenPage> => {
  const record = await world.diary.read(pageKey(world, id));
  return record === undefined
    ? { page: blank, version: 'absent' }
    : { page: pageOf(world, record), version: record.version };
};

/** What is in the diary is sealed, so that its file alone tells nothing. Throws where it was not sealed by us. */
export const pageOf = (world: World, record: DiaryRecord): Page => {
  const text = world.keys.open(String(record.value));
  if (text === undefined) throw new Error('A page of the diary cannot be opened with this key.');
  return { ...blank, ...(JSON.parse(text) as Partial<Page>) };
};

export const visitOn = (page: Page): Visit => visitAfter(page.events);

export const hasSeen = (page: Page, command: CommandId): boolean =>
  page.events.some((event) => event.command === command);

/** The page with more on it, each event sealed to the one before. */
export const withHappenings = (
  world: World,
  id: VisitId,
  page: Page,
  happenings: readonly Happening[],
): Page => ({
  ...page,
  events: sealEvents(
    id,
    page.events,
    happenings.map(({ event }) => event),
    world.keys.hmac,
  ),
  restricted: sealEvents(
    restrictedOwner(id),
    page.restricted,
    happenings.flatMap(({ restricted }) => (restricted === undefined ? [] : [restricted])),
    world.keys.hmac,
  ),
});

/** The two histories of a visit are sealed apart, so that neither can be passed off as the other. */
export const restrictedOwner = (id: VisitId): string => `${id}/restricted`;

export const putPage = (world: World, id: VisitId, { page, version }: OpenPage): Change => ({
  put: pageKey(world, id),
  value: world.keys.seal(JSON.stringify(page)),
  expects: version,
});

const timerKey = (world: World, id: VisitId): Key => ({
  school: world.school,
  partition: id,
  kind: 'timer',
  id: 'clock',
});

/** The one timer of a visit: when the rules next have something to say of it. */
export const timerFor = async (world: World, id: VisitId, page: Page): Promise<Change> => {
  const visit = visitOn(page);
  const due = nextCheck(visit, await world.policy());
  const lane = page.decides === 'page' ? 'alarm' : 'ordinary';
  return due === undefined
    ? { remove: timerKey(world, id) }
    : { put: timerKey(world, id), value: {}, due, lane };
};
