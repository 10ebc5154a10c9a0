/** The rules of the doorstep and of being inside, put to each of the six policies, with each boundary second. */
import { describe, expect, it } from '@jest/globals';
import { verbsFor } from '../../src/visits/offers.ts';
import { officeStatus, outcomeOf } from '../../src/visits/office-status.ts';
import { at, jo, pat, sam } from '../builders/cast.ts';
import { both, entering } from '../builders/visits.ts';
import {
  atTheDoor,
  clock,
  happened,
  ruling,
  type Sofar,
  tellsAfter,
  thus,
  visitIn,
} from './door-story.ts';
import { submitted } from './gates-deciding.ts';
import { contentOf, type PackName, packNames, policies } from './six-packs.ts';

const waits: Readonly<Record<PackName, readonly [before: string, limit: string]>> = {
  default: ['14:09:59.999', '14:10:00.000'],
  B: ['14:09:59.999', '14:10:00.000'],
  R: ['14:09:59.999', '14:10:00.000'],
  W: ['14:09:59.999', '14:10:00.000'],
  HC: ['14:19:59.999', '14:20:00.000'],
  H: ['14:09:59.999', '14:10:00.000'],
};

describe('the wait at the door', () => {
  it.each(packNames)('[W-3.2a W-3.2b HC-4.5a HC-4.5b] ends going in, to the second: %s', (pack) => {
    const [before, limit] = waits[pack];
    const door = atTheDoor(pack);
    expect(ruling(pack, door, entering, before)).toEqual([]);
    expect(ruling(pack, door, entering, limit)).toEqual(['door/time-up']);
    expect(clock(pack, door, before).map(({ event }) => event.type)).not.toContain('wait-ended');
    const over = clock(pack, door, limit);
    expect(over.at(-1)?.event).toMatchObject({ type: 'wait-ended', how: 'no-show' });
    expect(outcomeOf(visitIn(over))).toBe('no show');
    expect(officeStatus(visitIn(over))).toBe('at the door');
    expect(verbsFor(visitIn(over), sam, policies[pack])).not.toContain('enter');
    expect(ruling(pack, over, entering, '14:40')).toEqual(['door/time-up']);
    expect(tellsAfter(pack, door, over)).toContain('the time to wait is over');
    const back = thus(pack, over, { verb: 'return', who: both }, '14:50');
    expect(officeStatus(visitIn(back))).toBe('cancelled');
  });

  it.each(packNames)('runs from arriving where that was later: %s', (pack) => {
    const minutes = policies[pack].noShow.waitMinutes;
    const door = atTheDoor(pack, '14:06');
    expect(ruling(pack, door, entering, `14:${String(5 + minutes).padStart(2, '0')}:59`)).toEqual(
      [],
    );
    expect(ruling(pack, door, entering, `14:${String(6 + minutes).padStart(2, '0')}`)).toEqual([
      'door/time-up',
    ]);
  });

  it.each(packNames)(
    '[W-3.3b HC-4.6b] with notice goes on to thirty minutes, and not a moment longer: %s',
    (pack) => {
      const late = thus(
        pack,
        atTheDoor(pack),
        { verb: 'notice-of-lateness', expected: at('14:25') },
        '13:52',
        pat,
      );
      expect(ruling(pack, late, entering, '14:30:00.000')).toEqual([]);
      expect(ruling(pack, late, entering, '14:30:00.001')).toEqual(['door/time-up']);
      expect(outcomeOf(visitIn(clock(pack, late, '14:30:00.000')))).toBe('');
      expect(outcomeOf(visitIn(clock(pack, late, '14:30:00.001')))).toBe('late');
    },
  );

  it('takes a notice that comes while they wait, and one that came before they left', () => {
    const waiting = thus('HC', atTheDoor('HC'), { verb: 'notice-of-lateness' }, '14:15');
    expect(ruling('HC', waiting, entering, '14:29')).toEqual([]);
    const asked = submitted('HC');
    const before: Sofar = [
      ...asked,
      happened('10:00', { type: 'approved', content: contentOf(asked), note: '' }),
      happened('13:00', { type: 'lateness-noticed', expected: at('14:25') }),
      ...atTheDoor('HC').slice(asked.length + 1),
    ];
    expect(ruling('HC', before, entering, '14:29')).toEqual([]);
  });

  it('[B-06 B-36] stops once the family has come to the door: the doorstep is a proper visit', () => {
    const met = thus(
      'B',
      atTheDoor('B'),
      { verb: 'meet', who: both, spokeTo: 'Mary O’Neill', footing: 'parent' },
      '14:02',
    );
    expect(ruling('B', met, entering, '14:25')).toEqual([]);
    expect(clock('B', met, '14:25').map(({ event }) => event.type)).not.toContain('wait-ended');
    const left = thus('B', met, { verb: 'leave', who: both, next: '' }, '14:26');
    expect(outcomeOf(visitIn(left))).toBe('doorstep');
    const child = thus(
      'B',
      atTheDoor('B'),
      { verb: 'meet', who: both, spokeTo: '', footing: 'child' },
      '14:02',
    );
    expect(ruling('B', child, entering, '14:25')).toEqual(['door/time-up']);
  });
});

