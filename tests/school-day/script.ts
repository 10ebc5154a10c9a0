/** A school day of 20 visits, from the first request to the last return: who presses what, when, and what has to come of it. */
import type { Inputs } from '../support/school.ts';
import { all, type Planned, type Said, visits } from './visits.ts';

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

/** What a verb puts into the history, where it is one event. */
const usual: Readonly<Record<string, string>> = {
  submit: 'submitted',
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

const checks = { phone: 'yes', identification: 'yes', fit: 'yes', documents: 'yes' };

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
              name === 'round-1' ? twice('departure-checked') : 'departure-checked',
            ],
          ),
          [leaves, pair[0], 'depart', all(pair)] as const,
        ]),
  ];
};

/** Every press of the day, in the order of each visit; those of one moment on several visits come together. */
export const presses: readonly Press[] = visits.flatMap((planned, number) =>
  [
    [
      number % 2 === 0 ? '08:00' : '08:10',
      planned.asker,
      'submit',
      formFor(planned, number + 41),
    ] as Said,
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
