import type { RiskLevel, RiskQuestion } from '../policy/policy.ts';
import type { CommandId, Instant, PersonId } from '../vocabulary.ts';

export type Answer = 'yes' | 'no';
export type QuestionId = RiskQuestion['id'];

/** What is known that decides how many people go. */
export const riskFlags = ['complex', 'knownCircumstances', 'worriedAboutSafety'] as const;
export type RiskFlag = (typeof riskFlags)[number];

/** `none` is a hazard that this visit does not have. */
export const hazardLevels = ['none', 'low', 'medium', 'high'] as const;
export type HazardLevel = (typeof hazardLevels)[number];

/** What was answered about one home, with an action for each risk. Restricted. */
export type Answers = {
  readonly answers: Readonly<Partial<Record<QuestionId, Answer>>>;
  readonly actions: Readonly<Partial<Record<QuestionId, string>>>;
  /** What the person who filled in the form judged. */
  readonly level: RiskLevel | undefined;
  readonly flags?: readonly RiskFlag[];
  /** By the id of the row in the school's table of hazards; a row that is not here stands as the school has it. */
  readonly hazards?: Readonly<Record<string, HazardAnswer>>;
};

export type HazardAnswer = {
  readonly level: HazardLevel;
  /** What is done about it here, beside what the school's table says. */
  readonly controls: string;
};

/** What everybody who sees the visit may know of the risk: "Medium: 2 risks, both with actions". */
export type RiskSummary = {
  readonly level: RiskLevel;
  readonly risks: number;
  readonly withActions: number;
};

export type HomeSeen = {
  /** Names what was shown, so that something new is shown again. */
  readonly shown: string;
  readonly hazards: readonly string[];
  readonly visited: boolean;
};

/** Whether somebody needs a change to go; why they do is theirs alone. */
export type Adjustment = 'none' | 'needed';

/** The restricted part of what happened to a visit, kept in the safeguarding site. */
export type RestrictedEvent = {
  readonly at: Instant;
  readonly by: PersonId;
  readonly command: CommandId;
} & (
  | {
      readonly type: 'risk-answered';
      readonly answers: Answers;
      /** Only where the visit is sensitive; otherwise the open part holds it. */
      readonly purpose?: string;
      readonly purposeNote?: string;
      /** Likewise: what else would give away why it is made, by the name of its field. */
      readonly notes?: Readonly<Record<string, string>>;
      /** What whoever asked was shown of the home, and looked at. */
      readonly homeSeen?: HomeSeen;
    }
  | {
      readonly type: 'health-answered';
      readonly adjustment: Adjustment;
      /** What the person wrote, sealed so that only they read it. */
      readonly sealedWhat?: string;
    }
  | EmergencyDetail
);

/** What was said and done in an emergency. */
export type EmergencyDetail =
  | { readonly type: 'police-recorded'; readonly reference: string; readonly words: string }
  | { readonly type: 'child-said'; readonly words: string }
  | {
      readonly type: 'handed-over';
      readonly to: string;
      readonly relation: string;
      readonly policeReference: string;
    }
  | {
      readonly type: 'advised';
      readonly advice: string;
      readonly called: 'nobody' | '101' | '999';
      readonly callReference: string;
      readonly referred: boolean;
    };

/** What the restricted events add up to. */
export type Assessment = {
  readonly answers: Answers;
  readonly purpose: string | undefined;
  readonly purposeNote: string | undefined;
  readonly notes?: Readonly<Record<string, string>> | undefined;
  readonly adjustments: Readonly<Record<PersonId, Adjustment>>;
  readonly sealedWhat: Readonly<Record<PersonId, string>>;
  readonly emergency?: readonly (EmergencyDetail & {
    readonly at: Instant;
    readonly by: PersonId;
  })[];
  readonly homeSeen?: HomeSeen | undefined;
};
