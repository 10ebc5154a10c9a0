/** What the API asks of the house behind it. */

import type { FormChecked } from '../journeys/check-form.ts';
import type { HomesDoor } from '../journeys/homes-door.ts';
import type { Outages } from '../journeys/outage.ts';
import type { PolicyDoor } from '../journeys/policy-door.ts';
import type { ConcernAnswer } from '../journeys/ports.ts';
import type { ReachDoor } from '../journeys/reach.ts';
import type { RegistersDoor } from '../journeys/registers-door.ts';
import type { SeenColleague, SeenVisit } from '../journeys/seen.ts';
import type { WeeklyListDoor } from '../journeys/weekly-door.ts';
import type { VisitVerb } from '../people/access.ts';
import type { StaffMember } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import type { CommandId, Instant, PersonId, Refusal } from '../vocabulary.ts';

/** Form inputs as they were typed; a list is comma-separated. */
export type Inputs = Readonly<Record<string, string>>;

/** A family the school has visited before, enough to fill in the form. */
export type Family = {
  readonly pupil: string;
  readonly yearGroup: string;
  readonly parent: string;
  readonly parentPhone: string;
  readonly address: string;
};

/** Which visits: the person's own, those waiting for their decision, or those of a day of the school's. */
export type Wanted =
  | { readonly kind: 'mine' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'today' }
  | { readonly kind: 'day'; readonly day: string };

export type Press = {
  readonly verb: VisitVerb;
  /** The reference; undefined for a visit that is being asked for. */
  readonly visit: string | undefined;
  readonly inputs: Inputs;
  readonly command: CommandId;
  readonly by: StaffMember;
  readonly via: 'tab';
};

export type Check = {
  /** The reference, where a visit is there already and would be changed. */
  readonly visit: string | undefined;
  readonly inputs: Inputs;
  readonly by: StaffMember;
};

export type Pressed =
  | { readonly kind: 'done'; readonly seen: SeenVisit; readonly note: string }
  /** Kept here until SharePoint answers. */
  | { readonly kind: 'held'; readonly reference: string; readonly note: string }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'unknown' };

export type RaiseConcern = {
  readonly inputs: Inputs;
  readonly command: CommandId;
  readonly by: StaffMember;
  readonly via: 'tab';
};

export type LetterFile = { readonly name: string; readonly bytes: Uint8Array };

export type House = {
  readonly homes: HomesDoor;
  /** Undefined for whoever is not on the school's staff list. */
  readonly person: (id: PersonId) => Promise<StaffMember | undefined>;
  readonly policy: () => Promise<Policy>;
  readonly now: () => Instant;
  /** Undefined alike for a visit that is not there and one this person may not know of. */
  readonly see: (reference: string, by: StaffMember) => Promise<SeenVisit | undefined>;
  /** The letter to the parents, as a Word file; undefined, too, where there is no appointment to confirm. */
  readonly letter: (reference: string, by: StaffMember) => Promise<LetterFile | undefined>;
  readonly visits: (wanted: Wanted, by: StaffMember) => Promise<readonly SeenVisit[]>;
  readonly press: (press: Press) => Promise<Pressed>;
  /** What the form is drawn by: a visit's own version of the policy, and the one in force for a new one. */
  readonly formPolicy: (visit: string | undefined, by: StaffMember) => Promise<Policy>;
  /** What would speak against a form, with nothing sent and nothing kept. */
  readonly check: (form: Check) => Promise<FormChecked>;
  readonly policyDoor: PolicyDoor;
  readonly reach: Pick<ReachDoor, 'unreached'>;
  readonly outages: () => Outages;
  readonly weeklyList: WeeklyListDoor;
  readonly registers: RegistersDoor;
  /** Puts on record that somebody tried what is not theirs. Done by the house itself for what is pressed. */
  readonly refused: (tried: string, by: PersonId) => Promise<void>;
  readonly raiseConcern: (raise: RaiseConcern) => Promise<ConcernAnswer>;
  readonly families: (text: string, by: StaffMember) => Promise<readonly Family[]>;
  readonly colleagues: (
    text: string,
    by: StaffMember,
    visit?: string,
  ) => Promise<readonly SeenColleague[]>;
  /** "Ford Fiesta AB12 CDE": those on record that will do today. */
  readonly cars: (by: StaffMember) => Promise<readonly string[]>;
};
