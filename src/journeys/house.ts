/** The one door for everything outside: what a person may see, and what they do. */

import type { Home } from '../homes/home.ts';
import { may } from '../people/access.ts';
import { reasonsNotToSend } from '../people/clearance.ts';
import { memberOf, nameOf, type StaffMember } from '../people/staff.ts';
import { carInWords, reasonsAgainstCar } from '../people/vehicles.ts';
import type { Policy } from '../policy/policy.ts';
import type { KnownVisit } from '../visits/visit.ts';
import { type Instant, type PersonId, schoolDay } from '../vocabulary.ts';
import { checkForm, type FormAsked, type FormChecked, formPolicy } from './check-form.ts';
import { type DuressDoor, duressDoor } from './duress-door.ts';
import { knownHomes } from './families.ts';
import { type HomesDoor, homesDoor } from './homes-door.ts';
import { viewCalled, viewer } from './pages.ts';
import { type PolicyDoor, policyDoor } from './policy-door.ts';
import type { VisitView, World } from './ports.ts';
import { type Press, type Pressed, press } from './press.ts';
import { type ReachDoor, reachDoor } from './reach.ts';
import { visitCalled } from './reference.ts';
import { type RegistersDoor, registersDoor } from './registers-door.ts';
import { seenBy } from './see.ts';
import type { SeenColleague, SeenPerson, SeenVisit } from './seen.ts';
import { sightOf } from './sight.ts';
import { type WeeklyListDoor, weeklyListDoor } from './weekly-door.ts';
import { onLists } from './weekly-gate.ts';
import type { Views } from './weekly-list.ts';

export type Family = {
  readonly key: string;
  readonly pupil: string;
  /** Enough to tell it from another of that name. */
  readonly detail: string;
  readonly form: Readonly<Record<string, string>>;
  readonly companion?: SeenPerson;
};

export type Wanted =
  | { readonly kind: 'mine' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'today' }
  | { readonly kind: 'day'; readonly day: string };

export type House = {
  readonly person: (id: string) => Promise<StaffMember | undefined>;
  readonly policy: () => Promise<Policy>;
  readonly now: () => Instant;
  readonly see: (name: string, by: PersonId) => Promise<SeenVisit | undefined>;
  readonly seeView: (view: VisitView, by: PersonId) => Promise<SeenVisit | undefined>;
  readonly visits: (wanted: Wanted, by: PersonId) => Promise<readonly SeenVisit[]>;
  readonly press: (asked: Press) => Promise<Pressed>;
  readonly duress: DuressDoor;
  /** What the form is drawn by: a visit's own version of the policy, and the one in force for a new one. */
  readonly formPolicy: (visit: string | undefined, by: PersonId) => Promise<Policy>;
  /** What would speak against a form, with nothing sent and nothing kept. */
  readonly check: (asked: FormAsked) => Promise<FormChecked>;
  /** Somebody tried what is not theirs: it goes on record. */
  readonly refused: (tried: string, by: PersonId) => Promise<void>;
  readonly families: (text: string, by: PersonId) => Promise<readonly Family[]>;
  /** Who may be chosen to go, under the policy of the visit where it is there already. */
  readonly colleagues: (
    text: string,
    by: PersonId,
    visit?: string,
  ) => Promise<readonly SeenColleague[]>;
  /** The cars on record that will do, for whoever says how they travel. */
  readonly cars: (by: PersonId) => Promise<readonly string[]>;
  readonly policyDoor: PolicyDoor;
  readonly weeklyList: WeeklyListDoor;
  readonly registers: RegistersDoor;
  readonly homes: HomesDoor;
  readonly reach: ReachDoor;
};

export const openHouse = (world: World, views: Views = viewer(world)): House => {
  const sightFor = async (view: VisitView) => ({
    ...(await sightOf(world, view.visit)),
    lists: await onLists(world, [view]),
  });
  const person = async (id: string) => (await world.roster()).find((member) => member.id === id);
  return {
    person,
    policy: world.policy,
    now: world.now,
    see: async (name, by) => {
      const view = await viewCalled(world, await visitCalled(world, name));
      return view === undefined ? undefined : seenBy(view, await person(by), await sightFor(view));
    },
    seeView: async (view, by) => seenBy(view, await person(by), await sightFor(view)),
    visits: async (wanted, by) => {
      const [all, who] = await Promise.all([views(), person(by)]);
      const wantedOnes = all.filter(({ visit }) => isWanted(wanted, visit, by, world.now()));
      const lists = await onLists(world, wantedOnes);
      const seen = await Promise.all(
        wantedOnes.map(
          async (view) => seenBy(view, who, { ...(await sightOf(world, view.visit)), lists }) ?? [],
        ),
      );
      return seen
        .flat()
        .filter(
          (seen) =>
            wanted.kind !== 'waiting' ||
            seen.verbs.includes('approve') ||
            seen.verbs.includes('decline') ||
            (seen.relations.includes('adopter') && seen.adopted?.stands !== true),
        )
        .toSorted(soonest);
    },
    press: (asked) => press(world, views, asked),
    duress: duressDoor(world, views),
    policyDoor: policyDoor(world, views),
    weeklyList: weeklyListDoor(world, views),
    registers: registersDoor(world, views),
    homes: homesDoor(world, views),
    reach: reachDoor(world),
    formPolicy: (visit, by) => formPolicy(world, { visit, by }),
    check: (asked) => checkForm(world, asked),
    refused: (verb, by) => world.note({ what: 'refused', verb, by }),
    families: async (text, by) =>
      may('search-families', await person(by)) ? familiesLike(world, text, by) : [],
    colleagues: async (text, by, visit) =>
      may('search-staff', await person(by))
        ? colleaguesLike(world, { text, policy: await formPolicy(world, { visit, by }) })
        : [],
    cars: async (by) => (may('search-staff', await person(by)) ? carsFor(world) : []),
  };
};

