/** Homes, what is known of them, and the assessments that stand, for everything outside: who may see what. */
import { bookOfHomes, type HomeEntry, homeNamed, knownHome } from '../homes/book-of-homes.ts';
import { type Hazard, isOpenHazard, isOverdue } from '../homes/hazard.ts';
import type { Home } from '../homes/home.ts';
import { homeKey } from '../homes/home-key.ts';
import { sameAs } from '../homes/same-as.ts';
import { may } from '../people/access.ts';
import { memberOf, type Roster, type StaffMember } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import { generalOf } from '../risk-assessment/standing.ts';
import { isToBeSeen } from '../visits/form-known.ts';
import type { Instant, PersonId } from '../vocabulary.ts';
import { knownHomes } from './families.ts';
import { hazards } from './hazards.ts';
import { type HomesPress, pressHomes } from './homes-press.ts';
import type {
  BeforeAsking,
  HomesPressed,
  OpenedHome,
  SeenHazard,
  SeenHome,
  SeenVisitThere,
  StandingPage,
} from './homes-seen.ts';
import type { VisitView, World } from './ports.ts';
import { seenBy } from './see.ts';
import { named } from './see-people.ts';
import { standing } from './standing.ts';
import { seenStanding, standingFor } from './standing-seen.ts';

export type HomesDoor = {
  /** The homes this person may open, those with a review that is overdue first. */
  readonly list: (by: PersonId) => Promise<readonly SeenHome[]>;
  /** Undefined alike where there is no such home and where it is not theirs to open. */
  readonly one: (key: string, by: PersonId) => Promise<OpenedHome | undefined>;
  /** What is known of the home at this address, for somebody who is about to ask. */
  readonly before: (address: string, by: PersonId) => Promise<BeforeAsking>;
  readonly standing: (by: PersonId) => Promise<StandingPage>;
  readonly press: (asked: HomesPress) => Promise<HomesPressed>;
};

type Looking = {
  readonly person: StaffMember;
  readonly policy: Policy;
  readonly roster: Roster;
  readonly now: Instant;
  readonly homes: readonly Home[];
  readonly known: readonly Hazard[];
  readonly views: readonly VisitView[];
};

type Views = () => Promise<readonly VisitView[]>;

export const homesDoor = (world: World, views: Views): HomesDoor => {
  const looking = async (by: PersonId): Promise<Looking | undefined> => {
    const [policy, roster, homes, known, all] = await Promise.all([
      world.policy(),
      world.roster(),
      knownHomes(world),
      hazards.all(world),
      views(),
    ]);
    const person = memberOf(roster, by);
    return person === undefined || !may('page-homes', person)
      ? undefined
      : { person, policy, roster, now: world.now(), homes, known, views: all };
  };
  return {
    list: async (by) => {
      const given = await looking(by);
      return given === undefined ? [] : homesFor(given).toSorted(overdueFirst);
    },
    one: async (key, by) => {
      const given = await looking(by);
      const home = given && homesFor(given).find((one) => one.key === key);
      if (given === undefined || home === undefined) return undefined;
      if (home.hazards.length > 0) await world.note({ what: 'opened', verb: 'see-home', by });
      return { ...home, visits: visitsTo(key, given) };
    },
    before: async (address, by) => {
      const given = await looking(by);
      return given === undefined || !may('look-before-asking', given.person)
        ? {}
        : beforeAsking(world, address, given);
    },
    standing: (by) => standingFor(world, by),
    press: async (asked) => {
      const given = await looking(asked.by);
      const theirs = given === undefined ? () => false : opener(given);
      return pressHomes(world, asked, theirs);
    },
  };
};

/** Safeguarding and those who decide open every home; others the homes of visits they asked for or go on. */
const opener = ({ homes, person, policy, views }: Looking): ((key: string) => boolean) => {
  const { roles, listRoles } = policy.approval;
  const decides = [...roles, ...listRoles, ...policy.risk.adoptedBy];
  if (may('see-every-home', person) || person.roles.some((role) => decides.includes(role)))
    return () => true;
  const own = new Set(
    views
      .filter(({ visit }) => isPartOf(visit, person.id))
      .map(({ visit }) => homeNamed(visit.proposal.address, homes)),
  );
  return (key) => own.has(key);
};

const homesFor = (given: Looking): readonly SeenHome[] => {
  const book = bookOfHomes(given.homes, given.known);
  const opens = opener(given);
  return book.filter(({ key }) => opens(key)).map((entry) => seenHome(entry, book, given));
};

const isPartOf = ({ requestedBy, proposal }: VisitView['visit'], person: PersonId): boolean =>
  requestedBy === person || proposal.visitors.includes(person);

