/** Sending an emergency visit out on two names, under each of the six policies and in whatever order. */
import { describe, expect, it } from '@jest/globals';
import type { StaffMember } from '../../src/people/staff.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { VisitAsk } from '../../src/visits/command.ts';
import type { Happening } from '../../src/visits/event.ts';
import { visitAfter } from '../../src/visits/evolve.ts';
import { type Instant, minutesAfter } from '../../src/vocabulary.ts';
import { at, bevan, jo, lind, okafor, pat, rao, sam } from '../builders/cast.ts';
import { allWell } from '../builders/visits.ts';
import { fc, runs } from '../support/properties.ts';
import { contentOf, decideUnder, formUnder, packNames, policies, staff } from './six-packs.ts';

type Pack = (typeof packNames)[number];
type By = { readonly by: StaffMember; readonly ask: VisitAsk; readonly now?: Instant };

/** Every pack that lets a visit be an emergency, with what two may do switched on. */
const emergencies = packNames.filter((pack) => policies[pack].visitClasses.includes('emergency'));
const switchedOn = (pack: Pack): Policy => ({
  ...policies[pack],
  approval: {
    ...policies[pack].approval,
    breakGlass: { ...policies[pack].approval.breakGlass, rule: 'on' },
  },
});

const ask = (policy: Policy, sofar: readonly Happening[], { by, ask: what, now }: By) =>
  decideUnder('default', sofar, { by: by.id, ask: what }, { policy, now: now ?? at('09:00') });

const play = (policy: Policy, ...steps: readonly ((content: string) => By)[]) =>
  steps.reduce<readonly Happening[]>((sofar, step) => {
    const decided = ask(policy, sofar, step(contentOf(sofar)));
    if (decided.kind === 'refused')
      throw new Error(decided.refusals.map(({ rule, because }) => `${rule} ${because}`).join(', '));
    return [...sofar, ...decided.events];
  }, []);

const visitOf = (sofar: readonly Happening[]) => {
  const visit = visitAfter(sofar.map(({ event }) => event));
  if (visit.status === 'unsubmitted') throw new Error('no visit');
  return visit;
};
const reasonIn = 'A child may be alone, and she is in assembly';
const emergency =
  (pack: Pack, by: StaffMember = sam, changes = {}) =>
  (): By => ({
    by,
    ask: {
      verb: 'submit',
      form: formUnder(pack, {
        class: 'emergency',
        purposeNote: 'Not seen for two days',
        appointmentNote: 'Not seen for two days',
        ...changes,
      }),
    },
  });
const first =
  (by: StaffMember, reason = reasonIn) =>
  (content: string): By => ({
    by,
    ask: { verb: 'break-glass', content, reason },
  });
const second =
  (by: StaffMember) =>
  (content: string): By => ({
    by,
    ask: { verb: 'second-break-glass', content },
  });
const refused = (
  policy: Policy,
  sofar: readonly Happening[],
  step: (content: string) => By,
): readonly string[] => {
  const decided = ask(policy, sofar, step(contentOf(sofar)));
  if (decided.kind === 'accepted') return [];
  for (const { because, next, clause } of decided.refusals) {
    expect(`${because}${next}`).not.toMatch(/[{}]/u);
    expect(clause).not.toBe('');
  }
  return decided.refusals.map(({ rule }) => rule);
};

