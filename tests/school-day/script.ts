/** A school day of 20 visits, from the first request to the last return: who presses what, when, and what has to come of it. */
import type { Inputs } from '../support/school.ts';

/** `brings`: the events that this press alone puts into the history, each once. */
export type Press = {
  readonly time: string;
  readonly by: string;
  readonly verb: string;
  /** The visit's short name; '' where it is about none. */
  readonly visit: string;
  readonly inputs: Inputs;
  readonly brings: readonly string[];
  /** Through the tab, or typed; else with a card's button. */
  readonly way: 'card' | 'tab' | 'typed';
};

type Said = readonly [
  time: string,
  by: string,
  verb: string,
  inputs?: Inputs,
  brings?: string | readonly string[],
];

type Planned = {
  readonly name: string;
  readonly pair: readonly [string, string];
  /** Who asks, where neither of the two may. */
  readonly asker: string;
  readonly start: string;
  readonly dueBack: string;
  readonly asked: string;
  /** What the headteacher says of it; '' where she says nothing. */
  readonly decided: 'approve' | 'decline' | '';
  readonly leaves: string;
  readonly goes: readonly Said[];
};

/** What a verb puts into the history, where it is one event. */
const usual: Readonly<Record<string, string>> = {
  submit: 'submitted',
  edit: 'edited',
  'open-details': 'details-opened',
  'adopt-assessment': 'assessment-adopted',
  approve: 'approved',
  decline: 'declined',
  'answer-health': 'health-answered',
  'confirm-reading': 'reading-confirmed',
  'check-departure': 'departure-checked',
  'agree-code-word': 'code-word-agreed',
  'plan-round': 'joined-round',
  depart: 'departed',
  arrive: 'arrived',
  wait: 'waited',
  enter: 'entered',
  leave: 'left',
  return: 'returned',
  extend: 'extended',
  help: 'help-called',
  danger: 'help-called',
  acknowledge: 'acknowledged',
  spoke: 'spoken-to',
  'no-answer': 'not-reached',
  'record-police': 'police-recorded',
  'stand-down': 'stood-down',
  'feel-unsafe': 'called-off',
  'turn-back': 'called-off',
  cancel: 'called-off',
  'write-reason': 'reason-written',
  'leave-unsafe': 'left-unsafe',
  'safe-now': 'reached-safety',
  'child-alone': 'child-found',
  'all-well': 'said-well',
  advise: 'advice-recorded',
  'hand-over': 'handed-over',
  'parent-left': 'parent-left',
  'go-upstairs': 'went-upstairs',
  'already-happened': 'breach-reported',
};

const enter = { invitedBy: 'parent', parentPresent: 'yes', animals: 'none', hazards: '' };
const checks = { phone: 'yes', identification: 'yes', fit: 'yes', documents: 'yes' };

const a = { pair: ['sam', 'jo'], asker: 'sam' } as const;
const b = { pair: ['wells', 'hart'], asker: 'pat' } as const;
const c = { pair: ['lind', 'dunn'], asker: 'lind' } as const;
const day = { decided: 'approve' } as const;
const all = (pair: readonly string[]): Inputs => ({ who: pair.join(',') });
const [ofA, ofB, ofC] = [all(a.pair), all(b.pair), all(c.pair)];

