import { describe, expect, it } from '@jest/globals';
import type { VisitAsk } from '../../src/visits/command.ts';
import { verbsFor } from '../../src/visits/offers.ts';
import type { KnownVisit } from '../../src/visits/visit.ts';
import { at, bevan, jo, okafor, pat, policy, roster, sam, wells } from '../builders/cast.ts';
import {
  after,
  allWell,
  approved,
  arrived,
  asked,
  both,
  bothOut,
  clock,
  decideIn,
  does,
  entered,
  entering,
  form,
  given,
  highRisk,
  knownOf,
  noticed,
  ready,
  type Step,
} from '../builders/visits.ts';

const stories: Readonly<Record<string, readonly Step[]>> = {
  asked: [asked()],
  high: [asked({}, highRisk)],
  approved: [asked(), approved()],
  ready: [asked(), approved(), ready(sam, jo)],
  void: [
    asked(),
    approved(),
    noticed({ verb: 'notice-broken-history', found: '', editor: '' }, '11:00'),
  ],
  declined: [
    asked(),
    does(okafor, ({ content }) => ({ verb: 'decline', content, reason: 'No' }), '10:00'),
  ],
  out: bothOut,
  'out without leave': [
    asked(),
    does(sam, { verb: 'already-happened', what: 'depart', who: both }, '13:55'),
  ],
  door: [...bothOut, arrived],
  inside: [...bothOut, arrived, entered],
  overdue: [...bothOut, arrived, entered, clock('15:40')],
  help: [...bothOut, does(jo, { verb: 'help', words: '' }, '14:00')],
  'called off': [...bothOut, does(jo, { verb: 'turn-back', reason: '' }, '14:00')],
  holding: [...bothOut, arrived, does(jo, { verb: 'child-alone', words: '' }, '14:06')],
  returned: [...bothOut, does(sam, { verb: 'return', who: both }, '15:00')],
  cancelled: [asked(), does(sam, { verb: 'cancel', reason: '' }, '10:00')],
};

