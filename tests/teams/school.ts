/** A small school for stories about the bot: its people, one visit, and a house that writes down what it was asked. */
import { randomUUID } from 'node:crypto';
import { sqliteDiary } from '../../src/diary/sqlite-diary.ts';
import type { SeenVisit } from '../../src/journeys/seen.ts';
import type { StaffMember } from '../../src/people/staff.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { Family, House, Press, PressAnswer } from '../../src/teams/house.ts';
import {
  instant,
  type PersonId,
  personId,
  type Role,
  schoolId,
  visitId,
} from '../../src/vocabulary.ts';

export const school = schoolId('school');
export const at = (time: string) => instant(`2026-11-23T${time}:00Z`);

const member = (id: string, name: string, ...roles: readonly Role[]): StaffMember => ({
  id: personId(id),
  name,
  roles,
  mobile: '07700 900105',
});

export const staff = [
  member('sam', 'Sam Pike', 'attendance-officer'),
  member('jo', 'Jo Ashby', 'learning-mentor'),
  member('okafor', 'Mrs Okafor', 'headteacher'),
  member('pat', 'Pat Doyle', 'office'),
  member('rao', 'Miss Rao', 'safeguarding-lead'),
  member('wells', 'Mr Wells', 'teacher'),
  member('pupil', 'A pupil', 'pupil'),
];

export const policy: Policy = {
  pack: 'default',
  title: 'Home Visits policy',
  version: '1',
  language: 'en-GB',
  clauses: { 'approval/not-own-visit': '4.3' },
  approval: { roles: ['headteacher'], toleranceMinutes: 15 },
  staffing: { rule: 'two' },
  appointment: { rule: 'preferred' },
  visitClasses: ['procedural', 'welfare-check', 'emergency', 'first-day-absence'],
  purposes: [
    { id: 'attendance', label: 'Attendance' },
    { id: 'welfare', label: 'Welfare' },
    { id: 'work', label: 'Bring work or equipment' },
  ],
  risk: {
    initialFloor: 'medium',
    questions: [
      { id: 'q1', ask: 'Has anybody at the home been violent?', problem: 'yes', then: 'action' },
      { id: 'q2', ask: 'Are there dogs?', problem: 'yes', then: 'action' },
      { id: 'q4', ask: 'Will unknown adults be there?', problem: 'yes', then: 'action' },
      { id: 'q5', ask: 'Is the area a risk?', problem: 'yes', then: 'action' },
      { id: 'q6', ask: 'Have you looked at the pupil’s record?', problem: 'no', then: 'block' },
    ],
  },
  departure: {
    checks: ['phone', 'identification', 'fit', 'device', 'documents'].map((id) => ({
      id,
      ask: `Is your ${id} ready?`,
      needs: 'yes',
      next: 'Put it right first.',
    })),
    notify: ['office'],
  },
  overdue: { rungs: [], repeatMinutes: 5, afterSpokenMinutes: 15 },
  extensions: { allowed: 2 },
  responders: ['office'],
  concerns: { tell: ['safeguarding-lead'] },
};

export const visit = (more: Partial<SeenVisit> = {}): SeenVisit => ({
  id: visitId('v1'),
  reference: 'HV-2026-0042',
  status: 'awaiting approval',
  initials: 'SO',
  pupil: 'Siân O’Neill',
  yearGroup: '9',
  parent: 'Mr O’Neill',
  parentPhone: '07700 900222',
  address: '14 Ffordd y Môr',
  class: 'procedural',
  sensitive: false,
  purpose: 'Attendance',
  people: 'Mr O’Neill',
  whyNotInSchool: 'He does not answer',
  language: 'English',
  appointment: 'By phone',
  transport: 'Blue Corsa AB12 CDE',
  start: at('14:00'),
  dueBack: at('15:30'),
  visitors: ['sam', 'jo'].map((id) => ({
    id: personId(id),
    name: staff.find((one) => one.id === id)?.name ?? id,
    mobile: '07700 900105',
    health: false,
    reading: false,
  })),
  requestedBy: { id: personId('sam'), name: 'Sam Pike' },
  requestedAt: at('11:00'),
  risk: {
    level: 'medium',
    summary: 'Medium: 2 risks, both with actions',
    answers: policy.risk.questions.map(({ id, ask }) => ({
      id,
      ask,
      answer: 'yes',
      problem: true,
      action: 'Ring first.',
    })),
  },
  firstVisit: true,
  content: 'hash-1',
  alarms: [],
  breaches: 0,
  filed: true,
  held: [],
  relations: ['visitor', 'requester'],
  verbs: ['answer-health', 'confirm-reading', 'edit', 'cancel', 'help'],
  story: [],
  policySays: ['Two people go (policy 4.2)'],
  departureChecks: policy.departure.checks,
  deciders: [{ id: personId('okafor'), name: 'Mrs Okafor' }],
  detailsOpened: false,
  form: { pupil: 'Siân O’Neill', visitors: 'sam,jo', date: '2026-11-23' },
  ...more,
});

export const family: Family = {
  key: 'f1',
  pupil: 'Siân O’Neill',
  detail: 'Year 9 · 14 Ffordd y Môr',
  form: {
    pupil: 'Siân O’Neill',
    yearGroup: '9',
    parent: 'Mr O’Neill',
    parentPhone: '07700 900222',
    address: '14 Ffordd y Môr',
    people: 'Mr O’Neill',
    language: 'English',
    whyNotInSchool: 'He does not answer the phone',
    q1: 'yes',
    level: 'low',
  },
  companion: { id: personId('jo'), name: 'Jo Ashby' },
};

export type TestHouse = House & {
  readonly presses: Press[];
  readonly concerns: unknown[];
  readonly reported: unknown[];
  /** What the next press comes to. */
  answer: (press: Press) => PressAnswer | Promise<PressAnswer>;
  /** What each person sees of the one visit. */
  seen: (by: PersonId) => SeenVisit | undefined;
  visits: readonly SeenVisit[];
};

export const house = (): TestHouse => {
  const presses: Press[] = [];
  const concerns: unknown[] = [];
  const reported: unknown[] = [];
  const it: TestHouse = {
    school,
    diary: sqliteDiary(':memory:'),
    now: () => at('13:48'),
    newId: randomUUID,
    policy: async () => policy,
    person: async (id) => staff.find((one) => one.id === id),
    see: async (id, by) => (id === 'v1' || id === 'HV-2026-0042' ? it.seen(by) : undefined),
    visitsOf: async () => it.visits,
    today: async () => it.visits,
    press: async (press) => {
      presses.push(press);
      return it.answer(press);
    },
    families: async () => [family],
    family: async (key) => (key === 'f1' ? family : undefined),
    colleagues: async () => [{ id: personId('jo'), name: 'Jo Ashby' }],
    raiseConcern: async (raise) => {
      concerns.push(raise);
      if (raise.what === '') {
        const because = 'Say what you saw or heard.';
        return {
          kind: 'refused',
          refusals: [{ rule: 'concern/what', clause: 'Rule', because, next: '', field: 'what' }],
        };
      }
      return { kind: 'done', concern: 'c1', reference: 'C-7Q2K', told: ['Miss Rao'] } as never;
    },
    pressConcern: async () => ({ kind: 'done', note: 'Miss Rao has it.' }),
    report: (error) => void reported.push(error),
    presses,
    concerns,
    reported,
    answer: () => ({ kind: 'done', seen: visit(), note: '' }),
    seen: () => visit(),
    visits: [],
  };
  return it;
};
