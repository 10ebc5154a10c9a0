/** What is done about the police is put on record by a person; the product rings nobody. */
import { describe, expect, it } from '@jest/globals';
import { seenBy } from '../../src/journeys/see.ts';
import { assessmentAfter } from '../../src/risk-assessment/evolve.ts';
import { alarmCard } from '../../src/teams/cards/alarm-card.ts';
import { verbsFor } from '../../src/visits/offers.ts';
import { visitId } from '../../src/vocabulary.ts';
import { wordsFor } from '../../src/words/words.ts';
import { at, bevan, jo, okafor, pat, registers, sam } from '../builders/cast.ts';
import { entering } from '../builders/visits.ts';
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
import { packNames, policies, staff } from './six-packs.ts';

const record = {
  verb: 'record-police',
  alarm: 'danger-1',
  called: '999',
  reference: 'CAD 77',
  words: '',
} as const;

describe.each(packNames)('danger, under %s', (pack) => {
  const inside = thus(pack, atTheDoor(pack), entering, '14:01');
  const danger = thus(pack, inside, { verb: 'danger', words: '' }, '14:10', jo);

  it('[W-2.4 HC-2.10 R-27 B-67 B-83] alarms the office and asks what was done about the police', () => {
    expect(newest(danger, inside)).toMatchObject([{ type: 'help-called', kind: 'danger' }]);
    expect(tellsAfter(pack, inside, danger)).toContain('"office"');
    expect(verbsFor(visitIn(danger), pat, policies[pack])).toContain('record-police');
    expect(verbsFor(visitIn(danger), sam, policies[pack])).not.toContain('record-police');
    const recorded = thus(pack, danger, record, '14:12', pat);
    expect(visitIn(recorded).alarms.at(-1)?.police).toEqual({
      called: '999',
      by: pat.id,
      at: at('14:12'),
    });
    expect(JSON.stringify(recorded.map(({ event }) => event))).not.toContain('CAD 77');
    expect(
      assessmentAfter(recorded.flatMap(({ restricted }) => restricted ?? []))?.emergency,
    ).toMatchObject([{ type: 'police-recorded', reference: 'CAD 77', by: pat.id }]);
    expect(newest(clock(pack, recorded, '14:15'), recorded)).toMatchObject([
      { type: 'rung-raised', alarm: 'danger-1' },
    ]);
  });

  it('shows whoever decides on the police the address, the names, the numbers, the car and when they were last heard of [HC-2.11a HC-2.10]', () => {
    const overdue = clock(pack, inside, '16:01');
    const visit = visitIn(overdue);
    const alarm = visit.alarms.find(({ kind }) => kind === 'overdue')?.id ?? '';
    const view = {
      id: visitId('v1'),
      visit,
      events: overdue.map(({ event }) => event),
      assessment: undefined,
      filed: true,
      held: [],
    };
    const { vehicles } = registers;
    const seen = seenBy(view, bevan, { policy: policies[pack], roster: staff, vehicles });
    if (seen === undefined) throw new Error('Mr Bevan can’t see it.');
    const card = alarmCard(
      {
        seen,
        viewer: bevan.id,
        now: at('16:01'),
        words: wordsFor('en-GB').cards,
        newId: () => 'c1',
        link: (page) => `https://teams.microsoft.com/${page}`,
      },
      alarm,
    );
    const shown = JSON.stringify(card);
    const { proposal } = visit;
    for (const fact of [
      proposal.address.slice(0, 9),
      'Sam Pike',
      'Jo Ashby',
      '07700 900001',
      proposal.parentPhone,
      'Ford Fiesta AB12 CDE, blue',
      '14:01',
      '15:30, 31 min late',
    ])
      expect(shown).toContain(fact);
    expect(seen.verbs).toContain('record-police');
  });

  it('says what is to be done: ring them first, decide on the police at the end of the ladder or where help was called', () => {
    const { decidePolice, ringThem } = wordsFor('en-GB').cards.alarm;
    const first = (sofar: Sofar, kind: string): string => {
      const visit = visitIn(sofar);
      const id = visit.alarms.find((alarm) => alarm.kind === kind)?.id ?? '';
      const events = sofar.map(({ event }) => event);
      const view = {
        id: visitId('v1'),
        visit,
        events,
        assessment: undefined,
        filed: true,
        held: [],
      };
      const seen = seenBy(view, bevan, { policy: policies[pack], roster: staff });
      if (seen === undefined) throw new Error('Mr Bevan can’t see it.');
      const drawing = {
        seen,
        viewer: bevan.id,
        now: at('16:01'),
        words: wordsFor('en-GB').cards,
        newId: () => 'c1',
        link: (page: string) => page,
      };
      return String(alarmCard(drawing, id).body[1]?.['text'] ?? '');
    };
    const late = clock(pack, inside, '15:45');
    expect(first(late, 'overdue')).toBe(ringThem);
    const last = clock(pack, late, '16:01');
    expect(first(last, 'overdue')).toBe(decidePolice);
    expect(first(danger, 'danger')).toBe(decidePolice);
    const recorded = thus(pack, danger, record, '14:12', pat);
    expect(first(recorded, 'danger')).toBe('');
  });

  it('wants to know who was rung, and why where nobody was', () => {
    const rules = (ask: object) => ruling(pack, danger, { ...record, ...ask }, '14:12', pat);
    expect(rules({ called: undefined })).toEqual(['alarm/police-called']);
    expect(rules({ called: 'nobody' })).toEqual(['alarm/police-why']);
    expect(rules({ called: 'nobody', words: 'All is quiet' })).toEqual([]);
    expect(rules({ alarm: 'danger-7' })).toEqual(['alarm/known']);
  });

  it('rings whoever wants a reason to go, without an alarm [R-25]', () => {
    const asked = thus(pack, inside, { verb: 'call-me' }, '14:10', jo);
    expect(visitIn(asked).alarms).toEqual([]);
    const told = tellsAfter(pack, inside, asked);
    expect(told).toContain('ring Jo Ashby now, and give them a reason to leave');
    expect(told).toContain('"urgent":true');
  });

  it('lets whoever approves set a later time once the visitors have used theirs up [H-30]', () => {
    const longer = (due: string, time: string, by = sam, sofar = inside) =>
      thus(pack, sofar, { verb: 'extend', dueBack: at(due) }, time, by);
    const twice = longer('16:30', '15:55', sam, longer('16:00', '15:20'));
    const third = { verb: 'extend', dueBack: at('17:00') } as const;
    expect(ruling(pack, twice, third, '16:20', sam)).toEqual(['visits/extensions-used']);
    const by = policies[pack].approval.roles.includes('headteacher') ? okafor : bevan;
    const may = by.roles.some((role) => policies[pack].approval.roles.includes(role));
    expect(ruling(pack, twice, third, '16:20', by)).toEqual(may ? [] : ['access/not-your-part']);
    expect(ruling(pack, twice, third, '16:20', pat)).toEqual([]);
  });
});
