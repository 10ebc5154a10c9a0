/** A small school on one Monday at 14:12, as the API tells of it: for tests of the API and of the tab. */
import type { SeenVisit, SeenVisitor } from '../../src/journeys/seen.ts';
import { readPack } from '../../src/pack.ts';
import type { StaffMember } from '../../src/people/staff.ts';
import type { Policy, RiskQuestion } from '../../src/policy/policy.ts';
import { type Instant, instant, personId, type Role, visitId } from '../../src/vocabulary.ts';

const day = '2026-11-23';
/** In November the school keeps UTC. */
export const at = (time: string): Instant => instant(`${day}T${time}:00Z`);
export const now = at('14:12');

const member = (id: string, name: string, ...roles: readonly Role[]): StaffMember => ({
  id: personId(id),
  name,
  roles,
  mobile: '07700 900105',
});

export const sam = member('sam', 'Sam Pike', 'visiting-staff', 'attendance-officer');
const jo = member('jo', 'Jo Ashby', 'visiting-staff', 'learning-mentor');
const mo = member('mo', 'Mo Karim', 'visiting-staff');
export const okafor = member('okafor', 'Mrs Okafor', 'headteacher');
export const pat = member('pat', 'Pat Doyle', 'office');
const rao = member('rao', 'Miss Rao', 'safeguarding-lead');
const wells = member('wells', 'Mr Wells', 'teacher');
const pupil = member('pupil', 'A pupil', 'pupil');
export const staff = [sam, jo, mo, okafor, pat, rao, wells, pupil];

const question = (
  ...[id, ask, problem, outcome]: readonly [
    RiskQuestion['id'],
    string,
    'yes' | 'no',
    'action' | 'block',
  ]
): RiskQuestion => {
  // biome-ignore lint/suspicious/noThenProperty: the name the school's policy gives it; never awaited.
  return { id, ask, problem, then: outcome };
};

const usual = readPack('default');
export const policy: Policy = {
  ...usual,
  pack: 'default',
  title: 'Bryn School policy',
  version: '3',
  language: 'en-GB',
  clauses: { 'visits/already-decided': '4.3' },
  approval: { ...usual.approval, roles: ['headteacher'], toleranceMinutes: 15 },
  staffing: { rule: 'two', loneAssessment: 'required' },
  appointment: { ...usual.appointment, rule: 'preferred' },
  visitClasses: ['procedural', 'welfare-check', 'emergency', 'first-day-absence'],
  purposes: [
    { id: 'attendance', label: 'Attendance' },
    { id: 'transition', label: 'Moving up from primary school' },
    { id: 'welfare', label: 'Welfare' },
    { id: 'no-contact', label: 'Nobody answers', needs: ['contact-attempts'] },
  ],
  risk: {
    ...usual.risk,
    initialFloor: 'medium',
    questions: [
      question('q1', 'Is there any history of violence at this address?', 'yes', 'action'),
      question('q2', 'Are there dogs or other animals?', 'yes', 'action'),
      question('q4', 'Is a mobile signal likely at the home?', 'no', 'action'),
      question('q5', 'Could somebody else be at home who worries you?', 'yes', 'action'),
      question('q6', 'Have other agencies told us not to visit?', 'yes', 'block'),
    ],
  },
  departure: {
    names: false,
    reach: 'tap',
    checks: [
      {
        id: 'phone',
        ask: 'Is your phone charged and switched on?',
        needs: 'yes',
        next: 'Charge it first.',
      },
      {
        id: 'identification',
        ask: 'Do you have your school identification?',
        needs: 'yes',
        next: 'Fetch it from the office.',
      },
    ],
    notify: ['office'],
  },
  overdue: { rungs: [], repeatMinutes: 5, afterSpokenMinutes: 15 },
  extensions: { allowed: 2 },
  responders: ['office'],
  concerns: { tell: ['safeguarding-lead'] },
};

const visitor = (person: StaffMember, more: Partial<SeenVisitor> = {}): SeenVisitor => ({
  id: person.id,
  name: person.name,
  mobile: person.mobile,
  health: true,
  reading: true,
  ...more,
});

const named = ({ id, name }: StaffMember) => ({ id, name });

