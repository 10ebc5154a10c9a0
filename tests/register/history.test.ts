import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { ConcernEvent } from '../../src/concerns/concern.ts';
import {
  joinSeal,
  parseConcernHistory,
  parseRestrictedHistory,
  parseVisitHistory,
  sealEvents,
} from '../../src/register/history.ts';
import { commandId } from '../../src/vocabulary.ts';
import { at, rao, sam } from '../builders/cast.ts';
import { fc } from '../support/properties.ts';
import { everyRestrictedEvent, everyVisitEvent } from './every-event.ts';

const keyed = (key: string) => (text: string) =>
  createHmac('sha256', key).update(text).digest('base64url');
const hmac = keyed('the key');
const events = Object.values(everyVisitEvent);
const sealed = sealEvents('visit-1', [], events, hmac);
const parse = (value: unknown, owner = 'visit-1') =>
  parseVisitHistory(owner, typeof value === 'string' ? value : JSON.stringify(value), hmac);

describe('a sealed history', () => {
  it('comes back whole, every type of event', () => {
    expect(parse(sealed)).toEqual({ kind: 'whole', events, sealed });
  });
  it('comes back whole however the list spaces it or orders its keys', () => {
    const turned = sealed.map((event) => Object.fromEntries(Object.entries(event).toReversed()));
    expect(parse(JSON.stringify(turned, null, 2))).toMatchObject({ kind: 'whole' });
  });
  it('holds the restricted part of every kind, and concerns', () => {
    const restricted = sealEvents('visit-1', [], everyRestrictedEvent, hmac);
    const read = parseRestrictedHistory('visit-1', JSON.stringify(restricted), hmac);
    expect(read).toEqual({ kind: 'whole', events: everyRestrictedEvent, sealed: restricted });
    const concerns = sealEvents('concern-1', [], everyConcernEvent, hmac);
    expect(parseConcernHistory('concern-1', JSON.stringify(concerns), hmac)).toMatchObject({
      kind: 'whole',
      events: everyConcernEvent,
    });
  });
  it('is added to without sealing again what is there', () => {
    const [first, second, third] = events;
    if (first === undefined || second === undefined || third === undefined) throw new Error();
    const two = sealEvents('visit-1', [], [first, second], hmac);
    const three = sealEvents('visit-1', two, [third], hmac);
    expect(three.slice(0, 2)).toEqual(two);
    expect(three).toEqual(sealEvents('visit-1', [], [first, second, third], hmac));
    expect(three[2]).toEqual(joinSeal(third, two[1]?.seal ?? '', hmac));
  });
});

describe('a history that somebody changed', () => {
  const broken = (at: number, found = 'pasted or altered') => ({ kind: 'broken', at, found });

  it('is seen wherever one letter of any event is another', () => {
    const where = fc.record({
      index: fc.integer({ min: 0, max: sealed.length - 1 }),
      spot: fc.nat(),
      letter: fc.constantFrom('x', '7', '"', 'A'),
    });
    fc.assert(
      fc.property(where, ({ index, spot, letter }) => {
        const texts = sealed.map((event) => JSON.stringify(event));
        const text = texts[index] ?? '';
        const place = spot % text.length;
        fc.pre(text[place] !== letter);
        texts[index] = text.slice(0, place) + letter + text.slice(place + 1);
        const read = parse(`[${texts.join(',')}]`);
        expect(read.kind).toBe('broken');
        expect(read.events.length).toBeLessThanOrEqual(index);
      }),
    );
  });
  it('is seen wherever an event is taken out of the middle or the beginning', () => {
    for (let index = 0; index < sealed.length - 1; index += 1)
      expect(parse(sealed.toSpliced(index, 1))).toMatchObject(broken(index));
  });
  it('is seen wherever two events change places', () => {
    for (let index = 0; index < sealed.length - 1; index += 1) {
      const [one, other] = sealed.slice(index, index + 2);
      const swapped = [...sealed.slice(0, index), other, one, ...sealed.slice(index + 2)];
      expect(parse(swapped)).toMatchObject(broken(index));
    }
  });
  it('is seen where an approval is pasted in, without a seal or with one from elsewhere', () => {
    const { approved } = everyVisitEvent;
    const [first] = sealed;
    expect(parse([first, approved])).toMatchObject(broken(1, 'not readable'));
    expect(parse([first, { ...approved, seal: sealed[2]?.seal }])).toMatchObject(broken(1));
    expect(parse([first, first])).toMatchObject(broken(1));
  });
  it('is seen where it is another visit’s, or sealed with another key', () => {
    expect(parse(sealed, 'visit-2')).toMatchObject(broken(0));
    expect(parse(sealEvents('visit-1', [], events, keyed('another')))).toMatchObject(broken(0));
  });
  it('keeps the whole events before the break', () => {
    const read = parse(sealed.toSpliced(3, 1));
    expect(read).toMatchObject({ events: events.slice(0, 3), sealed: sealed.slice(0, 3) });
  });
  it('is not readable where it is no history at all', () => {
    for (const text of ['', 'nonsense', '{}', 'null', '[1]', '[null]', '[[]]', '[{"seal":"x"}]'])
      expect(parse(text)).toMatchObject(broken(0, 'not readable'));
    expect(parse('[]')).toMatchObject(broken(0, 'empty'));
  });
  it('is not readable where an event is of no known type, even sealed', () => {
    const odd = [{ ...everyVisitEvent.lapsed, type: 'forgiven' }, everyVisitEvent.lapsed];
    expect(parse(sealEvents('visit-1', [], odd, hmac))).toMatchObject(broken(0, 'not readable'));
    const extra = [{ ...everyVisitEvent.lapsed, approved: true }];
    expect(parse(sealEvents('visit-1', [], extra, hmac))).toMatchObject(broken(0, 'not readable'));
  });
});

const by = { at: at('14:40'), by: sam.id, command: commandId('c1') };
const everyConcernEvent: readonly ConcernEvent[] = [
  {
    ...by,
    type: 'concern-raised',
    reference: 'C-7F3K9Q',
    about: 'child',
    person: 'A child',
    what: 'A bruise',
    visit: 'visit-1',
    route: 'safeguarding',
    subjects: [],
  },
  { ...by, type: 'concern-climbed', times: 1 },
  { ...by, by: rao.id, type: 'concern-acknowledged' },
  { ...by, type: 'concern-added-to', what: 'And another' },
  { ...by, by: rao.id, type: 'concern-spoken-of' },
];
