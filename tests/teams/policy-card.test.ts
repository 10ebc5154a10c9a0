import { describe, expect, it } from '@jest/globals';
import { AdaptiveCard, SerializationContext, Versions } from 'adaptivecards';
import { policyCard } from '../../src/teams/cards/policy-card.ts';
import { visitorCard } from '../../src/teams/cards/visitor-card.ts';
import { personId } from '../../src/vocabulary.ts';
import { wordsFor } from '../../src/words/words.ts';
import { verbsOf } from '../support/school.ts';
import { at, visit } from './story.ts';

const words = wordsFor('en-GB');
const link = (page: string) => `https://teams.microsoft.com/${page}`;
const newId = () => 'c1';

describe('the card that asks somebody to read the policy [HC-S2 B-12 H-06]', () => {
  const changes = [1, 2, 3, 4, 5, 6, 7, 8].map((count) => `Setting ${count}: new (was: old)`);
  const card = policyCard({
    title: 'The *policy*',
    version: '2027-01',
    changes,
    words,
    newId,
    link,
  });

  it('is one that Teams can draw', () => {
    const context = new SerializationContext(Versions.v1_5);
    new AdaptiveCard().parse(card, context);
    expect([...Array(context.eventCount).keys()].map((index) => context.getEventAt(index))).toEqual(
      [],
    );
  });

  it('says what is new without being a wall, and carries the version it was drawn for', () => {
    const text = JSON.stringify(card);
    expect(text).toContain('Setting 6');
    expect(text).not.toContain('Setting 7');
    expect(verbsOf(card)).toEqual(['confirm-policy-read']);
    expect(text).toContain('"version":"2027-01"');
  });
});

describe('the card of somebody who goes', () => {
  const drawn = (more: Parameters<typeof visit>[0]) =>
    visitorCard({
      seen: visit({ status: 'approved', verbs: ['depart', 'help'], ...more }),
      viewer: personId('sam'),
      now: at('13:48'),
      words: words.cards,
      newId,
      link,
    });

  it('lets them confirm the policy where they may not leave without [B-12 H-06]', () => {
    expect(verbsOf(drawn({ policyUnread: '2027-01' }))).toContain('confirm-policy-read');
    expect(verbsOf(drawn({}))).not.toContain('confirm-policy-read');
  });
});
