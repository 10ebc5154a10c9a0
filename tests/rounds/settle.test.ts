/** Whatever is said of three homes, in whatever order, and wherever it is killed: everybody out is watched, and in the end on one visit. */
import { describe, expect, it } from '@jest/globals';
import { owedBy } from '../../src/rounds/settle.ts';
import type { VisitAsk } from '../../src/visits/command.ts';
import { elsewhereOf } from '../../src/visits/elsewhere.ts';
import type { Happening } from '../../src/visits/event.ts';
import { nextCheck } from '../../src/visits/next-check.ts';
import { outOn, positionOf } from '../../src/visits/people-out.ts';
import type { KnownVisit } from '../../src/visits/visit.ts';
import { minutesAfter, type PersonId, visitId } from '../../src/vocabulary.ts';
import { at, jo, policy, sam } from '../builders/cast.ts';
import { approved, asked, decideIn, does, knownOf, ready } from '../builders/visits.ts';
import { fc, runs } from '../support/properties.ts';

type Story = readonly Happening[];
const ids = [visitId('one'), visitId('two'), visitId('three')];
const both = [sam.id, jo.id];

const onRound = does(
  sam,
  { verb: 'plan-round', round: { round: 'r', name: 'HV-2026-0042', dueBack: at('15:40') } },
  '13:46',
);
const begin: Story = [asked(), approved(), ready(sam, jo), onRound].reduce<Story>(
  (sofar, step) => step(sofar),
  [],
);

/** The visits of a round, as they stand in one diary. */
const play = () => {
  const stories: Story[] = ids.map(() => begin);
  const all = () => ids.map((id, n) => ({ id, visit: knownOf(stories[n] ?? []) }));
  const say = (
    n: number,
    by: PersonId,
    ask: VisitAsk,
    now: string,
    via: 'chat' | 'product' = 'chat',
  ) => {
    const elsewhere = all().flatMap(({ id, visit }) =>
      id === ids[n] ? [] : (elsewhereOf(visit, id) ?? []),
    );
    const story = stories[n] ?? [];
    const setting = { elsewhere, via };
    const answer = decideIn(story, { by, ask, now: at(now) }, setting);
    if (answer.kind === 'accepted') stories[n] = [...story, ...answer.events];
    return answer;
  };
  /** Pays at most so many of what is owed: it may be killed in between. */
  const settle = (now: string, most = 20) => {
    for (let paid = 0; paid < most; paid += 1) {
      const [debt] = owedBy(all());
      if (debt === undefined) return;
      say(ids.indexOf(debt.id), debt.owed.who[0] ?? sam.id, debt.owed, now, 'product');
    }
  };
  return { all, say, settle, lose: (n: number) => (stories[n] = begin) };
};

const whereIs = (all: readonly { visit: KnownVisit }[], person: PersonId): number =>
  all.filter(({ visit }) => outOn(visit).includes(person)).length;

const verbs = ['depart', 'arrive', 'return', 'already-happened', 'leave', 'leave-unsafe'] as const;
const asksOf = (verb: (typeof verbs)[number], who: readonly PersonId[]): VisitAsk => {
  switch (verb) {
    case 'leave':
      return { verb, who, next: '' };
    case 'already-happened':
      return { verb, who, what: 'arrive' };
    default:
      return { verb, who };
  }
};

const step = fc.record({
  n: fc.nat(2),
  verb: fc.constantFrom(...verbs),
  who: fc.constantFrom(both, [sam.id], [jo.id]),
  /** How much of what is owed is paid before the next is said. */
  paid: fc.constantFrom(0, 1, 20),
});