const grandma = { ...entering, invitedBy: 'other-adult', parentPresent: false } as const;

describe('who is at home', () => {
  it.each(packNames)('[HC-2.7a HC-6.3] is the parent, where the policy says so: %s', (pack) => {
    const strict = pack === 'HC' || pack === 'W';
    expect(ruling(pack, atTheDoor(pack), grandma, '14:01')).toEqual(
      strict ? ['door/parent-present'] : [],
    );
  });

  it.each(packNames)('[W-3.3a HC-4.6a] is waited for outside after a notice: %s', (pack) => {
    const late = thus(pack, atTheDoor(pack), { verb: 'notice-of-lateness' }, '13:52');
    const strict = pack === 'HC' || pack === 'W';
    expect(ruling(pack, late, grandma, '14:20')).toEqual([
      strict ? 'door/parent-present' : 'door/parent-late',
    ]);
    expect(ruling(pack, late, entering, '14:20')).toEqual([]);
  });

  it('[B-36] is another adult only with the parent’s permission on record', () => {
    const named = { ...entering, invitedBy: 'delegated-adult', parentPresent: false } as const;
    expect(ruling('B', atTheDoor('B'), named, '14:01')).toEqual(['door/permission-on-record']);
    const permission = 'Mrs O’Neill rang on Monday';
    expect(ruling('B', atTheDoor('B'), { ...named, permission }, '14:01')).toEqual([]);
    expect(
      thus('B', atTheDoor('B'), { ...named, permission }, '14:01').at(-1)?.event,
    ).toMatchObject({ permission });
  });

  it('[HC-6.3] and the visitors are told to go when the parent goes', () => {
    const inside = thus('HC', atTheDoor('HC'), entering, '14:01');
    const gone = thus('HC', inside, { verb: 'parent-left' }, '14:20');
    expect(tellsAfter('HC', inside, gone)).toContain('leave now, together');
    expect(officeStatus(visitIn(gone))).toBe('inside');
    expect(thus('HC', gone, { verb: 'parent-left' }, '14:21')).toHaveLength(gone.length);
  });
});

