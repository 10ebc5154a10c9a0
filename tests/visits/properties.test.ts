/** What holds whatever is asked, by whom, in whatever order. */
import { describe, expect, it } from '@jest/globals';
import type { StaffMember } from '../../src/people/staff.ts';
import { assessmentAfter } from '../../src/risk-assessment/evolve.ts';
import type { VisitAsk } from '../../src/visits/command.ts';
import { contentOf } from '../../src/visits/content.ts';
import type { Happening } from '../../src/visits/event.ts';
import { visitAfter } from '../../src/visits/evolve.ts';
import { nextCheck } from '../../src/visits/next-check.ts';
import { whoIsOut } from '../../src/visits/people-out.ts';
import type { Visit } from '../../src/visits/visit.ts';
import { type Instant, minutesAfter } from '../../src/vocabulary.ts';
import {
  at,
  bevan,
  jo,
  okafor,
  pat,
  policy,
  pupil,
  rao,
  roster,
  sam,
  wells,
} from '../builders/cast.ts';
import {
  after,
  allWell,
  asked,
  both,
  bothOut,
  decideIn,
  entering,
  form,
  given,
  hash,
  highRisk,
  visitOf,
} from '../builders/visits.ts';
import { fc, runs } from '../support/properties.ts';

type Ask = (visit: Visit, now: Instant) => { readonly by: StaffMember; readonly ask: VisitAsk };

const contentIn = (visit: Visit): string => (visit.status === 'unsubmitted' ? '' : visit.content);
const forms = [
  form(),
  form({ address: '15 Ffordd y Môr' }),
  form({ visitors: [sam.id, okafor.id] }),
  form({ dueBack: at('15:40') }),
  form({ dueBack: at('15:50') }),
  form({ people: 'Mother' }),
  form({}, highRisk),
];

const people = [sam, jo, okafor, bevan, rao, pat, wells, pupil];
const oldContents = forms.map(({ proposal, risk }) => contentOf(proposal, risk, hash));
const who = fc.constantFrom<readonly (typeof sam.id)[]>([], both, [jo.id]);

const anyAsk: fc.Arbitrary<Ask> = fc.oneof(
  fc
    .record({
      by: fc.constantFrom(...people),
      form: fc.constantFrom(...forms),
      verb: fc.constantFrom('submit' as const, 'edit' as const),
    })
    .map(
      ({ by, verb, form }): Ask =>
        () => ({ by, ask: { verb, form } }),
    ),
  fc
    .record({
      by: fc.constantFrom(okafor, okafor, ...people),
      old: fc.option(fc.constantFrom(...oldContents), { freq: 1 }),
      verb: fc.constantFrom('approve', 'approve', 'decline', 'ask-for-changes', 'open-details'),
    })
    .map(
      ({ by, old, verb }): Ask =>
        (visit) => ({ by, ask: decision(verb, old ?? contentIn(visit)) }),
    ),
  fc.constantFrom(sam, jo).chain((by) =>
    fc
      .constantFrom<VisitAsk>(
        { verb: 'answer-health', adjustment: 'none' },
        { verb: 'confirm-reading' },
        { verb: 'check-departure', answers: allWell },
      )
      .map(
        (ask): Ask =>
          () => ({ by, ask }),
      ),
  ),
  fc
    .record({
      by: fc.constantFrom(...people),
      who,
      verb: fc.constantFrom(
        'depart',
        'arrive',
        'enter',
        'leave',
        'return',
        'already-happened',
        'leave-unsafe',
        'safe-now',
        'extend',
      ),
    })
    .map(
      ({ by, who, verb }): Ask =>
        (_visit, now) => ({ by, ask: movement(verb, who, now) }),
    ),
  fc
    .record({
      by: fc.constantFrom(...people),
      verb: fc.constantFrom(
        'help' as const,
        'cancel' as const,
        'feel-unsafe' as const,
        'cannot-go' as const,
      ),
    })
    .map(
      ({ by, verb }): Ask =>
        () => ({ by, ask: verb === 'help' ? { verb, words: '' } : { verb, reason: '' } }),
    ),
  fc
    .record({
      by: fc.constantFrom(pat, rao, ...people),
      verb: fc.constantFrom('acknowledge', 'spoke', 'stand-down'),
    })
    .map(
      ({ by, verb }): Ask =>
        (visit) => ({ by, ask: answer(verb, visit) }),
    ),
);

const decision = (verb: string, content: string): VisitAsk => {
  if (verb === 'approve') return { verb, content, note: '' };
  if (verb === 'decline') return { verb, content, reason: 'No' };
  if (verb === 'open-details') return { verb, content };
  return { verb: 'ask-for-changes', content, what: 'Later' };
};

const movement = (verb: string, who: readonly (typeof sam.id)[], now: Instant): VisitAsk => {
  if (verb === 'enter') return { ...entering, who };
  if (verb === 'leave') return { verb, who, next: '' };
  if (verb === 'extend') return { verb, dueBack: minutesAfter(now, 45) };
  if (verb === 'already-happened') return { verb, what: 'depart', who };
  if (verb === 'arrive' || verb === 'return' || verb === 'leave-unsafe' || verb === 'safe-now')
    return { verb, who };
  return { verb: 'depart', who };
};

const answer = (verb: string, visit: Visit): VisitAsk => {
  const alarm = visit.status === 'unsubmitted' ? '' : (visit.alarms.at(-1)?.id ?? '');
  if (verb === 'acknowledge') return { verb, alarm };
  return verb === 'spoke'
    ? { verb, alarm, to: both }
    : { verb: 'stand-down', alarm, spokeTo: both };
};

