/** What each verb asks for before it is sent. */
import type { SeenVisit } from '../../journeys/seen.ts';
import type { VisitVerb } from '../../people/access.ts';
import { type PersonId, schoolTime, wallTime } from '../../vocabulary.ts';
import { words } from '../words.ts';

export type Choice = readonly [value: string, label: string];

export type ActField =
  | {
      readonly kind: 'who';
      readonly name: string;
      readonly label: string;
      readonly people: readonly { readonly id: string; readonly name: string }[];
      /** What chooses them all at once. */
      readonly all?: string;
      readonly start: string;
    }
  | {
      readonly kind: 'text' | 'time';
      readonly name: string;
      readonly label: string;
      readonly start: string;
    }
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly label: string;
      readonly choices: readonly Choice[];
      readonly start: string;
    };

type About = { readonly visit: SeenVisit; readonly me: PersonId };
type Ask = (about: About) => readonly ActField[];

const ask = words.inputs;
export const yesOrNo: readonly Choice[] = [
  ['yes', words.ask.yes],
  ['no', words.ask.no],
];
const choicesOf = (labels: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(labels);

const text = (name: string, label: string): ActField => ({ kind: 'text', name, label, start: '' });
const choice = (name: string, label: string, choices: readonly Choice[]): ActField => ({
  kind: 'choice',
  name,
  label,
  choices,
  start: '',
});
const time = (name: string, label: string, { visit }: About): ActField => ({
  kind: 'time',
  name,
  label,
  start: wallTime(visit.dueBack),
});

/** The presser alone unless they say otherwise; where there is one visitor, them. */
const who = (about: About, name = 'who', label: string = ask.who): ActField => {
  const people = about.visit.visitors;
  const only = people.length === 1 ? people[0] : people.find(({ id }) => id === about.me);
  return { kind: 'who', name, label, people, start: only?.id ?? '' };
};

const justWho: Ask = (about) => (about.visit.visitors.length > 1 ? [who(about)] : []);
const reasonIfAny: Ask = () => [text('reason', ask.reasonIfAny)];
const needingWords: Ask = () => [text('words', ask.words)];

const fields: Readonly<Partial<Record<VisitVerb, Ask>>> = {
  approve: () => [text('note', ask.note)],
  decline: () => [text('reason', ask.reason), text('instead', ask.instead)],
  'ask-for-changes': () => [text('what', ask.changes)],
  'withdraw-approval': () => [text('reason', ask.reason)],
  'break-glass': () => [text('reason', ask.glassReason)],
  'review-break-glass': () => [text('note', ask.glassNote)],
  'log-approval': ({ visit }) => [
    choice(
      'from',
      ask.saidYes,
      visit.deciders.map(({ id, name }) => [id, name] as const),
    ),
  ],
  'answer-health': () => [
    choice('adjustment', ask.adjustment, [
      ['none', ask.adjustmentNone],
      ['needed', ask.adjustmentNeeded],
    ]),
    text('what', ask.adjustmentWhat),
  ],
  'check-departure': ({ visit }) =>
    visit.departureChecks.map((check) => choice(check.id, check.ask, yesOrNo)),
  depart: (about) => [who(about), time('dueBack', ask.dueBack, about)],
  arrive: justWho,
  wait: justWho,
  enter: (about) => [
    ...justWho(about),
    choice('invitedBy', ask.invitedBy, choicesOf(ask.invited)),
    choice('parentPresent', ask.parentPresent, yesOrNo),
    text('permission', ask.permission),
    choice('animals', ask.animals, choicesOf(ask.animal)),
    text('hazards', ask.hazards),
  ],
  meet: (about) => [
    ...justWho(about),
    choice('footing', ask.footing, choicesOf(ask.invited)),
    text('spokeTo', ask.spokeTo),
  ],
  'notice-of-lateness': () => [{ kind: 'time', name: 'expected', label: ask.expected, start: '' }],
  'go-upstairs': () => [text('why', ask.upstairsWhy), text('with', ask.upstairsWith)],
  'nearly-there': justWho,
  'child-alone': needingWords,
  'child-in-danger': needingWords,
  'hand-over': () => [
    text('to', ask.handOverTo),
    text('relation', ask.relation),
    text('policeReference', ask.policeReference),
  ],
  advise: () => [
    text('advice', ask.advice),
    choice('called', ask.adviceCalled, choicesOf(ask.calleds)),
    text('callReference', ask.callReference),
    choice('referred', ask.referred, yesOrNo),
  ],
  'agree-code-word': () => [text('phrase', ask.phrase)],
  'record-police': () => [
    choice('called', ask.adviceCalled, choicesOf(ask.calleds)),
    text('callReference', ask.callReference),
    text('words', ask.policeWhy),
  ],
  'write-reason': () => [text('reason', ask.writeReason)],
  'animals-loose': reasonIfAny,
  leave: (about) => [...justWho(about), text('next', ask.nextPlace)],
  return: justWho,
  extend: (about) => [time('dueBack', ask.newDueBack, about)],
  'change-plan': () => [text('what', ask.plan)],
  'plan-round': ({ visit }) => [
    {
      kind: 'who',
      name: 'visits',
      label: ask.roundVisits,
      all: ask.roundAll,
      people: (visit.couldJoin ?? []).map(({ id, reference, initials, start }) => ({
        id,
        name: `${schoolTime(start)} · ${initials} · ${reference}`,
      })),
      start: (visit.couldJoin ?? []).map(({ id }) => id).join(','),
    },
    { kind: 'time', name: 'roundDueBack', label: ask.roundDueBack, start: lastDue(visit) },
  ],
  'cannot-go': reasonIfAny,
  'turn-back': reasonIfAny,
  'feel-unsafe': reasonIfAny,
  cancel: () => [text('reason', ask.reason)],
  'leave-unsafe': justWho,
  'safe-now': justWho,
  help: needingWords,
  danger: needingWords,
  unwell: needingWords,
  injured: needingWords,
  'log-call': (about) => [
    who(about, 'who', ask.called),
    choice('said', ask.said, choicesOf(words.calls)),
    { kind: 'time', name: 'dueBack', label: ask.ifLater, start: '' },
    text('words', ask.callWords),
  ],
  spoke: (about) => [
    who(about, 'to', ask.spokenTo),
    { kind: 'time', name: 'dueBack', label: ask.ifLater, start: '' },
  ],
  'no-answer': (about) => [who(about, 'to', ask.rang)],
  'stand-down': (about) => [who(about, 'spokeTo', ask.spokenTo)],
  'already-happened': (about) => [who(about), time('dueBack', ask.dueBack, about)],
};

/** Empty where it is when the last of them was to be back. */
const lastDue = ({ round }: SeenVisit): string =>
  round === undefined ? '' : wallTime(round.dueBack);

export const fieldsFor = (verb: VisitVerb, about: About): readonly ActField[] =>
  fields[verb]?.(about) ?? [];

/** Acts with consequences are asked about once, in a sentence that says them. */
export const consequenceOf = (verb: VisitVerb): string | undefined =>
  Object.entries(words.consequences).find(([name]) => name === verb)?.[1];

/** What decides for the visit is called what the school's policy calls it. */
export const labelOf = (verb: VisitVerb, visit: Pick<SeenVisit, 'yes'>): string =>
  verb === 'approve' ? visit.yes : verbLabel(verb);

const verbLabel = (verb: VisitVerb): string =>
  Object.entries(words.verbs).find(([name]) => name === verb)?.[1] ?? verb;

const bound: readonly VisitVerb[] = [
  'adopt-assessment',
  'break-glass',
  'second-break-glass',
  'approve',
  'decline',
  'ask-for-changes',
  'open-details',
];
const ofAlarm: readonly VisitVerb[] = [
  'acknowledge',
  'spoke',
  'stand-down',
  'record-police',
  'no-answer',
];

/** What goes along unasked: which content was decided on, which alarm is meant, who alone could be. */
export const unaskedInputs = (verb: VisitVerb, { visit, me }: About): Record<string, string> => {
  const alarm = visit.alarms.find(({ state }) => state !== 'settled');
  const lone = who({ visit, me });
  return {
    ...(bound.includes(verb) && { content: visit.content }),
    ...(ofAlarm.includes(verb) && alarm !== undefined && { alarm: alarm.id }),
    ...(fields[verb] === justWho && visit.visitors.length === 1 && { who: lone.start }),
  };
};
