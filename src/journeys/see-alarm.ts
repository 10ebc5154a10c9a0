/** One alarm, as everybody sees it who may see the visit. */
import type { Policy } from '../policy/policy.ts';
import type { Alarm } from '../visits/visit.ts';
import { named, type Sight } from './see-people.ts';
import type { SeenAlarm } from './seen.ts';

const cries: readonly string[] = ['help', 'danger', 'injured', 'left-unsafe'];

/** Whoever calls for help may need them at once; whoever is late, once the ladder is at its end. */
const isPoliceDue = ({ kind, raised, police, state }: Alarm, { overdue }: Policy): boolean => {
  const last = overdue.rungs.at(-1)?.id;
  const top =
    cries.includes(kind) || (kind === 'overdue' && raised.some(({ rung }) => rung === last));
  return top && state === 'red' && police === undefined;
};

export const seenAlarm = (
  alarm: Alarm,
  { roster, policy }: Pick<Sight, 'roster' | 'policy'>,
): SeenAlarm => {
  const last = alarm.raised.at(-1);
  return {
    id: alarm.id,
    kind: alarm.kind,
    since: alarm.since,
    state: alarm.state,
    ...(alarm.holder === undefined ? {} : { holder: named(roster, alarm.holder) }),
    rungs: alarm.raised.length,
    ...(last === undefined ? {} : { lastRungAt: last.at }),
    ...(alarm.police === undefined
      ? {}
      : { police: { called: alarm.police.called, at: alarm.police.at } }),
    ...(isPoliceDue(alarm, policy) ? { policeDue: true } : {}),
    spokenTo: alarm.spokenTo.map((id) => named(roster, id)),
  };
};
