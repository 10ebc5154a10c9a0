/** Every gate on the risk assessment, on deciding and on leaving, and what each of the six policies answers. */
import type { StaffMember } from '../../src/people/staff.ts';
import type { Rule } from '../../src/policy/refusal.ts';
import type { VisitAsk } from '../../src/visits/command.ts';
import type { Happening } from '../../src/visits/event.ts';
import { at, bevan, jo, okafor, sam } from '../builders/cast.ts';
import { everyCheck } from '../builders/visits.ts';
import { type Answer, but, type Gate, no, product, yes } from './gates-asking.ts';
import {
  afterwards,
  ash,
  contentOf,
  formUnder,
  hale,
  type PackName,
  policies,
  type Setting,
} from './six-packs.ts';

const appendix = 'Appendix 1';
const calm = { q1: 'no', q2: 'no', q4: 'no', q5: 'no', q6: 'yes' } as const;
const questions = (own: Answer, hc: Answer, other: Answer) =>
  but({ default: own, R: other, W: other, HC: hc, H: other });

export const gatesOfRisk: readonly Gate[] = [
  {
    gate: 'the level on a first visit',
    clauses: 'HC-F8 HC-F9',
    cases: [
      {
        kind: 'allowed',
        when: 'it is medium',
        changes: { risk: { level: 'medium' } },
        answers: yes,
      },
      {
        kind: 'refused',
        when: 'it is low',
        changes: { risk: { level: 'low' } },
        answers: {
          default: no('risk/first-visit-floor', '4.5'),
          B: no('risk/first-visit-floor'),
          R: no('risk/first-visit-floor'),
          W: no('risk/first-visit-floor'),
          HC: no('risk/first-visit-floor', appendix),
          H: no('risk/first-visit-floor'),
        },
      },
      { kind: 'boundary', when: 'it is high', changes: { risk: { level: 'high' } }, answers: yes },
      {
        kind: 'boundary',
        when: 'it is low, and somebody has been there',
        changes: { risk: { level: 'low' } },
        setting: { firstVisit: false },
        answers: yes,
      },
    ],
  },
  {
    gate: 'an action for each risk',
    clauses: 'HC-F14 HC-F15 HC-F18 HC-F22',
    cases: [
      {
        kind: 'allowed',
        when: 'both risks have one',
        changes: {
          risk: {
            answers: { ...calm, q1: 'yes', q4: 'yes' },
            actions: { q1: 'Doorstep', q4: 'Dog away' },
          },
        },
        answers: yes,
      },
      {
        kind: 'refused',
        when: 'a risk has none',
        changes: { risk: { answers: { ...calm, q2: 'yes' } } },
        answers: questions(
          no('risk/own-action', '4.2'),
          no('risk/own-action', appendix),
          no('risk/own-action'),
        ),
      },
      {
        kind: 'boundary',
        when: 'two risks share one',
        changes: {
          risk: { answers: { ...calm, q1: 'yes', q4: 'yes' }, actions: { q1: 'Doorstep' } },
        },
        answers: questions(
          no('risk/own-action', '4.2'),
          no('risk/own-action', appendix),
          no('risk/own-action'),
        ),
      },
    ],
  },
  {
    gate: 'the question asked the other way round',
    clauses: 'HC-F20 HC-F22',
    cases: [
      { kind: 'allowed', when: 'the records were checked', changes: {}, answers: yes },
      {
        kind: 'refused',
        when: 'they were not',
        changes: { risk: { answers: { ...calm, q6: 'no' } } },
        answers: questions(
          no('risk/records-checked', '4.3'),
          no('risk/records-checked', appendix),
          no('risk/records-checked'),
        ),
      },
      {
        kind: 'boundary',
        when: 'they were not, and an action is written beside it',
        changes: { risk: { answers: { ...calm, q6: 'no' }, actions: { q6: 'Later' } } },
        answers: questions(
          no('risk/records-checked', '4.3'),
          no('risk/records-checked', appendix),
          no('risk/records-checked'),
        ),
      },
    ],
  },
  {
    gate: 'the table of hazards',
    clauses: 'B-72 B-76 B-81',
    cases: [
      {
        kind: 'allowed',
        when: 'a hazard is worse here, with controls',
        changes: {
          risk: { hazards: { violence: { level: 'high', controls: 'Meet at the library' } } },
        },
        answers: yes,
      },
      {
        kind: 'refused',
        when: 'it is worse here, with none',
        changes: { risk: { hazards: { violence: { level: 'medium', controls: '' } } } },
        answers: but({ B: no('risk/hazard-controls', appendix) }),
      },
      {
        kind: 'boundary',
        when: 'it is no worse than the table has it',
        changes: { risk: { hazards: { walking: { level: 'medium', controls: '' } } } },
        answers: yes,
      },
    ],
  },
];

