/** The product is killed at random moments of a school day of 20 visits, and started again; `SOAK_KILLS` times. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  notAsItEnds,
  notClimbed,
  notListed,
  notOnce,
  notTold,
  stillWaiting,
  toldTwice,
} from '../school-day/ledger.ts';
import { type Day, playDay } from '../school-day/play.ts';
import { chanceOf, seedFrom } from '../soak/random.ts';
import { openSchool, type School } from '../support/school.ts';

const kills = Number(process.env['SOAK_KILLS'] ?? 12);
const seed = seedFrom(process.env['SOAK_SEED']);
/** More would leave no hour of the day in which nobody dies. */
const mostADay = 40;
const days = Math.ceil(kills / mostADay);
/** On a machine that has much else to do. */
const dayMs = 900_000;

let school: School;
beforeEach(async () => {
  school = await openSchool();
}, 60_000);
afterEach(() => school.close());

const killsOn = (day: number): number => Math.min(mostADay, kills - day * mostADay);

const tell = (day: Day, seed: number): void => {
  const { count } = toldTwice(day);
  process.stdout.write(
    `SOAK_SEED=${seed}: ${day.kills.length} kills, ${day.posted.length} messages, ${count} of them twice.\n`,
  );
};

describe('a school day, with the product killed at random moments of it', () => {
  it.each(Array.from({ length: days }, (_, each) => [seed + each, killsOn(each)] as const))(
    'ends with every event once in both histories, and everybody told (SOAK_SEED=%d, %d kills)',
    async (daysSeed, count) => {
      const day = await playDay(school, chanceOf(daysSeed), count);
      tell(day, daysSeed);
      expect(day.kills.length).toBeGreaterThanOrEqual(count);
      expect(day.forgotten).toEqual([]);
      expect(notOnce(day)).toEqual([]);
      expect(notListed(day)).toEqual([]);
      expect(notAsItEnds(day)).toEqual([]);
      expect(notClimbed(day)).toEqual([]);
      expect(notTold(day)).toEqual([]);
      expect(toldTwice(day).unexplained).toEqual([]);
      expect(stillWaiting(day)).toEqual([]);
    },
    dayMs,
  );
});