describe('calling off at the door', () => {
  it.each(packNames)('[W-3.6b HC-4.10b] is for an animal that is not shut away: %s', (pack) => {
    const door = atTheDoor(pack);
    expect(ruling(pack, door, { ...entering, animals: 'loose' }, '14:01')).toEqual([
      'door/animals',
    ]);
    const off = thus(pack, door, { verb: 'animals-loose', reason: '' }, '14:02');
    expect(outcomeOf(visitIn(off))).toBe('animals');
    expect(ruling(pack, off, entering, '14:03')).toEqual(['door/called-off']);
    expect(officeStatus(visitIn(off))).toBe('at the door');
  });

  it.each([
    { clauses: '[W-3.5b] [HC-4.9b]', verb: 'feel-unsafe' },
    { clauses: '[HC-4.10c]', verb: 'animals-loose' },
  ] as const)(
    'is put in writing to the headteacher, once there is time to write $clauses',
    ({ verb }) => {
      for (const pack of ['HC', 'W'] as const) {
        const door = atTheDoor(pack);
        const off = thus(pack, door, { verb, reason: '' }, '14:02');
        expect(tellsAfter(pack, door, off)).toContain('"headteacher"');
        expect(verbsFor(visitIn(off), sam, policies[pack])).not.toContain('write-reason');
        const left = thus(pack, off, { verb: 'leave', who: both, next: '' }, '14:05');
        expect(verbsFor(visitIn(left), sam, policies[pack])[0]).toBe('write-reason');
        expect(ruling(pack, left, { verb: 'write-reason', reason: ' ' }, '14:06')).toEqual([
          'approval/reason',
        ]);
        const written = thus(pack, left, { verb: 'write-reason', reason: 'Shouting' }, '14:06', jo);
        expect(tellsAfter(pack, left, written)).toMatch(/"roles":\["headteacher"\].*Shouting/u);
        expect(verbsFor(visitIn(written), sam, policies[pack])).not.toContain('write-reason');
      }
    },
  );

  it('asks again for the reason after they are back', () => {
    const off = thus('HC', atTheDoor('HC'), { verb: 'feel-unsafe', reason: '' }, '14:02');
    const back = thus('HC', off, { verb: 'return', who: both }, '14:30');
    expect(clock('HC', back, '14:59').length).toBe(back.length);
    expect(clock('HC', back, '15:00').at(-1)?.event).toMatchObject({
      type: 'nudged',
      about: 'reason',
    });
  });
});

describe('reminders without an alarm', () => {
  it.each(packNames)('[B-51 H-25] say that time is up, once: %s', (pack) => {
    const inside = thus(pack, atTheDoor(pack), entering, '14:01');
    expect(clock(pack, inside, '14:45').length).toBe(inside.length);
    const nudged = clock(pack, inside, '14:46');
    expect(nudged.at(-1)?.event).toMatchObject({ type: 'nudged', about: 'length' });
    expect(visitIn(nudged).alarms).toEqual([]);
    expect(clock(pack, nudged, '15:20').length).toBe(nudged.length);
  });

  it('[R-17] remind of the time before the start, where the approval came in time', () => {
    const asked = submitted('R');
    const approved = [
      ...asked,
      happened('10:00', { type: 'approved', content: contentOf(asked), note: '' }),
    ];
    expect(clock('R', approved, '13:44').length).toBe(approved.length);
    expect(clock('R', approved, '13:45').at(-1)?.event).toMatchObject({
      type: 'nudged',
      about: 'start',
    });
  });

  it('[HC-2.5a HC-4.11] notice that nobody checked in before the home, and tell the office', () => {
    const travelling = atTheDoor('HC').slice(0, -1);
    const asked = clock('HC', travelling, '14:10');
    expect(asked.at(-1)?.event).toMatchObject({ type: 'nudged', about: 'arrival' });
    const missed = clock('HC', asked, '14:20');
    expect(tellsAfter('HC', asked, missed)).toContain('nothing has been heard');
    const heard = thus('HC', travelling, { verb: 'nearly-there', who: both }, '13:55');
    expect(tellsAfter('HC', travelling, heard)).toContain('will be there in a moment');
    expect(clock('HC', heard, '14:20').length).toBe(heard.length);
  });

  it('[B-39] keep who went upstairs, with whom and why', () => {
    const inside = thus('B', atTheDoor('B'), entering, '14:01');
    const up = thus('B', inside, { verb: 'go-upstairs', why: 'Asleep', with: 'Mother' }, '14:10');
    expect(up.at(-1)?.event).toMatchObject({
      type: 'went-upstairs',
      with: 'Mother',
      why: 'Asleep',
    });
  });
});
