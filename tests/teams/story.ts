/** A small school for stories about the bot: its people, its policy, a family and one visit. */
import { readFileSync } from 'node:fs';
import type { SeenVisit } from '../../src/journeys/seen.ts';
import type { StaffMember } from '../../src/people/staff.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { Family } from '../../src/teams/house.ts';
import { instant, personId, type Role, schoolId, visitId } from '../../src/vocabulary.ts';

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

export const policy: Policy = parsePolicy(
  JSON.parse(readFileSync(new URL('../../src/policy/packs/default.json', import.meta.url), 'utf8')),
);

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
  yes: 'Approve',
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
