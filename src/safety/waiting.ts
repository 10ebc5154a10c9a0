/** How long people wait at a door, and when the wait is over. */
import type { Policy } from '../policy/policy.ts';
import { type Instant, justAfter, laterOf, minutesAfter } from '../vocabulary.ts';

export type Wait = {
  /** When they were to be there. */
  readonly appointed: Instant;
  /** When the first of them came to the door. */
  readonly arrivedAt: Instant;
  /** When the parent's word came that they will be late. */
  readonly lateSince?: Instant | undefined;
};

export type WaitOver = { readonly how: 'no-show' | 'late'; readonly at: Instant };

/**
 * The first moment at which nobody goes in any more. Without notice the minutes run from the appointed time,
 * or from arriving where that was later, and are over on the dot. With notice the visit ends once the parent
 * is more than so many minutes late: at 30:00 they may still go in. A notice that comes once the wait is over
 * brings nothing back.
 */
export const endOfWait = (
  { appointed, arrivedAt, lateSince }: Wait,
  { noShow: { waitMinutes, lateMinutes } }: Pick<Policy, 'noShow'>,
): WaitOver => {
  const unannounced = minutesAfter(laterOf(appointed, arrivedAt), waitMinutes);
  return lateSince !== undefined && lateSince < unannounced
    ? {
        how: 'late',
        at: laterOf(justAfter(minutesAfter(appointed, lateMinutes)), unannounced),
      }
    : { how: 'no-show', at: unannounced };
};