/** Nothing at the end of it but that both are back, and seen by name. */
const visits: readonly Planned[] = [
  {
    ...{ ...day, ...a, name: 'plain', start: '09:00', dueBack: '10:00', asked: '08:00' },
    leaves: '08:50',
    goes: [
      ['09:00', 'sam', 'arrive', ofA],
      ['09:00', 'sam', 'enter', { ...ofA, ...enter }],
      ['09:30', 'jo', 'leave', ofA],
      ['09:50', 'sam', 'return', { who: 'sam' }],
      ['10:00', 'jo', 'return', { who: 'jo' }],
    ],
  },
  {
    ...{ ...day, ...a, name: 'no-show', start: '10:10', dueBack: '11:00', asked: '08:00' },
    leaves: '10:00',
    goes: [
      ['10:10', 'sam', 'arrive', ofA],
      ['10:10', 'jo', 'wait', ofA],
      ['10:30', 'sam', 'leave', ofA],
      ['10:40', 'sam', 'return', ofA],
    ],
  },
  {
    ...{ ...day, ...a, name: 'round-1', start: '11:00', dueBack: '11:30', asked: '08:00' },
    leaves: '10:50',
    goes: [
      ['11:00', 'sam', 'arrive', ofA],
      ['11:00', 'sam', 'enter', { ...ofA, ...enter }],
      ['11:30', 'sam', 'leave', ofA],
    ],
  },
  {
    ...{ ...day, ...a, name: 'round-2', start: '11:35', dueBack: '12:15', asked: '08:00' },
    leaves: '',
    goes: [
      ['11:40', 'jo', 'arrive', ofA, ['departed', 'arrived']],
      ['11:40', 'jo', 'enter', { ...ofA, ...enter }],
      ['11:50', 'jo', 'leave', ofA],
      ['12:10', 'jo', 'return', ofA],
    ],
  },
  {
    ...{ ...day, ...a, name: 'late', start: '12:30', dueBack: '13:20', asked: '08:10' },
    leaves: '12:20',
    goes: [
      ['12:30', 'jo', 'arrive', ofA],
      ['12:30', 'jo', 'enter', { ...ofA, ...enter }],
      ['13:30', 'pat', 'acknowledge'],
      ['13:40', 'pat', 'no-answer', { to: 'sam' }],
      ['13:50', 'okafor', 'record-police', { called: '101', callReference: 'L-1', words: '' }],
      ['14:00', 'pat', 'spoke', { to: 'sam,jo', dueBack: '14:20' }],
      ['14:00', 'sam', 'leave', ofA],
      ['14:10', 'sam', 'return', ofA],
    ],
  },
  {
    ...{ ...day, ...a, name: 'word', start: '14:30', dueBack: '15:10', asked: '08:10' },
    leaves: '14:20',
    goes: [
      ['14:20', 'jo', 'agree-code-word', { phrase: 'the purple ring binder' }],
      ['14:30', 'sam', 'arrive', ofA],
      ['14:30', 'sam', 'enter', { ...ofA, ...enter }],
      ['14:40', 'jo', 'say', { text: 'Please keep the purple ring binder for me' }, []],
      ['14:50', 'pat', 'acknowledge-duress', {}, []],
      ['15:00', 'okafor', 'stand-down-duress', { spokeTo: 'sam,jo' }, []],
      ['15:00', 'sam', 'leave', ofA],
      ['15:10', 'jo', 'return', ofA],
    ],
  },
  {
    ...{ ...a, name: 'declined', start: '13:00', dueBack: '13:30', asked: '08:10' },
    decided: 'decline',
    leaves: '',
    goes: [],
  },
  {
    ...{ ...day, ...b, name: 'help', start: '09:10', dueBack: '10:10', asked: '08:00' },
    leaves: '09:00',
    goes: [
      ['09:10', 'wells', 'arrive', ofB],
      ['09:10', 'wells', 'enter', { ...ofB, ...enter }],
      ['09:20', 'wells', 'help'],
      ['09:25', 'pat', 'acknowledge'],
      ['09:25', 'hart', 'help', { words: 'still here' }],
      ['09:30', 'pat', 'spoke', { to: 'wells' }],
      ['09:30', 'wells', 'leave', ofB],
      ['09:40', 'pat', 'stand-down', { spokeTo: 'wells,hart' }],
      ['09:50', 'hart', 'return', ofB],
    ],
  },
  {
    ...{ ...day, ...b, name: 'longer', start: '10:20', dueBack: '11:20', asked: '08:00' },
    leaves: '10:10',
    goes: [
      ['10:20', 'wells', 'arrive', ofB],
      ['10:20', 'wells', 'enter', { ...ofB, ...enter }],
      ['11:10', 'wells', 'extend', { dueBack: '11:30' }],
      ['11:20', 'hart', 'extend', { dueBack: '11:40' }],
      ['11:20', 'hart', 'leave', ofB],
      ['11:30', 'hart', 'return', ofB],
    ],
  },
  {
    ...{ ...day, ...b, name: 'uneasy', start: '11:50', dueBack: '12:40', asked: '08:10' },
    leaves: '11:40',
    goes: [
      ['11:50', 'wells', 'arrive', ofB],
      ['12:00', 'hart', 'feel-unsafe'],
      ['12:10', 'hart', 'return', ofB],
      ['12:20', 'hart', 'write-reason', { reason: 'Two men shouted at us.' }],
    ],
  },
  {
    ...{ ...day, ...b, name: 'unsafe', start: '12:50', dueBack: '13:40', asked: '08:10' },
    leaves: '12:40',
    goes: [
      ['12:50', 'wells', 'arrive', ofB],
      ['12:50', 'wells', 'enter', { ...ofB, ...enter }],
      ['13:00', 'wells', 'leave-unsafe', ofB],
      ['13:10', 'wells', 'safe-now', ofB],
      ['13:20', 'rao', 'stand-down', { spokeTo: 'wells,hart' }],
      ['13:20', 'wells', 'return', ofB],
    ],
  },
  {
    ...{ ...day, ...b, name: 'danger', start: '13:50', dueBack: '14:40', asked: '08:10' },
    leaves: '13:40',
    goes: [
      ['13:50', 'wells', 'arrive', ofB],
      ['13:50', 'wells', 'enter', { ...ofB, ...enter }],
      ['13:50', 'hart', 'danger'],
      ['14:00', 'rao', 'acknowledge'],
      ['14:10', 'rao', 'stand-down', { spokeTo: 'wells,hart' }],
      ['14:20', 'hart', 'return', ofB],
    ],
  },
  {
    ...{ ...day, ...b, name: 'off', start: '15:00', dueBack: '15:30', asked: '08:10' },
    leaves: '',
    goes: [['09:30', 'pat', 'cancel', { reason: 'The family rang.' }]],
  },
  {
    ...{ ...b, name: 'undecided', start: '12:00', dueBack: '12:50', asked: '08:10' },
    decided: '',
    leaves: '',
    goes: [],
  },
  {
    ...{ ...day, ...c, name: 'child', start: '09:20', dueBack: '10:20', asked: '08:00' },
    leaves: '09:10',
    goes: [
      ['09:20', 'lind', 'arrive', ofC],
      ['09:20', 'lind', 'child-alone', { words: 'She is six.' }],
      ['09:30', 'rao', 'spoke', { to: 'lind,dunn' }],
      ['09:40', 'rao', 'advise', { advice: 'Stay.', called: 'nobody', referred: 'no' }],
      ['09:50', 'dunn', 'all-well'],
      ['10:00', 'lind', 'hand-over', { to: 'Her aunt', relation: 'aunt' }],
      ['10:00', 'lind', 'leave', ofC],
      ['10:10', 'rao', 'stand-down', { spokeTo: 'lind,dunn' }],
      ['10:10', 'dunn', 'return', ofC],
    ],
  },
  {
    ...{ ...day, ...c, name: 'by-phone', start: '10:30', dueBack: '11:30', asked: '08:00' },
    leaves: '10:20',
    goes: [
      ['10:30', 'pat', 'log-call', { said: 'arrive', ...ofC }, 'arrived'],
      ['11:00', 'pat', 'log-call', { said: 'leave', ...ofC }, 'left'],
      ['11:20', 'pat', 'log-call', { said: 'return', ...ofC }, 'returned'],
    ],
  },
  {
    ...{ ...day, ...c, name: 'back', start: '11:45', dueBack: '12:35', asked: '08:10' },
    leaves: '11:30',
    goes: [
      ['11:40', 'dunn', 'turn-back', { reason: 'The road is shut.' }],
      ['12:00', 'dunn', 'return', ofC],
    ],
  },
  {
    ...{ ...day, ...c, name: 'worry', start: '12:50', dueBack: '13:40', asked: '08:10' },
    leaves: '12:40',
    goes: [
      ['12:50', 'lind', 'arrive', ofC],
      ['12:50', 'lind', 'enter', { ...ofC, ...enter }],
      ['13:00', 'dunn', 'raise-concern', { about: 'child', person: '', what: 'A bruise.' }, []],
      ['13:10', 'rao', 'acknowledge-concern', {}, []],
      ['13:20', 'rao', 'spoke-of-concern', {}, []],
      ['13:20', 'lind', 'leave', ofC],
      ['13:30', 'lind', 'return', ofC],
    ],
  },
  {
    ...{ ...c, name: 'breach', start: '13:50', dueBack: '14:30', asked: '08:10' },
    decided: '',
    leaves: '',
    goes: [
      ['13:50', 'lind', 'already-happened', { ...ofC, what: 'depart' }],
      ['14:20', 'lind', 'return', ofC],
    ],
  },
  {
    ...{ ...day, ...c, name: 'upstairs', start: '14:40', dueBack: '15:20', asked: '08:10' },
    leaves: '14:30',
    goes: [
      ['14:40', 'lind', 'arrive', ofC],
      ['14:40', 'lind', 'enter', { ...ofC, ...enter }],
      ['14:50', 'lind', 'go-upstairs', { why: 'To see the damp.', with: 'the mother' }],
      ['14:50', 'dunn', 'parent-left'],
      ['15:00', 'dunn', 'leave', ofC],
      ['15:10', 'dunn', 'return', ofC],
    ],
  },
];

