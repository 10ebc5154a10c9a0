/** Who may do and see what, written out once more by hand: a row changed on one side alone fails. */
import type { Relation } from '../../src/people/access.ts';
import type { Role } from '../../src/vocabulary.ts';

type Row = { readonly roles: readonly Role[]; readonly relations: readonly Relation[] };

const everybody: readonly Role[] = [
  'headteacher',
  'head-of-school',
  'deputy-head',
  'assistant-head',
  'senior-manager',
  'senior-manager-on-duty',
  'safeguarding-lead',
  'deputy-safeguarding-lead',
  'attendance-lead',
  'attendance-officer',
  'learning-mentor',
  'visiting-staff',
  'office',
  'business-manager',
  'chair-of-governors',
  'teacher',
];
const nobody: readonly Role[] = [];
const office: readonly Role[] = ['office'];
const safeguarding: readonly Role[] = ['safeguarding-lead', 'deputy-safeguarding-lead'];
const responders: readonly Role[] = [
  'office',
  'headteacher',
  'head-of-school',
  'deputy-head',
  'assistant-head',
  'senior-manager',
  'senior-manager-on-duty',
  'safeguarding-lead',
  'deputy-safeguarding-lead',
];
const askers: readonly Role[] = [
  ...responders,
  'visiting-staff',
  'attendance-lead',
  'attendance-officer',
  'learning-mentor',
];

const row = (roles: readonly Role[], ...relations: readonly Relation[]): Row => ({
  roles,
  relations,
});

export const expected: Readonly<Record<string, Row>> = {
  'new-visit': row(askers),
  submit: row(askers),
  edit: row(nobody, 'requester'),
  approve: row(nobody, 'approver'),
  decline: row(nobody, 'approver'),
  'ask-for-changes': row(nobody, 'approver'),
  'withdraw-approval': row(nobody, 'approver'),
  'open-details': row(safeguarding, 'approver', 'requester', 'visitor'),
  'answer-health': row(nobody, 'visitor'),
  'confirm-reading': row(nobody, 'visitor'),
  'check-departure': row(nobody, 'visitor'),
  depart: row(office, 'visitor'),
  arrive: row(office, 'visitor'),
  enter: row(office, 'visitor'),
  leave: row(office, 'visitor'),
  return: row(office, 'visitor'),
  extend: row(office, 'visitor'),
  'change-plan': row(office, 'visitor'),
  wait: row(office, 'visitor'),
  'cannot-go': row(office, 'visitor'),
  'turn-back': row(office, 'visitor'),
  'feel-unsafe': row(office, 'visitor'),
  cancel: row(office, 'requester', 'visitor'),
  'already-happened': row(office, 'requester', 'visitor'),
  'leave-unsafe': row(office, 'visitor'),
  'safe-now': row(office, 'visitor'),
  help: row(everybody),
  danger: row(everybody),
  unwell: row(everybody),
  injured: row(everybody),
  'log-call': row(office),
  acknowledge: row(responders),
  spoke: row(responders),
  'stand-down': row(responders),

  'see-visit': row(responders, 'requester', 'visitor', 'approver'),
  'see-address': row(responders, 'requester', 'visitor', 'approver'),
  'see-sensitive-purpose': row(safeguarding, 'requester', 'visitor', 'approver'),
  'see-risk-answers': row(safeguarding, 'requester', 'visitor', 'approver'),
  'see-phones': row(responders, 'visitor'),
  'see-adjustment': row(nobody, 'approver'),

  'open-tab': row(everybody),
  'page-today': row(responders),
  'page-my-visits': row(everybody),
  'page-visit': row(everybody),
  'page-approvals': row([
    'headteacher',
    'head-of-school',
    'deputy-head',
    'assistant-head',
    'senior-manager',
    'senior-manager-on-duty',
    'safeguarding-lead',
    'chair-of-governors',
  ]),
  'page-ask': row(askers),
  'page-concerns': row([...safeguarding, 'headteacher']),
  'raise-concern': row(everybody),
  'acknowledge-concern': row([...safeguarding, 'headteacher', 'chair-of-governors']),
  'spoke-of-concern': row([...safeguarding, 'headteacher', 'chair-of-governors']),
  'read-concern': row(safeguarding),
  'search-families': row(askers),
  'search-staff': row(askers),
  'chat-hello': row(everybody),
  'chat-today': row(responders),
  'chat-my-visits': row(everybody),
};
