import type { Calendar } from '../people/registers.ts';
import type { Policy } from '../policy/policy.ts';
import { earlierOf, type Instant } from '../vocabulary.ts';
import type { Visit } from './visit.ts';
import { toCome } from './watch.ts';

/** When the clock next brings something for this visit; always set while anybody is out or an alarm is open. */
export const nextCheck = (visit: Visit, policy: Policy, calendar?: Calendar): Instant | undefined =>
  toCome(visit, policy, calendar)
    .map(({ at }) => at)
    .reduce<Instant | undefined>(
      (first, at) => (first === undefined ? at : earlierOf(first, at)),
      undefined,
    );
