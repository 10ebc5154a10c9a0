/** Every verb, from every standing where somebody is offered it, pressed once and pressed again under another id: nothing is lost, and nothing is doubled. */
import { describe, expect, it } from '@jest/globals';
import { visitAccess } from '../../src/people/access.ts';
import { noRegisters } from '../../src/people/registers.ts';
import type { StaffMember } from '../../src/people/staff.ts';
import type { VisitAsk } from '../../src/visits/command.ts';
import type { Happening } from '../../src/visits/event.ts';
import { verbsFor } from '../../src/visits/offers.ts';
import { messagesFor } from '../../src/visits/react.ts';
import type { KnownVisit } from '../../src/visits/visit.ts';
import { at, bevan, jo, okafor, pat, rao, roster, sam, policy as usual } from '../builders/cast.ts';
import { everyVerb } from '../builders/every-verb.ts';
import {
  after,
  approved,
  arrived,
  asked,
  both,
  bothOut,
  clock,
  decideIn,
  does,
  entered,
  knownOf,
  ready,
  type Step,
} from '../builders/visits.ts';

/** Every way there is: two names in an emergency, too. */
const policy: typeof usual = {
  ...usual,
  approval: { ...usual.approval, breakGlass: { ...usual.approval.breakGlass, rule: 'on' } },
};

const emergency = asked({ class: 'emergency' });
const glass = (by: StaffMember, verb: 'break-glass' | 'second-break-glass'): Step =>
  does(
    by,
    ({ content }) =>
      verb === 'break-glass'
        ? { verb, content, reason: 'A child may be in danger' }
        : { verb, content },
    '10:00',
    { policy },
  );
const broken = [emergency, glass(rao, 'break-glass'), glass(bevan, 'second-break-glass')];
const inRound = does(
  sam,
  { verb: 'plan-round', round: { round: 'r1', name: 'HV-2026-0042', dueBack: at('16:00') } },
  '13:46',
);
const askedToWait = [
  does(sam, { verb: 'extend', dueBack: at('16:25') }, '14:09'),
  does(sam, { verb: 'check-clock' }, '15:35', { via: 'product', registers: noRegisters }),
];
const inside = [...bothOut, arrived, entered];
const unsafe = does(sam, { verb: 'leave-unsafe', who: both }, '14:10');
const feelUnsafe = does(sam, { verb: 'feel-unsafe', reason: '' }, '14:10');
const gone = does(sam, { verb: 'leave', who: both, next: '' }, '14:20');
const back = does(sam, { verb: 'return', who: both }, '14:40');
const found = does(sam, { verb: 'child-alone', words: '' }, '14:10');
const help = does(jo, { verb: 'help', words: '' }, '14:12');

type Stand = { readonly steps: readonly Step[]; readonly now: string };
const standings: Readonly<Record<string, Stand>> = {
  'awaiting approval': { steps: [asked()], now: '12:00' },
  'an emergency': { steps: [emergency], now: '12:00' },
  'an emergency with one name': { steps: broken.slice(0, 2), now: '12:00' },
  'out on two names': { steps: broken, now: '12:00' },
  'changes asked': {
    steps: [
      asked(),
      does(okafor, ({ content }) => ({ verb: 'ask-for-changes', content, what: 'Later' }), '11:00'),
    ],
    now: '12:00',
  },
  declined: {
    steps: [
      asked(),
      does(okafor, ({ content }) => ({ verb: 'decline', content, reason: 'No' }), '11:00'),
    ],
    now: '12:00',
  },
  'ran out': { steps: [asked(), clock('15:30')], now: '15:40' },
  approved: { steps: [asked(), approved()], now: '12:00' },
  'details opened': {
    steps: [
      asked(),
      approved(),
      does(okafor, ({ content }) => ({ verb: 'open-details', content }), '10:30'),
    ],
    now: '12:00',
  },
  ready: { steps: [asked(), approved(), ready(sam, jo)], now: '13:50' },
  'on a round': { steps: [asked(), approved(), ready(sam, jo), inRound], now: '13:50' },
  withdrawn: {
    steps: [
      asked(),
      approved(),
      does(okafor, { verb: 'withdraw-approval', reason: 'No' }, '11:00'),
    ],
    now: '12:00',
  },
  'called off before': {
    steps: [asked(), approved(), does(sam, { verb: 'cancel', reason: '' }, '11:00')],
    now: '12:00',
  },
  'on the way': { steps: bothOut, now: '13:58' },
  'at the door': { steps: [...bothOut, arrived], now: '14:06' },
  inside: { steps: inside, now: '14:09' },
  'at the door, called off': { steps: [...bothOut, arrived, feelUnsafe], now: '14:12' },
  'left, with a reason to write': { steps: [...bothOut, arrived, feelUnsafe, gone], now: '14:22' },
  'left, unsafe': { steps: [...inside, unsafe], now: '14:12' },
  'left, and on the way back': { steps: [...inside, gone], now: '14:25' },
  'holding with a child': { steps: [...bothOut, arrived, found], now: '14:12' },
  'holding, with help asked for': { steps: [...bothOut, arrived, found, help], now: '14:13' },
  'help asked for': { steps: [...bothOut, help], now: '14:13' },
  overdue: { steps: [...inside, clock('15:45')], now: '15:46' },
  'after the office has closed': { steps: [...inside, ...askedToWait], now: '15:36' },
  'back, and seen by nobody': {
    steps: [...inside, clock('15:45'), does(sam, { verb: 'return', who: both }, '15:50')],
    now: '15:51',
  },
  returned: { steps: [...inside, back], now: '14:45' },
  'returned, with a reason to write': {
    steps: [...bothOut, arrived, feelUnsafe, back],
    now: '14:45',
  },
};

