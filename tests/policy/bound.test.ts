/** What an approval is bound to, under every policy. */
import { describe, expect, it } from '@jest/globals';
import { visitAfter } from '../../src/visits/evolve.ts';
import { at, jo, sam } from '../builders/cast.ts';
import { quietHome } from '../builders/visits.ts';
import { signed } from './gates-deciding.ts';
import { afterwards, type Changes, formUnder, lee, packNames, policies } from './six-packs.ts';

const status = (pack: (typeof packNames)[number], before: Changes, after: Changes): string => {
  const story = afterwards(pack, signed(pack, before), {
    by: sam.id,
    ask: { verb: 'submit', form: formUnder(pack, after) },
  });
  return visitAfter(story.map(({ event }) => event)).status;
};

const driving: Changes = { carriesPupil: true, driver: sam.id };
const bound: readonly (readonly [string, Changes, Changes])[] = [
  ['the pupil', {}, { pupil: 'Siôn O’Neill' }],
  ['the address', {}, { address: '15 Ffordd y Môr' }],
  ['who goes', {}, { visitors: [sam.id, lee.id] }],
  ['the start, by more than is let pass', {}, { start: at('14:16') }],
  ['the return, by more than is let pass', {}, { dueBack: at('15:46') }],
  ['that a pupil travels', {}, driving],
  ['who drives', driving, { ...driving, driver: jo.id }],
  ['that no pupil travels', driving, {}],
  ['what is known of the home', {}, { risk: { flags: ['knownCircumstances'] } }],
  ['a risk that is worse', {}, { risk: { level: 'high' } }],
  ['what is done about a risk', {}, { risk: { actions: { q1: 'Stay on the doorstep' } } }],
  [
    'a hazard',
    {},
    { risk: { ...quietHome, hazards: { animals: { level: 'high', controls: 'Doorstep' } } } },
  ],
];
const free: readonly (readonly [string, Changes])[] = [
  ['a word about whom to see', { people: 'Mother' }],
  ['the papers to take', { documents: 'The letter' }],
  ['a quarter of an hour', { start: at('14:15'), dueBack: at('15:45') }],
];

describe.each(packNames)('an approval under the policy %s [HC-2.6b]', (pack) => {
  it.each(bound)('is void with a change of %s', (_what, before, after) => {
    expect(status(pack, before, after)).toBe('awaiting approval');
  });

  it.each(free)('stands with a change of %s', (_what, after) => {
    expect(policies[pack].approval.toleranceMinutes).toBe(15);
    expect(status(pack, {}, after)).toBe('approved');
  });
});