const clockAsk = { verb: 'check-clock' } as const;

/** Plays it through, a few minutes apart, the clock looked at now and then. */
const played = (
  start: readonly Happening[],
  turns: readonly { readonly ask: Ask; readonly minutes: number; readonly tick: boolean }[],
  look: (sofar: readonly Happening[], newest: readonly Happening[]) => void,
): void => {
  let sofar = start;
  let now = at('09:30');
  for (const { ask, minutes, tick } of turns) {
    now = minutesAfter(now, minutes);
    const visit = visitOf(sofar);
    const { by, ask: said } = ask(visit, now);
    for (const decided of [
      ...(tick ? [decideIn(sofar, { by: 'product', ask: clockAsk, now }, { via: 'product' })] : []),
      decideIn(sofar, { by: by.id, ask: said, now }),
    ]) {
      const newest = decided.kind === 'accepted' ? decided.events : [];
      sofar = [...sofar, ...newest];
      look(sofar, newest);
    }
  }
};

const turns = fc.array(
  fc.record({ ask: anyAsk, minutes: fc.integer({ min: 0, max: 25 }), tick: fc.boolean() }),
  { minLength: 5, maxLength: 30 },
);
const starts = fc.constantFrom(after(), after(asked()), after(...bothOut));
/** What counts how often something came up takes more stories than what holds in each. */
const always = (look: Parameters<typeof played>[2], numRuns = 40) =>
  fc.assert(
    fc.property(starts, turns, (start, list) => played(start, list, look)),
    { numRuns: runs(numRuns) },
  );

describe('whatever is asked, by whom, in whatever order', () => {
  it('nothing is approved but by somebody who may, of what it now says', () => {
    let approvals = 0;
    always((sofar) => {
      const visit = visitOf(sofar);
      if (visit.status !== 'approved') return;
      approvals += 1;
      const { requestedBy, proposal, decidedBy } = visit;
      expect(roster.find(({ id }) => id === decidedBy)?.roles).toContain('headteacher');
      expect([requestedBy, ...proposal.visitors]).not.toContain(decidedBy);
      const answers = assessmentAfter(sofar.flatMap(({ restricted }) => restricted ?? []))?.answers;
      expect(answers && contentOf(proposal, answers, hash)).toBe(visit.content);
      const drift = Math.abs(
        Date.parse(visit.approvedFor?.dueBack ?? '') - Date.parse(proposal.dueBack),
      );
      expect(drift).toBeLessThanOrEqual(policy.approval.toleranceMinutes * 60_000);
    }, 80);
    expect(approvals).toBeGreaterThan(5);
  });

  it('an approval is of what was approved last: pupil, address, people and risk', () => {
    always((sofar) => {
      const visit = visitOf(sofar);
      if (visit.status !== 'approved') return;
      const index = sofar.findLastIndex(({ event }) => event.type === 'approved');
      const then = visitAfter(sofar.slice(0, index + 1).map(({ event }) => event));
      if (then.status === 'unsubmitted') throw new Error('approved before it was asked for');
      const bound = ({ proposal, risk }: typeof then) => [
        proposal.pupil,
        proposal.address,
        proposal.visitors,
        risk,
      ];
      expect(bound(visit)).toEqual(bound(then));
    });
  });

  it('nobody is out, and no alarm open, without somebody looking at the clock', () => {
    let outs = 0;
    always((sofar) => {
      const visit = visitOf(sofar);
      if (visit.status === 'unsubmitted') return;
      const open = visit.alarms.some(({ state }) => state !== 'settled');
      const out = visit.status === 'out' && whoIsOut(visit.outing).length > 0;
      outs += out ? 1 : 0;
      if (out || open) expect(nextCheck(visit, policy)).toBeDefined();
    });
    expect(outs).toBeGreaterThan(20);
  });

  it('the clock finds something exactly when it was said to', () => {
    always((sofar) => {
      const visit = visitOf(sofar);
      const due = nextCheck(visit, policy);
      if (due === undefined) return;
      const found = (now: Instant) => {
        const decided = decideIn(sofar, { by: 'product', ask: clockAsk, now }, { via: 'product' });
        return decided.kind === 'accepted' ? decided.events.length : -1;
      };
      expect(found(due)).toBeGreaterThan(0);
      expect(found(minutesAfter(due, -0.1))).toBe(0);
    });
  });

  it('the clock approves nobody and brings nobody back', () => {
    always((_sofar, newest) => {
      for (const { event } of newest)
        if (event.by === 'product')
          expect([
            'lapsed',
            'rung-raised',
            'nudged',
            'wait-ended',
            'welfare-asked',
            'decision-reminded',
            'review-reminded',
          ]).toContain(event.type);
    });
  });

  it('people come back only where somebody names them', () => {
    always((sofar) => {
      const visit = visitOf(sofar);
      if (visit.status !== 'returned') return;
      const named = sofar.flatMap(({ event }) => (event.type === 'returned' ? event.who : []));
      for (const [id, { position }] of Object.entries(visit.outing.positions))
        if (position === 'back') expect(named).toContain(id);
    });
  });

  it('a pupil’s account moves nothing', () => {
    always((_sofar, newest) => {
      for (const { event } of newest) expect(event.by).not.toBe(pupil.id);
    });
  });

  it('the open part tells nothing of the risk answers or of why a sensitive visit is made', () => {
    const { happenings } = given().when(sam, {
      verb: 'submit',
      form: form({ sensitive: true }, highRisk),
    });
    const open = JSON.stringify(happenings.map(({ event }) => event));
    expect(open).not.toMatch(/doorstep|Mondays|"attendance"|"q1"/u);
  });
});
