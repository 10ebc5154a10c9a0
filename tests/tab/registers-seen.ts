/** The registers of the small school in `school.ts`, as the business manager sees them on that Monday. */
import type {
  DatesSeen,
  DutySeen,
  RegistersSeen,
  StaffSeen,
  VehicleSeen,
} from '../../src/people/registers-seen.ts';
import { instant, personId, type Refusal } from '../../src/vocabulary.ts';
import { at, now, okafor, pat, sam } from './school.ts';

const named = ({ id, name }: { readonly id: typeof sam.id; readonly name: string }) => ({
  id,
  name,
});
const bevan = { id: personId('bevan'), name: 'Mr Bevan' };
const lewis = { id: personId('lewis'), name: 'Mrs Lewis' };
const jo = { id: personId('jo'), name: 'Jo Ashby' };
const mo = { id: personId('mo'), name: 'Mo Karim' };

const no = (rule: string, because: string, next: string): Refusal => ({
  rule,
  clause: 'Bryn School policy 6.2',
  because,
  next,
});

export const staffSeen = (more: Partial<StaffSeen>): StaffSeen => ({
  ...named(sam),
  revision: 'r1',
  roles: ['visiting-staff', 'attendance-officer'],
  rolesWaiting: [],
  rolesListed: 'visiting-staff,attendance-officer',
  mayConfirmRoles: false,
  mobile: '07700 900105',
  designated: true,
  training: [
    { subject: 'Lone working', on: '2025-12-11', until: '2026-12-11', standing: 'soon' },
    { subject: 'First aid', on: '2026-03-02', until: '2029-03-02', standing: 'good' },
  ],
  checksSeen: true,
  standsInFor: [],
  away: false,
  against: [],
  ...more,
});

const untrained = staffSeen({
  ...jo,
  revision: 'r2',
  roles: ['visiting-staff', 'learning-mentor'],
  mobile: '',
  checksSeen: false,
  training: [
    { subject: 'Lone working', on: '2025-11-01', until: '2026-11-01', standing: 'over' },
    { subject: 'First aid', on: '', until: '', standing: 'none' },
  ],
  against: [
    no('form/visitors-mobile', 'The school holds no mobile number for Jo Ashby.', 'Add it.'),
    no(
      'staff/trained',
      'Jo Ashby is not trained in Lone working, First aid on Mon 23 Nov.',
      'Choose somebody else, or put the training on record.',
    ),
    no(
      'staff/checked',
      'It is not on record that the checks on Jo Ashby were seen.',
      'Ask the business manager.',
    ),
  ],
});

export const added = staffSeen({
  ...mo,
  revision: 'r3',
  roles: ['visiting-staff'],
  rolesWaiting: ['senior-manager'],
  rolesListed: 'visiting-staff,senior-manager',
  mayConfirmRoles: true,
  training: [{ subject: 'Lone working', on: '2026-09-01', until: '', standing: 'good' }],
});

const standIn = staffSeen({
  ...bevan,
  revision: 'r4',
  roles: ['deputy-head', 'headteacher'],
  standsInFor: ['headteacher'],
  designated: false,
  training: [],
  against: [
    no(
      'staff/designated',
      'The school has not named Mr Bevan as somebody who goes on visits.',
      'Choose somebody else.',
    ),
  ],
});

const head = staffSeen({
  ...named(okafor),
  revision: 'r5',
  roles: ['headteacher'],
  away: true,
});

const fiesta: VehicleSeen = {
  id: 'car-1',
  revision: 'v1',
  owner: named(sam),
  make: 'Ford',
  model: 'Fiesta',
  registration: 'AB12 CDE',
  colour: 'Blue',
  insuredUntil: '2027-04-30',
  insurance: 'good',
  breakdownUntil: '2026-12-02',
  breakdown: 'soon',
  against: [],
};

const minibus: VehicleSeen = {
  id: 'car-2',
  revision: 'v2',
  make: 'Vauxhall',
  model: 'Vivaro',
  registration: 'CX70 FGH',
  colour: 'White',
  insuredUntil: '2026-11-20',
  insurance: 'over',
  breakdownUntil: '',
  breakdown: 'none',
  against: [
    no(
      'vehicle/insured',
      'Vauxhall Vivaro CX70 FGH is not insured on Mon 23 Nov.',
      'Take another car, or put its new insurance on record.',
    ),
  ],
};

