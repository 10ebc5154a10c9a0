/**
 * The registers as one person may see them: what `GET /api/registers` answers.
 *
 * Changes go to `POST /api/registers/commands` as one flat object of texts: `verb`, `command` (its own id), and
 *   set-staff       person, and of designated, checksSeen (yes/no), mobile, training (lines `subject | done | until`) what changes
 *   confirm-roles   person, roles (as they were shown, separated by commas)
 *   keep-vehicle    id (empty for a new one), owner, make, model, registration, colour, insuredUntil, breakdownUntil
 *   remove-vehicle  id
 *   keep-device     id (empty for a new one), name, kind (man-down, phone), holder, working (yes/no)
 *   remove-device   id
 *   keep-duty       id (empty for a new one), kind (on-duty, stands-in, away), person, role, fromDay, fromTime, untilDay, untilTime
 *   revoke-duty     id
 *   keep-dates      id (empty for a new one), kind (term, closure), name, from, until
 *   remove-dates    id
 *   keep-hours      opens, closes
 * Every one that changes what is there carries the `revision` it was shown with; set-staff and confirm-roles that of
 * the person, keep-hours that of the hours. Days are `yyyy-mm-dd`, times `hh:mm`, on the school's clock.
 *
 * Answers 200 `{ accepted: true, now, note, registers: RegistersSeen }`, or 422 `{ refusals }`, each with the `field` it
 * stands beside: `registers/changed-since` where somebody was quicker (read again), `registers/closed` where
 * SharePoint does not answer (nothing was changed; keep what is filled in and send it again).
 */
import type { Policy } from '../policy/policy.ts';
import type { Instant, PersonId, Refusal, Role } from '../vocabulary.ts';

type Person = { readonly id: PersonId; readonly name: string };

/** `none`: no date is held. `soon`: runs out within 30 days. The last day still counts. */
export type Standing = 'good' | 'soon' | 'over' | 'none';

export type StaffSeen = Person & {
  readonly revision: string;
  /** In force now, by the list and the duty rota. */
  readonly roles: readonly Role[];
  /** Added by hand in the list; they count once somebody else confirms them. */
  readonly rolesWaiting: readonly Role[];
  /** What `confirm-roles` sends back as `roles`: all that the list names. */
  readonly rolesListed: string;
  readonly mayConfirmRoles: boolean;
  readonly mobile: string;
  /** Undefined where the school does not say. */
  readonly designated?: boolean;
  /** `until` is empty where it never runs out, `on` where it is not done: `standing` is then `none`. */
  readonly training: readonly {
    readonly subject: string;
    readonly on: string;
    readonly until: string;
    readonly standing: Standing;
  }[];
  /** Whether the checks were seen; never what they said. */
  readonly checksSeen?: boolean;
  readonly standsInFor: readonly Role[];
  readonly away: boolean;
  /** Why nobody can choose them for a visit today; empty where they can. */
  readonly against: readonly Refusal[];
};

export type VehicleSeen = {
  readonly id: string;
  readonly revision: string;
  readonly owner?: Person;
  readonly make: string;
  readonly model: string;
  readonly registration: string;
  readonly colour: string;
  /** Empty where the school holds no date. */
  readonly insuredUntil: string;
  readonly insurance: Standing;
  readonly breakdownUntil: string;
  readonly breakdown: Standing;
  /** Why it cannot be used on a visit today; empty where it can. */
  readonly against: readonly Refusal[];
};

export type DeviceSeen = {
  readonly id: string;
  readonly revision: string;
  readonly name: string;
  readonly kind: 'man-down' | 'phone';
  readonly holder?: Person;
  readonly working: boolean;
};

export type DutySeen = {
  readonly id: string;
  readonly revision: string;
  readonly kind: 'on-duty' | 'stands-in' | 'away';
  readonly person: Person;
  readonly role?: Role;
  readonly from: Instant;
  readonly until: Instant;
  readonly madeBy: Person;
  readonly revoked?: { readonly by: Person; readonly at: Instant };
  /** `now` while it lasts; `nothing` where the school's policy gives it no effect, and `because` says why. */
  readonly effect: 'now' | 'ahead' | 'over' | 'revoked' | 'nothing';
  readonly because?: string;
};

export type DatesSeen = {
  readonly id: string;
  readonly revision: string;
  readonly kind: 'term' | 'closure';
  readonly name: string;
  readonly from: string;
  readonly until: string;
};

/** Something that runs out, or has. */
export type RunsOut = {
  readonly what: 'training' | 'insurance' | 'breakdown' | 'checks';
  /** "Sam Pike: first aid", "Ford Fiesta AB12 CDE: insurance". */
  readonly says: string;
  /** Empty where nothing is held at all. */
  readonly until: string;
  readonly standing: Standing;
  /** References of the visits planned with it. */
  readonly visits: readonly string[];
};

export type RegistersSeen = {
  readonly now: Instant;
  /** When SharePoint was last read. */
  readonly readAt?: Instant;
  /** Otherwise they only read. */
  readonly mayChange: boolean;
  /** What the school's policy keeps on record: the rest need not be filled in. */
  readonly keeps: Policy['registers'];
  readonly delegation: Policy['approval']['delegation'];
  /** Subjects that the school's policy asks of everybody who goes on visits. */
  readonly subjects: readonly string[];
  /** Roles somebody may be on duty or stand in for. */
  readonly dutyRoles: readonly Role[];
  /** Where a select needs people: everybody on the staff list but pupils. */
  readonly people: readonly Person[];
  readonly staff: readonly StaffSeen[];
  readonly vehicles: readonly VehicleSeen[];
  readonly devices: readonly DeviceSeen[];
  readonly duty: readonly DutySeen[];
  readonly dates: readonly DatesSeen[];
  readonly hours: { readonly opens: string; readonly closes: string; readonly revision: string };
  readonly runsOut: readonly RunsOut[];
};
