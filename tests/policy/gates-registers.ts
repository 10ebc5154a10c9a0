/** Every gate that reads the school's registers: who may go, in which car, on which day. */
import { noRegisters, type Registers, type Vehicle } from '../../src/people/registers.ts';
import type { StaffMember } from '../../src/people/staff.ts';
import { jo, pat, registers } from '../builders/cast.ts';
import { but, type Gate, type GateCase, no, yes } from './gates-asking.ts';
import { type Setting, staff } from './six-packs.ts';

/** The day of the visit is Tuesday 24 November 2026. */
const day = '2026-11-24';
const dayBefore = '2026-11-23';

const withJo = (changes: Partial<StaffMember>): Setting => ({
  roster: staff.map((member) => (member.id === jo.id ? { ...member, ...changes } : member)),
});
const { designated: _named, training: _trained, checksSeen: _seen, ...unsaid } = jo;
const joUnsaid: Setting = {
  roster: staff.map((member) => (member.id === jo.id ? unsaid : member)),
};
const trainedUntil = (until: string): Setting =>
  withJo({ training: (jo.training ?? []).map((one) => ({ ...one, until })) });
const withCar = (changes: Partial<Vehicle>): Setting => ({
  registers: { ...registers, vehicles: registers.vehicles.map((car) => ({ ...car, ...changes })) },
});
const withDates = (changes: Partial<Registers['calendar']>): Setting => ({
  registers: { ...registers, calendar: { ...registers.calendar, ...changes } },
});

const everyone = (rule: Parameters<typeof no>[0], own: string, some = {}): GateCase['answers'] => ({
  default: no(rule, own),
  B: no(rule),
  R: no(rule),
  W: no(rule),
  HC: no(rule),
  H: no(rule),
  ...some,
});

const people: readonly Gate[] = [
  {
    gate: 'somebody who is to go on visits',
    clauses: 'R-02',
    cases: [
      { kind: 'allowed', when: 'both are named', changes: {}, answers: yes },
      {
        kind: 'refused',
        when: 'the school says that one is not',
        changes: {},
        setting: withJo({ designated: false }),
        answers: everyone('staff/designated', '2.2', { R: no('staff/designated', '“Aims”') }),
      },
      {
        kind: 'boundary',
        when: 'the school does not say',
        changes: {},
        setting: joUnsaid,
        answers: but({
          R: no('staff/designated', '“Aims”'),
          HC: [
            ['staff/trained', '3.1 and 3.2'],
            ['staff/checked', '6.2'],
          ],
        }),
      },
    ],
  },
  {
    gate: 'training on record',
    clauses: 'HC-3.1a HC-3.2a HC-3.2b',
    cases: [
      { kind: 'allowed', when: 'both hold every subject', changes: {}, answers: yes },
      {
        kind: 'refused',
        when: 'one has none',
        changes: {},
        setting: withJo({ training: [] }),
        answers: but({ HC: no('staff/trained', '3.1 and 3.2') }),
      },
      {
        kind: 'refused',
        when: 'one subject is missing',
        changes: {},
        setting: withJo({ training: (jo.training ?? []).slice(1) }),
        answers: but({ HC: no('staff/trained', '3.1 and 3.2') }),
      },
      {
        kind: 'refused',
        when: 'it ran out the day before',
        changes: {},
        setting: trainedUntil(dayBefore),
        answers: but({ HC: no('staff/trained', '3.1 and 3.2') }),
      },
      {
        kind: 'boundary',
        when: 'this is its last day',
        changes: {},
        setting: trainedUntil(day),
        answers: yes,
      },
      {
        kind: 'boundary',
        when: 'it never runs out',
        changes: {},
        setting: trainedUntil(''),
        answers: yes,
      },
      {
        kind: 'boundary',
        when: 'it is done after the visit',
        changes: {},
        setting: withJo({
          training: (jo.training ?? []).map((one) => ({ ...one, on: '2026-11-25' })),
        }),
        answers: but({ HC: no('staff/trained', '3.1 and 3.2') }),
      },
    ],
  },
  {
    gate: 'background checks that were seen',
    clauses: 'HC-6.2a HC-6.2b',
    cases: [
      { kind: 'allowed', when: 'both were', changes: {}, answers: yes },
      {
        kind: 'refused',
        when: 'the school says that one was not',
        changes: {},
        setting: withJo({ checksSeen: false }),
        answers: everyone('staff/checked', '2.2', { HC: no('staff/checked', '6.2') }),
      },
      {
        kind: 'boundary',
        when: 'the school does not say',
        changes: {},
        setting: {
          roster: staff.map((member) => {
            const { checksSeen: _not, ...rest } = member;
            return member.id === jo.id ? rest : member;
          }),
        },
        answers: but({ HC: no('staff/checked', '6.2') }),
      },
    ],
  },
];

