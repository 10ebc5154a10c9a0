/** Every verb there is, as somebody would say it, and what a second press of it under another id comes to. A verb without a row does not compile. */
import type { VisitAsk } from '../../src/visits/command.ts';
import type { KnownVisit } from '../../src/visits/visit.ts';
import { visitId } from '../../src/vocabulary.ts';
import { at, okafor } from './cast.ts';
import { both, entering, everyCheck, form } from './visits.ts';

/**
 * `nothing`: it is so already, or it is too late for it; either way nobody hears of it twice.
 * `said again`: each press is something that happened, and goes on record as that. It opens no second alarm and moves nobody.
 * `product`: nobody can press it.
 */
export type SecondPress = 'nothing' | 'said again' | 'product';

type Row = {
  readonly ask: (visit: KnownVisit) => VisitAsk;
  readonly again: SecondPress;
  /** Why it may be said again. */
  readonly because?: string;
};

const latest = (visit: KnownVisit): string =>
  visit.alarms.findLast(({ state }) => state !== 'settled')?.id ?? '';
const said = (ask: VisitAsk) => () => ask;
const once = (ask: VisitAsk): Row => ({ ask: said(ask), again: 'nothing' });
const each = (ask: VisitAsk, because: string): Row => ({
  ask: said(ask),
  again: 'said again',
  because,
});
const noticed = (ask: VisitAsk): Row => ({ ask: said(ask), again: 'product' });

