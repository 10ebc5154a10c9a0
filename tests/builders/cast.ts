/** The people of every story. */
import { readFileSync } from 'node:fs';
import { noRegisters, type Registers } from '../../src/people/registers.ts';
import type { Roster, StaffMember } from '../../src/people/staff.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import type { Standing, StandingAssessment } from '../../src/risk-assessment/standing.ts';
import { type Instant, instant, personId, type Role } from '../../src/vocabulary.ts';

/** All that any of the policies asks for. */
const subjects = [
  'Safe working practices',
  'Cultural awareness',
  'Diversity and racial equality',
  'Specific equipment',
  'Manual handling',
  'First aid',
  'Disengagement techniques',
];

export const person = (id: string, name: string, ...roles: Role[]): StaffMember => ({
  id: personId(id),
  name,
  roles,
  mobile: '07700 900001',
  designated: true,
  training: subjects.map((subject) => ({ subject, on: '2026-09-01', until: '2027-08-31' })),
  checksSeen: true,
});

/** Sam's car, and a school that is open on every weekday. */
const carsAndDays: Registers = {
  ...noRegisters,
  vehicles: [
    {
      id: 'v1',
      owner: personId('sam'),
      make: 'Ford',
      model: 'Fiesta',
      registration: 'AB12 CDE',
      colour: 'blue',
      insuredUntil: '2027-08-31',
      breakdownUntil: '2027-08-31',
    },
  ],
};

export const okafor = person('okafor', 'Mrs Okafor', 'headteacher');
export const bevan = person('bevan', 'Mr Bevan', 'deputy-head', 'senior-manager-on-duty');
export const rao = person('rao', 'Miss Rao', 'safeguarding-lead');
export const lind = person('lind', 'Mr Lind', 'deputy-safeguarding-lead');
export const sam = person('sam', 'Sam Pike', 'attendance-officer');
export const jo = person('jo', 'Jo Ashby', 'learning-mentor');
export const pat = person('pat', 'Pat Doyle', 'office');
const hart = person('hart', 'Ms Hart', 'business-manager');
export const dunn = person('dunn', 'Cllr Dunn', 'chair-of-governors');
export const wells = person('wells', 'Mr Wells', 'teacher');
export const pupil = person('pupil', 'A Pupil', 'pupil');

export const roster: Roster = [okafor, bevan, rao, lind, sam, jo, pat, hart, dunn, wells, pupil];

/** With an alarm device for each who may go. */
export const registers: Registers = {
  ...carsAndDays,
  devices: roster.map(({ id, name }) => ({
    id: `device-${id}`,
    name: `Man-down of ${name}`,
    kind: 'man-down',
    holder: id,
    working: true,
  })),
};

export const pack: unknown = JSON.parse(
  readFileSync(new URL('../../src/policy/packs/default.json', import.meta.url), 'utf8'),
);
export const policy = parsePolicy(pack);

/** The school's general assessment, read by all, and one for each who may go alone. */
export const standing: Standing = [
  {
    key: 'general',
    kind: 'general',
    version: 3,
    says: 'Two people, two phones.',
    madeBy: okafor.id,
    madeAt: instant('2026-11-02T09:00:00Z'),
    reviewBy: '2027-11-02',
    readings: roster.map(({ id }) => ({ person: id, at: instant('2026-11-03T09:00:00Z') })),
  },
  ...roster.map(
    ({ id }): StandingAssessment => ({
      key: `lone ${id}`,
      kind: 'lone-worker',
      person: id,
      version: 1,
      says: 'Rings the office before and after.',
      madeBy: okafor.id,
      madeAt: instant('2026-11-02T09:00:00Z'),
      reviewBy: '2027-11-02',
      readings: [],
    }),
  ),
];

/** A moment of Tuesday 24 November 2026, when the school's clock is UTC. */
export const at = (time: string): Instant => instant(`2026-11-24T${time}:00Z`);