export type Decider = {
  readonly who: StaffMember;
  readonly answers: Readonly<Record<PackName, Answer>>;
};

const wrong = {
  default: '3.1',
  B: '“Home Visit Policy and Procedure”',
  R: '“Reasons for home visits”',
  W: undefined,
  HC: '4.4',
  H: '“Before the visit”',
} as const;
const only = (
  names: readonly PackName[],
  otherwise: (name: PackName) => Answer,
): Readonly<Record<PackName, Answer>> => {
  const of = (name: PackName): Answer => (names.includes(name) ? 'yes' : otherwise(name));
  return { default: of('default'), B: of('B'), R: of('R'), W: of('W'), HC: of('HC'), H: of('H') };
};
/** A leader hears who decides; somebody with no part in the visit hears nothing of it. */
const leader = (name: PackName): Answer => no('approval/right-role', wrong[name]);

/** [B-01 R-09 HC-4.4 HC-F12 HC-F27 H-07] */
export const deciders: readonly Decider[] = [
  { who: okafor, answers: only(['default', 'B', 'W', 'H'], leader) },
  { who: bevan, answers: only(['HC', 'H'], leader) },
  { who: hale, answers: only(['R'], leader) },
  { who: ash, answers: only(['R'], leader) },
];

/** Who signs under each policy, in these stories. */
export const signer: Readonly<Record<PackName, StaffMember>> = {
  default: okafor,
  B: okafor,
  R: hale,
  W: okafor,
  HC: bevan,
  H: bevan,
};

const ready = (
  pack: PackName,
  sofar: readonly Happening[],
  said: Readonly<Record<string, string>> = {},
  people = [sam, jo],
): readonly Happening[] => {
  const answers = { ...everyCheck, ...said };
  const each: readonly VisitAsk[] = [
    { verb: 'answer-health', adjustment: 'none' },
    { verb: 'confirm-reading' },
    { verb: 'check-departure', answers },
  ];
  return people.reduce(
    (story, { id: by }) =>
      each.reduce(
        (before, ask) => afterwards(pack, before, { by, ask }, { now: at('13:40') }),
        story,
      ),
    adopted(pack, sofar),
  );
};

/** Where the policy asks for it, the headteacher reads the assessment and makes it her own. */
const adopted = (pack: PackName, sofar: readonly Happening[]): readonly Happening[] => {
  if (policies[pack].risk.adoptedBy.length === 0) return sofar;
  const content = contentOf(sofar);
  return (['open-details', 'adopt-assessment'] as const).reduce(
    (before, verb) => afterwards(pack, before, { by: okafor.id, ask: { verb, content } }),
    sofar,
  );
};

export const submitted = (pack: PackName, changes = {}): readonly Happening[] =>
  afterwards(pack, [], { by: sam.id, ask: { verb: 'submit', form: formUnder(pack, changes) } });
export const signed = (pack: PackName, changes = {}, note = ''): readonly Happening[] => {
  const sofar = submitted(pack, changes);
  const ask: VisitAsk = { verb: 'approve', content: contentOf(sofar), note };
  return afterwards(pack, sofar, { by: signer[pack].id, ask });
};
export const readyToLeave = (pack: PackName, changes = {}, people = [sam, jo]) =>
  ready(pack, signed(pack, changes), {}, people);

/** Leaving, said by one of those who go; `without` is what was not done. */
export type Leaving = {
  readonly gate: string;
  readonly clauses: string;
  readonly story: (pack: PackName) => readonly Happening[];
  readonly setting?: Setting;
  readonly answers: Readonly<Record<PackName, Answer>>;
};

const without =
  (type: Happening['event']['type'], by = jo.id) =>
  (pack: PackName) =>
    readyToLeave(pack).filter(({ event }) => event.type !== type || event.by !== by);
