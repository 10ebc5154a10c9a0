/** The smaller parts of a school's policy. A `clause` here is the id of the rule in the register of clauses. */
import type { Role } from '../vocabulary.ts';

/** What a purpose may ask for: failed attempts at contact, that safeguarding hears of it first, a driver, the dates of a refused leave. */
export const purposeNeeds = [
  'contact-attempts',
  'safeguarding-first',
  'transport',
  'refused-leave',
] as const;
export type PurposeNeed = (typeof purposeNeeds)[number];

/** What an unannounced visit may be excused from. */
export const classWaives = ['appointment', 'why-not-in-school'] as const;
export type ClassWaiver = (typeof classWaives)[number];
/** What it needs instead. */
export const classNeeds = ['reason', 'unanswered-call', 'attendance-lead'] as const;
export type ClassNeed = (typeof classNeeds)[number];

export const askedFields = ['people', 'language', 'staffing', 'visitorRoles'] as const;

export type AskedField = {
  readonly field: (typeof askedFields)[number];
  readonly ask: string;
  readonly required: boolean;
  readonly clause?: string;
};

/** `alone-without-backup`: an evening visit needs a reason only where one person goes and nobody at school waits for them. */
export type Evening = {
  readonly rule: 'always' | 'alone-without-backup';
  /** Evening is from here, `hh:mm` on the school's clock. */
  readonly from: string;
  /** It is over in the morning at this time. */
  readonly until: string;
  /** What the policy offers instead. */
  readonly alternatives: readonly string[];
};

export const moments = [
  'asking',
  'deciding',
  'before-leaving',
  'at-the-door',
  'inside',
  'leaving',
  'threatened',
] as const;
export type Moment = (typeof moments)[number];

export type BriefingLine = {
  readonly id: string;
  readonly moment: Moment;
  readonly say: string;
  /** Said only where so many go; always, where it does not say. */
  readonly whenGoing?: 'one' | 'two';
  readonly clause?: string;
};

/** While nobody has decided: who hears, beside those who may decide, so many minutes before the start. */
export type DecisionReminder = {
  readonly id: string;
  readonly minutesBeforeStart: number;
  readonly to: readonly Role[];
};

/** An emergency visit that nobody can decide in time goes on the names of two: one of `first`, and one of `second`. */
export type BreakGlass = {
  readonly rule: 'off' | 'on';
  readonly first: readonly Role[];
  readonly second: readonly Role[];
  /** Who looks at it afterwards, and within how many hours; reminded until somebody has. */
  readonly review: readonly Role[];
  readonly reviewHours: number;
};

/** Who hears of a visit without being asked anything. */
export type Notices = {
  /** Of each visit that may go ahead, before it does, with the family it is to. */
  readonly named: readonly Role[];
  /** Of every change to an appointment, with what it was and what it is. */
  readonly changes: readonly Role[];
};

/** Answered by each visitor for themselves. `adjustment`: a problem is theirs alone, and what they need is asked. */
export type PersonalQuestion = {
  readonly id: 'q3' | 'q7';
  readonly ask: string;
  readonly problem: 'yes' | 'no';
  readonly then: 'adjustment' | 'block';
  readonly clause?: string;
};

export type HazardRow = {
  readonly id: string;
  readonly hazard: string;
  readonly people: string;
  readonly severity: string;
  readonly likelihood: string;
  readonly level: 'low' | 'medium' | 'high';
  readonly controls: readonly string[];
  readonly clause?: string;
};

/** `reach` is empty until the school has filled it in. */
export type NamedContact = {
  readonly id: string;
  readonly name: string;
  readonly reach: string;
  readonly clause?: string;
};

/** `note` says where it has since been replaced. */
export type LegalReference = { readonly name: string; readonly note?: string | undefined };

export const checkIns = [
  'depart',
  'before-arrival',
  'arrive',
  'leave',
  'overrun',
  'return',
] as const;
export type CheckIn = (typeof checkIns)[number];
