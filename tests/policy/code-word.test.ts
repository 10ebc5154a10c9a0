import { describe, expect, it } from '@jest/globals';
import { verbsFor } from '../../src/visits/offers.ts';
import { sam } from '../builders/cast.ts';
import { both } from '../builders/visits.ts';
import { happened, type Sofar, visitIn } from './door-story.ts';
import { submitted } from './gates-deciding.ts';
import { contentOf, decideUnder, type PackName, packNames, policies } from './six-packs.ts';

const approved = (pack: PackName): Sofar => {
  const asked = submitted(pack);
  return [...asked, happened('10:00', { type: 'approved', content: contentOf(asked), note: '' })];
};
const missing = (pack: PackName, codeWord: boolean): boolean => {
  const decided = decideUnder(
    pack,
    approved(pack),
    { by: sam.id, ask: { verb: 'depart', who: both } },
    { codeWord },
  );
  return (
    decided.kind === 'refused' &&
    decided.refusals.some(({ rule }) => rule === 'departure/code-word')
  );
};

describe('a pair that is leaving [B-64]', () => {
  it.each(packNames)('has agreed a code word where the policy wants one: %s', (pack) => {
    expect(missing(pack, false)).toBe(pack === 'B');
    expect(missing(pack, true)).toBe(false);
  });

  it.each(packNames)('is offered one where the policy has them: %s', (pack) => {
    const offered = verbsFor(visitIn(approved(pack)), sam, policies[pack]);
    expect(offered.includes('agree-code-word')).toBe(policies[pack].codeWord.rule !== 'off');
  });
});
