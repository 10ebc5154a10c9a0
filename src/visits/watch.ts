/** What the clock will bring. Being told when to look and what is then found come from one list, so they cannot differ. */
import type { Calendar } from '../people/registers.ts';
import type { Policy } from '../policy/policy.ts';
import { again, firstAlarmingRung, type RungToCome, rungsToCome } from '../safety/ladder.ts';
import type { Instant } from '../vocabulary.ts';
import { remindersToCome, reviewToCome } from './decision-reminders.ts';
import type { EventDetail } from './event.ts';
import { alarmIdFor, isOpen, respondersRung } from './evolve-alarms.ts';
import { nudgesToCome } from './nudges.ts';
import { outOn } from './people-out.ts';
import { takeOverToCome } from './take-over.ts';
import type { Alarm, KnownVisit, Visit } from './visit.ts';
import { waitFor } from './waiting.ts';
import { childToCome, isOfChild } from './watch-child.ts';

export type ToCome = { readonly at: Instant; readonly detail: EventDetail };

/** Where no calendar is said, nothing is known of when the office closes. */
export const toCome = (visit: Visit, policy: Policy, calendar?: Calendar): readonly ToCome[] =>
  visit.status === 'unsubmitted'
    ? []
    : [
        ...remindersToCome(visit, policy),
        ...reviewToCome(visit, policy),
        ...lapseOf(visit),
        ...overdueOf(visit, policy),
        ...waitOf(visit, policy),
        ...takeOverToCome(visit, calendar),
        ...nudgesToCome(visit, policy).map(({ at, about }) => ({
          at,
          detail: { type: 'nudged', about } as const,
        })),
        ...visit.alarms
          .filter(isOpen)
          .flatMap((alarm) =>
            isOfChild(alarm) ? childToCome(alarm, visit, policy) : repeatOf(alarm, policy),
          ),
      ];

const undecided = ['awaiting approval', 'changes asked', 'approval void'];

/** A request nobody decided on ends when the visit would have; it is never authorised by that. */
const lapseOf = (visit: KnownVisit): readonly ToCome[] =>
  undecided.includes(visit.status)
    ? [{ at: visit.proposal.dueBack, detail: { type: 'lapsed' } }]
    : [];

const overdueOf = (visit: KnownVisit, policy: Policy): readonly ToCome[] => {
  if (visit.status !== 'out' || outOn(visit).length === 0) return [];
  if (visit.outing.holding !== undefined && isWatchedOtherwise(visit)) return [];
  const { dueBack, reminders = [] } = visit.outing;
  const open = visit.alarms.find((alarm) => alarm.kind === 'overdue' && isOpen(alarm));
  const raised = [...reminders, ...(open?.raised ?? [])];
  const alarm = open?.id ?? alarmIdFor(visit.alarms, 'overdue');
  return rungsToCome({ dueBack, raised }, policy).map((rung) => asEvent(rung, alarm));
};

/** Staying with a child has a watch of its own, as long as its alarm is open. */
const isWatchedOtherwise = ({ alarms }: KnownVisit): boolean =>
  alarms.some((alarm) => isOfChild(alarm) && isOpen(alarm));

/** The wait at the door ends by the clock: nobody goes in any more, and nobody counts as back by it. */
const waitOf = (visit: KnownVisit, policy: Policy): readonly ToCome[] => {
  const over = visit.status === 'out' ? waitFor(visit, policy) : undefined;
  return over === undefined ? [] : [{ at: over.at, detail: { type: 'wait-ended', how: over.how } }];
};

/** A call for help comes again until it is stood down; an amber alarm until somebody has seen or heard them. */
const repeatOf = (alarm: Alarm, policy: Policy): readonly ToCome[] => {
  const { raised, since: from } = alarm;
  const { repeatMinutes, afterSpokenMinutes } = policy.overdue;
  if (alarm.kind !== 'overdue')
    return [
      asEvent(again(respondersRung, { raised, from, everyMinutes: repeatMinutes }), alarm.id),
    ];
  return alarm.state === 'amber'
    ? [
        asEvent(
          again(firstAlarmingRung(policy), { raised, from, everyMinutes: afterSpokenMinutes }),
          alarm.id,
        ),
      ]
    : [];
};

const asEvent = ({ at, rung, times, quiet }: RungToCome, alarm: string): ToCome => ({
  at,
  detail: { type: 'rung-raised', alarm, rung, times, ...(quiet ? { quiet } : {}) },
});
