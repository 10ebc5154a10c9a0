/** The same request under six policies: who works at the school, and a form that every policy would take. */
import { readPack } from '../../src/pack.ts';
import type { Roster } from '../../src/people/staff.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { Answers } from '../../src/risk-assessment/assessment.ts';
import { assessmentAfter } from '../../src/risk-assessment/evolve.ts';
import type { Standing } from '../../src/risk-assessment/standing.ts';
import type { Circumstances } from '../../src/visits/circumstances.ts';
import type { VisitAsk } from '../../src/visits/command.ts';
import { decide } from '../../src/visits/decide.ts';
import type { Happening } from '../../src/visits/event.ts';
import { visitAfter } from '../../src/visits/evolve.ts';
import type { Proposal, VisitForm } from '../../src/visits/proposal.ts';
import { commandId, type Decision, type PersonId } from '../../src/vocabulary.ts';
import { at, person, registers, roster, standing } from '../builders/cast.ts';
import { form, hash, quietHome } from '../builders/visits.ts';

export const packNames = ['default', 'B', 'R', 'W', 'HC', 'H'] as const;
export type PackName = (typeof packNames)[number];

export const policies: Readonly<Record<PackName, Policy>> = {
  default: readPack('default'),
  B: readPack('broadening-horizons'),
  R: readPack('rookeries'),
  W: readPack('willows'),
  HC: readPack('holy-cross'),
  H: readPack('hsp'),
};

/** A second of each that signs, and the two posts that only some schools have. */
export const hale = person('hale', 'Ms Hale', 'head-of-school');
export const ash = person('ash', 'Mr Ash', 'assistant-head');
export const lee = person('lee', 'Lee Moss', 'attendance-lead', 'attendance-officer');
export const staff: Roster = [...roster, hale, ash, lee];

export type Changes = Partial<Proposal> &
  Pick<VisitForm, 'homeSeen' | 'generalRead'> & { readonly risk?: Partial<Answers> };

/** What each school wants answered every time, beside what all want. */
const answered: Readonly<Record<PackName, Partial<Proposal>>> = {
  default: {},
  B: {},
  R: { staffing: 'Nothing' },
  W: {},
  HC: { appointmentNote: 'Mrs O’Neill said yes on Monday' },
  H: { visitorRoles: 'Sam talks, Jo takes notes' },
};

export const formUnder = (
  pack: PackName,
  { risk, homeSeen, generalRead, ...changes }: Changes = {},
): VisitForm => ({
  ...form({ ...answered[pack], ...changes }, { ...quietHome, ...risk }),
  ...(homeSeen === undefined ? {} : { homeSeen }),
  ...(generalRead === undefined ? {} : { generalRead }),
});

const [, first] = standing;
/** For those, too, that only some schools have. */
const assessed: Standing = [
  ...standing,
  ...[hale, ash, lee].flatMap(({ id }) =>
    first === undefined ? [] : [{ ...first, key: `lone ${id}`, person: id }],
  ),
];

let count = 0;
export type Setting = Partial<Omit<Circumstances, 'assessment'>>;

export const decideUnder = (
  pack: PackName,
  sofar: readonly Happening[],
  asked: { readonly by: PersonId; readonly ask: VisitAsk },
  setting: Setting = {},
): Decision<Happening> => {
  count += 1;
  const [visit, assessment] = [
    visitAfter(sofar.map(({ event }) => event)),
    assessmentAfter(sofar.flatMap(({ restricted }) => restricted ?? [])),
  ];
  const product = asked.ask.verb === 'check-clock';
  return decide(
    { id: commandId(`g${count}`), by: asked.by, via: product ? 'product' : 'chat', ...asked.ask },
    visit,
    {
      now: at('09:00'),
      policy: policies[pack],
      roster: staff,
      registers,
      assessment,
      firstVisit: true,
      codeWord: true,
      hash,
      reference: 'HV-2026-0042',
      standing: assessed,
      policyReaders: staff.map(({ id }) => id),
      ...setting,
    },
  );
};

/** Adds what is decided; throws where it was refused. */
export const afterwards = (
  pack: PackName,
  sofar: readonly Happening[],
  asked: { readonly by: PersonId; readonly ask: VisitAsk },
  setting: Setting = {},
): readonly Happening[] => {
  const decided = decideUnder(pack, sofar, asked, setting);
  if (decided.kind === 'accepted') return [...sofar, ...decided.events];
  throw new Error(`${pack}: ${decided.refusals.map(({ rule }) => rule).join(', ')}`);
};

export const contentOf = (sofar: readonly Happening[]): string => {
  const visit = visitAfter(sofar.map(({ event }) => event));
  return visit.status === 'unsubmitted' ? '' : visit.content;
};
