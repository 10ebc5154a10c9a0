import { describe, expect, it } from '@jest/globals';
import { visitAfter } from '../../src/visits/evolve.ts';
import { policySays, yesInWords } from '../../src/visits/policy-says.ts';
import { at, sam } from '../builders/cast.ts';
import { submitted } from '../policy/gates-deciding.ts';
import { type PackName, packNames, policies, staff } from '../policy/six-packs.ts';

const said = (pack: PackName, changes = {}): readonly string[] => {
  const visit = visitAfter(submitted(pack, changes).map(({ event }) => event));
  return visit.status === 'unsubmitted'
    ? []
    : policySays(visit, { policy: policies[pack], roster: staff });
};

describe('what the policy says of a visit', () => {
  it.each<[PackName, string]>([
    ['default', 'Mrs Okafor decides (Home Visits default policy 3.1).'],
    [
      'B',
      'Mrs Okafor decides (Broadening Horizons home visit policy “Home Visit Policy and Procedure”).',
    ],
    [
      'R',
      'Ms Hale or Mr Ash has to know of this visit, and to say so (Rookeries home visits policy “Reasons for home visits”).',
    ],
    ['W', 'Mrs Okafor decides (Home Visits product default).'],
    ['HC', 'Mr Bevan signs this visit before it leaves (Holy Cross home visits policy 4.4).'],
    ['H', 'Mrs Okafor or Mr Bevan decides (HSP home visits policy “Before the visit”).'],
  ])('names who decides, how, and by which clause: %s', (pack, sentence) => {
    expect(said(pack).at(-1)).toBe(sentence);
  });

  it('has a button for each way of deciding [R-09 HC-4.4 B-01]', () => {
    expect(packNames.map((pack) => yesInWords(policies[pack]))).toEqual([
      'Approve',
      'Approve',
      'I know of this visit',
      'Approve',
      'Sign this visit',
      'Approve',
    ]);
  });

  it('names who signs the list, where there is one [HC-4.3]', () => {
    expect(said('HC')).toContain(
      'Mrs Okafor signs the week’s list first (Holy Cross home visits policy 4.3).',
    );
    expect(said('H').join()).not.toContain('list');
  });

  it('says how many go, and why one does [B-18 H-05]', () => {
    expect(said('B')[0]).toMatch(/^Two people go where the family is complex/u);
    const alone = { visitors: [sam.id], aloneReason: 'A short drop-off', staffing: 'Speaks Welsh' };
    expect(said('H', alone)[0]).toBe('One person goes: A short drop-off');
    expect(said('W')[0]).toMatch(/^First visit here/u);
  });

  it('warns of an evening visit only where the policy does [B-70 H-37]', () => {
    const evening = { start: at('17:30'), dueBack: at('18:30'), eveningReason: 'They work late' };
    expect(said('B', evening).join()).toContain('An evening visit, which the policy warns of');
    expect(said('H', evening).join()).not.toContain('evening');
    expect(said('B').join()).not.toContain('evening');
  });
});
