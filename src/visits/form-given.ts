import type { Roster } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';

/** What it takes to read a form. */
export type FormGiven = { readonly policy: Policy; readonly roster: Roster };
