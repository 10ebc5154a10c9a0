import { describe, expect, it } from '@jest/globals';
import { noRegisters } from '../../src/people/registers.ts';
import type { Roster } from '../../src/people/staff.ts';
import { nextCheck } from '../../src/visits/next-check.ts';
import { messagesFor } from '../../src/visits/react.ts';
import { at, bevan, jo, okafor, pat, policy, roster, sam } from '../builders/cast.ts';
import { after, both, bothOut, does, given, knownOf, type Step } from '../builders/visits.ts';

/** The office closes at 16:00. */
const { calendar } = noRegisters;
const looks = (now: string, people: Roster = roster): Step =>
  does(sam, { verb: 'check-clock' }, now, {
    via: 'product',
    registers: noRegisters,
    roster: people,
  });
const longer: Step = does(sam, { verb: 'extend', dueBack: at('16:20') }, '15:25');
const out = (...steps: Step[]) => knownOf(after(...bothOut, ...steps));
const askedOf = (...steps: Step[]) =>
  (out(...steps).handover?.asked ?? []).map(({ person }) => person);
/** Those who answer alarms, in the policy's order, but for the office. */
const inOrder = policy.responders
  .filter((role) => role !== 'office')
  .flatMap((role) => roster.filter(({ roles }) => roles.includes(role)).map(({ id }) => id));

describe('people who are out when the office closes', () => {
  it('[H-37] have somebody asked to wait for them half an hour before, where they are due back after it', () => {
    expect(nextCheck(out(longer), policy, calendar)).toBe(at('15:30'));
    expect(askedOf(longer, looks('15:29'))).toEqual([]);
    expect(askedOf(longer, looks('15:30'))).toEqual(inOrder.slice(0, 1));
  });

  it('have somebody asked once it closes, where they were to be back before', () => {
    expect(askedOf(looks('15:59'))).toEqual([]);
    expect(askedOf(looks('16:00'))).toHaveLength(1);
  });

  it('have one after another asked until somebody says yes, whatever the hour', () => {
    const asked = askedOf(longer, looks('15:30'), looks('15:35'), looks('15:40'));
    expect(asked).toEqual([...new Set(inOrder)].slice(0, 3));
    expect(askedOf(longer, looks('15:30'), looks('15:34'))).toHaveLength(1);
    const later = out(longer, looks('15:30'), looks('23:30'));
    expect(later).toMatchObject({ status: 'out', handover: { asked: [{}, {}] } });
    expect(nextCheck(later, policy, calendar)).toBeDefined();
  });

  it('are waited for by nobody who is away', () => {
    const [first] = inOrder;
    const without = roster.map((one) => (one.id === first ? { ...one, away: true } : one));
    expect(askedOf(longer, looks('15:30', without))).not.toContain(first);
  });

  it('have everybody asked where nobody is left', () => {
    const away = roster.map((one) => ({ ...one, away: true }));
    expect(askedOf(longer, looks('15:30', away))).toEqual([undefined]);
  });

  it('are waited for once somebody has said so, and nobody else is asked', () => {
    const yes = does(okafor, { verb: 'take-over' }, '15:32');
    expect(out(longer, looks('15:30'), yes).handover).toMatchObject({ by: okafor.id });
    expect(askedOf(longer, looks('15:30'), yes, looks('15:50'))).toHaveLength(1);
  });

  it('cannot wait for themselves', () => {
    const going = roster.map((one) =>
      one.id === sam.id ? { ...one, roles: [...one.roles, 'senior-manager' as const] } : one,
    );
    given(...bothOut, longer, looks('15:30'))
      .when(sam, { verb: 'take-over' }, '15:31', { roster: going })
      .isRefused('watch/not-your-own');
  });

  it('are late all the same: whoever waits hears what the office hears', () => {
    const { tells } = given(
      ...bothOut,
      longer,
      looks('15:30'),
      does(bevan, { verb: 'take-over' }, '15:32'),
    ).when(sam, { verb: 'check-clock' }, '16:30', { via: 'product', registers: noRegisters });
    expect(tells()).toContainEqual({
      kind: 'alarm',
      to: { roles: ['office'], people: [bevan.id] },
      alarm: 'overdue-1',
      rung: 'office',
    });
  });
});

describe('a rung of the ladder', () => {
  const tells = (people: Roster) => {
    const { happenings, visit } = given(...bothOut).when(sam, { verb: 'check-clock' }, '15:40', {
      via: 'product',
      roster: people,
    });
    return happenings.flatMap(({ event }) => messagesFor(event, visit, { policy, roster: people }));
  };
  const away = (...who: readonly string[]): Roster =>
    roster.map((one) => (who.includes(one.id) ? { ...one, away: true } : one));

  it('passes over who is away, and tells the next why', () => {
    const [alarm, why] = tells(away(pat.id)).filter(
      ({ kind, ...one }) => kind === 'alarm' || 'urgent' in one,
    );
    // Pat is the office: the rung's only holder.
    expect(alarm).toMatchObject({ kind: 'alarm', to: { people: expect.any(Array) } });
    expect(JSON.stringify(alarm)).not.toContain(`"${pat.id}"`);
    expect(why).toMatchObject({ text: expect.stringContaining(`${pat.name} is away`) });
  });

  it('reaches everybody where all are away', () => {
    const all = tells(away(...roster.map(({ id }) => id)));
    const alarm = all.find(({ kind }) => kind === 'alarm');
    expect(JSON.stringify(alarm)).toContain(`"${pat.id}"`);
    expect(JSON.stringify(alarm)).toContain(`"${okafor.id}"`);
  });
});

describe('a call that nobody picked up', () => {
  it('is on record and stops nothing', () => {
    const rang: Step = does(pat, { verb: 'no-answer', alarm: 'overdue-1', to: both }, '15:45');
    const before = out(looks('15:40'));
    const rung = out(looks('15:40'), rang);
    expect(rung.alarms).toEqual(before.alarms);
    expect(nextCheck(rung, policy)).toBe(nextCheck(before, policy));
  });

  it('names somebody who is out', () => {
    given(...bothOut, looks('15:40'))
      .when(pat, { verb: 'no-answer', alarm: 'overdue-1', to: [bevan.id] }, '15:45')
      .isRefused('visits/who-is-on-it');
    given(...bothOut, looks('15:40'))
      .when(pat, { verb: 'no-answer', alarm: 'overdue-1', to: [jo.id] }, '15:45')
      .happens({ type: 'not-reached', to: [jo.id] });
  });
});
