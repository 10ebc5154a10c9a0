/** A book of homes for doors that are tried on their own. */

import type { HomesDoor } from '../../src/journeys/homes-door.ts';
import type { HomesPress } from '../../src/journeys/homes-press.ts';
import type { OpenedHome, SeenStanding } from '../../src/journeys/homes-seen.ts';
import { instant, personId } from '../../src/vocabulary.ts';

const rao = { id: personId('rao'), name: 'Miss Rao' };
const okafor = { id: personId('okafor'), name: 'Mrs Okafor' };
const sam = { id: personId('sam'), name: 'Sam Pike' };
const at = instant('2026-11-02T09:00:00Z');

export const knownHomes: readonly OpenedHome[] = [
  {
    key: '27 heol y parc',
    address: '27 Heol y Parc, Porthcawl CF36 3DT',
    families: [
      { pupil: 'Rhys Daniels', yearGroup: 'Year 9' },
      { pupil: 'Nia Daniels', yearGroup: 'Year 7' },
    ],
    alsoWritten: ['27 Heol-y-Park'],
    hazards: [
      {
        key: 'h1',
        kind: 'weapons',
        what: 'A knife lay on the hall table, and the uncle picked it up.',
        notedBy: sam,
        notedAt: instant('2026-03-12T15:10:00Z'),
        visit: 'HV-2026-0007',
        reviewBy: '2026-09-10',
        overdue: true,
      },
      {
        key: 'h2',
        kind: 'animals',
        what: 'A large dog runs loose in the front garden. The side gate is safe.',
        notedBy: rao,
        notedAt: at,
        visit: '',
        reviewBy: '2027-05-03',
        overdue: false,
        reviewed: { by: rao, at },
      },
      {
        key: 'h3',
        kind: 'property',
        what: 'The top step was broken.',
        notedBy: sam,
        notedAt: at,
        visit: '',
        reviewBy: '2026-12-01',
        overdue: false,
        resolved: { by: rao, at, why: 'Mended, seen on 2 November.' },
      },
    ],
    lastCompleted: instant('2026-10-20T14:40:00Z'),
    looksLike: { key: '27 heol y parcc', address: '27 Heol y Parcc, CF36 3DT' },
    mayReview: true,
    mayMerge: true,
    visits: [
      {
        reference: 'HV-2026-0031',
        start: instant('2026-10-20T14:00:00Z'),
        status: 'returned',
        visitors: [sam],
      },
      {
        reference: 'HV-2026-0007',
        start: instant('2026-03-12T14:00:00Z'),
        status: 'cancelled',
        visitors: [sam],
      },
    ],
  },
  {
    key: '3 mill ln',
    address: '3 Mill Lane, Porthcawl CF36 5TT',
    families: [{ pupil: 'Tomos Reid', yearGroup: 'Year 10' }],
    alsoWritten: [],
    hazards: [],
    mayReview: true,
    mayMerge: true,
    visits: [],
  },
];

export const generalStanding: SeenStanding = {
  key: 'general',
  kind: 'general',
  version: 3,
  says: 'Violence: two people where anything is known.\nAnimals: ask for them to be put away.',
  madeBy: okafor,
  madeAt: at,
  reviewBy: '2027-11-02',
  read: false,
  readers: [sam, rao],
};

const loneStanding: SeenStanding = {
  key: 'lone sam',
  kind: 'lone-worker',
  person: sam,
  version: 2,
  says: 'Rings the office before going in and after coming out.',
  madeBy: okafor,
  madeAt: at,
  reviewBy: '2027-11-02',
  stale: 'changed',
  read: false,
  readers: [],
};

/** Keeps what was pressed. */
export const homesDoorWith = (
  homes: readonly OpenedHome[] = knownHomes,
  presses: HomesPress[] = [],
): HomesDoor => ({
  list: async () => homes,
  one: async (key) => homes.find((home) => home.key === key),
  before: async (address) => {
    const home = homes.find((one) => one.address === address);
    return {
      ...(home === undefined
        ? {}
        : {
            home: {
              shown: 'shown-1',
              needed: true,
              hazards: home.hazards.filter(({ resolved }) => resolved === undefined),
              visits: home.visits,
              animals: true,
              ...(home.lastCompleted === undefined ? {} : { lastCompleted: home.lastCompleted }),
            },
          }),
      general: { ...generalStanding, needed: true },
    };
  },
  standing: async () => ({ general: generalStanding, lone: [loneStanding], mayRenew: true }),
  press: async (asked) => {
    presses.push(asked);
    return { kind: 'done', note: 'The hazard is on record.' };
  },
});
