/** The two nights on which the clocks change: what the rules make of times that come twice, or never. Moments are in UTC, and shown on the school's clock. */
import { describe, expect, it } from '@jest/globals';
import { officeClosesFrom, whyClosed } from '../../src/people/calendar.ts';
import { rosterAt } from '../../src/people/duty.ts';
import { noRegisters } from '../../src/people/registers.ts';
import { visitColumns } from '../../src/register/columns.ts';
import type { EventDetail } from '../../src/visits/event.ts';
import { isEveningBetween } from '../../src/visits/form-evening.ts';
import { messagesFor } from '../../src/visits/react.ts';
import { readCommand } from '../../src/visits/read-command.ts';
import {
  atSchool,
  commandId,
  type Instant,
  instant,
  minutesAfter,
  minutesBetween,
  personId,
  schoolTime,
  visitId,
} from '../../src/vocabulary.ts';
import { bevan, roster, sam } from '../builders/cast.ts';
import { both, entering } from '../builders/visits.ts';
import { happened, newest, type Sofar, visitIn } from './door-story.ts';
import { submitted } from './gates-deciding.ts';
import {
  afterwards,
  contentOf,
  decideUnder,
  type PackName,
  packNames,
  policies,
  staff,
} from './six-packs.ts';

/** When 02:00 becomes 01:00, and 01:00 becomes 02:00. */
const october = instant('2026-10-25T01:00:00Z');
const march = instant('2027-03-28T01:00:00Z');
const nights = [
  { night: 'October', change: october },
  { night: 'March', change: march },
] as const;
const rows = nights.flatMap((one) => packNames.map((pack) => ({ ...one, pack })));

const so = (now: Instant, detail: EventDetail) => {
  const { event } = happened('14:00', detail);
  return { event: { ...event, at: now } };
};

/** Approved for these times. */
const approvedFor = (pack: PackName, start: Instant, dueBack: Instant): Sofar => {
  const asked = submitted(pack).map(({ event, ...rest }) => ({
    ...rest,
    event:
      event.type === 'submitted'
        ? { ...event, proposal: { ...event.proposal, start, dueBack } }
        : event,
  }));
  const decided = minutesAfter(start, -120);
  return [...asked, so(decided, { type: 'approved', content: contentOf(asked), note: '' })];
};

/** Out from then, for sixty minutes. */
const outFrom = (pack: PackName, left: Instant): Sofar => {
  const dueBack = minutesAfter(left, 60);
  return [
    ...approvedFor(pack, left, dueBack),
    so(left, { type: 'departed', who: both, dueBack }),
    // Heard of, so that nothing is asked about the way there.
    so(left, { type: 'checked-in', who: both }),
  ];
};

const look = (pack: PackName, sofar: Sofar, now: Instant): Sofar =>
  afterwards(
    pack,
    sofar,
    { by: personId('product'), ask: { verb: 'check-clock' } },
    { now, registers: noRegisters },
  );
const found = (pack: PackName, sofar: Sofar, now: Instant) => newest(look(pack, sofar, now), sofar);
const secondBefore = (moment: Instant) => minutesAfter(moment, -1 / 60);

