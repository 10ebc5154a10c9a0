/** A row of the week's list: what the attendance officer compiled, and the visit that was asked for. */
import { homeKey } from '../homes/home-key.ts';
import type { RiskLevel } from '../policy/policy.ts';
import type { KnownVisit } from '../visits/visit.ts';
import {
  atSchool,
  daysAfter,
  type Instant,
  mondayOf,
  type PersonId,
  schoolDay,
  type VisitId,
  weekOf,
} from '../vocabulary.ts';
import { type Figure, figureKey, percentText } from './figure.ts';

/** Of a visit only what tells who goes when, and how great the risk is. */
export type RowVisit = {
  readonly id: VisitId;
  readonly reference: string;
  readonly day: string;
  readonly start: Instant;
  readonly visitors: readonly PersonId[];
  readonly requestedBy: PersonId;
  readonly level: RiskLevel;
  readonly status: KnownVisit['status'];
};

export type ListRow = {
  /** The visit's id; without a visit, the pupil at the address. */
  readonly id: string;
  readonly family: string;
  readonly pupil: string;
  readonly address: string;
  readonly parents: string;
  readonly contacts: string;
  /** `92.5%`; empty where nobody has compiled it. */
  readonly attendance: string;
  readonly visit?: RowVisit;
};

export type AskedVisit = { readonly id: VisitId; readonly visit: KnownVisit };

/** The week a visit is made in, on the school's clock. */
export const weekOfVisit = ({ proposal }: KnownVisit): string => weekOf(schoolDay(proposal.start));

const stillOn: readonly KnownVisit['status'][] = [
  'awaiting approval',
  'changes asked',
  'approved',
  'approval void',
  'out',
];

/** One row for each visit of that week that may yet be made, and for each pupil compiled who has none; by day, then by name. */
export const compile = (
  week: string,
  figures: readonly Figure[],
  visits: readonly AskedVisit[],
): readonly ListRow[] => {
  const find = finder(figures);
  const isIn = within(week);
  const dayOf = remembering(schoolDay);
  const wanted = visits
    .filter(({ visit }) => stillOn.includes(visit.status) && isIn(visit.proposal.start))
    .map((asked) => ({ asked, figure: find(asked.visit.proposal) }));
  const rows = wanted.map(({ asked, figure }) =>
    rowWith(asked, figure, dayOf(asked.visit.proposal.start)),
  );
  const found = new Set(wanted.map(({ figure }) => figure));
  const rest = figures.filter((figure) => !found.has(figure)).map(rowWithout);
  return [...rows, ...rest]
    .map((row) => ({ row, place: placeOf(row) }))
    .sort((one, other) => (one.place < other.place ? -1 : Number(one.place > other.place)))
    .map(({ row }) => row);
};

/** From Monday's first moment to Sunday's last on the school's clock; the clocks change at one, never at midnight. */
const within = (week: string): ((moment: Instant) => boolean) => {
  const monday = mondayOf(week);
  const from = monday && atSchool(monday, '00:00');
  const until = monday && atSchool(daysAfter(monday, 7), '00:00');
  return (moment) => from !== undefined && until !== undefined && from <= moment && moment < until;
};

/** Five hundred visits share a few dozen moments, and the calendar takes its time. */
const remembering = (work: (moment: Instant) => string): ((moment: Instant) => string) => {
  const known = new Map<Instant, string>();
  return (moment) => {
    const answer = known.get(moment) ?? work(moment);
    known.set(moment, answer);
    return answer;
  };
};

type Sought = { readonly address: string; readonly pupil: string };
type Find = (sought: Sought) => Figure | undefined;

/** By pupil and address; where the address was written otherwise, by a name that nobody else bears and an address that begins or ends alike. */
const finder = (figures: readonly Figure[]): Find => {
  const known = new Map(figures.map((figure) => [figureKey(figure), figure]));
  const named = Map.groupBy(figures, (figure) => namedIn(figure));
  return (sought) => {
    const same = known.get(figureKey(sought));
    if (same !== undefined) return same;
    const [one, ...others] = named.get(namedIn(sought)) ?? [];
    const alike = one !== undefined && others.length === 0 && isAlike(one, sought);
    return alike ? one : undefined;
  };
};

const namedIn = ({ pupil }: Sought): string => homeKey(pupil) || pupil.trim();

/** The same number and street, or the same number and postcode. */
const isAlike = (one: Sought, other: Sought): boolean => {
  const [a, b] = [homeKey(one.address).split(' '), homeKey(other.address).split(' ')];
  return a[0] === b[0] && (a[1] === b[1] || a.at(-1) === b.at(-1));
};

const rowWith = ({ id, visit }: AskedVisit, figure: Figure | undefined, day: string): ListRow => {
  const { proposal } = visit;
  return {
    id,
    family: figureKey(proposal),
    pupil: proposal.pupil.trim(),
    address: proposal.address.trim(),
    parents: figure?.parents ?? proposal.parent.trim(),
    contacts: figure?.contacts ?? proposal.parentPhone.trim(),
    attendance: figure === undefined ? '' : percentText(figure.attendance),
    visit: {
      id,
      reference: visit.reference,
      day,
      start: proposal.start,
      visitors: proposal.visitors,
      requestedBy: visit.requestedBy,
      level: visit.risk.level,
      status: visit.status,
    },
  };
};

const rowWithout = (figure: Figure): ListRow => ({
  id: figureKey(figure),
  family: figureKey(figure),
  pupil: figure.pupil,
  address: figure.address,
  parents: figure.parents,
  contacts: figure.contacts,
  attendance: percentText(figure.attendance),
});

/** Those nobody has asked a visit for come last. */
const placeOf = ({ visit, pupil, id }: ListRow): string =>
  [visit?.start ?? '9', pupil.toLocaleLowerCase('en-GB'), id].join('\n');

/** Which of the policy's columns are empty. */
export const lacksOf = (
  row: ListRow,
): readonly ('address' | 'parents' | 'contacts' | 'attendance')[] =>
  (['address', 'parents', 'contacts', 'attendance'] as const).filter(
    (column) => row[column] === '',
  );

type Hash = (text: string) => string;

/** What a signature binds to, of one row: keyed, so that nobody can work one out. */
export const rowHash = (week: string, row: ListRow, hash: Hash): string => {
  const { pupil, address, parents, contacts, attendance, visit } = row;
  const going = visit && [
    visit.id,
    visit.day,
    [...visit.visitors].sort(),
    visit.requestedBy,
    visit.level,
  ];
  return hash(
    JSON.stringify([
      'row of a week',
      week,
      pupil,
      address,
      parents,
      contacts,
      attendance,
      going ?? null,
    ]),
  );
};

/** What a signer was shown: the rows as they stand, in order. */
export const listContent = (week: string, hashes: readonly string[], hash: Hash): string =>
  hash(JSON.stringify(['list of a week', week, hashes]));
