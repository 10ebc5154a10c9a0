import type { PersonId, Role } from '../vocabulary.ts';

/** A person on the school's staff list, as far as visits need to know them. */
export type StaffMember = {
  readonly id: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Empty where the school holds none. */
  readonly mobile: string;
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
