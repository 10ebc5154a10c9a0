/** Every gate on asking for a visit: what is asked, and what each of the six policies answers. */
import type { Rule } from '../../src/policy/refusal.ts';
import { at, jo, okafor, pat, sam } from '../builders/cast.ts';
import { type Changes, lee, type PackName, type Setting } from './six-packs.ts';

/** `yes`, or each rule that says no with the place in that school's own document. */
export type Answer = 'yes' | readonly (readonly [Rule | 'access/not-yours', string])[];
export type Gate = {
  readonly gate: string;
  /** Ids in the register of clauses. */
  readonly clauses: string;
  readonly cases: readonly GateCase[];
};
export type GateCase = {
  readonly kind: 'allowed' | 'refused' | 'boundary';
  readonly when: string;
  readonly changes: Changes;
  readonly setting?: Setting;
  readonly answers: Readonly<Record<PackName, Answer>>;
};

export const product = 'product default';
export const safety = 'safety rule';
export const no = (rule: Rule, place: string = product): Answer => [[rule, place]];
const nos = (...all: readonly (readonly [Rule, string])[]): Answer => all;

type Answers = Readonly<Record<PackName, Answer>>;
export const yes: Answers = { default: 'yes', B: 'yes', R: 'yes', W: 'yes', HC: 'yes', H: 'yes' };
export const but = (some: Partial<Answers>): Answers => ({ ...yes, ...some });
/** The product’s own rule everywhere, but for where the school has a place for it. */
const everywhere = (rule: Rule, own: string, some: Partial<Answers> = {}): Answers => ({
  default: no(rule, own),
  B: no(rule),
  R: no(rule),
  W: no(rule),
  HC: no(rule),
  H: no(rule),
  ...some,
});

const before = '“Before the visit”';
const safe = '“Making safe home visits”';
const appendix = 'Appendix 1';
const twoHC = 'Statement of intent and Appendix 1';
const alone = { visitors: [sam.id], aloneReason: 'A short drop-off' };

const staffing: readonly Gate[] = [
  {
    gate: 'how many go',
    clauses: 'HC-S1 HC-F1 H-05',
    cases: [
      { kind: 'allowed', when: 'two go', changes: {}, answers: yes },
      {
        kind: 'refused',
        when: 'one goes and nothing is said',
        changes: { visitors: [sam.id] },
        answers: but({
          default: no('staffing/two-or-reason', '2.1'),
          HC: no('staffing/two', twoHC),
          H: no('staffing/two-or-reason', '“HSP Home Visits Policy”'),
        }),
      },
      {
        kind: 'boundary',
        when: 'one goes, with a reason',
        changes: alone,
        answers: but({ HC: no('staffing/two', twoHC) }),
      },
    ],
  },
  {
    gate: 'a complex family, or something known of the home',
    clauses: 'B-18 B-74',
    cases: [
      { kind: 'allowed', when: 'two go', changes: { risk: { flags: ['complex'] } }, answers: yes },
      ...(['complex', 'knownCircumstances'] as const).map(
        (flag): GateCase => ({
          kind: 'refused',
          when: `one goes: ${flag}`,
          changes: { ...alone, risk: { flags: [flag] } },
          answers: but({
            B: no('staffing/two-if-known', `${before} and ${appendix}`),
            HC: no('staffing/two', twoHC),
          }),
        }),
      ),
      {
        kind: 'boundary',
        when: 'one goes, and nothing is known',
        changes: { ...alone, risk: { flags: [] } },
        answers: but({ HC: no('staffing/two', twoHC) }),
      },
    ],
  },
  {
    gate: 'somebody who is worried about their safety',
    clauses: 'H-35 B-69',
    cases: [
      {
        kind: 'allowed',
        when: 'nobody is worried',
        changes: { risk: { flags: [] } },
        answers: yes,
      },
      {
        kind: 'refused',
        when: 'one goes, with a reason',
        changes: { ...alone, risk: { flags: ['worriedAboutSafety'] } },
        answers: everywhere('staffing/worried', '2.3', {
          HC: nos(['staffing/worried', product], ['staffing/two', twoHC]),
          H: no('staffing/worried', safe),
        }),
      },
      {
        kind: 'boundary',
        when: 'two go',
        changes: { risk: { flags: ['worriedAboutSafety'] } },
        answers: yes,
      },
    ],
  },
];

