/** Since when something outside has answered nothing. One call that failed is no outage: so many in a row are. */
import type { Instant } from '../vocabulary.ts';

export type Outage = {
  readonly heard: (answered: boolean) => void;
  readonly since: () => Instant | undefined;
};

/** Since when: what answers, or was asked too seldom to tell, is left out. */
export type Outages = { readonly teams?: Instant; readonly sharePoint?: Instant };

type Given = {
  readonly now: () => Instant;
  readonly inARow: number;
  /** Told when an outage is over. */
  readonly onMended?: () => void;
};

export const createOutage = ({ now, inARow, onMended = () => undefined }: Given): Outage => {
  let failed: { readonly first: Instant; readonly times: number } | undefined;
  return {
    heard: (answered) => {
      const before = failed;
      failed = answered
        ? undefined
        : { first: before?.first ?? now(), times: (before?.times ?? 0) + 1 };
      if (answered && before !== undefined && before.times >= inARow) onMended();
    },
    since: () => (failed !== undefined && failed.times >= inARow ? failed.first : undefined),
  };
};
