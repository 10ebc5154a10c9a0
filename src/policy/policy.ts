import type { Role } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type {
  AskedField,
  BreakGlass,
  BriefingLine,
  CheckIn,
  ClassNeed,
  ClassWaiver,
  DecisionReminder,
  Evening,
  HazardRow,
  LegalReference,
  NamedContact,
  Notices,
  PersonalQuestion,
  PurposeNeed,
} from './policy-parts.ts';

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
  /** The school's policy says nothing of these rules; the product's own policy does. */
  readonly productRules: readonly string[];
  /** The settings the school left out, by their place, as they were taken from the product's own policy. */
  readonly filled: readonly string[];
  readonly approval: {
    /** `know` is to have been told, and to have said so; `list-and-visit` is a signed list, and a signature for each visit of it. */
    readonly mode: 'approve' | 'know' | 'list-and-visit';
    /** Any one of these decides on a visit. */
    readonly roles: readonly Role[];
    /** Who signs the week's list, where there is one. */
    readonly listRoles: readonly Role[];
    readonly delegation: 'off' | 'deputy' | 'duty-rota' | 'senior-manager';
    /** How far start or due-back may move, in minutes, before an approval is void. */
    readonly toleranceMinutes: number;
    /** Who decides where nobody else may, because all who would go or asked. Nobody, unless the school says so. */
    readonly substitutes: readonly Role[];
    /** Who hears that everybody who may decide is away, and can name somebody to stand in. */
    readonly whenAllAway: readonly Role[];
    readonly reminders: readonly DecisionReminder[];
    /** An emergency is asked about again so many minutes after it was sent. */
    readonly urgentMinutes: readonly number[];
    readonly breakGlass: BreakGlass;
  };
  readonly notices: Notices;
  /** `two-if-known`: two where the family is complex, or its circumstances call for it. */
  readonly staffing: {
    readonly rule: 'two' | 'two-or-reason' | 'two-if-known' | 'lone-allowed';
    /** Whether whoever goes alone needs a current lone-worker assessment. */
    readonly loneAssessment: 'off' | 'required';
  };
  readonly appointment: {
    readonly rule: 'required' | 'preferred';
    /** Whether it has to be on record who confirmed it, and when. */
    readonly confirmed: boolean;
  };
  readonly visitClasses: readonly VisitClass[];
  /** What each class of visit is excused from and what it needs instead; one for each of `visitClasses`. */
  readonly classRules: readonly ClassRule[];
  /** Form fields the policy asks about, beyond those that every visit needs. */
  readonly asking: readonly AskedField[];
  readonly evening: Evening;
  readonly transport: { readonly rule: 'driver-and-one' | 'driver' };
  readonly purposes: readonly Purpose[];
  readonly risk: {
    /** Which form the risk assessment is: the school's questions, or its table of hazards. */
    readonly form: 'questions' | 'hazards';
    /** No first visit to an address is rated lower than this. */
    readonly initialFloor: RiskLevel;
    /** Who makes the assessment of each visit their own, in an act of its own, before anybody leaves; nobody where it is not asked. */
    readonly adoptedBy: readonly Role[];
    /** The school's general assessment: `read-first` is to have read its current version before asking. */
    readonly general: 'off' | 'kept' | 'read-first';
    /** What of a home has to be looked at before asking: its hazards, or earlier visits as well. */
    readonly homeSeen: 'off' | 'hazards' | 'always';
    readonly questions: readonly RiskQuestion[];
    /** What each visitor answers for themselves. */
    readonly personal: readonly PersonalQuestion[];
    /** The school's generic assessment, a row for each hazard. */
    readonly hazards: readonly HazardRow[];
  };
  /** What people are reminded of, and when. */
  readonly briefing: readonly BriefingLine[];
  readonly departure: {
    readonly checks: readonly DepartureCheck[];
    /** Who is told that people have left school. */
    readonly notify: readonly Role[];
    /** Whether they are told the family and the address, too, while people are out. */
    readonly names: boolean;
    /** `tap`: each who goes has tapped a message that day, or taken a call from the office. */
    readonly reach: 'tap' | 'off';
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
  /** Who has to be at home before anybody goes in: a parent, or a responsible adult. */
  readonly doorstep: { readonly parent: 'required' | 'adult' };
  /** Reminders without any alarm. */
  readonly pace: {
    /** Those who go are reminded so long before the appointed time. */
    readonly remindBeforeMinutes: number;
    /** Asked so long after it where nothing was heard, and the office after as long again. */
    readonly arriveWithinMinutes: number;
    /** A visit is meant to be no longer than this. */
    readonly stayMinutes: number;
  };
  /** With a child who is alone: answered so soon, and asked so often how they are. In minutes. */
  readonly child: { readonly answerMinutes: number; readonly checkMinutes: number };
  readonly noShow: { readonly waitMinutes: number; readonly lateMinutes: number };
  readonly checkIns: readonly CheckIn[];
  readonly device: { readonly manDown: 'off' | 'on' };
  readonly codeWord: { readonly rule: 'off' | 'on' | 'pairs' };
  readonly animals: {
    readonly rule: 'none-or-controlled' | 'separate-room' | 'separate-room-in-writing';
  };
  readonly signatures: { readonly rule: 'off' | 'if-reason' | 'always' | 'optional' };
  readonly weeklyList: { readonly rule: 'off' | 'on' };
  /** Where else a visit has to be on record. */
  readonly records: {
    readonly cpoms: RecordRule;
    readonly sims: RecordRule;
    readonly attendance: RecordRule;
  };
  readonly agreements: { readonly letters: boolean; readonly followUp: boolean };
  readonly attendanceAlert: {
    readonly rule: 'off' | 'on';
    readonly belowPercent: number;
    readonly months: number;
  };
  readonly registers: readonly (
    | 'mobiles'
    | 'vehicles'
    | 'insurance'
    | 'breakdown'
    | 'training'
    | 'checks'
    | 'designated'
  )[];
  /** What everybody who goes on visits is trained in, where training is on record. */
  readonly training: { readonly subjects: readonly string[] };
  readonly debrief: { readonly rule: 'off' | 'on' };
  readonly infection: { readonly module: 'off' | 'available' };
  /** The law and guidance the document names, as it names them. */
  readonly legal: readonly LegalReference[];
  readonly linkedPolicies: readonly string[];
  /** `due` is when the document says it is looked at again: `2025-01`, or empty where it does not say. */
  readonly review: { readonly due: string; readonly everyMonths: number };
  /** Who signs a version of the policy. */
  readonly signOffs: readonly Role[];
  /** Whether everybody who goes has to have read the policy as it stands before they leave, or it is only on record who has. */
  readonly reading: { readonly rule: 'departure' | 'record' };
  /** Services outside the school that the document names, and how each is reached. */
  readonly contacts: readonly NamedContact[];
  /** Where parents can read the policy; empty where the school has not said. */
  readonly website: string;
};

