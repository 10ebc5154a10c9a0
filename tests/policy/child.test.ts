/** A child who is alone or in danger: staying is safe, and leaving is asked for. */
import { describe, expect, it } from '@jest/globals';
import { assessmentAfter } from '../../src/risk-assessment/evolve.ts';
import { nextCheck } from '../../src/visits/next-check.ts';
import { verbsFor } from '../../src/visits/offers.ts';
import { officeStatus } from '../../src/visits/office-status.ts';
import { messagesFor } from '../../src/visits/react.ts';
import type { Role } from '../../src/vocabulary.ts';
import { at, jo, okafor, pat, rao, sam } from '../builders/cast.ts';
import { both, entering } from '../builders/visits.ts';
import {
  atTheDoor,
  clock,
  newest,
  ruling,
  type Sofar,
  tellsAfter,
  thus,
  visitIn,
} from './door-story.ts';
import { type PackName, packNames, policies, staff } from './six-packs.ts';

const alone = { verb: 'child-alone', words: 'About six, at the window' } as const;
const alarm = 'child-alone-1';
const leave = { verb: 'leave', who: both, next: '' } as const;
const back = { verb: 'return', who: both } as const;
const toAunt = {
  verb: 'hand-over',
  to: 'Ann Reid',
  relation: 'aunt',
  policeReference: '',
} as const;

const holding = (pack: PackName): Sofar => thus(pack, atTheDoor(pack), alone, '13:52');
const spoken = (pack: PackName, sofar: Sofar, time: string): Sofar =>
  thus(pack, sofar, { verb: 'spoke', alarm, to: [sam.id] }, time, rao);

