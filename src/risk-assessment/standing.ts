/** Assessments that stand for more than one visit: the school's general one, and one for each person who may go alone. */
import { type Instant, type PersonId, schoolDay } from '../vocabulary.ts';

export const standingKinds = ['general', 'lone-worker'] as const;
export type StandingKind = (typeof standingKinds)[number];

export type Reading = { readonly person: PersonId; readonly at: Instant };

export type StandingAssessment = {
  /** `general`, or `lone` and the person's id. */
  readonly key: string;
  readonly kind: StandingKind;
  /** Whose it is, where it is one person's. */
  readonly person?: PersonId;
  readonly version: number;
  /** The risks and what is done about each, as the school wrote them. */
  readonly says: string;
  readonly madeBy: PersonId;
  readonly madeAt: Instant;
  /** The last day on which it is up to date, `yyyy-mm-dd`. */
  readonly reviewBy: string;
  /** Set once something changed that it does not know of, until it is done again. */
  readonly changed?: { readonly by: PersonId; readonly at: Instant };
  /** Who has said that they have read this version. */
  readonly readings: readonly Reading[];
};

export type Standing = readonly StandingAssessment[];

export const generalKey = 'general';
export const loneKey = (person: PersonId): string => `lone ${person}`;

export const generalOf = (standing: Standing): StandingAssessment | undefined =>
  standing.find(({ key }) => key === generalKey);

export const loneOf = (standing: Standing, person: PersonId): StandingAssessment | undefined =>
  standing.find(({ key }) => key === loneKey(person));

/** Why an assessment no longer counts: something changed since, or its day has passed. */
export const staleSince = (
  { changed, reviewBy }: StandingAssessment,
  now: Instant,
): 'changed' | 'review' | undefined => {
  if (changed !== undefined) return 'changed';
  return schoolDay(now) > reviewBy ? 'review' : undefined;
};

export const hasRead = ({ readings }: StandingAssessment, person: PersonId): boolean =>
  readings.some((reading) => reading.person === person);

export type Renewal = {
  readonly key: string;
  readonly kind: StandingKind;
  readonly person?: PersonId;
  readonly says: string;
  readonly reviewBy: string;
  readonly by: PersonId;
  readonly at: Instant;
};

/** Done anew it is another version, which nobody has read yet. */
export const renewed = (
  before: StandingAssessment | undefined,
  { by, at, ...rest }: Renewal,
): StandingAssessment => ({
  ...rest,
  version: (before?.version ?? 0) + 1,
  madeBy: by,
  madeAt: at,
  readings: [],
});

/** Said twice it is said once. */
export const withReading = (before: StandingAssessment, reading: Reading): StandingAssessment =>
  hasRead(before, reading.person) ? before : { ...before, readings: [...before.readings, reading] };

export const withChange = (
  before: StandingAssessment,
  changed: { readonly by: PersonId; readonly at: Instant },
): StandingAssessment => (before.changed === undefined ? { ...before, changed } : before);
