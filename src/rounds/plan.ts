/** Whether several visits can be one round. */
import type { Policy } from '../policy/policy.ts';
import { refusal, unless } from '../policy/refusal.ts';
import type { OnRound } from '../visits/command.ts';
import type { KnownVisit } from '../visits/visit.ts';
import {
  type Instant,
  laterOf,
  minutesAfter,
  type Refusal,
  schoolDay,
  schoolTime,
} from '../vocabulary.ts';

export type Planned = {
  readonly visits: readonly KnownVisit[];
  /** Left out, it is when the last of them was to be back. */
  readonly dueBack: Instant | undefined;
};

/** The round as it would be; `round` is its name for the app. Throws where there is no visit at all. */
export const roundOf = ({ visits, dueBack }: Planned, round: string): OnRound => {
  const [first] = visits.toSorted((one, other) =>
    one.proposal.start < other.proposal.start ? -1 : 1,
  );
  if (first === undefined) throw new Error('A round of no visits.');
  return { round, name: first.reference, dueBack: dueBack ?? lastDueBack(visits) };
};

const lastDueBack = (visits: readonly KnownVisit[]): Instant =>
  visits
    .map((visit) => (visit.approvedFor ?? visit.proposal).dueBack)
    .reduce((last, dueBack) => laterOf(last, dueBack));

/** Every reason at once. A visit that people are out on already may be one of its own round. */
export const reasonsNoRound = (
  { visits, dueBack }: Planned,
  round: string,
  { now, policy }: { readonly now: Instant; readonly policy: Policy },
): readonly Refusal[] => {
  const [first] = visits;
  if (first === undefined || visits.length < 2)
    return [refusal(policy, 'round/two-or-more', { field: 'visits' })];
  return [
    ...visits.flatMap((visit) => reasonsNotOnRound(visit, { first, round, policy })),
    ...reasonsNotBackThen({ visits, dueBack }, { now, policy }),
  ];
};

const reasonsNotOnRound = (
  visit: KnownVisit,
  { first, round, policy }: { first: KnownVisit; round: string; policy: Policy },
): readonly Refusal[] => {
  const { reference } = visit;
  const field = 'visits';
  const theirs = visit.round === undefined || visit.round.round === round;
  const goes =
    visit.status === 'approved' || (visit.status === 'out' && visit.round?.round === round);
  return [
    ...unless(goes, () =>
      refusal(policy, 'round/approved', { reference, status: visit.status, field }),
    ),
    ...unless(theirs, () => refusal(policy, 'round/on-another', { reference, field })),
    ...unless(peopleOf(visit) === peopleOf(first), () =>
      refusal(policy, 'round/same-people', { reference, field }),
    ),
    ...unless(schoolDay(visit.proposal.start) === schoolDay(first.proposal.start), () =>
      refusal(policy, 'round/same-day', { reference, field }),
    ),
  ];
};

const peopleOf = ({ proposal }: KnownVisit): string => proposal.visitors.toSorted().join(' ');

/** No later than whoever decided knows of; once they are out it is for those who are out to ask for longer. */
const reasonsNotBackThen = (
  { visits, dueBack }: Planned,
  { now, policy }: { readonly now: Instant; readonly policy: Policy },
): readonly Refusal[] => {
  if (dueBack === undefined) return [];
  const latest = minutesAfter(lastDueBack(visits), policy.approval.toleranceMinutes);
  return unless(dueBack > now && dueBack <= latest, () =>
    refusal(policy, 'round/due-back', { latest: schoolTime(latest), field: 'roundDueBack' }),
  );
};
