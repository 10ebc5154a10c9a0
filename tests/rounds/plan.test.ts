import { describe, expect, it } from '@jest/globals';
import { readPack } from '../../src/pack.ts';
import { reasonsNoRound, roundOf } from '../../src/rounds/plan.ts';
import type { Elsewhere } from '../../src/visits/elsewhere.ts';
import { messagesFor } from '../../src/visits/react.ts';
import { type Instant, visitId } from '../../src/vocabulary.ts';
import { at, jo, pat, policy, roster, sam, wells } from '../builders/cast.ts';
import { approved, asked, bothOut, decideIn, does, knownOf, ready } from '../builders/visits.ts';

const visitFrom = (...steps: readonly Parameters<typeof run>[0][number][]) => knownOf(run(steps));
const run = (steps: readonly ReturnType<typeof asked>[]) =>
  steps.reduce<ReturnType<ReturnType<typeof asked>>>((sofar, step) => step(sofar), []);

const first = visitFrom(asked(), approved());
const second = visitFrom(asked({ start: at('15:00'), dueBack: at('16:00') }), approved());
const given = { now: at('12:00'), policy };
const rulesOf = (visits: readonly (typeof first)[], dueBack?: Instant, round = 'r') =>
  reasonsNoRound({ visits, dueBack }, round, given).map(({ rule }) => rule);

describe('a round', () => {
  it('is back when the last of its visits was to be, and goes by its first', () => {
    expect(rulesOf([second, first])).toEqual([]);
    expect(roundOf({ visits: [second, first], dueBack: undefined }, 'r')).toEqual({
      round: 'r',
      name: first.reference,
      dueBack: at('16:00'),
    });
  });

  it('is of two approved visits or more, of the same people on one day, on no other round', () => {
    expect(rulesOf([first])).toEqual(['round/two-or-more']);
    expect(rulesOf([first, visitFrom(asked())])).toEqual(['round/approved']);
    const others = { ...second, proposal: { ...second.proposal, visitors: [sam.id, pat.id] } };
    expect(rulesOf([first, others])).toEqual(['round/same-people']);
    const [start, dueBack] = ['2026-11-25T15:00:00.000Z', '2026-11-25T16:00:00.000Z'] as Instant[];
    const later = {
      ...second,
      proposal: { ...second.proposal, ...(start && { start }), ...(dueBack && { dueBack }) },
    };
    expect(rulesOf([first, later])).toEqual(['round/same-day']);
    const taken = { ...second, round: { round: 'q', name: 'HV-1', dueBack: at('16:00') } };
    expect(rulesOf([first, taken])).toEqual(['round/on-another']);
  });

  it('is back no later than was approved, and later than now', () => {
    expect(rulesOf([first, second], at('16:15'))).toEqual([]);
    expect(rulesOf([first, second], at('16:16'))).toEqual(['round/due-back']);
    expect(rulesOf([first, second], at('12:00'))).toEqual(['round/due-back']);
  });
});

const out: Elsewhere = {
  visit: visitId('other'),
  reference: 'HV-2026-0007',
  round: undefined,
  who: [{ person: jo.id, hop: 0 }],
  holding: [],
  dueBack: at('15:00'),
  extensions: 0,
};
const packs = [
  'default',
  'broadening-horizons',
  'holy-cross',
  'hsp',
  'rookeries',
  'willows',
] as const;

describe.each(packs)('whoever is out on another visit, under %s', (pack) => {
  it('is refused a second, with where they are', () => {
    const ask = { verb: 'depart', who: [sam.id, jo.id] } as const;
    const story = run([asked(), approved(), ready(sam, jo)]);
    const said = { by: sam.id, ask, now: at('13:50') };
    const setting = { policy: readPack(pack), elsewhere: [out] };
    const decision = decideIn(story, said, setting);
    const refused = decision.kind === 'refused' ? decision.refusals : [];
    const [reason] = refused.filter(({ rule }) => rule === 'departure/out-already');
    expect(reason?.because).toBe('Jo Ashby is out on HV-2026-0007. Nobody is out on two visits.');
    expect(reason?.clause).not.toBe('');
  });
});

describe('one colleague more who is told [B-89]', () => {
  it('hears who left, that the plan changed and who is back, without the family', () => {
    const [, ...rest] = bothOut;
    const story = run([
      asked({ alsoTell: wells.id }),
      ...rest,
      does(sam, { verb: 'change-plan', what: 'To the aunt of Siân O’Neill' }, '14:10'),
      does(sam, { verb: 'return', who: [sam.id, jo.id] }, '15:00'),
    ]);
    const heard = story.flatMap(({ event }, n) =>
      messagesFor(event, knownOf(story.slice(0, n + 1)), { policy, roster }).flatMap((message) =>
        message.kind === 'notice' && message.to.people?.includes(wells.id) ? [message.text] : [],
      ),
    );
    expect(heard).toEqual([
      'Sam Pike and Jo Ashby left on HV-2026-0042, due back 15:30.',
      'HV-2026-0042: Sam Pike changed the plan. The office knows how.',
      'HV-2026-0042: Sam Pike and Jo Ashby came back to school.',
    ]);
  });
});
