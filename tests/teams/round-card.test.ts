/**
 * A round in chat: its stops, the next one a tap away, and how one is made.
 *
 * @jest-environment jsdom
 */
import { describe, expect, it } from '@jest/globals';
import { AdaptiveCard, SerializationContext, Versions } from 'adaptivecards';
import type { SeenStop, SeenVisit } from '../../src/journeys/seen.ts';
import type { Card } from '../../src/teams/cards/parts.ts';
import { roundCard } from '../../src/teams/cards/round-card.ts';
import { visitCard } from '../../src/teams/cards/visit-card.ts';
import { hear } from '../../src/teams/hear.ts';
import { personId, visitId } from '../../src/vocabulary.ts';
import { wordsFor } from '../../src/words/words.ts';
import { at, visit } from './story.ts';

const words = wordsFor('en-GB');
let ids = 0;
const drawing = (seen: Partial<SeenVisit>) => ({
  seen: visit({ relations: ['visitor'], ...seen }),
  viewer: personId('sam'),
  now: at('10:40'),
  words: words.cards,
  newId: () => `command-${++ids}`,
  link: (page: string) => `https://teams.microsoft.com/l/${page}`,
});

const stop = (id: string, initials: string, more: Partial<SeenStop>): SeenStop => ({
  id: visitId(id),
  reference: `HV-2026-${id}`,
  initials,
  address: '14 Ffordd y Môr',
  start: at('10:00'),
  status: 'approved',
  here: false,
  next: true,
  ...more,
});
const round = {
  name: 'HV-2026-v1',
  dueBack: at('13:00'),
  stops: [
    stop('v1', 'SO', { status: 'left', here: true, next: false }),
    stop('v2', 'TR', { start: at('11:00') }),
    stop('v3', 'MH', { start: at('12:00'), status: 'gone on', next: false }),
  ],
};

type Act = Readonly<Record<string, unknown>>;
/** Every button anywhere in a card. */
const buttons = (part: unknown): readonly Act[] => {
  if (Array.isArray(part)) return part.flatMap(buttons);
  if (typeof part !== 'object' || part === null) return [];
  const own = 'verb' in part && 'title' in part ? [part as Act] : [];
  return [...own, ...Object.values(part).flatMap(buttons)];
};

const drawsAt15 = (card: Card): void => {
  const context = new SerializationContext(Versions.v1_5);
  new AdaptiveCard().parse(card, context);
  expect(context.eventCount).toBe(0);
};

describe('the card of somebody on a round', () => {
  const onRound = { round, status: 'left', verbs: ['return', 'extend', 'help'] } as const;

  it('shows every stop, when they are back from all, and the next home one tap away', () => {
    for (const draw of [visitCard, roundCard]) {
      const card = draw(drawing(onRound));
      drawsAt15(card);
      const text = JSON.stringify(card);
      expect(text).toContain('3 homes, in any order');
      expect(text).toContain(words.rounds.here);
      const go = (card.actions ?? []).filter(({ verb }) => verb === 'depart');
      expect(go).toMatchObject([{ title: 'Go to TR, 11:00', data: { visit: 'v2' } }]);
      expect((card.actions ?? []).length).toBeLessThanOrEqual(6);
    }
  });

  it('offers no home that nobody goes to now', () => {
    const left = round.stops.map((one) => ({ ...one, next: false }));
    const card = visitCard(drawing({ ...onRound, round: { ...round, stops: left } }));
    expect(buttons(card).filter(({ verb }) => verb === 'depart')).toEqual([]);
  });
});

describe('planning a round in chat', () => {
  const couldJoin = [stop('v2', 'TR', {}), stop('v3', 'MH', {})];
  const approved = {
    status: 'approved',
    verbs: ['depart', 'plan-round', 'help'],
    couldJoin,
  } as const;

  it('asks which visits, all of them chosen, and when they are back', () => {
    const card = visitCard(drawing(approved));
    drawsAt15(card);
    const text = JSON.stringify(card);
    expect(text).toContain('"id":"visits"');
    expect(text).toContain('"value":"v2,v3"');
    expect(text).toContain('"id":"roundDueBack"');
    expect(buttons(card).map(({ verb }) => verb)).toContain('plan-round');
  });

  it('is not there where there is nothing to plan', () => {
    const card = visitCard(drawing({ status: 'approved', verbs: ['depart', 'help'] }));
    expect(buttons(card).map(({ verb }) => verb)).not.toContain('plan-round');
  });

  it.each(['round', 'my round', 'Rounds', 'plan a round'])('is understood: %s', (said) => {
    expect(hear(said, words.chat)).toEqual({ kind: 'round' });
  });
});
