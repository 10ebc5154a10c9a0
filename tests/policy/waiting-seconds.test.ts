/** Every boundary second of the wait at the door, under each of the six policies: a second before, on the dot and a second after. */
import { describe, expect, it } from '@jest/globals';
import type { WaitEnd } from '../../src/visits/event.ts';
import { nextCheck } from '../../src/visits/next-check.ts';
import { verbsFor } from '../../src/visits/offers.ts';
import { officeStatus, outcomeOf } from '../../src/visits/office-status.ts';
import { outOn } from '../../src/visits/people-out.ts';
import { type Instant, instant, minutesAfter } from '../../src/vocabulary.ts';
import { at, pat, sam } from '../builders/cast.ts';
import { both, entering } from '../builders/visits.ts';
import { atTheDoor, clock, ruling, type Sofar, thus, visitIn } from './door-story.ts';
import { type PackName, packNames, policies } from './six-packs.ts';

/** How long each school waits, as its document says it; ten minutes where it says nothing. */
const minutes: Readonly<Record<PackName, number>> = {
  default: 10,
  B: 10,
  R: 10,
  W: 10,
  HC: 20,
  H: 10,
};

const later = (moment: Instant, seconds: number): Instant =>
  instant(new Date(Date.parse(moment) + seconds * 1000).toISOString());
/** `hh:mm:ss.sss` of the day of every story, when the school's clock is UTC. */
const time = (moment: Instant): string => moment.slice(11, 23);

type Case = {
  readonly when: string;
  /** When they came to the door; the appointment is for 14:00. */
  readonly arrived: string;
  /** When the parent said that they would be late; `seconds` from the end of the wait without a notice. */
  readonly notice?: { readonly at: string } | { readonly seconds: number };
  /** The last moment at which they may still go in, or the first at which they may not. */
  readonly ends: (unannounced: Instant) => { readonly at: Instant; readonly mayEnterThen: boolean };
  readonly how: WaitEnd;
};

const onTheDot = (at: Instant) => ({ at, mayEnterThen: false });
const thirtyLate = () => ({ at: at('14:30'), mayEnterThen: true });

const cases: readonly Case[] = [
  { when: 'they came early', arrived: '13:50', ends: onTheDot, how: 'no-show' },
  { when: 'they came on the dot', arrived: '14:00', ends: onTheDot, how: 'no-show' },
  { when: 'they came late themselves', arrived: '14:06', ends: onTheDot, how: 'no-show' },
  {
    when: 'a notice came before',
    arrived: '13:50',
    notice: { at: '13:52' },
    ends: thirtyLate,
    how: 'late',
  },
  {
    when: 'a notice came while they waited, in the last second',
    arrived: '13:50',
    notice: { seconds: -1 },
    ends: thirtyLate,
    how: 'late',
  },
  {
    when: 'a notice came as the wait ended',
    arrived: '13:50',
    notice: { seconds: 0 },
    ends: onTheDot,
    how: 'no-show',
  },
  {
    when: 'a notice came a second after it had',
    arrived: '13:50',
    notice: { seconds: 1 },
    ends: onTheDot,
    how: 'no-show',
  },
];

const table = packNames.flatMap((pack) => cases.map((one) => ({ pack, ...one })));

const storyOf = (
  { pack, arrived, notice }: (typeof table)[number],
  unannounced: Instant,
): Sofar => {
  const door = atTheDoor(pack, arrived);
  if (notice === undefined) return door;
  const said = 'at' in notice ? at(notice.at) : later(unannounced, notice.seconds);
  return thus(pack, door, { verb: 'notice-of-lateness' }, time(said), pat);
};

const ended = (pack: PackName, story: Sofar, moment: Instant) =>
  clock(pack, story, time(moment))
    .map(({ event }) => event.type)
    .includes('wait-ended');

describe('the wait at the door, to the second [W-3.2a W-3.2b W-3.3b HC-4.5a HC-4.5b HC-4.6b]', () => {
  it.each(table)('$pack: $when', (row) => {
    const { pack, ends, how } = row;
    const from = at(row.arrived) > at('14:00') ? at(row.arrived) : at('14:00');
    const unannounced = minutesAfter(from, minutes[pack]);
    const { at: limit, mayEnterThen } = ends(unannounced);
    const story = storyOf(row, unannounced);
    // What came after the limit was never offered before it.
    const seconds = how === 'no-show' && row.notice !== undefined ? [0, 1] : [-1, 0, 1];
    for (const second of seconds) {
      const moment = later(limit, second);
      const open = second < 0 || (second === 0 && mayEnterThen);
      const seen = { second, enter: ruling(pack, story, entering, time(moment)) };
      expect(seen).toEqual({ second, enter: open ? [] : ['door/time-up'] });
      expect({ second, ended: ended(pack, story, moment) }).toEqual({ second, ended: !open });
    }
    const over = clock(pack, story, time(later(limit, 1)));
    const visit = visitIn(over);
    expect(outcomeOf(visit)).toBe(how === 'late' ? 'late' : 'no show');
    expect(verbsFor(visit, sam, policies[pack])).not.toContain('enter');
    // Nobody is back by it: both are out, and looked for as before.
    expect(outOn(visit)).toEqual(both);
    expect(officeStatus(visit)).toBe('at the door');
    expect(nextCheck(visit, policies[pack])).toBe(at('15:30'));
    const again = clock(pack, over, time(later(limit, 2)));
    expect(again.length).toBe(over.length);
  });

  it.each(packNames)(
    'brings nothing back by a notice after the fact, nor by a second one: %s',
    (pack) => {
      const unannounced = minutesAfter(at('14:00'), minutes[pack]);
      const over = clock(pack, atTheDoor(pack), time(unannounced));
      const noticed = thus(
        pack,
        over,
        { verb: 'notice-of-lateness', expected: at('14:29') },
        time(later(unannounced, 1)),
        pat,
      );
      expect(ruling(pack, noticed, entering, '14:29')).toEqual(['door/time-up']);
      const twice = thus(
        pack,
        thus(pack, atTheDoor(pack), { verb: 'notice-of-lateness' }, '13:55', pat),
        { verb: 'notice-of-lateness', expected: at('14:28') },
        time(later(unannounced, 1)),
        pat,
      );
      expect(ruling(pack, twice, entering, '14:30:00.000')).toEqual([]);
      expect(ruling(pack, twice, entering, '14:30:01.000')).toEqual(['door/time-up']);
    },
  );
});