const arranging: readonly Gate[] = [
  {
    gate: 'an appointment',
    clauses: 'B-19 B-20 R-10 R-11 HC-2.7a H-15 H-16',
    cases: [
      { kind: 'allowed', when: 'one was made by phone', changes: {}, answers: yes },
      {
        kind: 'refused',
        when: 'there is none, and no reason',
        changes: { appointment: 'none', appointmentNote: '' },
        answers: everywhere('form/appointment', '1.5', {
          B: no('form/appointment', before),
          R: no('form/appointment', '“Preparation for home visit”'),
          HC: no('form/appointment-required', '2.7'),
          H: no('form/appointment', before),
        }),
      },
      {
        kind: 'boundary',
        when: 'there is none, with a reason',
        changes: { appointment: 'none', appointmentNote: 'Their phone is off' },
        answers: but({ HC: no('form/appointment-required', '2.7') }),
      },
    ],
  },
  {
    gate: 'the confirmation of an appointment',
    clauses: 'HC-2.7b HC-2.8a',
    cases: [
      {
        kind: 'allowed',
        when: 'it is on record',
        changes: { appointment: 'letter', appointmentNote: 'Slip came back signed' },
        answers: yes,
      },
      {
        kind: 'refused',
        when: 'it is not',
        changes: { appointment: 'letter', appointmentNote: '' },
        answers: but({ HC: no('form/appointment-confirmed', '2.7') }),
      },
      {
        kind: 'boundary',
        when: 'only spaces are',
        changes: { appointmentNote: '   ' },
        answers: but({ HC: no('form/appointment-confirmed', '2.7') }),
      },
    ],
  },
  {
    gate: 'the hour',
    clauses: 'B-70 H-37 H-38',
    cases: [
      {
        kind: 'allowed',
        when: 'the evening, with a reason',
        changes: { start: at('17:30'), dueBack: at('18:30'), eveningReason: 'They work late' },
        answers: yes,
      },
      {
        kind: 'refused',
        when: 'one goes in the evening and nobody waits for them',
        changes: { ...alone, start: at('17:30'), dueBack: at('18:30') },
        answers: everywhere('evening/reason', '2.4', {
          B: no('evening/reason', '“After”'),
          HC: nos(['staffing/two', twoHC], ['evening/reason', product]),
          H: no('evening/reason', safe),
        }),
      },
      {
        kind: 'boundary',
        when: 'back at five exactly',
        changes: { start: at('16:00'), dueBack: at('17:00') },
        answers: yes,
      },
      {
        kind: 'boundary',
        when: 'two are back a minute after five',
        changes: { start: at('16:00'), dueBack: at('17:01') },
        answers: everywhere('evening/reason', '2.4', {
          B: no('evening/reason', '“After”'),
          H: 'yes',
        }),
      },
      {
        kind: 'boundary',
        when: 'one goes in the evening and the office waits',
        changes: { ...alone, start: at('17:30'), dueBack: at('18:30'), backup: pat.id },
        answers: everywhere('evening/reason', '2.4', {
          B: no('evening/reason', '“After”'),
          HC: nos(['staffing/two', twoHC], ['evening/reason', product]),
          H: 'yes',
        }),
      },
      {
        kind: 'refused',
        when: 'whoever waits does not answer alarms',
        changes: { backup: jo.id },
        answers: everywhere('staffing/backup', '2.4', { H: no('staffing/backup', safe) }),
      },
    ],
  },
  {
    gate: 'the time of return',
    clauses: 'B-24 R-03 HC-F4 HC-F5 H-29',
    cases: [
      { kind: 'allowed', when: 'it is after the start', changes: {}, answers: yes },
      {
        kind: 'refused',
        when: 'it is before the start',
        changes: { dueBack: at('13:00') },
        answers: everywhere('form/due-after-start', '1.6', {
          HC: no('form/due-after-start', appendix),
        }),
      },
      {
        kind: 'boundary',
        when: 'it is at the start',
        changes: { dueBack: at('14:00') },
        answers: everywhere('form/due-after-start', '1.6', {
          HC: no('form/due-after-start', appendix),
        }),
      },
    ],
  },
];

const unannounced = { appointment: 'none', appointmentNote: '', whyNotInSchool: '' } as const;
const call = (time: string) => [{ at: at(time), by: 'phone', to: '01632 960001' }] as const;
const firstDay: Changes = {
  class: 'first-day-absence',
  purposeNote: 'Nobody has seen him since Friday',
  visitors: [lee.id, jo.id],
  contactAttempts: call('08:50'),
};
const absence = '“Guidelines on home visits for absence”';
const noClass = everywhere('form/class-allowed', '1.3', {
  B: no('form/class-allowed', '“Home Visit Definition”'),
  HC: no('form/class-allowed', '2.7'),
});

