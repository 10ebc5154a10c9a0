/** What stands at the school from the start: the general risk assessment, read by everybody, and one for each who may go alone; and a hazard at one home. */
import { type Hazard, usualReview } from '../homes/hazard.ts';
import { generalKey, loneKey, type Standing } from '../risk-assessment/standing.ts';
import { type Instant, instant, personId } from '../vocabulary.ts';
import { people } from './tenant.ts';

const made: Instant = instant('2026-11-02T09:00:00Z');
const reviewBy = '2027-11-02';
const madeBy = personId('okafor');

/** Who may go alone. */
const alone = ['sam', 'jo'];

const general = [
  'Violence or threats: look at what is known of the home first; two people where anything is known; leave at once.',
  'Animals: ask for them to be put in another room; do not go in where they can’t be.',
  'Driving: keep the car in order; park where you can drive straight off.',
  'Falling ill: phone charged; say where you are and when you will be back.',
].join('\n');

const lone = [
  'Alone only where a home is known and nothing is on record against it.',
  'Rings the office before going in and after coming out.',
  'The office looks out for them as soon as they are late.',
].join('\n');

export const standingAtFirst: Standing = [
  {
    key: generalKey,
    kind: 'general',
    version: 3,
    says: general,
    madeBy,
    madeAt: made,
    reviewBy,
    readings: people
      .filter(({ roles }) => !roles.includes('pupil'))
      .map(({ id }) => ({ person: personId(id), at: instant('2026-11-03T08:30:00Z') })),
  },
  ...alone.map(
    (id) =>
      ({
        key: loneKey(personId(id)),
        kind: 'lone-worker',
        person: personId(id),
        version: 1,
        says: lone,
        madeBy,
        madeAt: made,
        reviewBy,
        readings: [],
      }) as const,
  ),
];

const noted = instant('2026-10-14T14:20:00Z');

export const hazardsAtFirst: readonly Hazard[] = [
  {
    key: 'first 1',
    address: '27 Heol y Parc, Porthcawl CF36 3DT',
    kind: 'animals',
    what: 'A large dog runs loose in the front garden. The side gate is safe.',
    notedBy: personId('rao'),
    notedAt: noted,
    visit: '',
    reviewBy: usualReview(noted),
  },
];