describe('an emergency on two names', () => {
  it.each(packNames)('is off until the school switches it on: %s', (pack) => {
    const policy = policies[pack];
    expect(policy.approval.breakGlass.rule).toBe('off');
    const plain = play(policy, () => ({
      by: sam,
      ask: { verb: 'submit', form: formUnder(pack, {}) },
    }));
    expect(refused(policy, plain, first(rao))).toEqual(['break-glass/off']);
    expect(refused(policy, plain, second(bevan))).toEqual(['break-glass/off']);
  });

  it.each(emergencies)('is allowed to one of each, neither of whom goes: %s', (pack) => {
    const policy = switchedOn(pack);
    const begun = play(policy, emergency(pack), first(rao));
    expect(visitOf(begun)).toMatchObject({ status: 'awaiting approval', decidedBy: undefined });
    const sent = visitOf(play(policy, emergency(pack), first(rao), second(bevan)));
    expect(sent).toMatchObject({
      status: 'approved',
      decidedBy: bevan.id,
      glass: { first: rao.id },
    });
    const turned = visitOf(play(policy, emergency(pack), first(bevan), second(rao)));
    expect(turned.status).toBe('approved');
  });

  it.each(emergencies)('may be begun by the safeguarding lead who asked for it: %s', (pack) => {
    const policy = switchedOn(pack);
    expect(visitOf(play(policy, emergency(pack, rao), first(rao), second(bevan))).status).toBe(
      'approved',
    );
  });

  it.each(emergencies)(
    'is refused to one alone, to two of a kind, and to whoever goes: %s',
    (pack) => {
      const policy = switchedOn(pack);
      const begun = play(policy, emergency(pack), first(rao));
      expect(refused(policy, begun, second(rao))).toEqual(['break-glass/right-pair']);
      expect(refused(policy, begun, second(lind))).toEqual(['break-glass/right-pair']);
      expect(refused(policy, play(policy, emergency(pack)), second(bevan))).toEqual([
        'break-glass/right-pair',
      ]);
      const going = play(policy, emergency(pack, sam, { visitors: [rao.id, jo.id] }));
      expect(refused(policy, going, first(rao))).toEqual(['break-glass/not-own-visit']);
      const other = play(
        policy,
        emergency(pack, sam, { visitors: [sam.id, bevan.id] }),
        first(rao),
      );
      expect(refused(policy, other, second(bevan))).toContain('break-glass/not-own-visit');
      expect(refused(policy, begun, first(pat))).toEqual(['access/not-your-part']);
    },
  );

  it.each(emergencies)(
    'is at its edges: no reason, a planned visit, another content: %s',
    (pack) => {
      const policy = switchedOn(pack);
      const asked = play(policy, emergency(pack));
      expect(refused(policy, asked, first(rao, ' '))).toEqual(['break-glass/reason']);
      const planned = play(policy, () => ({
        by: sam,
        ask: { verb: 'submit', form: formUnder(pack, {}) },
      }));
      expect(refused(policy, planned, first(rao))).toEqual(['break-glass/emergency']);
      expect(
        refused(policy, asked, () => ({
          by: rao,
          ask: { verb: 'break-glass', content: 'an old card', reason: reasonIn },
        })),
      ).toEqual(['break-glass/content']);
    },
  );

  it.each(emergencies)('is begun again once the visit is another: %s', (pack) => {
    const policy = switchedOn(pack);
    const edited = play(
      policy,
      emergency(pack),
      first(rao),
      emergency(pack, sam, { address: '15 Ffordd y Môr' }),
    );
    expect(visitOf(edited).glass).toBeUndefined();
    expect(refused(policy, edited, second(bevan))).toEqual(['break-glass/right-pair']);
  });

  it('counts what nobody knows yet as high, in an emergency only', () => {
    const pack = 'default';
    const policy = switchedOn(pack);
    const unknown = { risk: { answers: {}, level: undefined } };
    expect(visitOf(play(policy, emergency(pack, rao, unknown))).risk.level).toBe('high');
    expect(
      refused(policy, [], () => ({
        by: rao,
        ask: { verb: 'submit', form: formUnder(pack, unknown) },
      })),
    ).toEqual([...policy.risk.questions.map(() => 'risk/all-answered'), 'risk/level-given']);
    expect(refused(policies[pack], [], emergency(pack, rao, unknown))).toContain(
      'risk/all-answered',
    );
  });

  it('still has the check before leaving, and needs no list and no adoption, which are looked at afterwards', () => {
    const policy = switchedOn('default');
    const sent = play(policy, emergency('default'), first(rao), second(bevan));
    const leaving = () => ({
      by: sam,
      ask: { verb: 'depart' as const, who: [sam.id, jo.id] },
      now: at('13:55'),
    });
    expect(new Set(refused(policy, sent, leaving))).toEqual(
      new Set([
        'departure/health-answered',
        'departure/risk-read',
        'departure/check-done',
        'departure/reachable',
      ]),
    );
    const ready = [sam, jo].flatMap((by): readonly (() => By)[] => [
      () => ({ by, ask: { verb: 'answer-health', adjustment: 'none' }, now: at('13:40') }),
      () => ({ by, ask: { verb: 'confirm-reading' }, now: at('13:40') }),
      () => ({ by, ask: { verb: 'check-departure', answers: allWell }, now: at('13:40') }),
    ]);
    const steps = [emergency('default'), first(rao), second(bevan), ...ready, leaving];
    expect(visitOf(play(policy, ...steps)).status).toBe('out');
  });
});