describe('the watch over people on a round', () => {
  it('goes on from home to home and is never nowhere, and with everything paid it is in one place', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const round = play();
        const out = new Set<PersonId>();
        let minute = 0;
        for (const { n, verb, who, paid } of steps) {
          minute += 1;
          const now = `14:${String(minute).padStart(2, '0')}`;
          const before = round.all();
          const by = who[0] ?? sam.id;
          const answer = round.say(n, by, asksOf(verb, who), now);
          if (answer.kind === 'accepted' && answer.events.length > 0)
            for (const id of who) {
              if (verb !== 'return') out.add(id);
              else if (before.every(({ visit }, m) => m === n || !outOn(visit).includes(id)))
                out.delete(id);
            }
          round.settle(now, paid);
          for (const id of out) expect(whereIs(round.all(), id)).toBeGreaterThan(0);
          for (const { visit } of round.all())
            if (outOn(visit).length > 0) expect(nextCheck(visit, policy)).toBeDefined();
        }
        round.settle('15:00', 40);
        expect(owedBy(round.all())).toEqual([]);
        for (const id of both) expect(whereIs(round.all(), id)).toBeLessThanOrEqual(1);
      }),
      { numRuns: runs(60, 20_000) },
    );
  });

  it('watches those who go out again, having been back, on the one visit where they are', () => {
    const round = play();
    round.say(1, sam.id, { verb: 'depart', who: both }, '14:01');
    round.say(0, sam.id, { verb: 'depart', who: both }, '14:02');
    round.settle('14:02');
    round.say(0, sam.id, { verb: 'return', who: both }, '14:03');
    round.say(0, sam.id, { verb: 'leave-unsafe', who: [sam.id] }, '14:04');
    round.settle('14:05');
    expect(owedBy(round.all())).toEqual([]);
    expect(whereIs(round.all(), sam.id)).toBe(1);
    expect(whereIs(round.all(), jo.id)).toBe(0);
  });

  it('keeps one time to be back, and how often it was put off', () => {
    const round = play();
    round.say(0, sam.id, { verb: 'depart', who: both }, '13:55');
    round.say(0, sam.id, { verb: 'extend', dueBack: at('15:50') }, '14:10');
    round.say(2, sam.id, { verb: 'depart', who: both }, '14:20');
    round.settle('14:20');
    const [first, , third] = round.all();
    expect(first?.visit).toMatchObject({
      outing: { wentTo: [{ visit: ids[2] }, { visit: ids[2] }] },
    });
    expect(third?.visit).toMatchObject({ outing: { dueBack: at('15:50'), extensions: 1 } });
    expect(nextCheck(first?.visit ?? { status: 'unsubmitted' }, policy)).toBeUndefined();
  });

  it('lets nobody go from a home before the next one has them', () => {
    const round = play();
    round.say(0, sam.id, { verb: 'depart', who: both }, '13:55');
    expect(owedBy(round.all())).toEqual([]);
    round.say(1, sam.id, { verb: 'depart', who: [sam.id] }, '14:20');
    expect(owedBy(round.all())).toMatchObject([
      { id: ids[0], owed: { verb: 'move-on', who: [sam.id] } },
    ]);
    round.settle('14:20');
    const [first] = round.all();
    expect(first && outOn(first.visit)).toEqual([jo.id]);
  });

  it('watches where they were last known to be, where the next home is lost', () => {
    const round = play();
    round.say(0, sam.id, { verb: 'depart', who: both }, '13:55');
    round.say(1, sam.id, { verb: 'depart', who: both }, '14:20');
    round.settle('14:20');
    expect(whereIs(round.all(), sam.id)).toBe(1);
    round.lose(1);
    expect(whereIs(round.all(), sam.id)).toBe(0);
    round.settle('14:30');
    const [first] = round.all();
    expect(first && outOn(first.visit)).toEqual(both);
    expect(first?.visit).toMatchObject({ outing: { dueBack: at('15:40') } });
  });

  it('leaves no child alone for the sake of the next home', () => {
    const round = play();
    round.say(0, sam.id, { verb: 'depart', who: both }, '13:55');
    round.say(0, sam.id, { verb: 'arrive', who: both }, '14:05');
    round.say(0, sam.id, { verb: 'child-alone', words: '' }, '14:06');
    const answer = round.say(1, sam.id, { verb: 'depart', who: both }, '14:10');
    expect(answer).toMatchObject({ refusals: [{ rule: 'child/hand-over-first' }] });
  });

  it('leaves help, and whoever answers it, with the home it was called from', () => {
    const round = play();
    round.say(0, sam.id, { verb: 'depart', who: both }, '13:55');
    round.say(0, sam.id, { verb: 'help', words: '' }, '14:05');
    round.say(1, sam.id, { verb: 'depart', who: both }, '14:10');
    round.settle('14:10');
    const [first, second] = round.all();
    expect(first?.visit.alarms).toMatchObject([{ kind: 'help', state: 'red' }]);
    expect(second?.visit.alarms).toEqual([]);
    expect(nextCheck(first?.visit ?? { status: 'unsubmitted' }, policy)).toBeDefined();
  });

  it('goes on raising the alarm for people who are late, at the home where they are now', () => {
    const round = play();
    round.say(0, sam.id, { verb: 'depart', who: both }, '13:55');
    round.say(0, sam.id, { verb: 'check-clock' }, '15:51', 'product');
    expect(round.all()[0]?.visit.alarms).toMatchObject([{ kind: 'overdue', state: 'red' }]);
    const refused = round.say(1, sam.id, { verb: 'depart', who: both }, '15:52');
    expect(refused).toMatchObject({ refusals: [{ rule: 'visits/due-back-ahead' }] });
    round.say(1, sam.id, { verb: 'already-happened', who: both, what: 'depart' }, '15:52');
    round.settle('15:52');
    round.say(1, sam.id, { verb: 'check-clock' }, '15:52', 'product');
    const [first, second] = round.all();
    expect(first?.visit.alarms).toMatchObject([{ state: 'settled' }]);
    expect(second?.visit.alarms).toMatchObject([{ kind: 'overdue', state: 'red' }]);
    expect(second && second.visit.status === 'out' && positionOf(second.visit.outing, sam.id)).toBe(
      'travelling',
    );
    expect(nextCheck(second?.visit ?? { status: 'unsubmitted' }, policy)?.slice(0, 16)).toBe(
      minutesAfter(at('15:40'), 20).slice(0, 16),
    );
  });
});
