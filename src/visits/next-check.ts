import type { Policy } from '../policy/policy.ts';
import { earlierOf, type Instant } from '../vocabulary.ts';
import type { Visit } from './visit.ts';
import { toCome } from './watch.ts';

/** When the clock next brings something for this visit; always set while anybody is out or an alarm is open. */
export const nextCheck = (visit: Visit, policy: Policy): Instant | undefined =>
  toCome(visit, policy)
    .map(({ at }) => at)
    .reduce<Instant | undefined>(
      (first, at) => (first === undefined ? at : earlierOf(first, at)),
      undefined,
    );
