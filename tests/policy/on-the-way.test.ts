/** What is said on the way and afterwards, and who hears of it. */
import { describe, expect, it } from '@jest/globals';
import { officeStatus } from '../../src/visits/office-status.ts';
import { at, sam } from '../builders/cast.ts';
import { both, entering } from '../builders/visits.ts';
import { atTheDoor, clock, newest, tellsAfter, thus, visitIn } from './door-story.ts';
import { packNames, policies } from './six-packs.ts';

describe.each(packNames)('people who are out, under %s', (pack) => {
  const inside = thus(pack, atTheDoor(pack), entering, '14:01');
  const home = { verb: 'leave', who: both, next: 'straight home' } as const;

  it('[B-79] tell the office of every change of plan', () => {
    const changed = thus(pack, inside, { verb: 'change-plan', what: 'To the aunt’s' }, '14:20');
    const told = tellsAfter(pack, inside, changed);
    for (const role of policies[pack].departure.notify) expect(told).toContain(`"${role}"`);
    expect(told).toContain('To the aunt’s');
  });

  it('[HC-2.5b] [B-54] say when they have left the family and where they go next, and are watched until each is back', () => {
    const left = thus(pack, inside, home, '14:40');
    expect(newest(left, inside)).toMatchObject([{ type: 'left', next: 'straight home' }]);
    expect(visitIn(left)).toMatchObject({ status: 'out', outing: { lastHeard: at('14:40') } });
    expect(newest(clock(pack, left, '15:40'), left)).toMatchObject([
      { type: 'rung-raised', quiet: true },
      { type: 'rung-raised', rung: 'office' },
    ]);
    const done = thus(pack, left, { verb: 'return', who: both }, '15:00');
    expect(officeStatus(visitIn(done))).toBe('returned');
  });

  it('[B-68] say that they are out of an unsafe house, and somebody still rings them', () => {
    const unsafe = thus(pack, inside, { verb: 'leave-unsafe', who: both }, '14:20');
    expect(tellsAfter(pack, inside, unsafe)).toContain('"left-unsafe-1"');
    const safe = thus(pack, unsafe, { verb: 'safe-now', who: both }, '14:30', sam);
    expect(visitIn(safe).alarms).toMatchObject([{ kind: 'left-unsafe', state: 'red' }]);
    expect(newest(clock(pack, safe, '14:31'), safe)).toMatchObject([
      { type: 'rung-raised', alarm: 'left-unsafe-1' },
    ]);
  });
});