/** Those who might press: whoever goes, decides, answers or looks after them. */
const people = [sam, jo, okafor, bevan, rao, pat];

const pressed = (story: readonly Happening[], by: StaffMember, ask: VisitAsk, now: string) => {
  const setting = { policy, registers: noRegisters };
  const decided = decideIn(story, { by: by.id, ask, now: at(now) }, setting);
  return decided.kind === 'accepted' ? decided.events : [];
};

/** What may not be otherwise for a second press. */
const shape = (visit: KnownVisit) => ({
  status: visit.status,
  alarms: visit.alarms.map(({ id, state, holder }) => [id, state, holder]),
  positions: 'outing' in visit ? visit.outing.positions : undefined,
  dueBack: 'outing' in visit ? visit.outing.dueBack : visit.proposal.dueBack,
  calledOff: 'outing' in visit ? visit.outing.calledOff : undefined,
});

const tells = (happenings: readonly Happening[], story: readonly Happening[]) =>
  happenings.flatMap(({ event }) => messagesFor(event, knownOf(story), { policy, roster }));

/** On no card of a visit: typed, beside a refusal, or on the card of a test message. */
const besides = [
  { by: sam, verb: 'submit' },
  { by: sam, verb: 'already-happened' },
  { by: sam, verb: 'test-received' },
  { by: pat, verb: 'reached' },
] as const;

const offeredIn = ({ steps, now }: Stand) => {
  const story = after(...steps);
  const visit = knownOf(story);
  const offered = people.flatMap((by) =>
    verbsFor(visit, by, policy).flatMap((verb) =>
      verb === 'new-visit' || verb === 'log-call' ? [] : [{ by, verb }],
    ),
  );
  return [...offered, ...besides].map((one) => ({ ...one, story, visit, now }));
};

const first = new Map<string, number>();

describe('a second press under another id', () => {
  it.each(Object.entries(standings))('doubles nothing: %s', (_name, stand) => {
    for (const { by, verb, story, visit, now } of offeredIn(stand)) {
      const { ask, again } = everyVerb[verb];
      const asking = ask(visit);
      const once = pressed(story, by, asking, now);
      first.set(verb, (first.get(verb) ?? 0) + once.length);
      const sofar = [...story, ...once];
      const twice = pressed(sofar, by, asking, now);
      const said = { by: by.name, verb };
      const events = twice.map(({ event }) => event.type);
      if (again === 'nothing') {
        expect({ ...said, events }).toEqual({ ...said, events: [] });
        continue;
      }
      // Where the first press did something, the second does no more than that.
      expect({ ...said, more: events.length > Math.max(1, once.length) }).toEqual({
        ...said,
        more: false,
      });
      const before = knownOf(sofar);
      expect({ ...said, ...shape(knownOf([...sofar, ...twice])) }).toEqual({
        ...said,
        ...shape(before),
      });
      const told = tells(twice, [...sofar, ...twice]).length;
      expect({ ...said, told: told > Math.max(1, tells(once, sofar).length) }).toEqual({
        ...said,
        told: false,
      });
    }
  });

  it('was tried of every verb that anybody can press, and each did something the first time', () => {
    const pressable = Object.entries(everyVerb)
      .filter(([, { again }]) => again !== 'product')
      .map(([verb]) => verb);
    const never = pressable.filter((verb) => (first.get(verb) ?? 0) === 0);
    expect(never).toEqual([]);
    expect(Object.keys(visitAccess).toSorted()).toEqual(
      [...pressable, 'new-visit', 'log-call'].toSorted(),
    );
  });
});

describe('what the product notices by itself', () => {
  const productVerbs = Object.entries(everyVerb).filter(([, { again }]) => again === 'product');
  it.each(productVerbs)('is refused to people, whoever they are: %s', (_verb, { ask }) => {
    for (const { steps, now } of Object.values(standings)) {
      const story = after(...steps);
      for (const by of people) {
        expect(pressed(story, by, ask(knownOf(story)), now)).toEqual([]);
      }
    }
  });
});
