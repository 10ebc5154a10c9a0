/** One hour, minute by minute: who presses what, and what each press puts into the history. */

import type { Inputs } from '../support/school.ts';
import { form } from '../support/visit.ts';

type Planned = {
  readonly name: string;
  readonly asker: string;
  readonly visitors: string;
  readonly start: string;
  readonly dueBack: string;
};

export const formOf = ({ name, visitors, start, dueBack }: Planned): Inputs => ({
  ...form,
  pupil: `Pupil of ${name}`,
  address: `${name} House, Heol y Bryn, Porthcawl CF36 3AB`,
  startTime: start,
  dueBackTime: dueBack,
  visitors,
  q4: 'no',
  q4Action: '',
});

const a = { asker: 'sam', visitors: 'sam,jo' } as const;
const b = { asker: 'pat', visitors: 'wells,hart' } as const;
const c = { asker: 'lind', visitors: 'lind,dunn' } as const;

/** Approved before the hour. */
export const approved: readonly Planned[] = [
  { ...a, name: 'nobody-in', start: '14:05', dueBack: '14:20' },
  { ...a, name: 'help', start: '14:24', dueBack: '15:20' },
  { ...b, name: 'late', start: '14:05', dueBack: '14:15' },
  { ...c, name: 'child', start: '14:08', dueBack: '14:50' },
];
/** Asked for before the hour, approved in it. */
export const waiting: readonly Planned[] = [
  { ...b, name: 'yes-hang', start: '15:40', dueBack: '16:00' },
  { ...c, name: 'yes-504', start: '15:30', dueBack: '15:50' },
];
/** Asked for in the hour. */
const asked: readonly Planned[] = [
  { ...a, name: 'ask-503', start: '16:05', dueBack: '16:20' },
  { ...b, name: 'ask-hang', start: '16:05', dueBack: '16:20' },
  { ...c, name: 'ask-504', start: '16:05', dueBack: '16:20' },
];

export const phrase = 'purple ring binder';
const [ofA, ofB, ofC] = [{ who: a.visitors }, { who: b.visitors }, { who: c.visitors }];
const enter = { invitedBy: 'parent', parentPresent: 'yes', animals: 'none', hazards: '' };

export type Fault = '503' | 'hang' | 'commit-then-504';
export type Step = readonly [by: string, verb: string, visit: string, inputs?: Inputs];
export type Minute = {
  readonly time: string;
  /** From here on Graph and Entra fail so. */
  readonly fault?: Fault;
  readonly restart?: true;
  readonly does?: readonly Step[];
};

const minute = (time: string, ...does: readonly Step[]): Minute => ({ time, does });
const asks = (name: string): Step => {
  const planned = asked.find((one) => one.name === name);
  if (planned === undefined) throw new Error(`Nobody asks for ${name}.`);
  return [planned.asker, 'submit', name, formOf(planned)];
};

