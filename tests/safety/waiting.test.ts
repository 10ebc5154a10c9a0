import { describe, expect, it } from '@jest/globals';
import { readPack } from '../../src/pack.ts';
import { endOfWait } from '../../src/safety/waiting.ts';
import { instant } from '../../src/vocabulary.ts';
import { at } from '../builders/cast.ts';

const appointed = at('14:00');
const noShow = (pack: string, arrived: string) =>
  endOfWait({ appointed, arrivedAt: at(arrived) }, readPack(pack));

describe('the wait at the door', () => {
  it.each([
    { clauses: '[W-3.2a] [W-3.2b]', pack: 'willows', early: '14:10', tardy: '14:16' },
    { clauses: '[HC-4.5a] [HC-4.5b]', pack: 'holy-cross', early: '14:20', tardy: '14:26' },
  ])(
    'runs from the later of arriving and the appointed time $clauses',
    ({ pack, early, tardy }) => {
      expect(noShow(pack, '13:50')).toEqual({ how: 'no-show', at: at(early) });
      expect(noShow(pack, '14:06')).toEqual({ how: 'no-show', at: at(tardy) });
    },
  );

  it.each([
    { clauses: '[W-3.3b]', pack: 'willows' },
    { clauses: '[HC-4.6b]', pack: 'holy-cross' },
  ])('with notice is over once it is more than thirty minutes $clauses', ({ pack }) => {
    const over = endOfWait(
      { appointed, arrivedAt: at('13:50'), lateSince: at('13:40') },
      readPack(pack),
    );
    expect(over.how).toBe('late');
    expect(over.at > at('14:30')).toBe(true);
    expect(over.at <= instant('2026-11-24T14:30:00.001Z')).toBe(true);
  });

  it('gives those who come late themselves their minutes, too', () => {
    const over = endOfWait(
      { appointed, arrivedAt: at('14:45'), lateSince: at('13:40') },
      readPack('willows'),
    );
    expect(over).toEqual({ how: 'late', at: at('14:55') });
  });

  it('is ten real minutes in the night the clocks change', () => {
    const before = instant('2026-10-25T00:55:00Z');
    const wait = { appointed: before, arrivedAt: before };
    expect(endOfWait(wait, readPack('willows')).at).toBe(instant('2026-10-25T01:05:00Z'));
  });
});