describe('what two sent out', () => {
  const policy = switchedOn('default');
  const sent = play(policy, emergency('default'), first(rao), second(bevan));
  const reviewing =
    (by: StaffMember, note = 'Right to go') =>
    (): By => ({
      by,
      ask: { verb: 'review-break-glass', note },
    });
  const clock = (now: Instant) => (): By => ({ by: sam, ask: { verb: 'check-clock' }, now });

  it('is reviewed by the headteacher, in words, and by neither of the two', () => {
    expect(refused(policy, sent, reviewing(bevan))).toEqual(['break-glass/review']);
    expect(refused(policy, sent, reviewing(okafor, ' '))).toEqual(['approval/reason']);
    const decided = ask(policy, sent, reviewing(okafor)());
    if (decided.kind === 'refused') throw new Error('refused');
    expect(visitOf([...sent, ...decided.events]).glass).toMatchObject({
      reviewed: { by: okafor.id, note: 'Right to go' },
    });
  });

  it('stays open and is asked for again every day until it is', () => {
    const day = 24 * 60;
    let sofar = sent;
    for (const times of [1, 2, 3]) {
      const early = ask(policy, sofar, clock(minutesAfter(at('09:00'), times * day - 1))());
      expect(
        early.kind === 'accepted' && early.events.map(({ event }) => event.type),
      ).not.toContain('review-reminded');
      const due = ask(policy, sofar, clock(minutesAfter(at('09:00'), times * day))());
      if (due.kind === 'refused') throw new Error('refused');
      expect(due.events.map(({ event }) => event)).toContainEqual(
        expect.objectContaining({ type: 'review-reminded', times }),
      );
      sofar = [...sofar, ...due.events];
    }
    const reviewed = ask(policy, sofar, reviewing(okafor)());
    if (reviewed.kind === 'refused') throw new Error('refused');
    const after = ask(
      policy,
      [...sofar, ...reviewed.events],
      clock(minutesAfter(at('09:00'), 9 * day))(),
    );
    expect(after).toMatchObject({ kind: 'accepted', events: [] });
  });
});

describe.each(emergencies)(
  'under the policy %s with two names allowed, in whatever order',
  (pack) => {
    const policy = switchedOn(pack);
    const { breakGlass, roles } = policy.approval;
    const holds = (id: string | undefined, held: readonly string[]) =>
      staff.some((one) => one.id === id && one.roles.some((role) => held.includes(role)));

    it('nothing is approved without one who decides or two who may, and no signer goes', () => {
      let onTwo = 0;
      const turn = fc.record({
        by: fc.constantFrom(sam, jo, okafor, bevan, rao, lind, pat, rao, bevan),
        what: fc.constantFrom('submit', 'approve', 'first', 'second', 'first', 'second', 'clock'),
        changes: fc.constantFrom(
          {},
          { address: 'Elsewhere' },
          { visitors: [sam.id, bevan.id] },
          { visitors: [rao.id, jo.id] },
          { class: 'procedural' as const },
        ),
      });
      fc.assert(
        fc.property(fc.array(turn, { minLength: 6, maxLength: 20 }), (turns) => {
          let sofar = play(policy, emergency(pack));
          for (const { by, what, changes } of turns) {
            const content = contentOf(sofar);
            const asks: Readonly<Record<string, By>> = {
              submit: emergency(pack, sam, changes)(),
              approve: { by, ask: { verb: 'approve', content, note: '' } },
              first: first(by)(content),
              second: second(by)(content),
              clock: { by, ask: { verb: 'check-clock' } },
            };
            const asked = asks[what];
            if (asked === undefined) continue;
            const decided = ask(policy, sofar, asked);
            sofar = decided.kind === 'accepted' ? [...sofar, ...decided.events] : sofar;
            const visit = visitOf(sofar);
            if (visit.status !== 'approved') continue;
            const { visitors } = visit.proposal;
            const [last] = sofar
              .map(({ event }) => event)
              .filter(({ type }) => type === 'approved' || type === 'glass-broken')
              .slice(-1);
            expect(visitors).not.toContain(visit.decidedBy);
            if (last?.type === 'approved') {
              expect(holds(visit.decidedBy, roles)).toBe(true);
              continue;
            }
            onTwo += 1;
            const pair = [visit.glass?.first, visit.glass?.second?.by];
            expect(pair[0]).not.toBe(pair[1]);
            expect(visitors).not.toContain(pair[0]);
            expect(pair.some((id) => holds(id, breakGlass.first))).toBe(true);
            expect(pair.some((id) => holds(id, breakGlass.second))).toBe(true);
            expect(visit.proposal.class).toBe('emergency');
            expect(visit.glass?.content).toBe(visit.content);
          }
        }),
        { numRuns: runs(80) },
      );
      expect(onTwo).toBeGreaterThan(0);
    });
  },
);