const seenHome = (entry: HomeEntry, book: readonly HomeEntry[], given: Looking): SeenHome => {
  const { person } = given;
  const mayMerge = may('merge-homes', person);
  const like = mayMerge
    ? sameAs(
        entry.address,
        book.filter(({ key }) => key !== entry.key),
      )
    : undefined;
  return {
    key: entry.key,
    address: entry.address,
    families: distinct(entry.families),
    alsoWritten: entry.families
      .map(({ address }) => address)
      .filter(
        (address, index, all) => homeKey(address) !== entry.key && all.indexOf(address) === index,
      ),
    hazards: entry.hazards.map((hazard) => seenHazard(hazard, given)).toSorted(openFirst),
    ...(entry.lastCompleted === undefined ? {} : { lastCompleted: entry.lastCompleted }),
    ...(like === undefined ? {} : { looksLike: { key: like.key, address: like.address } }),
    mayReview: may('review-hazard', person),
    mayMerge,
  };
};

const distinct = (families: readonly Home[]): SeenHome['families'] => [
  ...new Map(
    families.map(({ pupil, yearGroup }) => [pupil.trim(), { pupil: pupil.trim(), yearGroup }]),
  ).values(),
];

const seenHazard = (hazard: Hazard, { roster, now }: Looking): SeenHazard => {
  const { reviewed, resolved } = hazard;
  return {
    key: hazard.key,
    kind: hazard.kind,
    what: hazard.what,
    notedBy: named(roster, hazard.notedBy),
    notedAt: hazard.notedAt,
    visit: hazard.visit,
    reviewBy: hazard.reviewBy,
    overdue: isOverdue(hazard, now),
    ...(reviewed === undefined
      ? {}
      : { reviewed: { by: named(roster, reviewed.by), at: reviewed.at } }),
    ...(resolved === undefined
      ? {}
      : { resolved: { ...resolved, by: named(roster, resolved.by) } }),
  };
};

const openFirst = (one: SeenHazard, other: SeenHazard): number => {
  const [a, b] = [Number(one.resolved !== undefined), Number(other.resolved !== undefined)];
  return a === b ? (one.reviewBy < other.reviewBy ? -1 : 1) : a - b;
};

/** Overdue reviews stand first, then the homes with something open, then by address. */
const overdueFirst = (one: SeenHome, other: SeenHome): number => {
  const rank = ({ hazards: all }: SeenHome): number => {
    if (all.some(({ overdue }) => overdue)) return 0;
    return all.some(({ resolved }) => resolved === undefined) ? 1 : 2;
  };
  return rank(one) - rank(other) || one.address.localeCompare(other.address, 'en-GB');
};

const mostVisits = 20;

/** Latest first; what this person may not know of is not there. */
const visitsTo = (key: string, given: Looking): readonly SeenVisitThere[] =>
  given.views
    .filter(({ visit }) => homeNamed(visit.proposal.address, given.homes) === key)
    .flatMap((view) => seenBy(view, given.person, { ...given, lists: new Map() }) ?? [])
    .toSorted((one, other) => (one.start < other.start ? 1 : -1))
    .slice(0, mostVisits)
    .map(({ reference, start, status, visitors }) => ({
      reference,
      start,
      status,
      visitors: visitors.map(({ id, name }) => ({ id, name })),
    }));

const beforeAsking = async (
  world: World,
  address: string,
  given: Looking,
): Promise<BeforeAsking> => {
  const { homes, known, policy, person } = given;
  const general = generalOf(await standing.all(world));
  const home = knownHome(address, homes, known, world.keys.hmac);
  const key = homeNamed(address, homes);
  const entry = bookOfHomes(homes, known).find((one) => one.key === key);
  if (home !== undefined && home.hazards.length > 0)
    await world.note({ what: 'opened', verb: 'look-before-asking', by: person.id });
  return {
    ...(home === undefined
      ? {}
      : {
          home: {
            shown: home.shown,
            needed: isToBeSeen(home, policy.risk.homeSeen),
            hazards: home.hazards.filter(isOpenHazard).map((one) => seenHazard(one, given)),
            visits: visitsTo(key, given).slice(0, 5),
            animals: home.animals,
            ...(entry?.lastCompleted === undefined ? {} : { lastCompleted: entry.lastCompleted }),
          },
        }),
    ...(general === undefined || policy.risk.general === 'off'
      ? {}
      : {
          general: {
            ...seenStanding(general, given),
            needed: policy.risk.general === 'read-first',
          },
        }),
  };
};
