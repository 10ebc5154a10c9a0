import { describe, expect, it } from '@jest/globals';
import type { KnownConcern } from '../../src/concerns/concern.ts';
import { homeColumns } from '../../src/homes/home.ts';
import type { Columns } from '../../src/register/book.ts';
import { assessmentColumns, visitColumns } from '../../src/register/columns.ts';
import { concernColumns } from '../../src/register/concern-columns.ts';
import { lists } from '../../src/register/lists.ts';
import { assessmentAfter } from '../../src/risk-assessment/evolve.ts';
import { concernId, visitId } from '../../src/vocabulary.ts';
import { at, jo, pat, policy, rao, roster, sam } from '../builders/cast.ts';
import {
  after,
  asked,
  both,
  bothOut,
  clock,
  does,
  highRisk,
  knownOf,
  type Step,
} from '../builders/visits.ts';

const given = { roster, policy };
const id = visitId('visit-1');
const columnsOf = (...steps: Step[]) =>
  visitColumns({ id, visit: knownOf(after(...steps)), history: '[]', told: 3 }, given);
const back = does(sam, { verb: 'return', who: both }, '15:20');

describe('the Visits list', () => {
  it('says what the office needs in words it knows [H-31]', () => {
    expect(columnsOf(...bothOut)).toEqual({
      Title: 'HV-2026-0042',
      VisitKey: 'visit-1',
      Status: 'out',
      Outcome: '',
      Alarm: '',
      Pupil: 'Siân O’Neill',
      YearGroup: '4',
      Address: '14 Ffordd y Môr',
      Purpose: 'Worry about attendance',
      Risk: 'medium',
      Visitors: 'Sam Pike and Jo Ashby',
      Round: '',
      Start: at('14:00'),
      DueBack: at('15:30'),
      LastHeard: at('13:55'),
      RequestedBy: 'Sam Pike',
      RequestedAt: at('09:00'),
      DecidedBy: 'Mrs Okafor',
      DecidedAt: at('10:00'),
      PolicyVersion: policy.version,
      DayKey: '2026-11-24',
      Watch: 'yes',
      History: '[]',
      Delivered: 3,
    });
  });
  it('shows nothing of why a sensitive visit is made, nor any answer', () => {
    const columns = columnsOf(
      asked({ sensitive: true, purpose: 'other', purposeNote: 'Private words' }, highRisk),
    );
    expect(columns['Purpose']).toBe('sensitive');
    expect(JSON.stringify(columns)).not.toMatch(/Private|doorstep|Something else/u);
  });
  it('says what alarm is open, since when and who has it', () => {
    const late = [...bothOut, clock('15:41')];
    expect(columnsOf(...late)['Alarm']).toBe('overdue since 15:41 · nobody has it yet');
    const held = does(pat, { verb: 'acknowledge', alarm: 'overdue-1' }, '15:42');
    expect(columnsOf(...late, held)['Alarm']).toBe('overdue since 15:41 · Pat Doyle has it');
    const home = does(sam, { verb: 'return', who: both }, '15:45');
    expect(columnsOf(...late, held, home)['Alarm']).toContain('not seen yet');
  });
  it('names the gravest alarm first', () => {
    const help = does(jo, { verb: 'danger', words: '' }, '15:43');
    expect(columnsOf(...bothOut, clock('15:41'), help)['Alarm']).toMatch(
      /^in danger since 15:43 .* and 1 more$/u,
    );
  });
  it('is watched while anybody is out, an alarm is open or a decision is waited for', () => {
    const watch = (...steps: Step[]) => columnsOf(...steps)['Watch'];
    expect(watch(asked())).toBe('yes');
    expect(watch(...bothOut.slice(0, 2))).toBe('');
    expect(watch(...bothOut)).toBe('yes');
    expect(watch(...bothOut, does(sam, { verb: 'return', who: [sam.id] }, '15:20'))).toBe('yes');
    expect(watch(...bothOut, back)).toBe('');
    const lateHome = does(sam, { verb: 'return', who: both }, '15:45');
    expect(watch(...bothOut, clock('15:41'), lateHome)).toBe('yes');
  });
});