const inPlace: DutySeen = {
  id: 'duty-1',
  revision: 'd1',
  kind: 'stands-in',
  person: bevan,
  role: 'headteacher',
  from: at('08:00'),
  until: instant('2026-11-27T16:00:00Z'),
  madeBy: named(okafor),
  effect: 'now',
};

const rota: readonly DutySeen[] = [
  inPlace,
  {
    id: 'duty-2',
    revision: 'd2',
    kind: 'away',
    person: named(okafor),
    from: at('08:00'),
    until: instant('2026-11-27T16:00:00Z'),
    madeBy: lewis,
    effect: 'now',
  },
  {
    id: 'duty-3',
    revision: 'd3',
    kind: 'on-duty',
    person: { id: personId('rao'), name: 'Miss Rao' },
    role: 'senior-manager-on-duty',
    from: instant('2026-11-24T08:00:00Z'),
    until: instant('2026-11-24T16:00:00Z'),
    madeBy: lewis,
    effect: 'ahead',
  },
  {
    id: 'duty-4',
    revision: 'd4',
    kind: 'stands-in',
    person: { id: personId('wells'), name: 'Mr Wells' },
    role: 'headteacher',
    from: instant('2026-11-26T08:00:00Z'),
    until: instant('2026-11-26T16:00:00Z'),
    madeBy: lewis,
    effect: 'nothing',
    because: 'Only a deputy or an assistant head stands in for the headteacher.',
  },
  {
    id: 'duty-5',
    revision: 'd5',
    kind: 'on-duty',
    person: named(pat),
    role: 'senior-manager-on-duty',
    from: instant('2026-11-30T08:00:00Z'),
    until: instant('2026-11-30T16:00:00Z'),
    madeBy: lewis,
    effect: 'ahead',
  },
];

const autumn: DatesSeen = {
  id: 'term-1',
  revision: 't1',
  kind: 'term',
  name: 'Autumn term',
  from: '2026-09-02',
  until: '2026-12-18',
};

const closures: readonly DatesSeen[] = [
  {
    id: 'closure-1',
    revision: 't2',
    kind: 'closure',
    name: 'Half-term',
    from: '2026-10-26',
    until: '2026-10-30',
  },
  {
    id: 'closure-2',
    revision: 't3',
    kind: 'closure',
    name: 'Training day',
    from: '2026-12-04',
    until: '2026-12-04',
  },
];

const runsOut: RegistersSeen['runsOut'] = [
  {
    what: 'training',
    says: 'Sam Pike: Lone working',
    until: '2026-12-11',
    standing: 'soon',
    visits: ['HV-2026-0042', 'HV-2026-0045'],
  },
  {
    what: 'insurance',
    says: 'Vauxhall Vivaro CX70 FGH: insurance',
    until: '2026-11-20',
    standing: 'over',
    visits: ['HV-2026-0044'],
  },
  {
    what: 'checks',
    says: 'Jo Ashby: checks',
    until: '',
    standing: 'none',
    visits: [],
  },
];

export const registersSeen = (more: Partial<RegistersSeen> = {}): RegistersSeen => ({
  now,
  readAt: at('14:11'),
  mayChange: true,
  keeps: ['mobiles', 'vehicles', 'insurance', 'breakdown', 'training', 'checks', 'designated'],
  delegation: 'deputy',
  subjects: ['Lone working', 'First aid'],
  dutyRoles: ['senior-manager-on-duty', 'headteacher', 'head-of-school'],
  people: [named(sam), jo, mo, bevan, lewis, named(okafor), named(pat)],
  staff: [staffSeen({}), untrained, added, standIn, head],
  vehicles: [fiesta, minibus],
  devices: [
    {
      id: 'dev-1',
      revision: 'e1',
      name: 'Alarm 1',
      kind: 'man-down',
      holder: named(sam),
      working: true,
    },
    { id: 'dev-2', revision: 'e2', name: 'School phone 3', kind: 'phone', working: false },
  ],
  duty: rota,
  dates: [autumn, ...closures],
  hours: { opens: '08:00', closes: '16:00', revision: 'h1' },
  runsOut,
  ...more,
});
