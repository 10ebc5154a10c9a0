/** What the school keeps on record beside its staff list. Days are `yyyy-mm-dd` on the school's clock. */
import type { Instant, PersonId, Role } from '../vocabulary.ts';

/** A car that is used for visits. A day that is empty is one the school holds no date for. */
export type Vehicle = {
  readonly id: string;
  readonly owner: PersonId | undefined;
  readonly make: string;
  readonly model: string;
  readonly registration: string;
  readonly colour: string;
  readonly insuredUntil: string;
  readonly breakdownUntil: string;
};

/** An alarm device, or a phone that the school lends. */
export type Device = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'man-down' | 'phone';
  readonly holder: PersonId | undefined;
  readonly working: boolean;
};

/**
 * One line of the duty rota. `on-duty`: holds the role while it lasts. `stands-in`: decides in the role's
 * place, by name, while it lasts or until it is taken back. `away`: is asked nothing meanwhile.
 */
export type Duty = {
  readonly id: string;
  readonly kind: 'on-duty' | 'stands-in' | 'away';
  readonly person: PersonId;
  /** Undefined where somebody is away. */
  readonly role: Role | undefined;
  readonly from: Instant;
  readonly until: Instant;
  readonly madeBy: PersonId;
  readonly revoked: { readonly by: PersonId; readonly at: Instant } | undefined;
};

export type Term = { readonly name: string; readonly from: string; readonly until: string };
export type Closure = { readonly why: string; readonly from: string; readonly until: string };

/** Where no term is on record every weekday counts as a school day. Times are `hh:mm`. */
export type Calendar = {
  readonly terms: readonly Term[];
  readonly closures: readonly Closure[];
  readonly officeOpens: string;
  readonly officeCloses: string;
};

export type Registers = {
  readonly vehicles: readonly Vehicle[];
  readonly devices: readonly Device[];
  readonly duty: readonly Duty[];
  readonly calendar: Calendar;
};

export const noRegisters: Registers = {
  vehicles: [],
  devices: [],
  duty: [],
  calendar: { terms: [], closures: [], officeOpens: '08:00', officeCloses: '16:00' },
};
