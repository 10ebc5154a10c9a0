/** What was refused has happened all the same: under each of the six policies it is taken, people are watched, it is on record with its rules, and nothing is granted. */
import { expect, it } from '@jest/globals';
import type { VisitVerb } from '../../src/people/access.ts';
import { clauseOf } from '../../src/policy/policy.ts';
import type { VisitAsk } from '../../src/visits/command.ts';
import type { EventDetail } from '../../src/visits/event.ts';
import { nextCheck } from '../../src/visits/next-check.ts';
import { outOn } from '../../src/visits/people-out.ts';
import { at, pat, sam } from '../builders/cast.ts';
import { everyVerb } from '../builders/every-verb.ts';
import { both } from '../builders/visits.ts';
import { happened, newest, type Sofar, tellsAfter, thus, visitIn } from './door-story.ts';
import { readyToLeave, signed } from './gates-deciding.ts';
import { decideUnder, type PackName, packNames, policies } from './six-packs.ts';

type Stand = { readonly story: (pack: PackName) => Sofar; readonly now: string };

const then =
  (...events: readonly (readonly [string, EventDetail])[]) =>
  (pack: PackName): Sofar => [
    ...readyToLeave(pack),
    ...events.map(([now, detail]) => happened(now, detail)),
  ];
const out = ['13:55', { type: 'departed', who: both, dueBack: at('15:30') }] as const;
const door = ['14:00', { type: 'arrived', who: both }] as const;
const inside = [
  '14:02',
  {
    type: 'entered',
    who: both,
    invitedBy: 'parent',
    parentPresent: true,
    animals: 'none',
    hazards: '',
  },
] as const;
const child = [
  '14:04',
  { type: 'child-found', alarm: 'child-alone-1', kind: 'child-alone', reference: 'HV-2026-0042' },
] as const;

const standings: Readonly<Record<string, Stand>> = {
  'approved, and nobody ready': { story: (pack) => signed(pack), now: '13:50' },
  ready: { story: then(), now: '13:50' },
  'one has left': {
    story: then(['13:55', { type: 'departed', who: [sam.id], dueBack: at('15:30') }]),
    now: '13:58',
  },
  'on the way': { story: then(out), now: '13:58' },
  'at the door': { story: then(out, door), now: '14:01' },
  'at the door, and the wait is over': {
    story: then(out, door, ['14:30', { type: 'wait-ended', how: 'no-show' }]),
    now: '14:31',
  },
  'at the door, and called off': {
    story: then(out, door, ['14:01', { type: 'called-off', how: 'feel-unsafe', reason: '' }]),
    now: '14:05',
  },
  inside: { story: then(out, door, inside), now: '14:10' },
  'at a door with a child alone': { story: then(out, door, child), now: '14:10' },
  'inside with a child alone': { story: then(out, door, inside, child), now: '14:10' },
  'has had longer twice': {
    story: then(
      out,
      ['14:10', { type: 'extended', dueBack: at('15:40') }],
      ['14:20', { type: 'extended', dueBack: at('15:50') }],
    ),
    now: '14:30',
  },
  returned: { story: then(out, ['14:40', { type: 'returned', who: both }]), now: '14:45' },
  'called off before': {
    story: then(['13:52', { type: 'called-off', how: 'cancel', reason: '' }]),
    now: '13:55',
  },
};

/** What each would say at its most careless, so that every rule has something to say. */
const careless: Partial<Record<VisitAsk['verb'], VisitAsk>> = {
  enter: {
    verb: 'enter',
    who: both,
    invitedBy: 'child',
    parentPresent: false,
    animals: 'loose',
    hazards: '',
  },
};

/** What is done on the way, at the door, inside and before: whoever goes presses it, or the office for them. */
const ofPeopleOut = [
  'submit',
  'edit',
  'check-departure',
  'depart',
  'arrive',
  'nearly-there',
  'wait',
  'meet',
  'notice-of-lateness',
  'enter',
  'parent-left',
  'go-upstairs',
  'leave',
  'return',
  'safe-now',
  'extend',
  'change-plan',
  'all-well',
  'hand-over',
  'call-me',
  'plan-round',
  'leave-round',
  'turn-back',
] as const satisfies readonly VisitVerb[];

