/** What no rule allowed and has happened all the same: the watch starts or stays, and nothing is granted. */

import type { Instant } from '../vocabulary.ts';
import {
  earlierOf,
  minutesAfter,
  minutesBetween,
  type PersonId,
  type Refusal,
} from '../vocabulary.ts';
import { happening } from './asking.ts';
import type { Circumstances } from './circumstances.ts';
import type { Envelope } from './command.ts';
import { carriedFrom, hopsOn } from './elsewhere.ts';
import type { Happening } from './event.ts';
import { longestOutingMinutes } from './form-rules.ts';
import { unplannedMinutes } from './unplanned.ts';
import type { Visit } from './visit.ts';

type Breach = {
  readonly what: string;
  readonly who: readonly PersonId[];
  readonly visit: Visit;
  readonly dueBack: Instant;
  readonly reference: string;
  readonly refusals: readonly Refusal[];
};

export const breachOf = (command: Envelope, given: Circumstances, breach: Breach): Happening => {
  const { refusals, visit, ...said } = breach;
  const rules = refusals.map(({ rule, clause }) => ({ rule, clause }));
  return happening(command, given, {
    type: 'breach-reported',
    ...said,
    ...broughtAlong(breach, given),
    rules,
  });
};

/** Whoever was out on another visit is on this one now: they are looked for no later than they said there. */
const broughtAlong = (
  { who, visit, dueBack }: Pick<Breach, 'who' | 'visit' | 'dueBack'>,
  { elsewhere }: Circumstances,
) => {
  const along = carriedFrom(who, elsewhere, hopsOn(visit));
  if (along === undefined) return {};
  return { carried: along.carried, dueBack: earlierOf(along.dueBack, dueBack) };
};

/** When they are looked for: as before if they are out already, else what they say, else what was planned, else soon. */
export const watchUntil = (
  said: Instant | undefined,
  visit: Visit,
  { now }: Circumstances,
): Instant => {
  if (visit.status === 'out') return visit.outing.dueBack;
  const planned = visit.status === 'unsubmitted' ? undefined : visit.proposal.dueBack;
  return (
    [said, planned].find((time): time is Instant => time !== undefined && isSoon(now, time)) ??
    minutesAfter(now, unplannedMinutes)
  );
};

const isSoon = (now: Instant, time: Instant): boolean => {
  const minutes = minutesBetween(now, time);
  return minutes > 0 && minutes <= longestOutingMinutes;
};
