import type { Role } from '../vocabulary.ts';

export const riskLevels = ['low', 'medium', 'high'] as const;
export type RiskLevel = (typeof riskLevels)[number];

export const visitClasses = [
  'procedural',
  'welfare-check',
  'emergency',
  'first-day-absence',
] as const;
export type VisitClass = (typeof visitClasses)[number];

/** A school's home-visit policy, as data. Changing the policy is editing one of these. */
export type Policy = {
  readonly pack: string;
  /** What the school calls the document, as a refusal cites it. */
  readonly title: string;
  readonly version: string;
  readonly language: 'en-GB';
  /** Which clause of the school's policy asks for each rule; a rule that is not here is the product's own. */
  readonly clauses: Readonly<Record<string, string>>;
  readonly approval: {
    /** Any one of these decides. */
    readonly roles: readonly Role[];
    /** How far start or due-back may move, in minutes, before an approval is void. */
    readonly toleranceMinutes: number;
  };
  readonly staffing: { readonly rule: 'two' | 'two-or-reason' | 'lone-allowed' };
  readonly appointment: { readonly rule: 'required' | 'preferred' };
  readonly visitClasses: readonly VisitClass[];
  readonly purposes: readonly Purpose[];
  readonly risk: {
    /** No first visit to an address is rated lower than this. */
    readonly initialFloor: RiskLevel;
    readonly questions: readonly RiskQuestion[];
  };
  readonly departure: {
    readonly checks: readonly DepartureCheck[];
    /** Who is told that people have left school. */
    readonly notify: readonly Role[];
  };
  readonly overdue: {
    readonly rungs: readonly Rung[];
    /** The last rung comes again every so many minutes. */
    readonly repeatMinutes: number;
    /** After somebody has spoken to the visitors and set no time, they are looked for again after this. */
    readonly afterSpokenMinutes: number;
  };
  readonly extensions: { readonly allowed: number };
  /** Who hears of help, danger and injury, at once and again until a voice check. */
  readonly responders: readonly Role[];
  readonly concerns: { readonly tell: readonly Role[] };
};

export type Purpose = { readonly id: string; readonly label: string };

/** Polarity is per question: `problem` is the answer that needs something done. */
export type RiskQuestion = {
  readonly id: 'q1' | 'q2' | 'q4' | 'q5' | 'q6';
  readonly ask: string;
  readonly problem: 'yes' | 'no';
  /** `action`: a problem needs its own action. `block`: a problem stops the request. */
  readonly then: 'action' | 'block';
};

export type DepartureCheck = {
  readonly id: string;
  readonly ask: string;
  /** The answer that lets a person leave. */
  readonly needs: 'yes' | 'no';
  /** What to do when the answer is the other one. */
  readonly next: string;
};

export type Rung = {
  readonly id: string;
  readonly afterMinutes: number;
  /** `visitors` are those of the visit who are not back. */
  readonly to: readonly (Role | 'visitors')[];
};

/** The clause that asks for a rule, as a person would cite it. */
export const clauseOf = (policy: Policy, rule: string): string => {
  const clause = policy.clauses[rule];
  return clause === undefined ? 'Home Visits safety rule' : `${policy.title} ${clause}`;
};
