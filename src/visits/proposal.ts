import type { VisitClass } from '../policy/policy.ts';
import type { Answers } from '../risk-assessment/assessment.ts';
import type { Instant, PersonId } from '../vocabulary.ts';

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
};

/** A whole form as decided on: the proposal with nothing taken out, and the risk answers. */
export type VisitForm = { readonly proposal: Proposal; readonly risk: Answers };
