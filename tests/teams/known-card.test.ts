/** The form in chat: what is known of the home, the general assessment and the school's table of hazards. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { BeforeAsking } from '../../src/journeys/homes-seen.ts';
import { readPack } from '../../src/pack.ts';
import { formCard } from '../../src/teams/cards/form-card.ts';
import { wordsFor } from '../../src/words/words.ts';
import { generalStanding, knownHomes } from '../builders/homes-door.ts';

const [home] = knownHomes;
const before: BeforeAsking = {
  home: {
    shown: 'shown-1',
    needed: true,
    hazards: home?.hazards.filter(({ resolved }) => resolved === undefined) ?? [],
    visits: home?.visits ?? [],
    animals: true,
  },
  general: { ...generalStanding, needed: true },
};

const drawn = (
  pack: string,
  known: BeforeAsking,
  values: Readonly<Record<string, string>> = {},
): string =>
  JSON.stringify(
    formCard({
      verb: 'submit',
      data: { command: randomUUID() },
      values,
      refusals: [],
      policy: readPack(pack),
      colleagues: [],
      before: known,
      words: wordsFor('en-GB').cards,
    }),
  );

describe('the form in chat', () => {
  it('[B-17] shows hazards and earlier visits of the home, with a tick that names what was shown', () => {
    const card = drawn('broadening-horizons', before);
    expect(card).toContain('A knife lay on the hall table');
    expect(card).toContain('0031');
    expect(card).toContain('"valueOn":"shown-1"');
    expect(card).not.toContain('The top step was broken');
  });

  it('[B-88] says to ask somebody local where animals are known, and not where none are', () => {
    expect(drawn('broadening-horizons', before)).toContain('Ask somebody who knows the place');
    const calm = before.home && { ...before, home: { ...before.home, animals: false } };
    expect(drawn('willows', calm ?? {})).not.toContain('Animals are known here');
  });

  it('[B-21] shows the general assessment with one tick for its version, until it has been read', () => {
    const card = drawn('broadening-horizons', before);
    expect(card).toContain('I have read version 3 of Mon 2 Nov');
    expect(card).toContain('"valueOn":"3"');
    const read = { general: { ...generalStanding, read: true, needed: true } };
    expect(drawn('broadening-horizons', read)).not.toContain('I have read version');
  });

  it('[B-72] [B-76] [B-81] shows the whole table of hazards, each at the level the school starts from', () => {
    const card = drawn('broadening-horizons', {});
    for (const { id, hazard, level } of readPack('broadening-horizons').risk.hazards) {
      expect(card).toContain(hazard);
      expect(card).toMatch(new RegExp(`"id":"hazard-${id}"[^}]*?.*?"value":"${level}"`, 'u'));
      expect(card).toContain(`"id":"hazard-${id}Controls"`);
    }
    expect(drawn('default', {})).not.toContain('hazard-violence');
  });

  it('fills no risk answer in for anybody', () => {
    const card = drawn('default', before, { pupil: 'Rhys Daniels' });
    expect(card).not.toMatch(/"id":"(?:q\d|level)"[^{]*"value":"/u);
  });
});
