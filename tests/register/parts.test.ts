import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  type Earlier,
  earlierIn,
  historyText,
  parseVisitHistory,
  type Sealed,
  sealEvents,
} from '../../src/register/history.ts';
import { dealtOut, type Part, partsFor, standingParts } from '../../src/register/parts.ts';
import type { VisitEvent } from '../../src/visits/event.ts';
import { commandId } from '../../src/vocabulary.ts';
import { fc, runs } from '../support/properties.ts';
import { everyVisitEvent } from './every-event.ts';

const hmac = (text: string) => createHmac('sha256', 'the key').update(text).digest('base64url');
const column = 63_999;

type Events = readonly Sealed<VisitEvent>[];

/** One of every type, and then calls for help with so many words each. */
const historyOf = (owner: string, lengths: readonly number[], letter = 'x'): Events => {
  const helping = lengths.map((length, index) => ({
    ...everyVisitEvent['help-called'],
    command: commandId(`help-${index}`),
    words: letter.repeat(length),
  }));
  return sealEvents(owner, [], [everyVisitEvent.submitted, ...helping], hmac);
};

/** As the lists hold it: the texts of all items, and what the last says of the others. */
const listed = (owner: string, events: Events, parts = partsFor(events, [])) => {
  const { earlier, own } = dealtOut(events, parts);
  const marks = parts.map(({ seal }, index) => ({ seal, item: `${index + 1}` }));
  const head = historyText(owner, own, marks, hmac);
  return { texts: [...earlier.map((part) => JSON.stringify(part)), head], marks, own };
};

const parse = (texts: readonly string[], owner = 'visit-1') =>
  parseVisitHistory(owner, texts, hmac);
const brokenAt = (at: number, found = 'pasted or altered') => ({ kind: 'broken', at, found });

const threeParts = historyOf(
  'visit-1',
  Array.from({ length: 90 }, () => 2_000),
);

describe('a history that is dealt out to several items', () => {
  it('stays in one while it fits, and says nothing of others', () => {
    const short = historyOf('visit-1', [2_000, 2_000]);
    expect(partsFor(short, [])).toEqual([]);
    expect(listed('visit-1', short).texts).toEqual([JSON.stringify(short)]);
    expect(earlierIn(JSON.stringify(short))).toEqual([]);
  });

  it('comes back whole and in order, however long its words are, and no text outgrows a column', () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 25_000 }), { maxLength: 14 });
    const letters = fc.constantFrom('x', '"', '\n', 'é', '👩‍👧', '😀');
    fc.assert(
      fc.property(lengths, letters, (each, letter) => {
        const short = each.map((length) => Math.floor(length / letter.length / 2));
        const events = historyOf('visit-1', short, letter);
        const { texts } = listed('visit-1', events);
        for (const text of texts) {
          expect(text.length).toBeLessThanOrEqual(column);
          // What goes over the wire in UTF-8 comes back the same: no character was cut in two.
          expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text);
        }
        expect(parse(texts)).toMatchObject({ kind: 'whole', sealed: events });
      }),
      { numRuns: runs(40) },
    );
  });

  it('cuts nowhere else for having grown: what stands in a part stays there', () => {
    for (let length = 2; length <= threeParts.length; length += 5) {
      const parts = partsFor(threeParts.slice(0, length), []);
      const more = partsFor(threeParts, parts);
      expect(more.slice(0, parts.length)).toEqual(parts);
      expect(more).toEqual(partsFor(threeParts, []));
    }
    expect(partsFor(threeParts, [])).toHaveLength(3);
  });

  it('leaves the last event with the item itself, though it fills a part alone', () => {
    const events = historyOf('visit-1', [59_000, 59_500]);
    const { texts, own } = listed('visit-1', events);
    expect(own).toEqual(events.slice(-1));
    expect(texts).toHaveLength(3);
    expect(parse(texts)).toMatchObject({ kind: 'whole', sealed: events });
  });

  it('goes on from a part where it stands, and forgets one whose events are no more', () => {
    const place = { item: '7', revision: '1' };
    const stands = partsFor(threeParts, []).map((part): Part => ({ ...part, place }));
    expect(partsFor(threeParts, stands)).toEqual(stands);
    const [first, second] = stands;
    if (first === undefined || second === undefined) throw new Error();
    const other = { seal: 'of another telling', place };
    expect(partsFor(threeParts, [first, other])[0]).toEqual(first);
    expect(partsFor(threeParts, [first, other])[1]).toEqual({ ...second, place: undefined });
  });
});

