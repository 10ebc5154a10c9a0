/** A visit's page in the diary: its whole history, how much of it SharePoint holds, and what people have been told. */
import { z } from 'zod';
import type { Place } from '../register/book.ts';
import type { Sealed } from '../register/history.ts';
import { sealEvents } from '../register/history.ts';
import type { Part } from '../register/parts.ts';
import type { RestrictedEvent } from '../risk-assessment/assessment.ts';
import type { Happening, VisitEvent } from '../visits/event.ts';
import { visitAfter } from '../visits/evolve.ts';
import { isOpen } from '../visits/evolve-alarms.ts';
import { nextCheck } from '../visits/next-check.ts';
import type { Visit } from '../visits/visit.ts';
import type { CommandId, VisitId } from '../vocabulary.ts';
import type { Change, DiaryRecord, Key } from './diary.ts';
import { policyFor } from './policy-versions.ts';
import type { World } from './ports.ts';
import { unsealed } from './unsealed.ts';

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
  /** The items with the first of a history too long for one, and of a restricted one. */
  readonly parts: readonly Part[];
  readonly restrictedParts: readonly Part[];
  /** SharePoint did not answer when it was last asked about this visit. */
  readonly closed: boolean;
  /** How many of the events people have been told about. */
  readonly told: number;
  /** Of those before that mark, the numbers of what people have not been told: it came from the list, into the middle. */
  readonly missed?: readonly number[] | undefined;
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
  parts: [],
  restrictedParts: [],
  closed: false,
  told: 0,
};

const pageKey = (world: World, id: VisitId): Key => ({
  school: world.school,
  partition: id,
  kind: 'page',
  id: 'page',
});

/** A page that cannot be read is as good as lost: it is reported, and the sweep brings it back from the list. */
export const openPage = async (world: World, id: VisitId): Promise<OpenPage> => {
  const record = await world.diary.read(pageKey(world, id));
  if (record === undefined) return { page: blank, version: 'absent' };
  return { page: pageOf(world, record) ?? blank, version: record.version };
};

const placeShape = z.object({ item: z.string(), revision: z.string() });
const partsShape = z.array(z.object({ seal: z.string(), place: placeShape.optional() }));

/** The events are held by their own seals, one to the other; here it is enough that they are there. */
const pageShape = z.looseObject({
  decides: z.enum(['list', 'page']),
  events: z.array(z.looseObject({ type: z.string(), seal: z.string() })),
  restricted: z.array(z.looseObject({ type: z.string(), seal: z.string() })),
  filed: z.number(),
  filedRestricted: z.number(),
  place: placeShape.optional(),
  assessmentPlace: placeShape.optional(),
  parts: partsShape.optional(),
  restrictedParts: partsShape.optional(),
  closed: z.boolean(),
  told: z.number(),
  missed: z.array(z.number()).optional(),
});

/** What was read of a record, and with which keys: it is opened once, however often it is looked at. */
const opened = new WeakMap<DiaryRecord, { readonly keys: World['keys']; readonly page: Page }>();

/** Undefined, and reported, where it was not sealed by us. */
export const pageOf = (world: World, record: DiaryRecord): Page | undefined => {
  const before = opened.get(record);
  if (before?.keys === world.keys) return before.page;
  try {
    const page = { ...blank, ...(unsealed(world, record, pageShape) as unknown as Page) };
    opened.set(record, { keys: world.keys, page });
    return page;
  } catch (error) {
    world.report(error);
    return undefined;
  }
};

/** A history never changes, only the next one is longer: where it has led is worked out once. */
const led = new WeakMap<Page['events'], Visit>();

export const visitOn = ({ events }: Page): Visit => {
  const visit = led.get(events) ?? visitAfter(events);
  led.set(events, visit);
  return visit;
};

export const hasSeen = (page: Page, command: CommandId): boolean =>
  page.events.some((event) => event.command === command);

/** The page with more on it, each event sealed to the one before. */
export const withHappenings = (
  world: World,
  id: VisitId,
  page: Page,
  happenings: readonly Happening[],
): Page => {
  const later = happenings.map(({ event }) => event);
  const events = sealEvents(id, page.events, later, world.keys.hmac);
  led.set(events, visitAfter(events.slice(page.events.length), visitOn(page)));
  const restricted = happenings.flatMap(({ restricted }) =>
    // A write whose answer was lost may have come back to us without the event that it was part of.
    restricted === undefined || isThere(page, restricted) ? [] : [restricted],
  );
  return {
    ...page,
    events,
    restricted: sealEvents(restrictedOwner(id), page.restricted, restricted, world.keys.hmac),
  };
};

const isThere = ({ restricted }: Page, { command, type }: RestrictedEvent): boolean =>
  restricted.some((event) => event.command === command && event.type === type);

/** People are out, or were: the page decides. */
export const isUnderWay = (page: Page): boolean => {
  const { status } = visitOn(page);
  return status === 'out' || status === 'returned';
};

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
  const { calendar } = await world.registers();
  const due = nextCheck(visit, await policyFor(world, visit), calendar);
  const alarmed = visit.status !== 'unsubmitted' && visit.alarms.some(isOpen);
  const lane = page.decides === 'page' || alarmed ? 'alarm' : 'ordinary';
  return due === undefined
    ? { remove: timerKey(world, id) }
    : { put: timerKey(world, id), value: {}, due, lane };
};