describe.each(packNames)('a child alone, under %s', (pack) => {
  it('[B-35 B-41] is told to the safeguarding leads at once, and says nothing of the child', () => {
    const door = atTheDoor(pack);
    const found = holding(pack);
    const told = tellsAfter(pack, door, found);
    expect(told).toContain('"safeguarding-lead","deputy-safeguarding-lead"');
    expect(told).not.toContain('window');
    expect(JSON.stringify(found.map(({ event }) => event))).not.toContain('window');
    expect(officeStatus(visitIn(found))).toBe('holding with a child');
  });

  it('[B-41] is told to everybody else who answers alarms, and why, where the leads are away', () => {
    const found = holding(pack);
    const event = found.at(-1)?.event;
    if (event?.type !== 'child-found') throw new Error('No child was found.');
    const leads: readonly Role[] = ['safeguarding-lead', 'deputy-safeguarding-lead'];
    const isLead = ({ roles }: { readonly roles: readonly Role[] }) =>
      roles.some((role) => leads.includes(role));
    const roster = staff.map((one) => (isLead(one) ? { ...one, away: true } : one));
    const told = messagesFor(event, visitIn(found), { policy: policies[pack], roster });
    const alarmed = told.flatMap((one) => (one.kind === 'alarm' ? (one.to.people ?? []) : []));
    // There the headteacher is one of the leads, and here.
    expect(alarmed).toContain(pack === 'H' ? okafor.id : pat.id);
    expect(alarmed).not.toContain(rao.id);
    expect(told).toContainEqual(
      expect.objectContaining({ text: expect.stringContaining(`${rao.name}`), urgent: true }),
    );
  });

  it('[B-44] lets nobody leave or come back before somebody has taken over', () => {
    const found = holding(pack);
    for (const ask of [leave, back])
      expect(ruling(pack, found, ask, '14:00')).toEqual(['child/hand-over-first']);
    expect(ruling(pack, found, entering, '14:00')).toContain('child/stay-outside');
    expect(verbsFor(visitIn(found), sam, policies[pack])).not.toContain('leave');
    expect(ruling(pack, found, { ...toAunt, to: ' ' }, '14:20')).toEqual(['child/to-whom']);
    expect(ruling(pack, found, { ...toAunt, relation: '' }, '14:20')).toEqual(['child/relation']);
    const police = { ...toAunt, to: '', relation: '', policeReference: 'P-77' };
    expect(ruling(pack, found, police, '14:20')).toEqual([]);
    const over = thus(pack, found, toAunt, '14:20');
    expect(JSON.stringify(over.map(({ event }) => event))).not.toContain('Ann Reid');
    expect(
      assessmentAfter(over.flatMap(({ restricted }) => restricted ?? []))?.emergency,
    ).toMatchObject([
      { type: 'child-said', words: alone.words },
      { type: 'handed-over', to: 'Ann Reid', relation: 'aunt' },
    ]);
    expect(ruling(pack, over, leave, '14:21')).toEqual([]);
  });

  it('goes on record as a breach where they have gone already, and they stay watched', () => {
    const gone = thus(
      pack,
      holding(pack),
      { verb: 'already-happened', what: 'leave', who: both },
      '14:00',
    );
    expect(newest(gone, holding(pack))).toMatchObject([
      { type: 'breach-reported', rules: [{ rule: 'child/hand-over-first' }] },
    ]);
    expect(visitIn(gone).status).toBe('out');
  });

  it('is left in an unsafe place as a report, and the safeguarding lead asks about the child', () => {
    const found = holding(pack);
    const left = thus(pack, found, { verb: 'leave-unsafe', who: both }, '14:00');
    expect(tellsAfter(pack, found, left)).toContain('a child was alone there');
    expect(ruling(pack, left, back, '14:10')).toEqual([]);
  });

  it('turns the overdue ladder off and asks how they are, until silence climbs again', () => {
    const found = holding(pack);
    const climbs = clock(pack, found, '13:57');
    expect(newest(climbs, found)).toMatchObject([
      { type: 'rung-raised', alarm, rung: 'responders' },
    ]);
    const heard = spoken(pack, climbs, '13:58');
    expect(newest(clock(pack, heard, '14:01'), heard)).toEqual([]);
    const asked = clock(pack, heard, '14:02');
    expect(newest(asked, heard)).toMatchObject([{ type: 'welfare-asked' }]);
    const well = thus(pack, asked, { verb: 'all-well' }, '14:03', jo);
    expect(newest(clock(pack, well, '14:12'), well)).toEqual([]);
    const again = clock(pack, well, '14:13');
    expect(newest(again, well)).toMatchObject([{ type: 'welfare-asked' }]);
    const silent = clock(pack, again, '14:18');
    expect(newest(silent, again)).toMatchObject([{ type: 'rung-raised', alarm }]);
    expect(newest(clock(pack, silent, '14:23'), silent)).toMatchObject([
      { type: 'rung-raised', alarm },
    ]);
    expect(nextCheck(visitIn(silent), policies[pack])).toBe(at('14:23'));
    expect(newest(clock(pack, well, '15:31'), well).map(({ type }) => type)).not.toContain(
      'nudged',
    );
  });

  it('is not over by a stand-down while they are there, and is by a voice afterwards', () => {
    const stand = { verb: 'stand-down', alarm, spokeTo: both } as const;
    expect(ruling(pack, holding(pack), stand, '14:00', rao)).toEqual(['child/hand-over-first']);
    const over = thus(pack, holding(pack), toAunt, '14:20');
    expect(ruling(pack, over, stand, '14:22', rao)).toEqual([]);
  });

  it('[B-42 B-43] keeps what was advised, who was rung and whether social care was asked, restricted', () => {
    const advise = {
      verb: 'advise',
      advice: 'Wait for the police',
      called: '101',
      callReference: 'C-9',
      referred: true,
    } as const;
    const found = holding(pack);
    expect(ruling(pack, found, { ...advise, advice: '' }, '14:00', rao)).toEqual(['child/advice']);
    expect(ruling(pack, found, advise, '14:00', pat)).toEqual(['access/not-your-part']);
    const advised = thus(pack, found, advise, '14:00', rao);
    expect(JSON.stringify(advised.map(({ event }) => event))).not.toContain('C-9');
    expect(
      assessmentAfter(advised.flatMap(({ restricted }) => restricted ?? []))?.emergency?.at(-1),
    ).toMatchObject({ type: 'advised', callReference: 'C-9', referred: true, by: rao.id });
  });

  it('[B-45] is said with no visit and before leaving, too, and starts the watch', () => {
    const nowhere = thus(pack, [], { verb: 'child-in-danger', words: '' }, '14:00');
    expect(newest(nowhere, [])).toMatchObject([
      { type: 'breach-reported' },
      { type: 'child-found', kind: 'child-in-danger' },
    ]);
    expect(officeStatus(visitIn(nowhere))).toBe('holding with a child');
  });
});