/** What people do in the hour, which is gone through minute by minute. */
export const hour: readonly Minute[] = [
  { time: '14:00', fault: '503', does: [['sam', 'depart', 'nobody-in', ofA]] },
  minute('14:02', ['wells', 'depart', 'late', ofB]),
  minute('14:03', ['lind', 'depart', 'child', ofC]),
  minute('14:05', ['sam', 'arrive', 'nobody-in', ofA], ['jo', 'wait', 'nobody-in', ofA]),
  minute(
    '14:06',
    ['wells', 'arrive', 'late', ofB],
    ['hart', 'enter', 'late', { ...ofB, ...enter }],
  ),
  minute('14:08', ['lind', 'arrive', 'child', ofC], asks('ask-503')),
  minute('14:17', ['jo', 'leave', 'nobody-in', ofA]),
  { time: '14:20', fault: 'hang', does: [['jo', 'arrive', 'help', ofA]] },
  minute('14:21', ['dunn', 'child-alone', 'child', { words: 'She is six.' }], asks('ask-hang')),
  minute('14:22', ['okafor', 'approve', 'yes-hang', { note: '' }]),
  minute('14:24', ['jo', 'enter', 'help', { ...ofA, ...enter }]),
  minute('14:26', ['sam', 'help', 'help', { words: '' }]),
  { time: '14:30', restart: true, does: [['dunn', 'all-well', 'child']] },
  minute('14:31', ['pat', 'raise-concern', '', { about: 'child', person: '', what: 'A bruise.' }]),
  minute('14:36', ['jo', 'say', '', { text: `Please keep the ${phrase} for me` }]),
  minute('14:38', ['pat', 'stand-down', 'help', { spokeTo: 'sam,jo' }]),
  {
    ...minute('14:40', ['sam', 'leave', 'help', ofA], asks('ask-504')),
    fault: 'commit-then-504',
  },
  minute('14:42', ['lind', 'hand-over', 'child', { to: 'Her aunt', relation: 'aunt' }]),
  minute('14:43', ['okafor', 'approve', 'yes-504', { note: '' }], ['lind', 'leave', 'child', ofC]),
  minute('14:47', ['jo', 'return', 'help', ofA], ['dunn', 'return', 'child', ofC]),
  minute('14:57', ['hart', 'leave', 'late', ofB]),
];

const office = ['pat'] as const;
const leaders = ['bevan', 'lind', 'rao'] as const;
const everybody = ['bevan', 'lind', 'okafor', 'pat', 'rao'] as const;
const heard = ['lind', 'rao'] as const;
const climbed = ['lind', 'okafor', 'rao'] as const;

type Rung = readonly [of: string, at: string, to: readonly string[]];
const rungs = (of: string, times: string, to: readonly string[]): readonly Rung[] =>
  times.split(' ').map((at) => [of, at, to]);

/** Every alarm of the hour: of which visit, when, and to whom. */
export const alarms: readonly Rung[] = [
  ...rungs('late', '14:25', office),
  ...rungs('late', '14:35', leaders),
  ...rungs('late', '14:45 14:50 14:55 15:00', everybody),
  ...rungs('child', '14:21', heard),
  ...rungs('child', '14:26 14:31 14:36 14:41 14:46 14:51 14:56', everybody),
  ...rungs('help', '14:26 14:31 14:36', everybody),
  ...rungs('concern', '14:31 14:36', heard),
  ...rungs('concern', '14:41 14:46 14:51 14:56', climbed),
  ...rungs('code word', '14:36 14:41 14:46 14:51 14:56', everybody),
];

/** What the list says that people did from 14:00 on, each once, at the time they did it. What was held is decided afresh with the write that takes it, which may be one whose answer was lost. */
export const listed: Readonly<Record<string, readonly string[]>> = {
  'nobody-in': [
    ...['14:00 departed', '14:05 arrived', '14:05 waited', '14:17 left'],
    ...['14:20 moved-on', '14:20 moved-on', '14:47 round-ended', '14:47 round-ended'],
  ],
  help: [
    ...['14:20 departed', '14:20 arrived', '14:24 entered', '14:26 help-called'],
    ...['14:38 stood-down', '14:40 left', '14:47 returned'],
  ],
  late: ['14:02 departed', '14:06 arrived', '14:06 entered', '14:57 left'],
  child: [
    ...['14:03 departed', '14:08 arrived', '14:21 child-found', '14:30 said-well'],
    ...['14:42 handed-over', '14:43 left', '14:47 returned'],
  ],
  'yes-hang': ['held approved'],
  'yes-504': ['held approved'],
  'ask-503': ['held submitted'],
  'ask-hang': ['held submitted'],
  'ask-504': ['held submitted'],
};

/** Whose request or approval waited for SharePoint. */
export const held: readonly (readonly [visit: string, by: string])[] = [
  ['ask-503', 'sam'],
  ['ask-hang', 'pat'],
  ['ask-504', 'lind'],
  ['yes-hang', 'okafor'],
  ['yes-504', 'okafor'],
];
