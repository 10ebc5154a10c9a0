/** The twenty visits of the day: who goes where and when, and what befalls them. */
import type { Inputs } from '../support/school.ts';

/** One press, as the plan of a visit says it. */
export type Said = readonly [
  time: string,
  by: string,
  verb: string,
  inputs?: Inputs,
  brings?: string | readonly string[],
];

export type Planned = {
  readonly name: string;
  readonly pair: readonly [string, string];
  /** Who asks, where neither of the two may. */
  readonly asker: string;
  readonly start: string;
  readonly dueBack: string;
  /** What the headteacher says of it; '' where she says nothing. */
  readonly decided: 'approve' | 'decline' | '';
  /** When they leave school; '' where they do not, or come there from another home. */
  readonly leaves: string;
  readonly goes: readonly Said[];
};

const enter = { invitedBy: 'parent', parentPresent: 'yes', animals: 'none', hazards: '' };

type More = Partial<Pick<Planned, 'decided' | 'leaves'>>;

const by =
  (pair: Planned['pair'], asker: string) =>
  (
    name: string,
    [start, dueBack]: readonly [string, string],
    { decided = 'approve', leaves = '' }: More,
    goes: readonly Said[],
  ): Planned => ({ name, pair, asker, start, dueBack, decided, leaves, goes });

export const all = (pair: readonly string[]): Inputs => ({ who: pair.join(',') });

/** Three pairs, each on one visit after the other; the office asks for those who may not. */
const [a, ofA] = [by(['sam', 'jo'], 'sam'), all(['sam', 'jo'])];
const [b, ofB] = [by(['wells', 'hart'], 'pat'), all(['wells', 'hart'])];
const [c, ofC] = [by(['lind', 'dunn'], 'lind'), all(['lind', 'dunn'])];

