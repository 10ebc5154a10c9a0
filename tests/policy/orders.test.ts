/** What holds under every policy, whatever is asked, by whom, in whatever order. */
import { describe, expect, it } from '@jest/globals';
import type { StaffMember } from '../../src/people/staff.ts';
import { assessmentAfter } from '../../src/risk-assessment/evolve.ts';
import type { VisitAsk } from '../../src/visits/command.ts';
import { contentOf as bound } from '../../src/visits/content.ts';
import type { Happening } from '../../src/visits/event.ts';
import { visitAfter } from '../../src/visits/evolve.ts';
import { type Instant, minutesAfter, type Role } from '../../src/vocabulary.ts';
import { at, bevan, jo, okafor, pat, pupil, rao, sam } from '../builders/cast.ts';
import { everyCheck, hash } from '../builders/visits.ts';
import { fc, runs } from '../support/properties.ts';
import { readyToLeave, submitted } from './gates-deciding.ts';
import {
  ash,
  type Changes,
  contentOf,
  decideUnder,
  formUnder,
  hale,
  lee,
  type PackName,
  packNames,
  policies,
  staff,
} from './six-packs.ts';

const people = [sam, jo, okafor, bevan, hale, ash, lee, rao, pat, pupil];
const wanted: readonly Changes[] = [
  {},
  { visitors: [sam.id, bevan.id] },
  { visitors: [okafor.id, hale.id] },
  { address: '15 Ffordd y Môr' },
  { dueBack: at('15:40') },
  { dueBack: at('15:50') },
  { people: 'Mother' },
  { carriesPupil: true, driver: sam.id },
  { carriesPupil: true, driver: jo.id },
  { risk: { flags: ['complex'] } },
  { risk: { hazards: { violence: { level: 'high', controls: 'Meet elsewhere' } } } },
  { start: at('16:30'), dueBack: at('17:30'), eveningReason: 'They work late' },
];

type Turn = {
  readonly by: StaffMember;
  readonly what: string;
  readonly changes: Changes;
  readonly minutes: number;
  readonly list: boolean;
  readonly note: string;
};

const turn: fc.Arbitrary<Turn> = fc.record({
  by: fc.constantFrom(...people, sam, sam, jo, okafor, bevan, hale),
  what: fc.constantFrom(
    ...['submit', 'submit', 'approve', 'approve', 'approve', 'decline', 'withdraw'],
    ...['health', 'reading', 'check', 'depart', 'depart', 'tick', 'cannot-go', 'open', 'adopt'],
  ),
  changes: fc.constantFrom(...wanted),
  minutes: fc.integer({ min: 0, max: 12 }),
  list: fc.boolean(),
  note: fc.constantFrom('', 'I stay until they are back'),
});

const askOf = (pack: PackName, { what, changes, note }: Turn, content: string): VisitAsk => {
  switch (what) {
    case 'submit':
      return { verb: 'submit', form: formUnder(pack, changes) };
    case 'approve':
      return { verb: 'approve', content, note };
    case 'decline':
      return { verb: 'ask-for-changes', content, what: 'Later' };
    case 'withdraw':
      return { verb: 'withdraw-approval', reason: 'A new risk' };
    case 'health':
      return { verb: 'answer-health', adjustment: 'none' };
    case 'reading':
      return { verb: 'confirm-reading' };
    case 'check':
      return { verb: 'check-departure', answers: everyCheck };
    case 'open':
      return { verb: 'open-details', content };
    case 'adopt':
      return { verb: 'adopt-assessment', content };
    case 'depart':
      return { verb: 'depart', who: [] };
    case 'tick':
      return { verb: 'check-clock' };
    default:
      return { verb: 'cannot-go', reason: '' };
  }
};

type Look = (
  sofar: readonly Happening[],
  newest: readonly Happening[],
  given: { readonly list: boolean; readonly now: Instant },
) => void;

/** From nothing, from a request, and from two who are ready to go. */
const starts = fc.constantFrom<(pack: PackName) => readonly Happening[]>(
  () => [],
  submitted,
  readyToLeave,
);