/** A visit as Mrs Okafor or the office would see it; say only what the story is about. */
export const visit = (more: Partial<SeenVisit> = {}): SeenVisit => ({
  id: visitId('v-42'),
  reference: 'HV-2026-0042',
  status: 'inside',
  initials: 'EJ',
  pupil: 'Elin Jones',
  yearGroup: 'Year 8',
  parent: 'Mair Jones',
  parentPhone: '01248 555 014',
  address: '14 Ffordd y Môr, Bangor LL57 2AB',
  class: 'procedural',
  sensitive: false,
  purpose: 'Attendance',
  purposeNote: 'Attendance has fallen to 61%.',
  people: 'Elin and her mother',
  whyNotInSchool: 'Mrs Jones cannot travel: her car is off the road.',
  language: 'Welsh',
  appointment: 'By phone on Friday, with Mrs Jones',
  start: at('13:15'),
  dueBack: at('15:30'),
  lastHeard: at('13:50'),
  visitors: [
    visitor(sam, { position: 'inside', since: at('13:50'), check: 'passed' }),
    visitor(jo, { position: 'inside', since: at('13:50'), check: 'passed' }),
  ],
  requestedBy: named(sam),
  requestedAt: at('08:40'),
  decidedBy: named(okafor),
  decidedAt: at('09:05'),
  risk: {
    level: 'medium',
    summary: 'Medium: 2 risks, both with actions',
    answers: [
      {
        id: 'q1',
        ask: 'Is there any history of violence at this address?',
        answer: 'no',
        problem: false,
        action: '',
      },
      {
        id: 'q2',
        ask: 'Are there dogs or other animals?',
        answer: 'yes',
        problem: true,
        action: 'Mrs Jones will shut the dog in the kitchen.',
      },
      {
        id: 'q4',
        ask: 'Is a mobile signal likely at the home?',
        answer: 'no',
        problem: true,
        action: 'Take the school radio, and call from the lay-by.',
      },
    ],
  },
  firstVisit: true,
  content: 'c0ffee',
  alarms: [],
  breaches: 0,
  filed: true,
  held: [],
  relations: [],
  verbs: ['log-call'],
  story: [
    { at: at('08:40'), text: 'Sam Pike asked for this visit.', tone: 'plain' },
    {
      at: at('09:05'),
      text: 'Mrs Okafor approved.',
      clause: 'Bryn School policy 4.3',
      tone: 'good',
    },
    {
      at: at('13:10'),
      text: 'Sam Pike and Jo Ashby left school.',
      clause: 'Bryn School policy 5.1',
      tone: 'plain',
    },
    { at: at('13:44'), text: 'Sam Pike and Jo Ashby arrived.', tone: 'plain' },
    {
      at: at('13:50'),
      text: 'Sam Pike and Jo Ashby went in. Mrs Jones invited them.',
      tone: 'plain',
    },
  ],
  policySays: [
    'Two people go (Bryn School policy 3.2).',
    'A first visit here is at least medium (Bryn School policy 3.5).',
  ],
  departureChecks: policy.departure.checks,
  yes: 'Approve',
  deciders: [named(okafor)],
  detailsOpened: false,
  ...more,
});

export const late = visit({
  id: visitId('v-41'),
  reference: 'HV-2026-0041',
  status: 'out',
  initials: 'TB',
  pupil: 'Tom Baker',
  parent: 'Ann Baker',
  address: '3 Station Road, Bangor LL57 1AA',
  start: at('13:00'),
  dueBack: at('14:04'),
  lastHeard: at('13:02'),
  visitors: [visitor(mo, { position: 'travelling', since: at('13:02'), check: 'passed' })],
  alarms: [
    {
      id: 'a-1',
      kind: 'overdue',
      since: at('14:04'),
      state: 'red',
      holder: named(pat),
      rungs: 2,
      lastRungAt: at('14:09'),
      spokenTo: [],
    },
  ],
  verbs: ['log-call', 'spoke'],
});

const atDoor = visit({
  id: visitId('v-43'),
  reference: 'HV-2026-0043',
  status: 'at the door',
  initials: 'RS',
  pupil: 'Rhys Salter',
  address: '7 Well Street, Bangor LL57 3CD',
  start: at('13:40'),
  dueBack: at('14:45'),
  lastHeard: at('14:06'),
  visitors: [visitor(rao, { position: 'at-the-door', since: at('14:06'), check: 'passed' })],
});

export const later = visit({
  id: visitId('v-44'),
  reference: 'HV-2026-0044',
  status: 'approved',
  initials: 'LW',
  pupil: 'Lowri West',
  start: at('15:00'),
  dueBack: at('16:00'),
  visitors: [visitor(sam), visitor(jo)],
  verbs: [],
});

const undecided = (more: Partial<SeenVisit>): SeenVisit => {
  const { decidedBy, decidedAt, lastHeard, ...rest } = visit(more);
  return { ...rest, story: rest.story.slice(0, 1) };
};

export const waitingHigh = undecided({
  id: visitId('v-45'),
  reference: 'HV-2026-0045',
  status: 'awaiting approval',
  initials: 'DP',
  pupil: 'Dylan Price',
  start: instant('2026-11-24T10:00:00Z'),
  dueBack: instant('2026-11-24T11:30:00Z'),
  visitors: [visitor(sam, { health: false, reading: false }), visitor(jo)],
  risk: {
    level: 'high',
    summary: 'High: 1 risk, with an action',
    answers: [
      {
        id: 'q1',
        ask: 'Is there any history of violence at this address?',
        answer: 'yes',
        problem: true,
        action: 'Meet at the library instead if his uncle is home.',
      },
    ],
  },
  relations: ['approver'],
  verbs: ['open-details', 'approve', 'ask-for-changes', 'decline'],
});

const waiting = undecided({
  id: visitId('v-46'),
  reference: 'HV-2026-0046',
  status: 'awaiting approval',
  initials: 'CM',
  pupil: 'Cara Murphy',
  start: instant('2026-11-24T13:00:00Z'),
  dueBack: instant('2026-11-24T14:00:00Z'),
  relations: ['approver'],
  verbs: ['approve', 'ask-for-changes', 'decline'],
});

const returned = visit({
  id: visitId('v-40'),
  reference: 'HV-2026-0040',
  status: 'returned',
  initials: 'AB',
  pupil: 'Ahmed Bashir',
  start: at('09:30'),
  dueBack: at('10:30'),
  visitors: [
    visitor(jo, { position: 'back', since: at('10:21') }),
    visitor(sam, { position: 'back', since: at('10:22') }),
  ],
  verbs: [],
});

export const allVisits = [late, visit(), atDoor, later, waitingHigh, waiting, returned];