export const visits: readonly Planned[] = [
  a('plain', ['09:00', '10:00'], { leaves: '08:50' }, [
    ['09:00', 'sam', 'arrive', ofA],
    ['09:00', 'sam', 'enter', { ...ofA, ...enter }],
    ['09:30', 'jo', 'leave', ofA],
    ['09:50', 'sam', 'return', { who: 'sam' }],
    ['10:00', 'jo', 'return', { who: 'jo' }],
  ]),
  a('no-show', ['10:10', '11:00'], { leaves: '10:00' }, [
    ['10:10', 'sam', 'arrive', ofA],
    ['10:10', 'jo', 'wait', ofA],
    ['10:30', 'sam', 'leave', ofA],
    ['10:40', 'sam', 'return', ofA],
  ]),
  a('round-1', ['11:00', '11:30'], { leaves: '10:50' }, [
    ['11:00', 'sam', 'arrive', ofA],
    ['11:00', 'sam', 'enter', { ...ofA, ...enter }],
    ['11:30', 'sam', 'leave', ofA],
  ]),
  a('round-2', ['11:35', '12:15'], {}, [
    ['11:40', 'jo', 'arrive', ofA, ['departed', 'arrived']],
    ['11:40', 'jo', 'enter', { ...ofA, ...enter }],
    ['11:50', 'jo', 'leave', ofA],
    ['12:10', 'jo', 'return', ofA],
  ]),
  a('late', ['12:30', '13:20'], { leaves: '12:20' }, [
    ['12:30', 'jo', 'arrive', ofA],
    ['12:30', 'jo', 'enter', { ...ofA, ...enter }],
    ['13:30', 'pat', 'acknowledge'],
    ['13:40', 'pat', 'no-answer', { to: 'sam' }],
    ['13:50', 'okafor', 'record-police', { called: '101', callReference: 'L-1', words: '' }],
    ['14:00', 'pat', 'spoke', { to: 'sam,jo', dueBack: '14:20' }],
    ['14:00', 'sam', 'leave', ofA],
    ['14:10', 'sam', 'return', ofA],
  ]),
  a('word', ['14:30', '15:10'], { leaves: '14:20' }, [
    ['14:20', 'jo', 'agree-code-word', { phrase: 'the purple ring binder' }],
    ['14:30', 'sam', 'arrive', ofA],
    ['14:30', 'sam', 'enter', { ...ofA, ...enter }],
    ['14:40', 'jo', 'say', { text: 'Please keep the purple ring binder for me' }, []],
    ['14:50', 'pat', 'acknowledge-duress', {}, []],
    ['15:00', 'okafor', 'stand-down-duress', { spokeTo: 'sam,jo' }, []],
    ['15:00', 'sam', 'leave', ofA],
    ['15:10', 'jo', 'return', ofA],
  ]),
  a('declined', ['13:00', '13:30'], { decided: 'decline' }, []),
  b('help', ['09:10', '10:10'], { leaves: '09:00' }, [
    ['09:10', 'wells', 'arrive', ofB],
    ['09:10', 'wells', 'enter', { ...ofB, ...enter }],
    ['09:20', 'wells', 'help'],
    ['09:25', 'pat', 'acknowledge'],
    ['09:25', 'hart', 'help', { words: 'still here' }],
    ['09:30', 'pat', 'spoke', { to: 'wells' }],
    ['09:30', 'wells', 'leave', ofB],
    ['09:40', 'pat', 'stand-down', { spokeTo: 'wells,hart' }],
    ['09:50', 'hart', 'return', ofB],
  ]),
  b('longer', ['10:20', '11:20'], { leaves: '10:10' }, [
    ['10:20', 'wells', 'arrive', ofB],
    ['10:20', 'wells', 'enter', { ...ofB, ...enter }],
    ['11:10', 'wells', 'extend', { dueBack: '11:30' }],
    ['11:20', 'hart', 'extend', { dueBack: '11:40' }],
    ['11:20', 'hart', 'leave', ofB],
    ['11:30', 'hart', 'return', ofB],
  ]),
  b('uneasy', ['11:50', '12:40'], { leaves: '11:40' }, [
    ['11:50', 'wells', 'arrive', ofB],
    ['12:00', 'hart', 'feel-unsafe'],
    ['12:10', 'hart', 'return', ofB],
    ['12:20', 'hart', 'write-reason', { reason: 'Two men shouted at us.' }],
  ]),
  b('unsafe', ['12:50', '13:40'], { leaves: '12:40' }, [
    ['12:50', 'wells', 'arrive', ofB],
    ['12:50', 'wells', 'enter', { ...ofB, ...enter }],
    ['13:00', 'wells', 'leave-unsafe', ofB],
    ['13:10', 'wells', 'safe-now', ofB],
    ['13:20', 'rao', 'stand-down', { spokeTo: 'wells,hart' }],
    ['13:20', 'wells', 'return', ofB],
  ]),
  b('danger', ['13:50', '14:40'], { leaves: '13:40' }, [
    ['13:50', 'wells', 'arrive', ofB],
    ['13:50', 'wells', 'enter', { ...ofB, ...enter }],
    ['13:50', 'hart', 'danger'],
    ['14:00', 'rao', 'acknowledge'],
    ['14:10', 'rao', 'stand-down', { spokeTo: 'wells,hart' }],
    ['14:20', 'hart', 'return', ofB],
  ]),
  b('off', ['15:00', '15:30'], {}, [['09:30', 'pat', 'cancel', { reason: 'The family rang.' }]]),
  b('undecided', ['12:00', '12:50'], { decided: '' }, []),
  c('child', ['09:20', '10:20'], { leaves: '09:10' }, [
    ['09:20', 'lind', 'arrive', ofC],
    ['09:20', 'lind', 'child-alone', { words: 'She is six.' }],
    ['09:30', 'rao', 'spoke', { to: 'lind,dunn' }],
    ['09:40', 'rao', 'advise', { advice: 'Stay.', called: 'nobody', referred: 'no' }],
    ['09:50', 'dunn', 'all-well'],
    ['10:00', 'lind', 'hand-over', { to: 'Her aunt', relation: 'aunt' }],
    ['10:00', 'lind', 'leave', ofC],
    ['10:10', 'rao', 'stand-down', { spokeTo: 'lind,dunn' }],
    ['10:10', 'dunn', 'return', ofC],
  ]),
  c('by-phone', ['10:30', '11:30'], { leaves: '10:20' }, [
    ['10:30', 'pat', 'log-call', { said: 'arrive', ...ofC }, 'arrived'],
    ['11:00', 'pat', 'log-call', { said: 'leave', ...ofC }, 'left'],
    ['11:20', 'pat', 'log-call', { said: 'return', ...ofC }, 'returned'],
  ]),
  c('back', ['11:45', '12:35'], { leaves: '11:30' }, [
    ['11:40', 'dunn', 'turn-back', { reason: 'The road is shut.' }],
    ['12:00', 'dunn', 'return', ofC],
  ]),
  c('worry', ['12:50', '13:40'], { leaves: '12:40' }, [
    ['12:50', 'lind', 'arrive', ofC],
    ['12:50', 'lind', 'enter', { ...ofC, ...enter }],
    ['13:00', 'dunn', 'raise-concern', { about: 'child', person: '', what: 'A bruise.' }, []],
    ['13:10', 'rao', 'acknowledge-concern', {}, []],
    ['13:20', 'rao', 'spoke-of-concern', {}, []],
    ['13:20', 'lind', 'leave', ofC],
    ['13:30', 'lind', 'return', ofC],
  ]),
  c('breach', ['13:50', '14:30'], { decided: '' }, [
    ['13:50', 'lind', 'already-happened', { ...ofC, what: 'depart' }],
    ['14:20', 'lind', 'return', ofC],
  ]),
  c('upstairs', ['14:40', '15:20'], { leaves: '14:30' }, [
    ['14:40', 'lind', 'arrive', ofC],
    ['14:40', 'lind', 'enter', { ...ofC, ...enter }],
    ['14:50', 'lind', 'go-upstairs', { why: 'To see the damp.', with: 'the mother' }],
    ['14:50', 'dunn', 'parent-left'],
    ['15:00', 'dunn', 'leave', ofC],
    ['15:10', 'dunn', 'return', ofC],
  ]),
];
