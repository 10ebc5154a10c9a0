/** The smaller parts of a school's policy. A `clause` here is the id of the rule in the register of clauses. */

/** What a purpose may ask for: failed attempts at contact, a driver, the dates of a refused leave. */
export const purposeNeeds = ['contact-attempts', 'transport', 'refused-leave'] as const;
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
  readonly clause?: string;
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
