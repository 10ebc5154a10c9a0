/** While nobody has decided, people are reminded; and whoever has to look at a break-glass afterwards is, until they have. */
import type { Policy } from '../policy/policy.ts';
import { type Instant, minutesAfter } from '../vocabulary.ts';
import type { EventDetail } from './event.ts';
import type { KnownVisit } from './visit.ts';

type ToCome = { readonly at: Instant; readonly detail: EventDetail };

type Step = { readonly id: string; readonly at: Instant };

/** Each step once for what is asked now. What had passed before it was asked is nobody's fault, and is left out. */
export const remindersToCome = (visit: KnownVisit, policy: Policy): readonly ToCome[] => {
  const { waitingSince: since, reminded = [], proposal } = visit;
  if (visit.status !== 'awaiting approval' || since === undefined) return [];
  return [...beforeStart(visit, policy), ...urgent(visit, since, policy)]
    .filter(({ id, at }) => at > since && at < proposal.dueBack && !reminded.includes(id))
    .map(({ id, at }) => ({ at, detail: { type: 'decision-reminded', step: id } }));
};

const beforeStart = ({ proposal }: KnownVisit, { approval }: Policy): readonly Step[] =>
  approval.reminders.map(({ id, minutesBeforeStart }) => ({
    id,
    at: minutesAfter(proposal.start, -minutesBeforeStart),
  }));

const urgent = ({ proposal }: KnownVisit, since: Instant, { approval }: Policy): readonly Step[] =>
  proposal.class === 'emergency'
    ? approval.urgentMinutes.map((minutes) => ({
        id: `after-${minutes}-minutes`,
        at: minutesAfter(since, minutes),
      }))
    : [];

/** Comes again and again: it stays open until somebody has looked at it. */
export const reviewToCome = (
  { glass }: KnownVisit,
  { approval: { breakGlass } }: Policy,
): readonly ToCome[] => {
  if (glass?.second === undefined || glass.reviewed !== undefined) return [];
  const times = glass.reminded + 1;
  const at = minutesAfter(glass.second.at, times * breakGlass.reviewHours * 60);
  return [{ at, detail: { type: 'review-reminded', times } }];
};

/** Whom a reminder reaches beside those who may decide; `start` where it is time to go, and nobody may. */
export const stepOf = (
  step: string,
  { approval }: Policy,
): { readonly to: Policy['approval']['reminders'][number]['to']; readonly start: boolean } => {
  const found = approval.reminders.find(({ id }) => id === step);
  return { to: found?.to ?? [], start: found?.minutesBeforeStart === 0 };
};
