/** The school's year from September to August, and the days of it that a simulated year goes through. */
import { whyClosed } from '../../src/people/calendar.ts';
import type { Calendar, Registers } from '../../src/people/registers.ts';
import { daysAfter, type Instant, instant } from '../../src/vocabulary.ts';
import { registers as known } from '../builders/cast.ts';
import { type PackName, packNames } from '../policy/six-packs.ts';
import type { Chance } from './random.ts';

export const calendar: Calendar = {
  terms: [
    { name: 'Autumn', from: '2026-09-02', until: '2026-12-18' },
    { name: 'Spring', from: '2027-01-04', until: '2027-03-25' },
    { name: 'Summer', from: '2027-04-12', until: '2027-07-20' },
  ],
  closures: [
    { why: 'Training day', from: '2026-09-02', until: '2026-09-02' },
    { why: 'Half-term', from: '2026-10-26', until: '2026-10-30' },
    { why: 'Half-term', from: '2027-02-15', until: '2027-02-19' },
    { why: 'Bank holiday', from: '2027-05-03', until: '2027-05-03' },
    { why: 'Half-term', from: '2027-05-31', until: '2027-06-04' },
  ],
  officeOpens: '08:00',
  officeCloses: '16:00',
};
export const registers: Registers = { ...known, calendar };

/** What a day of the year is like; `begins` is when it is first looked at. */
export type Kind = keyof typeof special | 'ordinary';

/** At each of these something goes differently: the office is closed, or closes; the clock is not what it was. */
const special = {
  'clocks go back': '2026-10-25T00:10:00Z',
  'office closes': '2026-11-27T14:20:00Z',
  'clocks go forward': '2027-03-28T00:10:00Z',
  evening: '2027-01-19T16:40:00Z',
  'training day': '2026-09-02T08:30:00Z',
  holiday: '2027-08-10T09:00:00Z',
  weekend: '2027-05-08T10:00:00Z',
  'last afternoon': '2026-12-18T13:40:00Z',
  'before midnight': '2027-06-09T21:30:00Z',
} as const;
const kinds = Object.entries(special) as readonly (readonly [keyof typeof special, string])[];

export const specialDays = kinds.map(([kind]) => kind);

export type DayPlan = { readonly kind: Kind; readonly pack: PackName; readonly begins: Instant };

/** Every day on which the school is open. */
const schoolDays = Array.from({ length: 365 }, (_, n) => daysAfter('2026-09-01', n)).filter(
  (day) => whyClosed(day, calendar) === undefined,
);
/** So many school days apart, a short year goes through all terms, and every weekday has its turn. */
const apart = 23;

/** Every other day is a special one, in turn; the others walk through the year. Each has the next of the six policies. */
export const planOf = (day: number, chance: Chance): DayPlan => {
  const turn = Math.floor(day / 2);
  const pack = packNames[(day + Math.floor(turn / kinds.length)) % packNames.length] ?? 'default';
  const [kind, begins] = kinds[turn % kinds.length] ?? [];
  if (day % 2 === 1 && kind !== undefined && begins !== undefined)
    return { kind, pack, begins: instant(begins) };
  const date = schoolDays[(turn * apart) % schoolDays.length] ?? '2026-09-03';
  const hour = ['08', '10', '12'][chance.upTo(3)];
  return { kind: 'ordinary', pack, begins: instant(`${date}T${hour}:${10 + chance.upTo(50)}:00Z`) };
};