/** What counts how often something came up takes more stories than what holds in each. */
const always = (pack: PackName, look: Look, numRuns = 10): void =>
  fc.assert(
    fc.property(starts, fc.array(turn, { minLength: 8, maxLength: 30 }), (start, turns) => {
      let sofar = start(pack);
      let now = at('09:00');
      for (const one of turns) {
        now = minutesAfter(now, one.minutes);
        const ask = askOf(pack, one, contentOf(sofar));
        const decided = decideUnder(
          pack,
          sofar,
          { by: one.by.id, ask },
          { now, listSigned: one.list },
        );
        const newest = decided.kind === 'accepted' ? decided.events : [];
        sofar = [...sofar, ...newest];
        look(sofar, newest, { list: one.list, now });
      }
    }),
    { numRuns: runs(numRuns) },
  );

const holds = (id: string | undefined, roles: readonly Role[]): boolean =>
  staff.some((member) => member.id === id && member.roles.some((role) => roles.includes(role)));

const known = (sofar: readonly Happening[]) => {
  const visit = visitAfter(sofar.map(({ event }) => event));
  return visit.status === 'unsubmitted' ? undefined : visit;
};

describe.each(packNames)('under the policy %s, in whatever order', (pack) => {
  const { approval } = policies[pack];

  it('nothing is approved without the signature the policy asks for, by somebody who neither goes nor asked', () => {
    let seen = 0;
    always(
      pack,
      (sofar) => {
        const visit = known(sofar);
        if (visit?.status !== 'approved') return;
        seen += 1;
        expect(holds(visit.decidedBy, approval.roles)).toBe(true);
        expect([visit.requestedBy, ...visit.proposal.visitors]).not.toContain(visit.decidedBy);
      },
      60,
    );
    expect(seen).toBeGreaterThan(0);
  });

  it('nobody leaves without every signature the policy asks for', () => {
    let left = 0;
    always(
      pack,
      (sofar, newest, { list }) => {
        if (!newest.some(({ event }) => event.type === 'departed')) return;
        left += 1;
        const visit = known(sofar);
        expect(holds(visit?.decidedBy, approval.roles)).toBe(true);
        expect(approval.mode !== 'list-and-visit' || list).toBe(true);
      },
      60,
    );
    expect(left).toBeGreaterThan(0);
  });

  it('no approval outlives a change of what it was given for', () => {
    always(pack, (sofar) => {
      const visit = known(sofar);
      if (visit?.status !== 'approved') return;
      const index = sofar.findLastIndex(({ event }) => event.type === 'approved');
      const then = known(sofar.slice(0, index + 1));
      const what = (one: typeof visit | typeof then) =>
        one && [
          one.proposal.pupil,
          one.proposal.address,
          one.proposal.visitors,
          one.proposal.driver,
          one.proposal.carriesPupil,
          one.proposal.eveningReason,
          one.risk,
        ];
      expect(what(visit)).toEqual(what(then));
      const answers = assessmentAfter(sofar.flatMap(({ restricted }) => restricted ?? []))?.answers;
      expect(answers && bound(visit.proposal, answers, hash)).toBe(visit.content);
      const atApproval = assessmentAfter(
        sofar.slice(0, index + 1).flatMap(({ restricted }) => restricted ?? []),
      )?.answers;
      expect(answers).toEqual(atApproval);
    });
  });

  it('no event that signs is by a visitor of the visit it signs', () => {
    always(pack, (sofar, newest) => {
      const visit = known(sofar);
      for (const { event } of newest)
        if (event.type === 'approved') expect(visit?.proposal.visitors).not.toContain(event.by);
    });
  });

  it('the clock and a pupil sign nothing', () => {
    always(pack, (_sofar, newest) => {
      for (const { event } of newest) {
        expect(event.by).not.toBe(pupil.id);
        if (event.via === 'product')
          expect(['lapsed', 'rung-raised', 'nudged', 'wait-ended', 'decision-reminded']).toContain(
            event.type,
          );
      }
    });
  });
});
