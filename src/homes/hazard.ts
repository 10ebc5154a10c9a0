/** What can hurt people at a home. It belongs to the address, whoever was visited there. */
import { daysAfter, type Instant, type PersonId, schoolDay } from '../vocabulary.ts';

export const hazardKinds = [
  'animals',
  'violence',
  'weapons',
  'drugs',
  'infection',
  'property',
  'other',
] as const;
export type HazardKind = (typeof hazardKinds)[number];

export type Hazard = {
  readonly key: string;
  /** The address as it was written. */
  readonly address: string;
  readonly kind: HazardKind;
  readonly what: string;
  readonly notedBy: PersonId;
  readonly notedAt: Instant;
  /** The reference of the visit it was seen on; empty where somebody noted it by hand. */
  readonly visit: string;
  /** The day by which somebody looks at it again, `yyyy-mm-dd`. */
  readonly reviewBy: string;
  readonly reviewed?: { readonly by: PersonId; readonly at: Instant };
  readonly resolved?: {
    readonly by: PersonId;
    readonly at: Instant;
    readonly why: string;
  };
};

export const isOpenHazard = ({ resolved }: Hazard): boolean => resolved === undefined;

/** What somebody saw is looked at again after half a year unless somebody says otherwise. */
const reviewDays = 182;
export const usualReview = (noted: Instant): string => daysAfter(schoolDay(noted), reviewDays);

export const isOverdue = ({ reviewBy, resolved }: Hazard, now: Instant): boolean =>
  resolved === undefined && schoolDay(now) > reviewBy;