const kinds: readonly Gate[] = [
  ...(['welfare-check', 'emergency'] as const).map(
    (name): Gate => ({
      gate: `a visit without notice: ${name}`,
      clauses: name === 'emergency' ? 'B-04 B-05' : 'B-02 B-03',
      cases: [
        {
          kind: 'allowed',
          when: 'with a reason',
          changes: { ...unannounced, class: name },
          answers: but({
            HC: nos(
              ['form/class-allowed', '2.7'],
              ['form/why-not-in-school', product],
              ['form/appointment-required', '2.7'],
            ),
            H: nos(
              ['form/class-allowed', absence],
              ['form/why-not-in-school', before],
              ['form/appointment', before],
            ),
          }),
        },
        {
          kind: 'refused',
          when: 'of a kind the policy does not know, all else in order',
          changes: { class: name },
          answers: but({
            HC: no('form/class-allowed', '2.7'),
            H: no('form/class-allowed', absence),
          }),
        },
        {
          kind: 'boundary',
          when: 'with no reason',
          changes: { class: name, purposeNote: ' ' },
          answers: but({
            B: no('form/class-reason', '“Home Visit Policy and Procedure”'),
            HC: no('form/class-allowed', '2.7'),
            H: no('form/class-allowed', absence),
          }),
        },
      ],
    }),
  ),
  {
    gate: 'the first day of an absence',
    clauses: 'H-40',
    cases: [
      {
        kind: 'allowed',
        when: 'nobody answered, there is a worry, and the attendance lead goes with another',
        changes: firstDay,
        answers: { ...noClass, H: 'yes' },
      },
      {
        kind: 'refused',
        when: 'nobody rang, nothing is said, and the lead does not go',
        changes: { class: 'first-day-absence', purposeNote: '' },
        answers: {
          ...noClass,
          H: nos(
            ['form/unanswered-call', absence],
            ['form/concern', absence],
            ['staffing/attendance-lead', absence],
          ),
        },
      },
      {
        kind: 'boundary',
        when: 'the call is still to come',
        changes: { ...firstDay, contactAttempts: call('09:01') },
        answers: { ...noClass, H: no('form/unanswered-call', absence) },
      },
      {
        kind: 'boundary',
        when: 'the lead goes alone',
        changes: { ...firstDay, visitors: [lee.id], aloneReason: 'All teach' },
        answers: {
          ...noClass,
          HC: nos(['form/class-allowed', '2.7'], ['staffing/two', twoHC]),
          H: no('staffing/attendance-lead', absence),
        },
      },
    ],
  },
];

const notListed = (extra: Partial<Answers> = {}): Partial<Answers> => ({
  HC: no('form/purpose-listed'),
  H: no('form/purpose-listed'),
  ...extra,
});
const reasons = '“Reasons for home visits”';

