/** What every part of a decision needs. */
import type { Subject } from '../people/access.ts';
import { namesOf } from '../people/staff.ts';
import { refusal, unless } from '../policy/refusal.ts';
import type { RestrictedEvent } from '../risk-assessment/assessment.ts';
import { accept, type Decision, type PersonId, type Refusal, refuse } from '../vocabulary.ts';
import type { Circumstances } from './circumstances.ts';
import type { Envelope, VisitAsk, VisitCommand } from './command.ts';
import type { EventDetail, Happening } from './event.ts';
import type { KnownVisit } from './visit.ts';

export type Asked<Verb extends VisitAsk['verb']> = Extract<VisitCommand, { verb: Verb }>;

export type Decided = Decision<Happening>;

/** The event this command becomes, now. */
export const happening = (
  { id, by, via }: Envelope,
  { now }: Circumstances,
  detail: EventDetail,
): Happening => ({ event: { at: now, by, command: id, via, ...detail } });

type Restricted = RestrictedEvent extends infer Event
  ? Event extends RestrictedEvent
    ? Omit<Event, 'at' | 'by' | 'command'>
    : never
  : never;

export const withRestricted = (
  { event }: Happening,
  { id, by }: Envelope,
  detail: Restricted,
): Happening => ({ event, restricted: { at: event.at, by, command: id, ...detail } });

/** Accepted where nothing speaks against it; otherwise every reason at once. */
export const acceptUnless = (
  reasons: readonly Refusal[],
  ...happenings: readonly Happening[]
): Decided => (reasons.length > 0 ? refuse(...reasons) : accept(...happenings));

/** Nothing to do: it is so already. */
export const asItIs: Decided = accept();

export const subjectOf = (
  visit: Pick<KnownVisit, 'requestedBy' | 'proposal' | 'substitute'>,
): Subject => ({
  requestedBy: visit.requestedBy,
  visitors: visit.proposal.visitors,
  ...(visit.substitute === true ? { substitute: true } : {}),
});

/** Whom a press is for: the presser alone unless it says more. */
export const whoOf = (command: Envelope & { readonly who: readonly PersonId[] }) =>
  command.who.length > 0 ? [...new Set(command.who)] : [command.by];

/** Everybody named must be going on the visit. */
export const reasonsNotOnIt = (
  who: readonly PersonId[],
  visit: KnownVisit,
  { policy, roster }: Circumstances,
): readonly Refusal[] => {
  const strangers = who.filter((id) => !visit.proposal.visitors.includes(id));
  return unless(strangers.length === 0, () =>
    refusal(policy, 'visits/who-is-on-it', { who: namesOf(roster, strangers), field: 'who' }),
  );
};
