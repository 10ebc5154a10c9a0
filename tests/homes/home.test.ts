import { describe, expect, it } from '@jest/globals';
import {
  bookOfHomes,
  homeNamed,
  type KnownHome,
  knownHome,
} from '../../src/homes/book-of-homes.ts';
import { isFirstVisit } from '../../src/homes/first-visit.ts';
import { type Hazard, isOverdue } from '../../src/homes/hazard.ts';
import { familyKey, type Home, homeColumns, homeFromColumns } from '../../src/homes/home.ts';
import { homeKey } from '../../src/homes/home-key.ts';
import { sameAs } from '../../src/homes/same-as.ts';
import { hazardColumns, hazardFromColumns } from '../../src/register/hazard-columns.ts';
import { standingColumns, standingFromColumns } from '../../src/register/standing-columns.ts';
import { at, sam, standing } from '../builders/cast.ts';
import { hash } from '../builders/visits.ts';
import { fc } from '../support/properties.ts';

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

describe('the book of homes', () => {
  const other = home({
    key: familyKey('14 Fford y Mor', 'Rhys O’Neill'),
    address: '14 Fford y Mor',
    pupil: 'Rhys O’Neill',
    sameHome: '14 Ffordd y Môr, LL57 2AB',
    lastCompleted: at('16:00'),
  });

  it('has one home for one address, with every family there, however it was written', () => {
    const [one, ...more] = bookOfHomes([home(), other], []);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ address: '14 Ffordd y Môr, LL57 2AB', lastCompleted: at('16:00') });
    expect(one?.families.map(({ pupil }) => pupil)).toEqual(['Siân O’Neill', 'Rhys O’Neill']);
  });
  it('leads from another spelling to the home it is, also for a first visit', () => {
    expect(homeNamed('14 FFORD Y MOR', [home(), other])).toBe(homeKey(home().address));
    expect(isFirstVisit('14 Fford y Mor', 'Siân O’Neill', [home(), other])).toBe(false);
    expect(isFirstVisit('14 Fford y Mor', 'Siân O’Neill', [home()])).toBe(true);
  });
  it('ends where two homes were each made the other', () => {
    const back = home({ sameHome: '14 Fford y Mor' });
    expect(typeof homeNamed('14 Fford y Mor', [back, other])).toBe('string');
  });
  it('says the same of itself in the list', () => {
    expect(homeFromColumns(homeColumns(other))).toEqual(other);
  });
});

describe('what is known of a home', () => {
  const dog: Hazard = {
    key: 'h1',
    address: '14 ffordd y mor, LL57 2AB',
    kind: 'animals',
    what: 'A dog',
    notedBy: sam.id,
    notedAt: at('09:00'),
    visit: '',
    reviewBy: '2027-05-24',
  };
  const known = (hazards: readonly Hazard[], homes = [home()]) =>
    knownHome('14 Ffordd y Môr LL57 2AB', homes, hazards, hash);
  const hashOf = (one: KnownHome | undefined) => one?.shown;

  it('is another thing to look at once it changes, and the same until then', () => {
    expect(known([dog])?.shown).toBe(known([{ ...dog }])?.shown);
    expect(hashOf(known([dog]))).not.toBe(hashOf(known([{ ...dog, what: 'Two dogs' }])));
  });
  it('leaves out what is over, and is nothing where nothing is known', () => {
    const over = { ...dog, resolved: { by: sam.id, at: at('10:00'), why: 'Gone' } };
    const { lastCompleted: _none, ...never } = home();
    expect(known([over])).toMatchObject({ hazards: [], visited: true, animals: false });
    expect(known([over], [never])).toBeUndefined();
    expect(known([dog], [never])).toMatchObject({ animals: true, visited: false });
  });
  it('is overdue the day after the day it was to be looked at again', () => {
    expect(isOverdue({ ...dog, reviewBy: '2026-11-24' }, at('09:00'))).toBe(false);
    expect(isOverdue({ ...dog, reviewBy: '2026-11-23' }, at('09:00'))).toBe(true);
  });
  it('comes out of the list as it went in, and a row that lost its dates is still a hazard', () => {
    const full = {
      ...dog,
      reviewed: { by: sam.id, at: at('10:00') },
      resolved: { by: sam.id, at: at('11:00'), why: 'Gone' },
    };
    expect(hazardFromColumns(hazardColumns(full))).toEqual(full);
    expect(hazardFromColumns(hazardColumns(dog))).toEqual(dog);
    const bare = { Title: '1 New Road', HazardKey: 'k', What: 'A dog' };
    expect(hazardFromColumns(bare)).toMatchObject({ kind: 'other', what: 'A dog' });
    expect(hazardFromColumns({ HazardKey: 'k' })).toBeUndefined();
  });
  it('is not lost with an assessment whose row cannot be read: nobody goes alone on it', () => {
    for (const one of standing) expect(standingFromColumns(standingColumns(one))).toEqual(one);
    expect(standingFromColumns({ StandingKey: 'lone sam', Kind: 'lone-worker', Version: 1 })).toBe(
      undefined,
    );
  });
});
