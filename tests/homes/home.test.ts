import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isFirstVisit } from '../../src/homes/first-visit.ts';
import {
  familyKey,
  type Home,
  homeColumns,
  homeFromColumns,
} from '../../src/homes/home.ts';
import { homeKey } from '../../src/homes/home-key.ts';
import { sameAs } from '../../src/homes/same-as.ts';
import { at, sam } from '../builders/cast.ts';

const home = (changes: Partial<Home> = {}): Home => ({
  key: familyKey('14 Ffordd y Môr, LL57 2AB', 'Siân O’Neill'),
  address: '14 Ffordd y Môr, LL57 2AB',
  pupil: 'Siân O’Neill',
  yearGroup: '4',
  parent: 'Mary O’Neill',
  parentPhone: '01632 960001',
  language: 'Welsh',
  lastPurpose: 'attendance',
  lastVisitors: [sam.id],
  lastCompleted: at('15:00'),
  ...changes,
});

describe('an address', () => {
  it.each([
    '14 ffordd y mor ll572ab',
    '14, Ffordd y Môr; LL57 2AB.',
    '  14   FFORDD  Y  MÔR\nLL57  2AB ',
  ])('is one home however it is written: %s', (written) => {
    expect(homeKey(written)).toBe(homeKey('14 Ffordd y Môr, LL57 2AB'));
  });
  it('is one with Street or St, Road or Rd', () => {
    expect(homeKey('3 High Street')).toBe(homeKey('3 High St.'));
    expect(homeKey("3 St John's Road")).toBe(homeKey('3 Saint Johns Rd'));
    expect(homeKey('3 Tŷ Ŵyn')).toBe(homeKey('3 ty wyn'));
  });
  it('is another where the number or the flat is', () => {
    expect(homeKey('14 High Street')).not.toBe(homeKey('15 High Street'));
    expect(homeKey('Flat 2, 14 High Street')).not.toBe(homeKey('Flat 3, 14 High Street'));
  });
  it('has the same form when it is brought to it twice', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(homeKey(homeKey(text))).toBe(homeKey(text));
      }),
    );
  });
});

describe('an address that resembles a known one', () => {
  const homes = [home(), home({ address: '7 High Street, LL57 1XY' })];
  it.each([
    ['14 Fford y Mor LL57 2AB', '14 Ffordd y Môr, LL57 2AB'],
    ['14 LL57 2AB', '14 Ffordd y Môr, LL57 2AB'],
    ['7 Hihg Street', '7 High Street, LL57 1XY'],
    ['7 High Street, LL57 1XZ', '7 High Street, LL57 1XY'],
  ])('is found: %s', (asked, known) => {
    expect(sameAs(asked, homes)?.address).toBe(known);
  });
  it.each([
    '14 ffordd y mor, ll572ab',
    '15 Ffordd y Môr, LL57 2AB',
    'Flat 2, 14 Ffordd y Môr, LL57 2AB',
    '7 High Street, CF10 1AA',
    '9 Elsewhere',
    '',
  ])('is not found where it is the known one, or another altogether: %s', (asked) => {
    expect(sameAs(asked, homes)).toBeUndefined();
  });
});

describe('a first visit', () => {
  it('is one to an address where no visit for this pupil was completed', () => {
    expect(isFirstVisit('14 Ffordd y Mor LL57 2AB', 'sian o’neill', [home()])).toBe(false);
    expect(isFirstVisit('2 Elsewhere', 'Siân O’Neill', [home()])).toBe(true);
    expect(isFirstVisit('14 Ffordd y Môr, LL57 2AB', 'Rhys O’Neill', [home()])).toBe(true);
  });
  it('stays one after a visit that was not completed', () => {
    const { lastCompleted: _none, ...never } = home();
    expect(isFirstVisit(never.address, never.pupil, [never])).toBe(true);
  });
});

describe('the Homes list', () => {
  it('says of a home what is read from it again', () => {
    const { lastCompleted: _none, ...never } = home();
    expect(homeFromColumns(homeColumns(home()))).toEqual(home());
    expect(homeFromColumns(homeColumns(never))).toEqual(never);
  });
  it('may be written by hand', () => {
    const written = { Title: '1 New Road', Pupil: 'Ana', LastCompleted: 'last week' };
    expect(homeFromColumns(written)).toMatchObject({ key: '1 new rd / ana', pupil: 'Ana' });
    expect(homeFromColumns(written)).not.toHaveProperty('lastCompleted');
    expect(homeFromColumns({ Title: '', Pupil: 'Ana' })).toBeUndefined();
  });
  it('has a key that fits a column, however long the address', () => {
    expect(familyKey('x '.repeat(500), 'y '.repeat(500)).length).toBeLessThanOrEqual(255);
  });
});