/** How each visit stands once the day is over. */
export const statuses: Readonly<Record<string, string>> = {
  ...Object.fromEntries(visits.map(({ name }) => [name, 'returned'])),
  declined: 'declined',
  off: 'cancelled',
  undecided: 'not authorised',
};

/** The order of the homes makes the addresses and the pupils. */
const formFor = ({ start, dueBack, pair }: Planned, number: number): Inputs => ({
  pupil: `Pupil ${number}`,
  yearGroup: 'Year 8',
  parent: `Parent ${number}`,
  parentPhone: '07700 900201',
  address: `${number} Heol y Bryn, Porthcawl CF36 3AB`,
  class: 'procedural',
  purpose: 'attendance',
  purposeNote: '',
  sensitive: 'no',
  people: `Parent ${number}`,
  whyNotInSchool: 'She cannot leave the baby.',
  language: '',
  staffing: '',
  appointment: 'phone',
  appointmentNote: '',
  date: '2026-11-23',
  startTime: start,
  dueBackTime: dueBack,
  visitors: pair.join(','),
  transport: '',
  q1: 'no',
  q2: 'no',
  q4: 'no',
  q5: 'no',
  q6: 'yes',
  level: 'medium',
});

const wayOf = (verb: string): Press['way'] => {
  if (verb === 'say') return 'typed';
  return verb === 'log-call' || verb === 'acknowledge' ? 'tab' : 'card';
};