describe('the restricted list of a visit', () => {
  const story = after(
    asked({ sensitive: true, purpose: 'other', purposeNote: 'Private words' }, highRisk),
    does(jo, { verb: 'answer-health', adjustment: 'needed', sealedWhat: 'knee' }, '09:30'),
  );
  const assessment = assessmentAfter(story.flatMap(({ restricted }) => restricted ?? []));
  if (assessment === undefined) throw new Error('nothing was answered');
  const columns = assessmentColumns(
    { id, visit: knownOf(story), assessment, history: '[]' },
    given,
  );

  it('holds the answers, each with its action, and why', () => {
    expect(columns).toMatchObject({
      Level: 'high',
      Risks: 'High: 1 risk, with an action',
      Violence: 'Yes. Action: Stay on the doorstep',
      Drugs: 'No',
      RecordsChecked: 'Yes',
      Purpose: 'Something else (say what)',
      PurposeNote: 'Private words',
      AssessedBy: 'Sam Pike',
    });
  });
  it('has exactly the columns that are written', () => {
    const list = lists.find((one) => one.list === 'RiskAssessments');
    expect(list?.columns.map(({ name }) => name)).toEqual(Object.keys(columns));
  });
  it('holds that somebody needs an adjustment, and never why', () => {
    expect(columns['AdjustmentNeeded']).toBe('Sam Pike: not answered\nJo Ashby: needed');
    expect(JSON.stringify(columns)).not.toContain('knee');
  });
});

describe('the lists', () => {
  const named = (name: string) => {
    const list = lists.find((one) => one.list === name);
    if (list === undefined) throw new Error(name);
    return list;
  };
  const concern: KnownConcern = {
    status: 'acknowledged',
    reference: 'C-7F3K9Q',
    about: 'child',
    person: 'Siân',
    what: 'A bruise',
    visit: undefined,
    route: 'safeguarding',
    subjects: [],
    raisedBy: sam.id,
    raisedAt: at('14:40'),
    additions: [{ at: at('14:50'), by: sam.id, what: 'And another' }],
    acknowledgedBy: rao.id,
    acknowledgedAt: at('14:41'),
    spokenBy: undefined,
    spokenAt: undefined,
    climbs: 0,
  };
  const columnsOfConcern = concernColumns({ id: concernId('c1'), concern, history: '[]' }, given);
  const home = homeColumns({
    ...{ key: 'k', address: 'a', language: '', lastPurpose: '', lastVisitors: [] },
    ...{ pupil: 'p', yearGroup: '4', parent: 'm', parentPhone: '1' },
  });
  const filled: readonly (readonly [string, Columns])[] = [
    ['Visits', columnsOf(...bothOut)],
    ['Concerns', columnsOfConcern],
    ['Allegations', columnsOfConcern],
    ['Homes', home],
  ];

  it.each(filled)('have exactly the columns that are written to %s', (name, columns) => {
    expect(named(name).columns.map((column) => column.name)).toEqual(Object.keys(columns));
  });
  it.each(filled)('offer every choice and room for every line of %s', (name, columns) => {
    for (const { name: column, type, choices } of named(name).columns) {
      const value = columns[column];
      if (type === 'choice' && value !== '') expect(choices).toContain(value);
      if (type === 'number') expect(typeof value).toBe('number');
    }
  });
  it('are such as SharePoint takes: names, indexes, one unique key', () => {
    for (const { columns, key } of lists) {
      const names = columns.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[A-Z][A-Za-z]{2,31}$|^At$/u);
      expect(columns.filter(({ indexed }) => indexed).length).toBeLessThanOrEqual(20);
      expect(columns.filter(({ type, indexed }) => type === 'note' && indexed)).toEqual([]);
      expect(columns.filter(({ unique }) => unique).map(({ name }) => name)).toEqual([key]);
      for (const { description } of columns) expect(description).toMatch(/^\p{L}|^“/u);
    }
  });
  it('keep an Activity in each site', () => {
    const sites = new Set(lists.map(({ site }) => site));
    const active = lists.filter(({ list }) => list === 'Activity').map(({ site }) => site);
    expect(new Set(active)).toEqual(sites);
  });
  it('tell of a concern without the visit, unless it was seen on one', () => {
    expect(columnsOfConcern).toMatchObject({
      Title: 'C-7F3K9Q',
      Visit: '',
      Watch: 'yes',
      Additions: 'Added by Sam Pike, Tue 24 Nov 14:50: And another',
    });
  });
});
