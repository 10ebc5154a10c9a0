import { schoolTime } from '../vocabulary.ts';
import { alarmIdFor, isOpen, respondersRung } from './evolve-alarms.ts';
import type { Message } from './message.ts';
import { outOn } from './people-out.ts';
import { alarming } from './react-alarming.ts';
import {
  nameFor,
  namesFor,
  notice,
  safeguardingRoles,
  sayings,
  type Telling,
  type Told,
} from './telling.ts';

type OfAlarm =
  | Told<'police-recorded' | 'call-asked'>
  | Told<'left-unsafe' | 'help-called' | 'rung-raised' | 'spoken-to' | 'stood-down'>;

export const alarmMessages = (event: OfAlarm, telling: Telling): readonly Message[] => {
  const { visit, policy } = telling;
  const words = sayings(telling);
  const responders = { roles: policy.responders };
  switch (event.type) {
    case 'left-unsafe':
      return [
        ...toResponders(alarmIdFor(visit.alarms, 'left-unsafe'), telling),
        ...askAboutTheChild(telling),
      ];
    case 'help-called':
      return toResponders(event.alarm, telling);
    case 'police-recorded':
      return [
        notice(responders, words.police[event.called](visit.reference, nameFor(telling, event.by))),
      ];
    case 'call-asked':
      return [
        {
          kind: 'notice',
          to: responders,
          text: words.callMe(visit.reference, nameFor(telling, event.by)),
          urgent: true,
        },
      ];
    case 'rung-raised':
      return event.quiet === true ? reminder(telling) : rungMessages(event, telling);
    case 'spoken-to':
      return afterSpoken(event, telling);
    case 'stood-down':
      return [notice(responders, words.stoodDown(visit.reference, nameFor(telling, event.by)))];
    default:
      return event satisfies never;
  }
};

/** They had to go, and a child may have been left: the safeguarding lead hears of that at once. */
const askAboutTheChild = (telling: Telling): readonly Message[] => {
  const { visit } = telling;
  if (visit.status !== 'out' || visit.outing.holding === undefined) return [];
  const { childLeft, whereIsTheChild } = sayings(telling).child;
  return [
    notice({ roles: safeguardingRoles }, childLeft(visit.reference)),
    notice({ people: outOn(visit) }, whereIsTheChild(visit.reference)),
  ];
};

const toResponders = (
  alarm: string,
  telling: Telling,
  rung: string = respondersRung,
): readonly Message[] => alarming(telling.policy.responders, telling, { alarm, rung });

/** Whoever the school named for this rung; a rung the policy no longer has goes to every responder. */
const rungMessages = (event: Told<'rung-raised'>, telling: Telling): readonly Message[] => {
  const { alarm, rung } = event;
  const named = telling.policy.overdue.rungs.find(({ id }) => id === rung);
  if (named === undefined) return toResponders(alarm, telling, rung);
  const roles = named.to.filter((audience) => audience !== 'visitors');
  const people = named.to.includes('visitors') ? outOn(telling.visit) : [];
  return alarming(roles, telling, { alarm, rung, people });
};

/** To those who are not back: words to read on a lock screen, and a fresh card to press. */
const reminder = (telling: Telling): readonly Message[] => {
  const { visit } = telling;
  if (visit.status !== 'out') return [];
  const to = { people: outOn(visit) };
  const text = sayings(telling).dueNow(visit.reference, schoolTime(visit.outing.dueBack));
  return [notice(to, text), { kind: 'card', to, again: true }];
};

const afterSpoken = (event: Told<'spoken-to'>, telling: Telling): readonly Message[] => {
  const { visit, policy } = telling;
  const words = sayings(telling);
  const alarm = visit.alarms.find(({ id }) => id === event.alarm);
  const over = alarm !== undefined && !isOpen(alarm);
  const who = nameFor(telling, event.by);
  const text =
    words.spoken(visit.reference, who, namesFor(telling, event.to)) +
    (over && visit.status === 'out' ? words.spokenUntil(schoolTime(event.dueBack)) : '');
  return [notice({ roles: policy.responders, people: over ? outOn(visit) : [] }, text)];
};
