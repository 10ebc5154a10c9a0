/** Every gate on what has to be read, seen or assessed before a visit is asked for, and what each of the six policies answers. */
import type { KnownHome } from '../../src/homes/book-of-homes.ts';
import type { Hazard } from '../../src/homes/hazard.ts';
import type { StandingAssessment } from '../../src/risk-assessment/standing.ts';
import { at, rao, sam, standing } from '../builders/cast.ts';
import { type Answer, but, type Gate, no, yes } from './gates-asking.ts';
import type { PackName } from './six-packs.ts';

const twoHC = 'Statement of intent and Appendix 1';
const before = '“Before the visit”';
const alone = { visitors: [sam.id], aloneReason: 'A short drop-off' };

const changed = (
  key: string,
  change: (one: StandingAssessment) => StandingAssessment | undefined,
): readonly StandingAssessment[] =>
  standing.flatMap((one) => (one.key === key ? (change(one) ?? []) : [one]));
const unread = changed('general', (one) => ({
  ...one,
  readings: one.readings.filter(({ person }) => person !== sam.id),
}));
export const loneOf = (change: (one: StandingAssessment) => StandingAssessment | undefined) =>
  changed('lone sam', change);

const dog: Hazard = {
  key: 'h1',
  address: '14 Ffordd y Môr',
  kind: 'animals',
  what: 'A dog runs loose',
  notedBy: rao.id,
  notedAt: at('08:00'),
  visit: '',
  reviewBy: '2027-05-24',
};
const known: KnownHome = { shown: 'shown-1', hazards: [dog], visited: true, animals: true };
const onlyVisited: KnownHome = { shown: 'shown-2', hazards: [], visited: true, animals: false };

type Answers = Readonly<Record<PackName, Answer>>;
/** The product’s own rule, but for where the school has a place for it; Holy Cross lets nobody go alone at all. */
const notAlone = (rule: 'staffing/lone-assessed' | 'staffing/lone-current'): Answers => ({
  default: no(rule, '2.6'),
  B: no(rule),
  R: no(rule),
  W: no(rule),
  HC: no('staffing/two', twoHC),
  H: no(rule),
});
const nobodyAlone = but({ HC: no('staffing/two', twoHC) });
const unseen: Answers = {
  default: no('risk/home-seen', '4.11'),
  B: no('risk/home-seen', before),
  R: no('risk/home-seen'),
  W: no('risk/home-seen'),
  HC: no('risk/home-seen'),
  H: no('risk/home-seen'),
};
const unreadInB = but({ B: no('risk/general-read', `${before} and Appendix 1`) });

export const gatesOfKnown: readonly Gate[] = [
  {
    gate: 'the school’s general risk assessment',
    clauses: 'B-21 R-05',
    cases: [
      { kind: 'allowed', when: 'whoever asks has read it', changes: {}, answers: yes },
      {
        kind: 'refused',
        when: 'whoever asks has not read it',
        changes: {},
        setting: { standing: unread },
        answers: unreadInB,
      },
      {
        kind: 'refused',
        when: 'there is none',
        changes: {},
        setting: { standing: changed('general', () => undefined) },
        answers: but({ B: no('risk/general-there', `${before} and Appendix 1`) }),
      },
      {
        kind: 'boundary',
        when: 'they say so on the form, of the version that counts',
        changes: { generalRead: '3' },
        setting: { standing: unread },
        answers: yes,
      },
      {
        kind: 'boundary',
        when: 'they say so of the version before',
        changes: { generalRead: '2' },
        setting: { standing: unread },
        answers: unreadInB,
      },
    ],
  },
  {
    gate: 'what is known of the home',
    clauses: 'B-17',
    cases: [
      {
        kind: 'allowed',
        when: 'it was looked at',
        changes: { homeSeen: 'shown-1' },
        setting: { home: known },
        answers: yes,
      },
      {
        kind: 'refused',
        when: 'a hazard was not looked at',
        changes: {},
        setting: { home: known },
        answers: unseen,
      },
      {
        kind: 'boundary',
        when: 'what was looked at was something else',
        changes: { homeSeen: 'shown-0' },
        setting: { home: known },
        answers: unseen,
      },
      {
        kind: 'boundary',
        when: 'there were earlier visits, and no hazard',
        changes: {},
        setting: { home: onlyVisited },
        answers: but({ B: no('risk/home-seen', before) }),
      },
    ],
  },
  {
    gate: 'an assessment for going alone',
    clauses: 'HC-2.3a',
    cases: [
      { kind: 'allowed', when: 'there is one', changes: alone, answers: nobodyAlone },
      {
        kind: 'refused',
        when: 'there is none',
        changes: alone,
        setting: { standing: loneOf(() => undefined) },
        answers: notAlone('staffing/lone-assessed'),
      },
      {
        kind: 'boundary',
        when: 'there is none, and two go',
        changes: {},
        setting: { standing: loneOf(() => undefined) },
        answers: yes,
      },
    ],
  },
  {
    gate: 'an assessment for going alone that is up to date',
    clauses: 'HC-2.3b',
    cases: [
      {
        kind: 'allowed',
        when: 'it is to be reviewed today',
        changes: alone,
        setting: { standing: loneOf((one) => ({ ...one, reviewBy: '2026-11-24' })) },
        answers: nobodyAlone,
      },
      {
        kind: 'boundary',
        when: 'it was to be reviewed yesterday',
        changes: alone,
        setting: { standing: loneOf((one) => ({ ...one, reviewBy: '2026-11-23' })) },
        answers: notAlone('staffing/lone-current'),
      },
      {
        kind: 'refused',
        when: 'something has changed since',
        changes: alone,
        setting: {
          standing: loneOf((one) => ({ ...one, changed: { by: sam.id, at: at('08:00') } })),
        },
        answers: notAlone('staffing/lone-current'),
      },
    ],
  },
];