export type RecordRule = 'off' | 'optional' | 'where-appropriate' | 'check-only' | 'always';

export type ClassRule = {
  readonly id: VisitClass;
  readonly waives: readonly ClassWaiver[];
  readonly needs: readonly ClassNeed[];
  readonly clause?: string;
};

export type Purpose = {
  readonly id: string;
  readonly label: string;
  /** What a visit for this needs beside the rest. */
  readonly needs?: readonly PurposeNeed[];
  /** What the policy advises whoever asks for it. */
  readonly hint?: string;
  readonly clause?: string;
};

/** Polarity is per question: `problem` is the answer that needs something done. */
export type RiskQuestion = {
  readonly id: 'q1' | 'q2' | 'q4' | 'q5' | 'q6';
  readonly ask: string;
  readonly problem: 'yes' | 'no';
  /** `action`: a problem needs its own action. `block`: a problem stops the request. */
  readonly then: 'action' | 'block';
  readonly clause?: string;
};

export type DepartureCheck = {
  readonly id: string;
  readonly ask: string;
  /** The answer that lets a person leave. */
  readonly needs: 'yes' | 'no';
  /** What to do when the answer is the other one. */
  readonly next: string;
  readonly clause?: string;
};

export type Rung = {
  readonly id: string;
  readonly afterMinutes: number;
  /** `visitors` are those of the visit who are not back. */
  readonly to: readonly (Role | 'visitors')[];
};

/** The clause that asks for a rule, as a person would cite it. Where the school's policy is silent, nobody says that it speaks. */
export const clauseOf = (policy: Policy, rule: string): string => {
  const clause = policy.clauses[rule];
  if (clause !== undefined) return `${policy.title} ${clause}`;
  const { safety, product } = wordsFor(policy.language).policy.clauses;
  return policy.productRules.includes(rule) ? product : safety;
};
