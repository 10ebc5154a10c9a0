import type { VisitClass } from '../policy/policy.ts';
import type { Answers } from '../risk-assessment/assessment.ts';
import type { Instant, PersonId } from '../vocabulary.ts';

export const contactChannels = ['phone', 'text', 'email', 'letter', 'visit'] as const;

/** One attempt at reaching the family: when, how, and at which number or address. */
export type ContactAttempt = {
  readonly at: Instant;
  readonly by: (typeof contactChannels)[number];
  readonly to: string;
};

/** What only some visits need. */
export type MoreOfProposal = {
  /** Why one person is enough. */
  readonly aloneReason?: string;
  readonly visitorRoles?: string;
  readonly eveningReason?: string;
  /** Who at school waits to hear from a person who goes alone in the evening. */
  readonly backup?: PersonId;
  readonly refusedLeave?: string;
  /** People from outside the school who come too. */
  readonly companions?: string;
  /** One colleague more who hears where they are; a private partner is each person's own choice, and stands nowhere. */
  readonly alsoTell?: PersonId;
  readonly documents?: string;
  /** Who in the family confirmed the appointment, and on which day (`yyyy-mm-dd`). */
  readonly confirmedBy?: string;
  readonly confirmedOn?: string;
  /** How and when the family is reminded of it. */
  readonly reminder?: string;
  readonly carriesPupil?: true;
  readonly driver?: PersonId;
  readonly contactAttempts?: readonly ContactAttempt[];
};

/** What is asked for, once the form has been read. `purpose` and `purposeNote` are empty here where the visit is sensitive. */
export type Proposal = {
  readonly pupil: string;
  readonly yearGroup: string;
  readonly parent: string;
  readonly parentPhone: string;
  readonly address: string;
  readonly class: VisitClass;
  readonly purpose: string;
  readonly purposeNote: string;
  readonly sensitive: boolean;
  /** Whom to see at the home. */
  readonly people: string;
  readonly whyNotInSchool: string;
  readonly language: string;
  readonly staffing: string;
  readonly appointment: 'phone' | 'letter' | 'none';
  readonly appointmentNote: string;
  readonly start: Instant;
  readonly dueBack: Instant;
  /** The first leads. */
  readonly visitors: readonly PersonId[];
  readonly transport: string;
} & MoreOfProposal;

/** A whole form as decided on: the proposal with nothing taken out, and the risk answers. */
export type VisitForm = {
  readonly proposal: Proposal;
  readonly risk: Answers;
  /** Names what was shown of the home, where its sender says they looked at it. */
  readonly homeSeen?: string;
  /** The version of the school's general assessment that its sender says they have read. */
  readonly generalRead?: string;
};