const pressOf = (visit: string, [time, by, verb, inputs = {}, brings]: Said): Press => ({
  ...{ time, by, verb, visit, inputs, way: wayOf(verb) },
  brings: brings === undefined ? [usual[verb] ?? verb] : [brings].flat(),
});

/** On each of the two visits of the round. */
const twice = (event: string): readonly string[] => [event, event];

const beforeLeaving = (planned: Planned): readonly Said[] => {
  const { decided, pair, leaves, name } = planned;
  if (decided === '') return [];
  const okafor = (verb: string, inputs: Inputs = {}): Said => ['08:40', 'okafor', verb, inputs];
  if (decided === 'decline') return [okafor('decline', { reason: 'Not this week.' })];
  return [
    ...pair.flatMap((who): readonly Said[] => [
      ['08:30', who, 'answer-health', { adjustment: 'none' }],
      ['08:30', who, 'confirm-reading'],
    ]),
    ...(['open-details', 'adopt-assessment', 'approve'] as const).map((verb) => okafor(verb)),
    ...(name === 'round-1'
      ? ([['10:40', pair[0], 'plan-round', {}, twice('joined-round')]] as const)
      : []),
    ...(leaves === ''
      ? []
      : [
          ...pair.map(
            (who): Said => [
              leaves,
              who,
              'check-departure',
              checks,
              ...(name === 'round-1' ? [twice('departure-checked')] : []),
            ],
          ),
          [leaves, pair[0], 'depart', all(pair)] as const,
        ]),
  ];
};

/** Every press of the day, in the order of each visit; those of one moment on several visits come together. */
export const presses: readonly Press[] = visits.flatMap((planned, number) =>
  [
    [planned.asked, planned.asker, 'submit', formFor(planned, number + 41)] as Said,
    ...beforeLeaving(planned),
    ...planned.goes,
  ]
    .map((said) => pressOf(planned.name, said))
    .toSorted((one, other) => one.time.localeCompare(other.time)),
);

/** When something is pressed, and when nothing is but the clock. */
export const times: readonly string[] = [
  ...new Set([...presses.map(({ time }) => time), ...['09:25', '13:55', '14:55']]),
].toSorted();