describe('a history in several items that somebody changed', () => {
  const { texts, marks, own } = listed('visit-1', threeParts);
  const [one = '', two = '', three = '', head = ''] = texts;
  const firstOf = (...parts: readonly string[]) =>
    parts.reduce((count, text) => count + JSON.parse(text).length, 0);
  const headWith = (earlier: readonly Earlier[]) => historyText('visit-1', own, earlier, hmac);

  it('is seen where a part is gone, emptied or no history', () => {
    for (const gone of ['', 'nonsense', '{}']) {
      expect(parse([gone, two, three, head])).toMatchObject(brokenAt(0, 'not readable'));
      const read = parse([one, gone, three, head]);
      expect(read).toMatchObject(brokenAt(firstOf(one), 'not readable'));
      expect(read.sealed).toEqual(threeParts.slice(0, firstOf(one)));
    }
    expect(parse([one, '[]', three, head])).toMatchObject(brokenAt(firstOf(one)));
    expect(parse([two, three, head])).toMatchObject(brokenAt(0));
    expect(parse([one, two, head])).toMatchObject(brokenAt(firstOf(one, two)));
    expect(parse([head])).toMatchObject(brokenAt(0));
  });

  it('is seen where parts change places, come twice, or are another visit’s', () => {
    expect(parse([two, one, three, head])).toMatchObject(brokenAt(0));
    expect(parse([one, three, two, head])).toMatchObject(brokenAt(firstOf(one)));
    expect(parse([one, one, two, three, head])).toMatchObject(brokenAt(firstOf(one)));
    const theirs = historyOf(
      'visit-2',
      Array.from({ length: 90 }, () => 2_000),
    );
    const other = listed('visit-2', theirs).texts;
    expect(parse([other[0] ?? '', two, three, head])).toMatchObject(brokenAt(0));
    expect(parse([one, other[1] ?? '', three, head])).toMatchObject(brokenAt(firstOf(one)));
    expect(parse([...texts.slice(0, 3), other[3] ?? '']).kind).toBe('broken');
    expect(parse(other)).toMatchObject(brokenAt(0));
  });

  it('is seen wherever one letter of any part is another', () => {
    const spots = fc.record({
      index: fc.nat(3),
      spot: fc.nat(),
      letter: fc.constantFrom('7', '"'),
    });
    fc.assert(
      fc.property(spots, ({ index, spot, letter }) => {
        const text = texts[index] ?? '';
        const place = spot % text.length;
        fc.pre(text[place] !== letter);
        const changed = text.slice(0, place) + letter + text.slice(place + 1);
        expect(parse(texts.with(index, changed)).kind).toBe('broken');
      }),
      { numRuns: runs(40) },
    );
  });

  it('is seen where what it says of its parts is not what we wrote, and nothing of it is lost', () => {
    expect(earlierIn(head)).toEqual(marks);
    expect(head).toBe(headWith(marks));
    const moved = head.replace('"item":"2"', '"item":"9"');
    expect(parse([one, two, three, moved])).toMatchObject({
      ...brokenAt(threeParts.length),
      sealed: threeParts,
    });
    expect(parse([one, two, three, JSON.stringify(own)])).toMatchObject({ kind: 'whole' });
    expect(parse([JSON.stringify(own)])).toMatchObject(brokenAt(0));
    expect(parse([head, one])).toMatchObject({ kind: 'broken' });
  });
});

describe('where the parts stand after a writing', () => {
  const at = (item: string) => ({ item, revision: '1' });
  const part = (seal: string, item?: string): Part => ({
    seal,
    place: item === undefined ? undefined : at(item),
  });

  it('is where the writing put them', () => {
    const written = { before: [part('a')], filed: [part('a', '1'), part('b', '2')] };
    expect(standingParts(written.filed, [part('a')], written)).toEqual(written.filed);
  });
  it('is nowhere for one that was found changed meanwhile, and the newest place for one looked at since', () => {
    const written = { before: [part('a', '1')], filed: [part('a', '1')] };
    expect(standingParts(written.filed, [part('a')], written)).toEqual([part('a')]);
    expect(standingParts(written.filed, [part('a', '5')], written)).toEqual([part('a', '5')]);
    expect(standingParts(written.filed, [], written)).toEqual([part('a', '1')]);
  });
});
