/** What runs out, or has, of all that the school's policy keeps on record. The last day still counts. */
import type { Policy } from '../policy/policy.ts';
import { daysAfter } from '../vocabulary.ts';
import { isSame } from './clearance.ts';
import type { Registers, Vehicle } from './registers.ts';
import type { Standing } from './registers-seen.ts';
import type { Roster, StaffMember } from './staff.ts';
import { carInWords } from './vehicles.ts';

const soonDays = 30;

/** A date by itself: empty is none at all. */
export const standingOf = (until: string, today: string): Standing => {
  if (until === '') return 'none';
  if (until < today) return 'over';
  return until <= daysAfter(today, soonDays) ? 'soon' : 'good';
};

/** Training that is done stays good where it never runs out. */
export const trainingStanding = (
  { on, until }: { readonly on: string; readonly until: string },
  today: string,
): Standing => {
  if (on === '' || on > today) return 'none';
  return until === '' ? 'good' : standingOf(until, today);
};

type About = { readonly person: StaffMember } | { readonly car: Vehicle };

/** `id` is the same until the date changes. */
export type Expiry = {
  readonly id: string;
  readonly what: 'training' | 'insurance' | 'breakdown' | 'checks';
  /** "first aid"; empty where the kind says it all. */
  readonly subject: string;
  readonly until: string;
  readonly standing: Standing;
  readonly about: About;
};

/** Everything that is not good today, of those who go on visits and of every car. */
export const expiries = (
  roster: Roster,
  { vehicles }: Registers,
  policy: Policy,
  today: string,
): readonly Expiry[] =>
  [
    ...roster.filter(isVisiting).flatMap((person) => ofPerson(person, policy, today)),
    ...vehicles.flatMap((car) => ofCar(car, policy, today)),
  ].filter(({ standing }) => standing !== 'good');

/** Whoever the school names to go; where it names nobody either way, whoever is there to visit. */
const isVisiting = ({ designated, roles }: StaffMember): boolean =>
  designated ??
  roles.some((role) =>
    ['visiting-staff', 'attendance-officer', 'attendance-lead', 'learning-mentor'].includes(role),
  );

const ofPerson = (person: StaffMember, policy: Policy, today: string): readonly Expiry[] => {
  const subjects = policy.registers.includes('training') ? policy.training.subjects : [];
  const about = { person };
  const training = subjects.map((subject) => {
    const best = (person.training ?? [])
      .filter((one) => isSame(one.subject, subject) && one.on !== '')
      .toSorted((one, other) => (endOf(one.until) < endOf(other.until) ? 1 : -1))[0];
    const until = best?.until ?? '';
    const standing = best === undefined ? 'none' : trainingStanding(best, today);
    const id = `training ${person.id} ${subject} ${until}`;
    return { id, what: 'training', subject, until, standing, about } as const;
  });
  const unseen = policy.registers.includes('checks') && person.checksSeen !== true;
  return unseen
    ? [
        ...training,
        {
          id: `checks ${person.id}`,
          what: 'checks',
          subject: '',
          until: '',
          standing: 'none',
          about,
        },
      ]
    : training;
};

const endOf = (until: string): string => (until === '' ? '9999' : until);

const ofCar = (car: Vehicle, policy: Policy, today: string): readonly Expiry[] => {
  const one = (what: 'insurance' | 'breakdown', until: string): readonly Expiry[] => {
    const asked = policy.registers.includes(what);
    if (!asked && (what === 'breakdown' || until === '')) return [];
    const standing = standingOf(until, today);
    return [
      { id: `${what} ${car.id} ${until}`, what, subject: '', until, standing, about: { car } },
    ];
  };
  return [...one('insurance', car.insuredUntil), ...one('breakdown', car.breakdownUntil)];
};

/** "Sam Pike", "Ford Fiesta AB12 CDE". */
export const whoseIn = (about: About): string =>
  'person' in about ? about.person.name : carInWords(about.car);