/** Everything that one of them said, they said in the tab. */
const inTheTab = (pack: PackName): readonly Happening[] =>
  readyToLeave(pack).map((one) =>
    one.event.by === jo.id ? { ...one, event: { ...one.event, via: 'tab' } } : one,
  );
const all = (
  rule: Rule,
  own: string,
  some: Partial<Record<PackName, string>>,
): Readonly<Record<PackName, Answer>> => {
  const of = (name: PackName): Answer => no(rule, some[name] ?? product);
  return { default: no(rule, own), B: of('B'), R: of('R'), W: of('W'), HC: of('HC'), H: of('H') };
};
/** Said of each of the two. */
const twice = (...said: Parameters<typeof all>): Readonly<Record<PackName, Answer>> => {
  const once = all(...said);
  const of = (name: PackName): Answer => {
    const answer = once[name];
    return answer === 'yes' ? 'yes' : [...answer, ...answer];
  };
  return { default: of('default'), B: of('B'), R: of('R'), W: of('W'), HC: of('HC'), H: of('H') };
};
export const signedList = { listSigned: true, now: at('13:55') } as const;

export const gatesOfLeaving: readonly Leaving[] = [
  {
    gate: 'all is done',
    clauses: 'B-24 HC-4.4',
    story: (pack) => readyToLeave(pack),
    setting: signedList,
    answers: { default: 'yes', B: 'yes', R: 'yes', W: 'yes', HC: 'yes', H: 'yes' },
  },
  {
    gate: 'the week’s list is not signed',
    clauses: 'HC-4.3',
    story: (pack) => readyToLeave(pack),
    setting: { now: at('13:55') },
    answers: {
      default: 'yes',
      B: 'yes',
      R: 'yes',
      W: 'yes',
      HC: [['departure/list-signed', '4.3']],
      H: 'yes',
    },
  },
  {
    gate: 'one has not answered for their own health',
    clauses: 'HC-F17',
    story: without('health-answered'),
    setting: signedList,
    answers: all('departure/health-answered', '4.7', { HC: appendix }),
  },
  {
    gate: 'one has not read the risk assessment',
    clauses: 'B-21 HC-F10 HC-F21 R-04',
    story: without('reading-confirmed'),
    setting: signedList,
    answers: all('departure/risk-read', '4.6', {
      B: '“Before the visit”',
      HC: appendix,
    }),
  },
  {
    gate: 'one has not read the policy as it stands',
    clauses: 'B-12 H-06',
    story: (pack) => readyToLeave(pack),
    setting: { ...signedList, policyReaders: [jo.id] },
    answers: {
      ...yes,
      B: [['departure/policy-read', '“Before the visit”']],
      H: [['departure/policy-read', '“Before the visit”']],
    },
  },
  {
    gate: 'the device does not work',
    clauses: 'HC-2.9c HC-F6',
    story: (pack) => ready(pack, signed(pack), { device: 'no' }),
    setting: signedList,
    answers: {
      ...yes,
      HC: [0, 1].map(() => ['departure/check-passed', '2.4, 2.9, 4.8 and Appendix 1']),
    },
  },
  {
    gate: 'one has tapped nothing in chat that day',
    clauses: 'B-25 W-2.2a HC-2.4a',
    story: inTheTab,
    setting: signedList,
    answers: all('departure/reachable', '5.1', {}),
  },
  {
    gate: 'somebody is not well',
    clauses: 'HC-F25',
    story: (pack) => ready(pack, signed(pack), { fit: 'no' }),
    setting: signedList,
    answers: twice('departure/check-passed', '5.1', {
      B: '“Before the visit” and “During the Visit”',
      W: '2.2 and 3.4',
      HC: '2.4, 2.9, 4.8 and Appendix 1',
      H: '“Making safe home visits”',
    }),
  },
  {
    gate: 'one has not done the check',
    clauses: 'B-25 W-2.2a HC-2.4a HC-2.9c H-33',
    story: without('departure-checked'),
    setting: signedList,
    answers: all('departure/check-done', '5.1', {
      B: '“Before the visit” and “During the Visit”',
      W: '2.2 and 3.4',
      HC: '2.4, 2.9 and 4.8',
      H: '“Making safe home visits”',
    }),
  },
];
