import type { Roster } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import type { CommandId, Instant, PersonId } from '../vocabulary.ts';
import type { Circumstances } from './circumstances.ts';
import type { Via, VisitAsk } from './command.ts';
import type { Inputs, Read } from './inputs.ts';
import type { Visit } from './visit.ts';

/** What is known when something is pressed or typed. */
export type Given = {
  readonly id: CommandId;
  readonly by: PersonId;
  readonly via: Via;
  readonly now: Instant;
  readonly policy: Policy;
  readonly roster: Roster;
  readonly visit: Visit;
  /** What stands, and what is known of the home that is asked for. */
  readonly about?: Pick<Circumstances, 'standing' | 'home'>;
  /** Seals what only its writer may read again. */
  readonly seal: (text: string) => string;
};

export type AskReader = (inputs: Inputs, given: Given) => Read<VisitAsk>;
