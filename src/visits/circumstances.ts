import type { KnownHome } from '../homes/book-of-homes.ts';
import type { Registers } from '../people/registers.ts';
import type { Roster } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import type { Assessment } from '../risk-assessment/assessment.ts';
import type { Standing } from '../risk-assessment/standing.ts';
import type { Instant, PersonId } from '../vocabulary.ts';
import type { Elsewhere } from './elsewhere.ts';

/** Everything a decision is told. Nothing here is looked up by the rules themselves. */
export type Circumstances = {
  readonly now: Instant;
  readonly policy: Policy;
  /** As it stands now: with who is on duty, stands in or is away. */
  readonly roster: Roster;
  /** Vehicles, devices, duty and calendar; none where they are not said. */
  readonly registers?: Registers;
  /** The restricted part of the visit, as last read; undefined before the first submit. */
  readonly assessment: Assessment | undefined;
  /** Whether nobody has completed a visit to this address for this pupil. */
  readonly firstVisit: boolean;
  /** Whether the row of the week's list that this visit stands in is signed. Not, unless it is said. */
  readonly listSigned?: boolean;
  /** Who has read the version of the policy that is in force now. Nobody, unless it is said. */
  readonly policyReaders?: readonly PersonId[];
  /** What stands for more than one visit; nothing, unless it is said. */
  readonly standing?: Standing;
  /** What is known of the home that is asked for. */
  readonly home?: KnownHome | undefined;
  /** Whether a code word is listened for on this visit: its own, or the school's. Not, unless it is said. */
  readonly codeWord?: boolean;
  /** Where the people of the visit are out besides on it. Nowhere, unless it is said. */
  readonly elsewhere?: readonly Elsewhere[];
  /** Keyed hash, for binding an approval to what was approved. */
  readonly hash: (text: string) => string;
  /** What people will call a visit that is being made now. */
  readonly reference: string;
};