describe('the school’s clock in the nights it changes', () => {
  it.each([
    ['2026-10-24T23:45:00Z', '00:45 BST'],
    ['2026-10-25T00:45:00Z', '01:45 BST'],
    ['2026-10-25T01:45:00Z', '01:45 GMT'],
    ['2026-10-25T12:45:00Z', '12:45'],
    ['2027-03-28T00:40:00Z', '00:40 GMT'],
    ['2027-03-28T01:40:00Z', '02:40 BST'],
    ['2027-03-28T11:40:00Z', '12:40'],
    ['2026-10-26T14:00:00Z', '14:00'],
    ['2026-10-23T13:00:00Z', '14:00'],
  ])('shows %s as %s', (moment, said) => {
    expect(schoolTime(instant(moment))).toBe(said);
  });

  it('keeps an appointment made before at its hour after, and has no 01:30 where none comes', () => {
    expect(atSchool('2026-10-26', '14:00')).toBe('2026-10-26T14:00:00.000Z');
    expect(atSchool('2026-10-25', '01:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(atSchool('2027-03-28', '01:30')).toBeUndefined();
    expect(atSchool('2027-03-28', '02:00')).toBe('2027-03-28T01:00:00.000Z');
  });
});

describe('people who are out while it changes', () => {
  it.each(rows)('are looked for after so many real minutes: $pack, $night', ({ pack, change }) => {
    const out = outFrom(pack, minutesAfter(change, -15));
    const { dueBack, departedAt } = outingOf(out);
    expect(minutesBetween(departedAt, dueBack)).toBe(60);
    const { rungs, repeatMinutes } = policies[pack].overdue;
    const last = rungs.at(-1)?.afterMinutes ?? 0;
    let story = out;
    const rungsAt = (now: Instant) =>
      found(pack, story, now).filter(({ type }) => type === 'rung-raised');
    for (const { id, afterMinutes } of rungs) {
      const at = minutesAfter(dueBack, afterMinutes);
      expect(rungsAt(secondBefore(at))).toEqual([]);
      expect(rungsAt(at)).toMatchObject([{ rung: id, at }]);
      story = look(pack, story, at);
    }
    // Where the clock shows the same hour once more, no step of the ladder comes once more for that.
    const raised = newest(story, out).flatMap((event) =>
      event.type === 'rung-raised' ? [event.rung] : [],
    );
    expect(new Set(raised).size).toBe(rungs.length);
    const again = minutesAfter(dueBack, last + repeatMinutes);
    expect(rungsAt(secondBefore(again))).toEqual([]);
    expect(rungsAt(again)).toMatchObject([{ at: again }]);
  });

  it.each([
    ['2026-10-24T23:45:00Z', '00:45 BST', '01:45 BST'],
    ['2026-10-25T00:45:00Z', '01:45 BST', '01:45 GMT'],
    ['2027-03-28T00:40:00Z', '00:40 GMT', '02:40 BST'],
  ])('are due back when the clock will show it: out at %s', (at, left, due) => {
    const out = outFrom('default', instant(at));
    const { departedAt, dueBack } = outingOf(out);
    expect([departedAt, dueBack].map((moment) => schoolTime(moment))).toEqual([left, due]);
    const given = { policy: policies.default, roster: staff };
    const departed = out.find(({ event }) => event.type === 'departed')?.event;
    const told = departed && JSON.stringify(messagesFor(departed, visitIn(out), given));
    expect(told).toContain(due);
  });

  it.each(rows)('wait as many real minutes at a door as on any day: $pack, $night', (row) => {
    const { pack, change } = row;
    const start = minutesAfter(change, -5);
    const door: Sofar = [
      ...approvedFor(pack, start, minutesAfter(start, 90)),
      so(minutesAfter(start, -20), {
        type: 'departed',
        who: both,
        dueBack: minutesAfter(start, 90),
      }),
      so(minutesAfter(start, -1), { type: 'arrived', who: both }),
    ];
    const over = minutesAfter(start, policies[pack].noShow.waitMinutes);
    const rules = (now: Instant) => {
      const decided = decideUnder(pack, door, { by: sam.id, ask: entering }, { now });
      return decided.kind === 'refused' ? decided.refusals.map(({ rule }) => rule) : [];
    };
    expect(rules(secondBefore(over))).toEqual([]);
    expect(rules(over)).toEqual(['door/time-up']);
    const ended = (now: Instant) =>
      found(pack, door, now).filter(({ type }) => type === 'wait-ended');
    expect(ended(secondBefore(over))).toEqual([]);
    expect(ended(over)).toMatchObject([{ how: 'no-show' }]);
  });

  it.each(rows)('are reminded as many minutes before, and once: $pack, $night', (row) => {
    const { pack, change } = row;
    const start = minutesAfter(change, 5);
    const waits = approvedFor(pack, start, minutesAfter(start, 60));
    const at = minutesAfter(start, -policies[pack].pace.remindBeforeMinutes);
    const reminded = (now: Instant) =>
      found(pack, waits, now).filter(({ type }) => type === 'nudged');
    expect(reminded(secondBefore(at))).toEqual([]);
    expect(reminded(at)).toMatchObject([{ about: 'start' }]);
    const once = look(pack, waits, at);
    const later = found(pack, once, minutesAfter(at, 59));
    expect(later.filter(({ type }) => type === 'nudged')).toEqual([]);
    const inside: Sofar = [
      ...waits,
      so(start, { type: 'departed', who: both, dueBack: minutesAfter(start, 60) }),
      so(start, { type: 'arrived', who: both }),
      so(start, {
        type: 'entered',
        who: both,
        invitedBy: 'parent',
        parentPresent: true,
        animals: 'none',
        hazards: '',
      }),
    ];
    const long = minutesAfter(start, policies[pack].pace.stayMinutes);
    const ofLength = (now: Instant) =>
      found(pack, inside, now).filter(
        (event) => event.type === 'nudged' && event.about === 'length',
      );
    expect(ofLength(secondBefore(long))).toEqual([]);
    expect(ofLength(long)).toHaveLength(1);
  });
});

const outingOf = (sofar: Sofar) => {
  const visit = visitIn(sofar);
  if (visit.status !== 'out') throw new Error('Nobody is out.');
  return visit.outing;
};

describe('a time that somebody types', () => {
  const said = (
    sofar: Sofar,
    verb: string,
    inputs: Readonly<Record<string, string>>,
    now: Instant,
  ) =>
    readCommand(verb, inputs, {
      id: commandId('c1'),
      by: sam.id,
      via: 'chat',
      now,
      policy: policies.default,
      roster,
      visit: visitIn(sofar),
      seal: (text) => text,
    });
  // Out from 00:45 BST, due back at 01:45 BST; and from 00:40 GMT, due back at 02:40 BST.
  const inOctober = outFrom('default', instant('2026-10-24T23:45:00Z'));
  const inMarch = outFrom('default', instant('2027-03-28T00:40:00Z'));

  it.each([
    // While the first of the two is still to come, it is meant; then the second.
    ['01:50', '2026-10-25T00:10:00Z', '2026-10-25T00:50:00.000Z'],
    ['01:50', '2026-10-25T00:55:00Z', '2026-10-25T01:50:00.000Z'],
    ['01:45', '2026-10-25T00:55:00Z', '2026-10-25T01:45:00.000Z'],
    ['01:45', '2026-10-25T00:20:00Z', '2026-10-25T00:45:00.000Z'],
    ['02:15', '2026-10-25T00:20:00Z', '2026-10-25T02:15:00.000Z'],
    ['30', '2026-10-25T00:20:00Z', '2026-10-25T01:15:00.000Z'],
  ])('is the one still to come, where it comes twice: %s at %s', (dueBack, now, meant) => {
    const read = said(inOctober, 'extend', { dueBack }, instant(now));
    expect(read).toMatchObject({ command: { verb: 'extend', dueBack: meant } });
  });

  it('is the one on the card, where it is sent back as it was shown', () => {
    const planned = approvedFor('default', october, instant('2026-10-25T01:45:00Z'));
    const read = said(planned, 'depart', { dueBack: '01:45' }, instant('2026-10-25T00:10:00Z'));
    expect(read).toMatchObject({ command: { dueBack: '2026-10-25T01:45:00.000Z' } });
    const overnight = approvedFor(
      'default',
      instant('2026-11-24T23:30:00Z'),
      instant('2026-11-25T00:30:00Z'),
    );
    const night = said(overnight, 'depart', { dueBack: '00:30' }, instant('2026-11-24T23:25:00Z'));
    expect(night).toMatchObject({ command: { dueBack: '2026-11-25T00:30:00.000Z' } });
  });

  it.each(['01:00', '01:30', '01:59'])(
    'is politely refused where it never comes: %s',
    (dueBack) => {
      const read = said(inMarch, 'extend', { dueBack }, instant('2027-03-28T00:50:00Z'));
      expect(read).toMatchObject({
        kind: 'unclear',
        refusals: [
          {
            rule: 'input/no-such-time',
            field: 'dueBack',
            because: expect.stringContaining(`There is no ${dueBack}`),
          },
        ],
      });
    },
  );

  it('never holds up "It has already happened": a time that never comes is left out of it', () => {
    const read = said(
      inMarch,
      'already-happened',
      { what: 'extend', dueBack: '01:30' },
      instant('2027-03-28T00:50:00Z'),
    );
    expect(read).toMatchObject({ kind: 'read', command: { verb: 'already-happened' } });
  });
});

describe('days and hours of the school', () => {
  it.each([
    // The evening is over at 07:00 and begins at 17:00 on the school's clock, whatever that is in UTC.
    ['2026-10-25T06:59:59Z', true],
    ['2026-10-25T07:00:00Z', false],
    ['2027-03-28T05:59:59Z', true],
    ['2027-03-28T06:00:00Z', false],
  ])('begin with the clock, not with UTC: %s is evening: %s', (start, evening) => {
    const times = { start: instant(start), dueBack: minutesAfter(instant(start), 60) };
    expect(isEveningBetween(times, policies.default)).toBe(evening);
  });

  it.each([
    ['2026-10-25T17:00:00Z', '2026-10-25T17:01:00Z'],
    ['2027-03-28T16:00:00Z', '2027-03-28T16:01:00Z'],
  ])('end with it, too: %s is not yet evening, %s is', (last, first) => {
    const back = (dueBack: string) => ({
      start: minutesAfter(instant(dueBack), -60),
      dueBack: instant(dueBack),
    });
    expect(isEveningBetween(back(last), policies.default)).toBe(false);
    expect(isEveningBetween(back(first), policies.default)).toBe(true);
  });

  it('are the same terms and closures, and the office closes at its hour', () => {
    const calendar = {
      ...noRegisters.calendar,
      terms: [{ name: 'Autumn', from: '2026-09-02', until: '2026-10-23' }],
      closures: [{ why: 'Easter', from: '2027-03-26', until: '2027-04-09' }],
    };
    expect(whyClosed('2026-10-25', calendar)).toEqual({ kind: 'weekend' });
    expect(whyClosed('2027-03-28', calendar)).toEqual({ kind: 'closure', why: 'Easter' });
    expect(whyClosed('2026-10-23', calendar)).toBeUndefined();
    expect(whyClosed('2026-10-26', calendar)).toEqual({ kind: 'between-terms' });
    const open = { ...calendar, terms: [], closures: [] };
    const closes = (from: string) => officeClosesFrom(instant(from), open);
    expect(closes('2026-10-23T09:00:00Z')).toBe('2026-10-23T15:00:00.000Z');
    expect(closes('2026-10-26T09:00:00Z')).toBe('2026-10-26T16:00:00.000Z');
    expect(closes('2027-03-26T09:00:00Z')).toBe('2027-03-26T16:00:00.000Z');
    expect(closes('2027-03-29T09:00:00Z')).toBe('2027-03-29T15:00:00.000Z');
  });

  it('leave somebody on duty until the hour that was said, though that night is longer or shorter', () => {
    const onDuty = (from: Instant, until: Instant) => (now: Instant) =>
      rosterAt(
        roster.map((one) => (one.id === bevan.id ? { ...one, roles: ['deputy-head'] } : one)),
        {
          ...noRegisters,
          duty: [
            {
              id: 'd1',
              kind: 'on-duty',
              person: bevan.id,
              role: 'senior-manager-on-duty',
              from,
              until,
              madeBy: personId('hart'),
              revoked: undefined,
            },
          ],
        },
        now,
        policies.default,
      ).some(({ id, roles }) => id === bevan.id && roles.includes('senior-manager-on-duty'));
    for (const [day, next, hours] of [
      ['2026-10-25', '2026-10-26', 25],
      ['2027-03-28', '2027-03-29', 23],
    ] as const) {
      const [from, until] = [atSchool(day, '00:00'), atSchool(next, '00:00')];
      if (from === undefined || until === undefined) throw new Error('There is no midnight.');
      expect(minutesBetween(from, until)).toBe(hours * 60);
      const holds = onDuty(from, until);
      expect([secondBefore(from), from, secondBefore(until), until].map(holds)).toEqual([
        false,
        true,
        true,
        false,
      ]);
    }
  });

  it('are what the list shows of a night, in UTC, under the day of the school', () => {
    const midnight = approvedFor(
      'default',
      instant('2026-10-24T23:10:00Z'),
      instant('2026-10-25T00:45:00Z'),
    );
    const told = { id: visitId('v1'), visit: visitIn(midnight), history: '', told: 0 };
    expect(visitColumns(told, { roster, policy: policies.default })).toMatchObject({
      DayKey: '2026-10-25',
      Start: '2026-10-24T23:10:00.000Z',
      DueBack: '2026-10-25T00:45:00.000Z',
    });
  });
});