const purposes: readonly Gate[] = [
  {
    gate: 'a purpose',
    clauses: 'B-07 B-13 HC-F3 H-09',
    cases: [
      { kind: 'allowed', when: 'it is listed', changes: {}, answers: yes },
      {
        kind: 'refused',
        when: 'there is none',
        changes: { purpose: '' },
        answers: everywhere('form/needed', '1.1', {
          B: no('form/needed', before),
          R: no('form/needed', '“Aims”'),
          W: no('form/needed', '2.3'),
          HC: no('form/needed', appendix),
          H: no('form/needed', before),
        }),
      },
      {
        kind: 'boundary',
        when: 'it is not listed',
        changes: { purpose: 'a-chat' },
        answers: everywhere('form/purpose-listed', '1.2', {
          B: no('form/purpose-listed', reasons),
          R: no('form/purpose-listed', reasons),
        }),
      },
    ],
  },
  {
    gate: '“nothing else has reached them”',
    clauses: 'B-08 B-09 R-08',
    cases: [
      {
        kind: 'allowed',
        when: 'an attempt is listed',
        changes: { purpose: 'no-contact', contactAttempts: call('08:50') },
        answers: but(notListed()),
      },
      {
        kind: 'refused',
        when: 'none is',
        changes: { purpose: 'no-contact' },
        answers: everywhere('form/contact-attempts', '1.7', {
          B: no('form/contact-attempts', reasons),
          R: no('form/contact-attempts', reasons),
          ...notListed(),
        }),
      },
      {
        kind: 'boundary',
        when: 'the only one is still to come',
        changes: { purpose: 'no-contact', contactAttempts: call('09:01') },
        answers: everywhere('form/contact-attempts', '1.7', {
          B: no('form/contact-attempts', reasons),
          R: no('form/contact-attempts', reasons),
          ...notListed(),
        }),
      },
    ],
  },
  {
    gate: 'a holiday that was refused',
    clauses: 'B-11',
    cases: [
      {
        kind: 'allowed',
        when: 'the dates are given',
        changes: { purpose: 'holiday-suspected', refusedLeave: '23 to 27 November' },
        answers: but(notListed({ R: no('form/purpose-listed', reasons) })),
      },
      {
        kind: 'refused',
        when: 'they are not',
        changes: { purpose: 'holiday-suspected' },
        answers: but({
          B: no('form/refused-leave', reasons),
          ...notListed({ R: no('form/purpose-listed', reasons) }),
        }),
      },
      {
        kind: 'boundary',
        when: 'they are spaces',
        changes: { purpose: 'holiday-suspected', refusedLeave: ' ' },
        answers: but({
          B: no('form/refused-leave', reasons),
          ...notListed({ R: no('form/purpose-listed', reasons) }),
        }),
      },
    ],
  },
  {
    gate: 'a pupil in the car',
    clauses: 'B-10 HC-6.4',
    cases: [
      {
        kind: 'allowed',
        when: 'a driver and one more go',
        changes: { carriesPupil: true, driver: jo.id },
        answers: yes,
      },
      {
        kind: 'refused',
        when: 'nobody is named to drive',
        changes: { carriesPupil: true },
        answers: everywhere('transport/driver', '2.5', {
          B: no('transport/driver', reasons),
          HC: no('transport/driver', '6.4'),
        }),
      },
      {
        kind: 'boundary',
        when: 'the driver is not one of those who go',
        changes: { carriesPupil: true, driver: okafor.id },
        answers: everywhere('transport/driver', '2.5', {
          B: no('transport/driver', reasons),
          HC: no('transport/driver', '6.4'),
        }),
      },
      {
        kind: 'refused',
        when: 'the driver goes alone',
        changes: { ...alone, carriesPupil: true, driver: sam.id },
        answers: everywhere('transport/driver-and-one', '2.5', {
          B: 'yes',
          HC: nos(['staffing/two', twoHC], ['transport/driver-and-one', '6.4']),
        }),
      },
    ],
  },
];

const field = (
  gate: string,
  clauses: string,
  refused: Pick<GateCase, 'changes' | 'answers'>,
): Gate => ({
  gate,
  clauses,
  cases: [
    { kind: 'allowed', when: 'it is answered', changes: {}, answers: yes },
    { kind: 'refused', when: 'it is not', ...refused },
    {
      kind: 'boundary',
      when: 'only spaces are typed',
      changes: Object.fromEntries(Object.keys(refused.changes).map((name) => [name, '  '])),
      answers: refused.answers,
    },
  ],
});

const asking: readonly Gate[] = [
  field('whom to see', 'B-16 H-13 H-34', {
    changes: { people: '' },
    answers: but({ B: no('form/people', before), H: no('form/people', before) }),
  }),
  field('why not in school', 'B-14 H-08', {
    changes: { whyNotInSchool: '' },
    answers: everywhere('form/why-not-in-school', '1.4', {
      B: no('form/why-not-in-school', before),
      H: no('form/why-not-in-school', before),
    }),
  }),
  field('the language at home', 'H-14', {
    changes: { language: '' },
    answers: but({ H: no('form/language', before) }),
  }),
  field('anything that affects who should go', 'R-14 R-15', {
    changes: { staffing: '' },
    answers: but({ R: no('form/staffing-asked', '“Preparation for home visit”') }),
  }),
  field('what each person does there', 'H-11', {
    changes: { visitorRoles: '' },
    answers: but({ H: no('form/visitor-roles', before) }),
  }),
  field('the child, a parent and the address', 'HC-F2 W-2.3a', {
    changes: { pupil: '' },
    answers: everywhere('form/needed', '1.1', {
      B: no('form/needed', before),
      R: no('form/needed', '“Aims”'),
      W: no('form/needed', '2.3'),
      HC: no('form/needed', appendix),
      H: no('form/needed', before),
    }),
  }),
];

export const gatesOfAsking: readonly Gate[] = [
  ...staffing,
  ...arranging,
  ...kinds,
  ...purposes,
  ...asking,
];
