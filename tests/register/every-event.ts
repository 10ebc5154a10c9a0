/** One event of each type; a type that is missing here does not compile. */
import type { RestrictedEvent } from '../../src/risk-assessment/assessment.ts';
import type { VisitEvent } from '../../src/visits/event.ts';
import { commandId } from '../../src/vocabulary.ts';
import { at, jo, okafor, sam } from '../builders/cast.ts';
import { highRisk, proposal } from '../builders/visits.ts';

type EventOf<Type extends VisitEvent['type']> = VisitEvent & { readonly type: Type };
type Every = { readonly [Type in VisitEvent['type']]: EventOf<Type> };

const by = { at: at('14:00'), by: sam.id, command: commandId('c1'), via: 'chat' } as const;
const both = [sam.id, jo.id];
const risk = { level: 'medium', risks: 2, withActions: 2 } as const;
const due = at('15:30');
const content = 'a-hash';
const alarm = 'overdue-1';

export const everyVisitEvent: Every = {
  submitted: {
    ...by,
    type: 'submitted',
    reference: 'HV-2026-0042',
    proposal: proposal(),
    risk,
    content,
    policyVersion: '2026-11',
    firstVisit: true,
    general: 3,
  },
  edited: {
    ...by,
    type: 'edited',
    proposal: proposal(),
    risk,
    content,
    changed: ['start'],
    voids: true,
  },
  approved: {
    ...by,
    by: okafor.id,
    type: 'approved',
    content,
    note: 'Take a phone',
    standsInFor: 'headteacher',
  },
  declined: {
    ...by,
    by: okafor.id,
    type: 'declined',
    reason: 'Ring first.',
    substituteFor: 'headteacher',
  },
  'changes-asked': { ...by, type: 'changes-asked', what: 'Who drives?' },
  'approval-withdrawn': { ...by, type: 'approval-withdrawn', reason: 'A new risk.' },
  'decision-reminded': { ...by, via: 'product', type: 'decision-reminded', step: 'at-the-start' },
  'yes-by-phone': { ...by, type: 'yes-by-phone', from: okafor.id },
  'glass-started': { ...by, type: 'glass-started', content, reason: 'A child may be alone.' },
  'glass-broken': { ...by, type: 'glass-broken', content },
  'glass-reviewed': { ...by, type: 'glass-reviewed', note: 'Right to go.' },
  'review-reminded': { ...by, via: 'product', type: 'review-reminded', times: 2 },
  'departure-known': { ...by, type: 'departure-known' },
  lapsed: { ...by, via: 'product', type: 'lapsed' },
  'assessment-adopted': {
    ...by,
    by: okafor.id,
    type: 'assessment-adopted',
    content,
    standsInFor: 'headteacher',
  },
  'details-opened': { ...by, type: 'details-opened', content },
  'health-answered': { ...by, type: 'health-answered' },
  'reading-confirmed': { ...by, type: 'reading-confirmed' },
  'code-word-agreed': { ...by, type: 'code-word-agreed' },
  'departure-checked': {
    ...by,
    type: 'departure-checked',
    answers: { phone: 'no' },
    failed: ['phone'],
  },
  'child-found': {
    ...by,
    type: 'child-found',
    alarm: 'child-alone-1',
    kind: 'child-alone',
    reference: 'HV-2026-0042',
  },
  'said-well': { ...by, type: 'said-well', who: both },
  'welfare-asked': { ...by, via: 'product', type: 'welfare-asked' },
  'handed-over': { ...by, type: 'handed-over', dueBack: due },
  'police-recorded': { ...by, type: 'police-recorded', alarm: 'danger-1', called: '999' },
  'call-asked': { ...by, type: 'call-asked' },
  'advice-recorded': { ...by, type: 'advice-recorded' },
  'met-at-the-door': {
    ...by,
    type: 'met-at-the-door',
    who: both,
    spokeTo: 'the child’s aunt',
    footing: 'parent',
  },
  'lateness-noticed': { ...by, type: 'lateness-noticed', expected: due },
  'wait-ended': { ...by, via: 'product', type: 'wait-ended', how: 'no-show' },
  'parent-left': { ...by, type: 'parent-left' },
  'went-upstairs': {
    ...by,
    type: 'went-upstairs',
    why: 'The child was asleep.',
    with: 'the mother',
  },
  'checked-in': { ...by, type: 'checked-in', who: both },
  'reason-written': { ...by, type: 'reason-written', reason: 'A dog.' },
  nudged: { ...by, via: 'product', type: 'nudged', about: 'length' },
  departed: { ...by, type: 'departed', who: both, dueBack: due },
  'breach-reported': {
    ...by,
    type: 'breach-reported',
    what: 'depart',
    who: both,
    dueBack: due,
    reference: 'HV-2026-0042',
    rules: [{ rule: 'approval/needed', clause: 'Policy 4.3' }],
  },
  arrived: { ...by, type: 'arrived', who: both },
  waited: { ...by, type: 'waited', who: both },
  entered: {
    ...by,
    type: 'entered',
    who: both,
    invitedBy: 'other-adult',
    parentPresent: false,
    animals: 'loose',
    hazards: 'Broken step.',
  },
  left: { ...by, type: 'left', who: both, next: 'Back to school.' },
  returned: { ...by, type: 'returned', who: [sam.id] },
  extended: { ...by, type: 'extended', dueBack: due },
  'plan-changed': { ...by, type: 'plan-changed', what: 'By bus.' },
  'called-off': { ...by, type: 'called-off', how: 'turn-back', reason: '' },
  'left-unsafe': { ...by, type: 'left-unsafe', who: both },
  'reached-safety': { ...by, type: 'reached-safety', who: both },
  'help-called': {
    ...by,
    type: 'help-called',
    alarm: 'help-1',
    kind: 'danger',
    words: 'Come quickly',
    reference: 'HV-2026-0042',
  },
  'rung-raised': { ...by, type: 'rung-raised', alarm, rung: 'office', times: 1, quiet: false },
  acknowledged: { ...by, type: 'acknowledged', alarm },
  'spoken-to': { ...by, type: 'spoken-to', alarm, to: both, dueBack: due },
  'stood-down': { ...by, type: 'stood-down', alarm: 'help-1', spokeTo: both },
  'changed-by-hand': {
    ...by,
    via: 'list',
    type: 'changed-by-hand',
    changes: [{ column: 'Pupil', from: 'A', to: 'B' }],
    editor: '',
    proposal: proposal(),
    voids: false,
  },
  'history-broken': { ...by, via: 'list', type: 'history-broken', found: 'empty', editor: '' },
};

const { via: _via, ...open } = by;
export const everyRestrictedEvent: readonly RestrictedEvent[] = [
  { ...open, type: 'risk-answered', answers: highRisk, purpose: 'other', purposeNote: 'Private' },
  { ...open, type: 'risk-answered', answers: { ...highRisk, level: undefined } },
  {
    ...open,
    type: 'risk-answered',
    answers: highRisk,
    homeSeen: { shown: 'a-hash', hazards: ['hazard-1'], visited: true },
  },
  { ...open, type: 'police-recorded', reference: 'P-1', words: '' },
  { ...open, type: 'child-said', words: 'Six years old' },
  { ...open, type: 'handed-over', to: 'Ann Reid', relation: 'aunt', policeReference: '' },
  {
    ...open,
    type: 'advised',
    advice: 'Wait there',
    called: '101',
    callReference: 'P-12',
    referred: true,
  },
  { ...open, type: 'health-answered', adjustment: 'none' },
  { ...open, type: 'health-answered', adjustment: 'needed', sealedWhat: 'sealed' },
];
