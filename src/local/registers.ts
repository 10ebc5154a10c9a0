/** What the small school keeps on record: every policy lets its people go, in their own cars, on its school days. */
import type { Columns } from '../register/book.ts';
import { people } from './tenant.ts';

const far = '2029-08-31';

/** Everything that any of the policies asks for. */
const subjects = [
  'Safe working practices',
  'Cultural awareness',
  'Diversity and racial equality',
  'Specific equipment',
  'Manual handling',
  'First aid',
  'Disengagement techniques',
];

type Car = { readonly owner: string; readonly car: readonly [string, string, string, string] };

/** Whoever goes on visits has a car. */
const cars: readonly Car[] = [
  { owner: 'sam', car: ['Vauxhall', 'Corsa', 'AB12 CDE', 'blue'] },
  { owner: 'jo', car: ['Ford', 'Fiesta', 'CX65 JOA', 'red'] },
  { owner: 'okafor', car: ['Toyota', 'Yaris', 'CY19 OKA', 'white'] },
  { owner: 'bevan', car: ['Volkswagen', 'Golf', 'CV67 BEV', 'grey'] },
  { owner: 'rao', car: ['Nissan', 'Leaf', 'CN21 RAO', 'green'] },
  { owner: 'lind', car: ['Skoda', 'Fabia', 'CP18 LND', 'silver'] },
  { owner: 'wells', car: ['Mini', 'Cooper', 'CT20 WLS', 'black'] },
];

const nameFor = (id: string): string => people.find((person) => person.id === id)?.name ?? id;

/** What stands beside somebody in the staff list. */
export const recordOf = (id: string): Columns =>
  cars.some(({ owner }) => owner === id)
    ? {
        Designated: 'yes',
        Training: subjects.map((subject) => `${subject} | 2026-09-01 | ${far}`).join('\n'),
        ChecksSeen: 'yes',
      }
    : {};

type Line = { readonly list: string; readonly key: string; readonly columns: Columns };

const vehicles = cars.map(
  ({ owner, car: [make, model, registration, colour] }): Line => ({
    list: 'Vehicles',
    key: `car-${owner}`,
    columns: {
      Title: `${make} ${model} ${registration}`,
      Owner: nameFor(owner),
      Make: make,
      Model: model,
      Registration: registration,
      Colour: colour,
      InsuredUntil: far,
      BreakdownUntil: far,
    },
  }),
);

/** Each pair has one of them, as a rule. */
const devices = ['sam', 'jo'].map(
  (holder, index): Line => ({
    list: 'Devices',
    key: `device-${index + 1}`,
    columns: {
      Title: `Man-down ${index + 1}`,
      Kind: 'man-down',
      Holder: nameFor(holder),
      Working: 'yes',
    },
  }),
);

const duty: Line = {
  list: 'DutyRota',
  key: 'duty-bevan',
  columns: {
    Title: `${nameFor('bevan')} · on-duty · senior-manager-on-duty`,
    Kind: 'on-duty',
    PersonId: 'bevan',
    Role: 'senior-manager-on-duty',
    From: '2026-09-01T06:00:00Z',
    Until: '2029-08-31T18:00:00Z',
    MadeBy: 'hart',
  },
};

const dates = (kind: string, name: string, from: string, until = from): Line => ({
  list: 'Calendar',
  key: `${kind}-${from}`,
  columns: { Title: name, Kind: kind, From: from, Until: until },
});

const calendar: readonly Line[] = [
  dates('term', 'Autumn 2026', '2026-09-02', '2026-12-18'),
  dates('term', 'Spring 2027', '2027-01-04', '2027-03-25'),
  dates('term', 'Summer 2027', '2027-04-12', '2027-07-21'),
  dates('term', 'Autumn 2027', '2027-09-02', '2027-12-17'),
  dates('term', 'Spring 2028', '2028-01-04', '2028-04-07'),
  dates('term', 'Summer 2028', '2028-04-24', '2028-07-21'),
  dates('closure', 'Autumn half-term', '2026-10-26', '2026-10-30'),
  dates('closure', 'Christmas', '2026-12-21', '2027-01-01'),
  dates('closure', 'Spring half-term', '2027-02-15', '2027-02-19'),
  dates('closure', 'Easter', '2027-03-26', '2027-04-09'),
  dates('closure', 'May bank holiday', '2027-05-03'),
  dates('closure', 'Summer half-term', '2027-05-31', '2027-06-04'),
  {
    list: 'Calendar',
    key: 'hours',
    columns: { Title: 'Office hours', Kind: 'hours', From: '08:00', Until: '16:30' },
  },
];

export const registerLines: readonly Line[] = [...vehicles, ...devices, duty, ...calendar];
