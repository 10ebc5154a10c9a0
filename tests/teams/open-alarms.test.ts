import { describe, expect, it } from '@jest/globals';
import { AdaptiveCard, SerializationContext, Versions } from 'adaptivecards';
import type { SeenAlarm } from '../../src/journeys/seen.ts';
import { openAlarmsCard, openAlarmsIn } from '../../src/teams/cards/open-alarms-card.ts';
import { visitId } from '../../src/vocabulary.ts';
import { wordsFor } from '../../src/words/words.ts';
import { at, visit } from './story.ts';

const words = wordsFor('en-GB').cards;
const alarm = (since: string, state: SeenAlarm['state'] = 'red'): SeenAlarm => ({
  id: 'help-1',
  kind: 'help',
  since: at(since),
  state,
  rungs: 1,
  spokenTo: [],
});
const visits = Array.from({ length: 7 }, (_, n) =>
  visit({
    id: visitId(`v${n}`),
    reference: `HV-2026-000${n}`,
    alarms: [alarm(`1${n}:15`, n === 6 ? 'settled' : 'red')],
  }),
);
const named = visits.map(({ id }) => ({ visit: id, alarm: 'help-1' }));

describe('the card of many alarms', () => {
  const open = openAlarmsIn(named, [...visits.toReversed(), undefined]);
  const card = openAlarmsCard({ open, words, link: (page) => `https://teams/${page}` });
  const text = JSON.stringify(card);

  it('says how many are open, and each with its reference, who, since when and the way to it', () => {
    expect(text).toContain('6 alarms are open');
    for (const { reference, visitors } of visits.slice(0, 6)) {
      expect(text).toContain(`https://teams/visits/${reference}`);
      for (const { name } of visitors) expect(text).toContain(name);
    }
    expect(open.map((one) => one.alarm.since)).toEqual(
      visits.slice(0, 6).map((one) => one.alarms[0]?.since),
    );
  });

  it('leaves out what is over by now, and what was not meant', () => {
    expect(text).not.toContain('HV-2026-0006');
    expect(openAlarmsIn(named.slice(0, 1), visits)).toHaveLength(1);
  });

  it('draws no complaint', () => {
    const parsed = new AdaptiveCard();
    const context = new SerializationContext(Versions.v1_5);
    parsed.parse(card, context);
    expect(context.eventCount).toBe(0);
  });
});