export const everyVerb: Readonly<Record<VisitAsk['verb'], Row>> = {
  submit: once({ verb: 'submit', form: form({ people: 'Mother' }) }),
  edit: once({ verb: 'edit', form: form({ people: 'Mother' }) }),
  approve: {
    ask: ({ content }) => ({ verb: 'approve', content, note: 'Yes' }),
    again: 'nothing',
  },
  decline: {
    ask: ({ content }) => ({ verb: 'decline', content, reason: 'No' }),
    again: 'nothing',
  },
  'ask-for-changes': {
    ask: ({ content }) => ({ verb: 'ask-for-changes', content, what: 'Later' }),
    again: 'nothing',
  },
  'withdraw-approval': once({ verb: 'withdraw-approval', reason: 'New risk' }),
  'log-approval': once({ verb: 'log-approval', from: okafor.id }),
  'break-glass': {
    ask: ({ content }) => ({ verb: 'break-glass', content, reason: 'A child may be in danger' }),
    again: 'nothing',
  },
  'second-break-glass': {
    ask: ({ content }) => ({ verb: 'second-break-glass', content }),
    again: 'nothing',
  },
  'review-break-glass': once({ verb: 'review-break-glass', note: 'It was right' }),
  'confirm-told': once({ verb: 'confirm-told' }),
  'adopt-assessment': {
    ask: ({ content }) => ({ verb: 'adopt-assessment', content }),
    again: 'nothing',
  },
  'open-details': { ask: ({ content }) => ({ verb: 'open-details', content }), again: 'nothing' },
  'answer-health': once({ verb: 'answer-health', adjustment: 'none' }),
  'confirm-reading': once({ verb: 'confirm-reading' }),
  'agree-code-word': each({ verb: 'agree-code-word' }, 'a new word takes the place of the old'),
  'check-departure': each(
    { verb: 'check-departure', answers: everyCheck },
    'the last answer counts, with its time',
  ),
  depart: once({ verb: 'depart', who: both }),
  'already-happened': once({ verb: 'already-happened', what: 'arrive', who: both }),
  arrive: once({ verb: 'arrive', who: both }),
  wait: once({ verb: 'wait', who: both }),
  enter: once(entering),
  meet: once({ verb: 'meet', who: both, spokeTo: '', footing: 'parent' }),
  'notice-of-lateness': once({ verb: 'notice-of-lateness', expected: at('14:20') }),
  'parent-left': once({ verb: 'parent-left' }),
  'go-upstairs': each(
    { verb: 'go-upstairs', why: 'Ill in bed', with: 'Mother' },
    'they may go up twice',
  ),
  'nearly-there': each({ verb: 'nearly-there', who: both }, 'a call to the office is a call'),
  'write-reason': once({ verb: 'write-reason', reason: 'Shouting' }),
  leave: once({ verb: 'leave', who: both, next: '' }),
  return: once({ verb: 'return', who: both }),
  extend: once({ verb: 'extend', dueBack: at('16:20') }),
  'change-plan': each(
    { verb: 'change-plan', what: 'The shop first' },
    'plans change and change back',
  ),
  'plan-round': once({
    verb: 'plan-round',
    round: { round: 'r1', name: 'HV-2026-0042', dueBack: at('16:00') },
  }),
  'leave-round': once({ verb: 'leave-round' }),
  'cannot-go': once({ verb: 'cannot-go', reason: '' }),
  'turn-back': once({ verb: 'turn-back', reason: '' }),
  'feel-unsafe': once({ verb: 'feel-unsafe', reason: '' }),
  'animals-loose': once({ verb: 'animals-loose', reason: '' }),
  cancel: once({ verb: 'cancel', reason: '' }),
  'leave-unsafe': once({ verb: 'leave-unsafe', who: both }),
  'safe-now': once({ verb: 'safe-now', who: both }),
  help: each({ verb: 'help', words: '' }, 'a call for help is never rationed'),
  danger: each({ verb: 'danger', words: '' }, 'a call for help is never rationed'),
  unwell: each({ verb: 'unwell', words: '' }, 'a call for help is never rationed'),
  injured: each({ verb: 'injured', words: '' }, 'a call for help is never rationed'),
  'child-alone': each({ verb: 'child-alone', words: '' }, 'a call for help is never rationed'),
  'child-in-danger': each(
    { verb: 'child-in-danger', words: '' },
    'a call for help is never rationed',
  ),
  'all-well': each({ verb: 'all-well' }, 'each answer puts off the next question'),
  'hand-over': once({
    verb: 'hand-over',
    to: 'Mrs O’Neill',
    relation: 'aunt',
    policeReference: '',
  }),
  advise: each(
    {
      verb: 'advise',
      advice: 'Stay until she comes',
      called: 'nobody',
      callReference: '',
      referred: false,
    },
    'advice is added to, never changed',
  ),
  'record-police': {
    ask: (visit) => ({
      verb: 'record-police',
      alarm: latest(visit),
      called: '999',
      reference: 'CAD 77',
      words: '',
    }),
    again: 'said again',
    because: 'the police may be rung twice',
  },
  'call-me': each({ verb: 'call-me' }, 'they may need ringing twice'),
  acknowledge: {
    ask: (visit) => ({ verb: 'acknowledge', alarm: latest(visit) }),
    again: 'nothing',
  },
  spoke: {
    ask: (visit) => ({ verb: 'spoke', alarm: latest(visit), to: both }),
    again: 'said again',
    because: 'while a call for help is open, each time they are heard is on record',
  },
  'stand-down': {
    ask: (visit) => ({ verb: 'stand-down', alarm: latest(visit), spokeTo: both }),
    again: 'nothing',
  },
  'no-answer': {
    ask: (visit) => ({ verb: 'no-answer', alarm: latest(visit), to: both }),
    again: 'said again',
    because: 'each call in vain is on record',
  },
  'take-over': once({ verb: 'take-over' }),
  'send-test': each({ verb: 'send-test', who: [] }, 'the first may never have come'),
  'test-received': each({ verb: 'test-received' }, 'the last one counts, with its time'),
  reached: each({ verb: 'reached', who: both }, 'the last one counts, with its time'),
  'check-clock': noticed({ verb: 'check-clock' }),
  'move-on': noticed({
    verb: 'move-on',
    who: both,
    to: visitId('school-next'),
    reference: 'HV-2026-0043',
    hop: 9,
  }),
  'end-round': noticed({ verb: 'end-round', who: both }),
  'take-back': noticed({ verb: 'take-back', who: both, hop: 9 }),
  'notice-hand-change': noticed({
    verb: 'notice-hand-change',
    changes: [{ column: 'YearGroup', from: '4', to: '5' }],
    editor: 'Pat Doyle',
  }),
  'notice-broken-history': noticed({ verb: 'notice-broken-history', found: 'cut', editor: '' }),
};
