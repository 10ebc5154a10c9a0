/** A visit as one person may see it: what they may not see is simply not there. Cards, API and tab are drawn from this alone. */
import type { Relation, VisitVerb } from '../people/access.ts';
import type { DepartureCheck, RiskLevel, VisitClass } from '../policy/policy.ts';
import type { Adjustment, Answer, QuestionId } from '../risk-assessment/assessment.ts';
import type { Briefing } from '../visits/briefing.ts';
import type { OfficeStatus } from '../visits/status.ts';
import type { StoryLine } from '../visits/story-line.ts';
import type { AlarmKind, Position } from '../visits/visit.ts';
import type { Instant, PersonId, VisitId } from '../vocabulary.ts';

export type SeenPerson = { readonly id: PersonId; readonly name: string };

/** `against`: why they cannot be chosen to go. */
export type SeenColleague = SeenPerson & { readonly against?: string };

export type SeenVisitor = SeenPerson & {
  readonly mobile?: string;
  readonly position?: Position;
  readonly since?: Instant;
  /** What they have done before leaving; `check` is undefined until answered. */
  readonly health: boolean;
  readonly reading: boolean;
  /** Whether they have read the school's policy as it stands; only where that is asked before leaving. */
  readonly policyRead?: boolean;
  readonly check?: 'passed' | 'failed';
  /** Only for those who decide. */
  readonly adjustment?: Adjustment;
};

export type SeenAlarm = {
  readonly id: string;
  readonly kind: AlarmKind;
  readonly since: Instant;
  readonly state: 'red' | 'amber' | 'settled';
  readonly holder?: SeenPerson;
  /** How many rungs have been raised, and when the last was. */
  readonly rungs: number;
  readonly lastRungAt?: Instant;
  readonly spokenTo: readonly SeenPerson[];
  readonly police?: { readonly called: '999' | '101' | 'nobody'; readonly at: Instant };
  /** Somebody has to decide on the police now: the ladder is at its end, or they called for help; and nothing is on record yet. */
  readonly policeDue?: boolean;
};

export type SeenRisk = {
  readonly level: RiskLevel;
  /** "Medium: 2 risks, both with actions". */
  readonly summary: string;
  /** Only for those who may open it. */
  readonly answers?: readonly {
    readonly id: QuestionId;
    readonly ask: string;
    readonly answer: Answer | 'not answered';
    readonly problem: boolean;
    readonly action: string;
  }[];
};

export type SeenHandover = {
  /** Undefined where nobody is out. */
  readonly closes?: Instant;
  readonly asked: readonly SeenPerson[];
  readonly by?: SeenPerson;
};

export type SeenAdoption = {
  readonly by: SeenPerson;
  readonly at: Instant;
  readonly stands: boolean;
  /** In whose place, as the duty rota has it: "the headteacher". */
  readonly inPlaceOf?: string;
};

/** One visit of a round. `here`: this person is out on it; `next`: they could go to it now. */
export type SeenStop = {
  readonly id: VisitId;
  readonly reference: string;
  readonly initials: string;
  readonly address: string;
  readonly start: Instant;
  readonly status: OfficeStatus;
  readonly here: boolean;
  readonly next: boolean;
};

/** Several visits on one outing. */
export type SeenRound = {
  readonly name: string;
  readonly dueBack: Instant;
  readonly stops: readonly SeenStop[];
};

export type SeenVisit = {
  readonly id: VisitId;
  readonly reference: string;
  readonly status: OfficeStatus;
  /** Why it stands there, where somebody gave a reason: declined, changes asked, void, cancelled. */
  readonly why?: string;
  readonly initials: string;
  readonly pupil: string;
  readonly yearGroup: string;
  readonly parent: string;
  readonly parentPhone?: string;
  readonly address: string;
  readonly class: VisitClass;
  readonly sensitive: boolean;
  /** The label of the purpose; "Sensitive" for those who may not know more. */
  readonly purpose: string;
  readonly purposeNote?: string;
  /** What was said of it beside what every visit has. */
  readonly details?: readonly { readonly label: string; readonly said: string }[];
  readonly people: string;
  readonly whyNotInSchool: string;
  readonly language: string;
  readonly appointment: string;
  /** How the family was told, where it was. */
  readonly appointmentBy?: 'phone' | 'letter';
  /** The car and its registration, for those who may have to look for people. */
  readonly transport?: string;
  readonly start: Instant;
  readonly dueBack: Instant;
  readonly lastHeard?: Instant;
  /** They are at the door, and nobody goes in after `until`. */
  readonly waits?: { readonly from: Instant; readonly until: Instant };
  /** Since when they stay with a child. */
  readonly holdingSince?: Instant;
  readonly visitors: readonly SeenVisitor[];
  readonly requestedBy: SeenPerson;
  readonly requestedAt: Instant;
  readonly decidedBy?: SeenPerson;
  readonly decidedAt?: Instant;
  readonly risk: SeenRisk;
  /** Who made the assessment their own; it has to be done again where it no longer stands. */
  readonly adopted?: SeenAdoption;
  readonly firstVisit: boolean;
  /** The keyed hash of what is shown; goes back with every decision. */
  readonly content: string;
  readonly alarms: readonly SeenAlarm[];
  readonly breaches: number;
  readonly filed: boolean;
  readonly held: readonly string[];
  readonly relations: readonly Relation[];
  /** What this person can do now, likeliest first. */
  readonly verbs: readonly VisitVerb[];
  /** Verbs that stand in the way of this person now, each with its reasons. */
  readonly story: readonly StoryLine[];
  /** What the school's policy says of this visit, in sentences with clauses. */
  readonly policySays: readonly string[];
  /** The policy it was asked for under, by title and version; a newer one changes nothing for it. */
  readonly askedUnder?: { readonly title: string; readonly version: string };
  /** What the policy reminds this person of, if they go: what matters now, and what comes next. */
  readonly briefing?: readonly Briefing[];
  /** The version in force, where this person goes and has yet to say that they read it. */
  readonly policyUnread?: string;
  readonly round?: SeenRound;
  /** Approved visits of the same people on the same day, which could be one round with it. */
  readonly couldJoin?: readonly SeenStop[];
  readonly departureChecks: readonly DepartureCheck[];
  /** The people who may decide, by name; in whose place, and whether they are away, goes with the name. */
  readonly deciders: readonly SeenPerson[];
  /** What the button says that decides for the visit. */
  readonly yes: string;
  /** "Approved by Mr Bevan, deputy for the headteacher, 13:52". */
  readonly decided?: string;
  /** What it waits for, in sentences, while it waits for a decision. */
  readonly waiting?: readonly string[];
  /** Who said yes on the phone and has not confirmed it. */
  readonly phoneYes?: PersonId;
  /** What two people have put their names to, and whether it has been reviewed. */
  readonly glass?: string;
  /** The family, for whoever the policy tells of each visit; gone once everybody is back. */
  readonly family?: { readonly pupil: string; readonly parent: string; readonly address: string };
  /** Who has said that they know people are out. */
  readonly departureKnown?: string;
  /** Who waits for them once the office has closed: when that is, who was asked, who said yes. */
  readonly handover?: SeenHandover;
  /** Set once the approver has opened the details of what `content` names. */
  readonly detailsOpened: boolean;
  /** The raw form inputs, for those who may edit it. */
  readonly form?: Readonly<Record<string, string>>;
};
