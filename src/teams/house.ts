/** The one door through which the bot reaches the school: who asks, what they may see, and what they do. */

import type { FormAsked, FormChecked } from '../journeys/check-form.ts';
import type { Diary } from '../journeys/diary.ts';
import type { DuressDoor } from '../journeys/duress-door.ts';
import type { BeforeAsking } from '../journeys/homes-seen.ts';
import type { PolicyDoor } from '../journeys/policy-door.ts';
import type { ConcernAnswer, Keys } from '../journeys/ports.ts';
import type { ReachDoor } from '../journeys/reach.ts';
import type { SeenColleague, SeenPerson, SeenVisit } from '../journeys/seen.ts';
import type { WeeklyListDoor } from '../journeys/weekly-door.ts';
import type { VisitVerb } from '../people/access.ts';
import type { StaffMember } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import type { CommandId, Instant, PersonId, Refusal, SchoolId } from '../vocabulary.ts';

/** What people typed or chose, and what the card carried (`content`, `alarm`), by name. Always text. */
export type Inputs = Readonly<Record<string, string>>;

/**
 * Something a person does to a visit. `visit` is its id or its reference; without one it is a new
 * visit, or help with no visit. `who`, `to` and `spokeTo` are person ids, comma-separated;
 * `dueBack` is `hh:mm` on the school's clock, or an instant.
 */
export type Press = {
  readonly verb: VisitVerb;
  readonly visit?: string;
  readonly inputs: Inputs;
  readonly command: CommandId;
  readonly by: PersonId;
  readonly via: 'chat';
};

/** `seen` is the visit as the presser sees it now; `note` a sentence to show them, or empty. */
export type PressAnswer =
  | { readonly kind: 'done'; readonly seen: SeenVisit | undefined; readonly note: string }
  | { readonly kind: 'held'; readonly note: string }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/** A family the school knows. `form` holds what is known of it under the form's own input ids; never a risk answer. */
export type Family = {
  readonly key: string;
  readonly pupil: string;
  /** Enough to tell it from another of that name: the year and the first line of the address. */
  readonly detail: string;
  readonly form: Inputs;
  /** Who went along last time. */
  readonly companion?: SeenPerson;
};

type ConcernRaise = {
  readonly about: string;
  readonly person: string;
  readonly what: string;
  readonly visit?: string;
  readonly command: CommandId;
  readonly by: PersonId;
};

export const concernVerbs = ['acknowledge-concern', 'spoke-of-concern'] as const;
export type ConcernVerb = (typeof concernVerbs)[number];

type ConcernPress = {
  readonly verb: ConcernVerb;
  /** Its reference. */
  readonly concern: string;
  readonly command: CommandId;
  readonly by: PersonId;
};

type ConcernPressAnswer =
  | { readonly kind: 'done'; readonly note: string }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

export type House = {
  readonly school: SchoolId;
  readonly diary: Diary;
  readonly keys: Pick<Keys, 'seal' | 'open'>;
  readonly now: () => Instant;
  /** A random name, url-safe: ids of commands. */
  readonly newId: () => string;
  readonly policy: () => Promise<Policy>;
  /** Undefined where the roster does not know them. Pupils are known, and may do nothing. */
  readonly person: (entraId: string) => Promise<StaffMember | undefined>;
  /** By id or reference; undefined where it is not there or not for them, alike. */
  readonly see: (visit: string, by: PersonId) => Promise<SeenVisit | undefined>;
  /** Visits they asked for or go on and that are not over, soonest first. */
  readonly visitsOf: (by: PersonId) => Promise<readonly SeenVisit[]>;
  /** Today's visits as this person may see them, those who are out first. */
  readonly today: (by: PersonId) => Promise<readonly SeenVisit[]>;
  readonly press: (press: Press) => Promise<PressAnswer>;
  /** What the form is drawn by: a visit's own version of the policy, and the one in force for a new one. */
  readonly formPolicy: (visit: string | undefined, by: PersonId) => Promise<Policy>;
  /** What would speak against a form, with nothing sent and nothing kept. */
  readonly check: (form: FormAsked) => Promise<FormChecked>;
  /** What is known of the home at this address, and the school's general risk assessment, for whoever is about to ask. */
  readonly beforeAsking: (address: string, by: PersonId) => Promise<BeforeAsking>;
  /** Puts on record that somebody tried what is not theirs. Done by the house itself for what is pressed. */
  readonly refused: (tried: string, by: PersonId) => Promise<void>;
  /** Families like the text; from an empty text, those this person asked for last. */
  readonly families: (text: string, by: PersonId) => Promise<readonly Family[]>;
  readonly family: (key: string, by: PersonId) => Promise<Family | undefined>;
  /** Everybody who could be chosen to go, those who can first. */
  readonly colleagues: (
    text: string,
    by: PersonId,
    visit?: string,
  ) => Promise<readonly SeenColleague[]>;
  /** The cars on record that will do. */
  readonly cars: (by: PersonId) => Promise<readonly string[]>;
  readonly policyDoor: PolicyDoor;
  readonly reach: Pick<ReachDoor, 'tapped'>;
  readonly weeklyList: WeeklyListDoor;
  readonly duress: DuressDoor;
  readonly raiseConcern: (raise: ConcernRaise) => Promise<ConcernAnswer>;
  readonly pressConcern: (press: ConcernPress) => Promise<ConcernPressAnswer>;
  /** Somebody should know: a fault no user can act on. Never holds personal data. */
  readonly report: (error: unknown) => void;
};