const refusedIn = (pack: PackName, { story, now }: Stand) => {
  const sofar = story(pack);
  return ofPeopleOut.flatMap((verb) => {
    const ask = careless[verb] ?? everyVerb[verb].ask(visitIn(sofar));
    const decided = decideUnder(pack, sofar, { by: sam.id, ask }, { now: at(now) });
    return decided.kind === 'refused' ? [{ verb, sofar, refusals: decided.refusals }] : [];
  });
};

/** Those that are decided once more as they were asked, so that the breach names the very rules. */
const askedAlike: readonly VisitVerb[] = ['depart', 'arrive', 'wait', 'leave', 'return'];
const wasApproved = (sofar: Sofar) => {
  const visit = visitIn(sofar);
  return visit.status === 'approved' || (visit.status === 'out' && visit.approved);
};
const outingOf = (sofar: Sofar) => {
  const visit = visitIn(sofar);
  return visit.status === 'out' ? visit.outing : undefined;
};
const tried = new Set<string>();
const breached = new Set<string>();

const rows = packNames.flatMap((pack) =>
  Object.entries(standings).map(([name, stand]) => ({ pack, name, stand })),
);

it.each(rows)('is never refused, watches people and grants nothing: $pack, $name', (row) => {
  const { pack, stand } = row;
  const policy = policies[pack];
  for (const { verb, sofar, refusals } of refusedIn(pack, stand)) {
    tried.add(verb);
    for (const by of [sam, pat]) {
      const said = { verb, by: by.name };
      const ask: VisitAsk = { verb: 'already-happened', what: verb, who: both };
      const after = thus(pack, sofar, ask, stand.now, by);
      const visit = visitIn(after);
      const breach = newest(after, sofar).find((event) => event.type === 'breach-reported');
      // It is on record, one way or the other.
      expect({ ...said, events: newest(after, sofar).length }).not.toEqual({ ...said, events: 0 });
      // They are out, and looked for; or by name back, where that is what was said.
      const watched = verb === 'return' ? visit.status : outOn(visit).toSorted();
      expect({ ...said, watched }).toEqual({
        ...said,
        watched: verb === 'return' ? expect.stringMatching(/out|returned/u) : both.toSorted(),
      });
      if (outOn(visit).length > 0)
        expect({ ...said, next: nextCheck(visit, policy) }).toEqual({
          ...said,
          next: expect.any(String),
        });
      // Nothing is granted: no leave to go in, no longer time, no end of staying with a child.
      expect({ ...said, approved: wasApproved(after) && !wasApproved(sofar) }).toEqual({
        ...said,
        approved: false,
      });
      expect(newest(after, sofar).map(({ type }) => type)).not.toContain('entered');
      const [was, is] = [outingOf(sofar), outingOf(after)];
      if (was !== undefined && is !== undefined) {
        expect({ ...said, due: is.dueBack, longer: is.extensions }).toEqual({
          ...said,
          due: was.dueBack,
          longer: was.extensions,
        });
        expect({ ...said, with: is.holding }).toEqual({ ...said, with: was.holding });
        expect({ ...said, off: is.calledOff }).toEqual({ ...said, off: was.calledOff });
      }
      if (breach === undefined) continue;
      breached.add(verb);
      expect(visit.breaches).toBe(visitIn(sofar).breaches + 1);
      expect(breach.rules.length).toBeGreaterThan(0);
      for (const { rule, clause } of breach.rules) expect(clause).toBe(clauseOf(policy, rule));
      const rules = breach.rules.map(({ rule }) => rule);
      if (askedAlike.includes(verb) && by === sam)
        expect({ ...said, rules }).toEqual({ ...said, rules: refusals.map(({ rule }) => rule) });
      const told = tellsAfter(pack, sofar, after);
      for (const role of [
        ...policy.approval.roles,
        'safeguarding-lead',
        'deputy-safeguarding-lead',
        ...policy.departure.notify,
      ])
        expect(told).toContain(`"${role}"`);
    }
  }
});

it('was tried of all that can be refused to those who go, and all of it came on record as a breach', () => {
  expect([...tried].toSorted()).toEqual(
    ofPeopleOut.filter((verb) => verb !== 'leave-round').toSorted(),
  );
  expect([...breached].toSorted()).toEqual([...tried].toSorted());
});
