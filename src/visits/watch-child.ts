/** While people stay with a child nobody is overdue: they are asked how they are instead. */
import type { Policy } from '../policy/policy.ts';
import { again } from '../safety/ladder.ts';
import { type Instant, laterOf, minutesAfter } from '../vocabulary.ts';
import type { EventDetail } from './event.ts';
import { respondersRung } from './evolve-alarms.ts';
import type { Alarm, KnownVisit } from './visit.ts';

type ToCome = { readonly at: Instant; readonly detail: EventDetail };

export const isOfChild = ({ kind }: Alarm): boolean =>
  kind === 'child-alone' || kind === 'child-in-danger';

/** Until somebody has spoken to them it climbs; then they are asked again and again, and silence makes it climb afresh. */
export const childToCome = (
  alarm: Alarm,
  visit: KnownVisit,
  { child, overdue }: Pick<Policy, 'child' | 'overdue'>,
): readonly ToCome[] => {
  const { raised, since: from, spokenTo } = alarm;
  const rung = (everyMinutes: number): ToCome => {
    const { at, times } = again(respondersRung, { raised, from, everyMinutes });
    return { at, detail: { type: 'rung-raised', alarm: alarm.id, rung: respondersRung, times } };
  };
  if (spokenTo.length === 0) return [rung(child.answerMinutes)];
  const holding = visit.status === 'out' ? visit.outing.holding : undefined;
  if (visit.status !== 'out' || holding === undefined) return [rung(overdue.afterSpokenMinutes)];
  const { lastHeard } = visit.outing;
  const unanswered = holding.asked !== undefined && holding.asked >= lastHeard;
  if (!unanswered)
    return [{ at: minutesAfter(lastHeard, child.checkMinutes), detail: { type: 'welfare-asked' } }];
  const told = raised.at(-1)?.at ?? from;
  const at = minutesAfter(laterOf(holding.asked ?? lastHeard, told), child.answerMinutes);
  const times = raised.length + 1;
  return [{ at, detail: { type: 'rung-raised', alarm: alarm.id, rung: respondersRung, times } }];
};
