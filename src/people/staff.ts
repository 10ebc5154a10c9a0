import type { PersonId, Role } from '../vocabulary.ts';

/** A subject somebody was trained in. Days are `yyyy-mm-dd`; `until` is empty where it never runs out. */
export type Training = { readonly subject: string; readonly on: string; readonly until: string };

/** A person on the school's staff list, as far as visits need to know them. */
export type StaffMember = {
  readonly id: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Empty where the school holds none. */
  readonly mobile: string;
  /** Whether the school has named them as somebody who goes on visits; undefined where it does not say. */
  readonly designated?: boolean;
  readonly training?: readonly Training[];
  /** Whether it is on record that the DBS and barred-list checks were seen; never what they said. */
  readonly checksSeen?: boolean;
  /** Roles that are theirs for a while, by the duty rota; they stand in `roles`, too. */
  readonly standsInFor?: readonly Role[];
  /** By the duty rota they are asked nothing now. */
  readonly away?: boolean;
};

export type Roster = readonly StaffMember[];

export const memberOf = (roster: Roster, id: PersonId): StaffMember | undefined =>
  roster.find((member) => member.id === id);

/** A name for people to read; the id where the roster knows nobody by it. */
export const nameOf = (roster: Roster, id: PersonId): string => memberOf(roster, id)?.name ?? id;

export const holders = (roster: Roster, roles: readonly string[]): Roster =>
  roster.filter((member) => member.roles.some((role) => roles.includes(role)));

/** Mrs Okafor → O; Siân O'Neill → SO: enough to recognise, too little to leak. */
export const initialsOf = (name: string): string =>
  name
    .split(/\s+/u)
    .filter((word) => word !== '' && !/^(Mr|Mrs|Miss|Ms|Mx|Dr|Cllr)\.?$/u.test(word))
    .map((word) => word.slice(0, 1).toLocaleUpperCase('en-GB'))
    .join('');

/** "Sam Pike and Jo Ashby". */
export const namesOf = (roster: Roster, ids: readonly PersonId[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(ids.map((id) => nameOf(roster, id)));