const cars: readonly Gate[] = [
  {
    gate: 'a car on record',
    clauses: 'HC-2.11a',
    cases: [
      { kind: 'allowed', when: 'its registration is given', changes: {}, answers: yes },
      {
        kind: 'refused',
        when: 'no car is named',
        changes: { transport: 'Sam’s car' },
        answers: but({ HC: no('vehicle/known', '2.11') }),
      },
      {
        kind: 'refused',
        when: 'the school holds none',
        changes: {},
        setting: { registers: noRegisters },
        answers: but({ HC: no('vehicle/known', '2.11') }),
      },
      {
        kind: 'refused',
        when: 'nothing is said',
        changes: { transport: ' ' },
        answers: but({ HC: no('vehicle/known', '2.11') }),
      },
      {
        kind: 'boundary',
        when: 'they go without one',
        changes: { transport: 'On foot, or by bus' },
        answers: yes,
      },
      {
        kind: 'boundary',
        when: 'it is written another way',
        changes: { transport: 'ab12cde' },
        answers: yes,
      },
      {
        kind: 'boundary',
        when: 'they drive to the bus',
        changes: { transport: 'My car to the bus station' },
        answers: but({ HC: no('vehicle/known', '2.11') }),
      },
    ],
  },
  {
    gate: 'the insurance of the car',
    clauses: 'HC-2.11b',
    cases: [
      { kind: 'allowed', when: 'it is valid', changes: {}, answers: yes },
      {
        kind: 'refused',
        when: 'it ran out the day before',
        changes: {},
        setting: withCar({ insuredUntil: dayBefore }),
        answers: everyone('vehicle/insured', '2.5', { HC: no('vehicle/insured', '2.11') }),
      },
      {
        kind: 'refused',
        when: 'the school holds no date',
        changes: {},
        setting: withCar({ insuredUntil: '' }),
        answers: but({ HC: no('vehicle/insured', '2.11') }),
      },
      {
        kind: 'boundary',
        when: 'this is its last day',
        changes: {},
        setting: withCar({ insuredUntil: day }),
        answers: yes,
      },
    ],
  },
  {
    gate: 'the breakdown cover of the car',
    clauses: 'B-77',
    cases: [
      { kind: 'allowed', when: 'it is valid', changes: {}, answers: yes },
      ...['', dayBefore].map(
        (breakdownUntil): GateCase => ({
          kind: 'refused',
          when: breakdownUntil === '' ? 'the school holds no date' : 'it ran out the day before',
          changes: {},
          setting: withCar({ breakdownUntil }),
          answers: but({ B: no('vehicle/breakdown', 'Appendix 1') }),
        }),
      ),
      {
        kind: 'boundary',
        when: 'this is its last day',
        changes: {},
        setting: withCar({ breakdownUntil: day }),
        answers: yes,
      },
    ],
  },
];

const inset = withDates({ closures: [{ why: 'INSET day', from: day, until: day }] });
const closed = everyone('school/open', '1.6');
const autumn = { name: 'Autumn', from: '2026-09-02', until: dayBefore };

const days: readonly Gate[] = [
  {
    gate: 'a day the school is open',
    clauses: 'H-37',
    cases: [
      { kind: 'allowed', when: 'it is', changes: {}, answers: yes },
      { kind: 'refused', when: 'it is closed', changes: {}, setting: inset, answers: closed },
      {
        kind: 'refused',
        when: 'it is outside term',
        changes: {},
        setting: withDates({ terms: [autumn] }),
        answers: closed,
      },
      {
        kind: 'boundary',
        when: 'it is the last day of term',
        changes: {},
        setting: withDates({ terms: [{ ...autumn, until: day }] }),
        answers: yes,
      },
      {
        kind: 'boundary',
        when: 'it is closed, and somebody who answers alarms waits',
        changes: { backup: pat.id },
        setting: inset,
        answers: yes,
      },
    ],
  },
];

export const gatesOfRegisters: readonly Gate[] = [...people, ...cars, ...days];

/** What is asked again before anybody leaves, each with what changed since the visit was approved. */
export const changedSince: readonly (Pick<GateCase, 'when' | 'answers'> & {
  readonly setting: Setting;
})[] = [
  {
    when: 'a number is gone',
    setting: withJo({ mobile: '' }),
    answers: everyone('form/visitors-mobile', '2.2', {
      R: no('form/visitors-mobile', '“Preparation for home visit”'),
      W: no('form/visitors-mobile', '2.2'),
      HC: no('form/visitors-mobile', '2.4 and Appendix 1'),
    }),
  },
  {
    when: 'training ran out',
    setting: trainedUntil(dayBefore),
    answers: but({ HC: no('staff/trained', '3.1 and 3.2') }),
  },
  {
    when: 'the insurance ran out',
    setting: withCar({ insuredUntil: dayBefore }),
    answers: everyone('vehicle/insured', '2.5', { HC: no('vehicle/insured', '2.11') }),
  },
  { when: 'the school is closed after all', setting: inset, answers: closed },
];