/** The verb, asked for as well as it can be. */
const askFor = (verb: string, visit: KnownVisit): VisitAsk => {
  const { content } = visit;
  const alarm = visit.alarms.at(-1)?.id ?? '';
  const asks: Readonly<Record<string, VisitAsk>> = {
    edit: {
      verb: 'edit',
      form: form({ people: 'Mother' }, visit.risk.level === 'high' ? highRisk : undefined),
    },
    approve: { verb: 'approve', content, note: '' },
    decline: { verb: 'decline', content, reason: 'No' },
    'ask-for-changes': { verb: 'ask-for-changes', content, what: 'Later' },
    'withdraw-approval': { verb: 'withdraw-approval', reason: 'No' },
    'log-approval': { verb: 'log-approval', from: okafor.id },
    'confirm-told': { verb: 'confirm-told' },
    'open-details': { verb: 'open-details', content },
    'answer-health': { verb: 'answer-health', adjustment: 'none' },
    'confirm-reading': { verb: 'confirm-reading' },
    'check-departure': { verb: 'check-departure', answers: allWell },
    depart: { verb: 'depart', who: both },
    arrive: { verb: 'arrive', who: both },
    wait: { verb: 'wait', who: both },
    enter: entering,
    'child-alone': { verb: 'child-alone', words: '' },
    'child-in-danger': { verb: 'child-in-danger', words: '' },
    'all-well': { verb: 'all-well' },
    'hand-over': { verb: 'hand-over', to: 'Ann Reid', relation: 'aunt', policeReference: '' },
    advise: {
      verb: 'advise',
      advice: 'Wait',
      called: 'nobody',
      callReference: '',
      referred: false,
    },
    'agree-code-word': { verb: 'agree-code-word' },
    'record-police': { verb: 'record-police', alarm, called: '101', reference: '', words: '' },
    'call-me': { verb: 'call-me' },
    'nearly-there': { verb: 'nearly-there', who: both },
    meet: { verb: 'meet', who: both, spokeTo: 'Her aunt', footing: 'parent' },
    'notice-of-lateness': { verb: 'notice-of-lateness', expected: at('14:25') },
    'parent-left': { verb: 'parent-left' },
    'go-upstairs': { verb: 'go-upstairs', why: 'Asleep', with: 'Her aunt' },
    'write-reason': { verb: 'write-reason', reason: 'A dog' },
    leave: { verb: 'leave', who: both, next: '' },
    return: { verb: 'return', who: both },
    extend: { verb: 'extend', dueBack: at('16:30') },
    'plan-round': {
      verb: 'plan-round',
      round: { round: 'r', name: 'HV-2026-0042', dueBack: at('15:30') },
    },
    'leave-round': { verb: 'leave-round' },
    'change-plan': { verb: 'change-plan', what: 'Two streets on' },
    'leave-unsafe': { verb: 'leave-unsafe', who: both },
    'safe-now': { verb: 'safe-now', who: both },
    // A call is what was said in it.
    'log-call': { verb: 'help', words: '' },
    acknowledge: { verb: 'acknowledge', alarm },
    'no-answer': { verb: 'no-answer', alarm, to: both },
    'take-over': { verb: 'take-over' },
    'send-test': { verb: 'send-test', who: [] },
    spoke: { verb: 'spoke', alarm, to: both },
    'stand-down': { verb: 'stand-down', alarm, spokeTo: both },
  };
  const plain = ['cannot-go', 'turn-back', 'feel-unsafe', 'animals-loose', 'cancel'] as const;
  const callOff = plain.find((one) => one === verb);
  if (callOff !== undefined) return { verb: callOff, reason: '' };
  const kind = (['help', 'danger', 'unwell', 'injured'] as const).find((one) => one === verb);
  if (kind !== undefined) return { verb: kind, words: '' };
  const ask = asks[verb];
  if (ask === undefined) throw new Error(`${verb} is offered and not tried here`);
  return ask;
};

/** Rules that a person can satisfy by what they do next; only these may stand beside an offer. */
const canBeMet =
  /^(departure\/(reachable|health|risk-read|check|both|assessment-adopted)|approval\/open-high-first|door\/all)/u;

describe('what is offered', () => {
  it.each(Object.keys(stories))('is never refused for status or role: %s', (name) => {
    const sofar = after(...(stories[name] ?? []));
    const visit = knownOf(sofar);
    for (const one of roster)
      for (const verb of verbsFor(visit, one, policy)) {
        const decision = decideIn(sofar, {
          by: one.id,
          ask: askFor(verb, visit),
          now: at('14:10'),
        });
        const rules = decision.kind === 'refused' ? decision.refusals.map(({ rule }) => rule) : [];
        expect({ one: one.id, verb, rules: rules.filter((rule) => !canBeMet.test(rule)) }).toEqual({
          one: one.id,
          verb,
          rules: [],
        });
      }
  });

  it('puts the likeliest first', () => {
    const first = (name: string, person = sam) =>
      verbsFor(given(...(stories[name] ?? [])).visit, person, policy)[0];
    expect(first('asked', okafor)).toBe('approve');
    expect(first('high', okafor)).toBe('open-details');
    expect(first('approved')).toBe('answer-health');
    expect(first('ready')).toBe('depart');
    expect(first('out')).toBe('arrive');
    expect(first('door')).toBe('enter');
    expect(first('inside')).toBe('leave');
    expect(first('overdue', pat)).toBe('acknowledge');
  });

  it('is help for everybody and nothing else for a stranger', () => {
    const help = ['help', 'danger', 'unwell', 'injured'];
    expect(verbsFor(given(...bothOut).visit, wells, policy)).toEqual(help);
    expect(verbsFor(given(asked()).visit, bevan, policy)).toEqual(help);
  });
});