const isWanted = (wanted: Wanted, visit: KnownVisit, by: PersonId, now: Instant): boolean => {
  switch (wanted.kind) {
    case 'mine':
      return visit.requestedBy === by || visit.proposal.visitors.includes(by);
    case 'waiting':
      return (
        visit.status === 'awaiting approval' ||
        (visit.status === 'approved' && visit.adopted?.stands !== true)
      );
    case 'today':
      return isOfDay(visit, schoolDay(now)) || isWatched(visit);
    case 'day':
      return isOfDay(visit, wanted.day);
    default:
      return wanted satisfies never;
  }
};

const isOfDay = (visit: KnownVisit, day: string): boolean =>
  schoolDay(visit.proposal.start) === day;

/** Whoever is out, and every alarm that is open, stands on the board whatever the day. */
const isWatched = (visit: KnownVisit): boolean =>
  visit.status === 'out' || visit.alarms.some((alarm) => alarm.state !== 'settled');

const soonest = (one: SeenVisit, other: SeenVisit): number => (one.start < other.start ? -1 : 1);

const most = 15;

/** Whoever can be chosen to go comes first; the rest with the reason. */
const colleaguesLike = async (
  world: World,
  { text, policy }: { readonly text: string; readonly policy: Policy },
): Promise<readonly SeenColleague[]> => {
  const roster = await world.roster();
  return roster
    .filter(({ roles }) => roles.length > 0 && !roles.includes('pupil'))
    .filter((member) => isLike(member.name, text))
    .map((member) => ({ member, reasons: reasonsNotToSend(member, world.now(), policy) }))
    .toSorted((one, other) => Number(one.reasons.length > 0) - Number(other.reasons.length > 0))
    .map(({ member: { id, name }, reasons }) => ({
      id,
      name,
      ...(reasons.length === 0 ? {} : { against: reasons.map(({ because }) => because).join(' ') }),
    }));
};

/** The cars on record that will do today. */
const carsFor = async (world: World): Promise<readonly string[]> => {
  const [{ vehicles }, policy] = await Promise.all([world.registers(), world.policy()]);
  return vehicles
    .filter((car) => reasonsAgainstCar(car, world.now(), policy).length === 0)
    .map(carInWords);
};

const familiesLike = async (
  world: World,
  text: string,
  by: PersonId,
): Promise<readonly Family[]> => {
  const roster = await world.roster();
  const homes = await knownHomes(world);
  return homes
    .filter((home) => isLike(`${home.pupil} ${home.parent} ${home.address}`, text))
    .toSorted(
      (one, other) =>
        Number(other.lastVisitors.includes(by)) - Number(one.lastVisitors.includes(by)),
    )
    .slice(0, most)
    .map((home) =>
      familyOf(home, by, (id) => nameOf(roster, id), memberOf(roster, by) !== undefined),
    );
};

const familyOf = (
  home: Home,
  by: PersonId,
  nameFor: (id: PersonId) => string,
  known: boolean,
): Family => {
  const companion = known ? home.lastVisitors.find((id) => id !== by) : undefined;
  return {
    key: home.key,
    pupil: home.pupil,
    detail: [home.yearGroup, home.address.split(',')[0] ?? '']
      .filter((word) => word !== '')
      .join(' · '),
    form: {
      pupil: home.pupil,
      yearGroup: home.yearGroup,
      parent: home.parent,
      parentPhone: home.parentPhone,
      address: home.sameHome ?? home.address,
      language: home.language,
      purpose: home.lastPurpose,
    },
    ...(companion === undefined ? {} : { companion: { id: companion, name: nameFor(companion) } }),
  };
};

const isLike = (name: string, text: string): boolean => plain(name).includes(plain(text));

const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('en-GB').trim();
