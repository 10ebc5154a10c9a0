/** Whether messages reach those who are about to leave: something tapped in chat that day, or a call they took. */
import { nameOf } from '../people/staff.ts';
import { refusal, unless } from '../policy/refusal.ts';
import { type PersonId, type Refusal, refuse, schoolDay } from '../vocabulary.ts';
import {
  type Asked,
  acceptUnless,
  type Decided,
  happening,
  reasonsNotOnIt,
  whoOf,
} from './asking.ts';
import type { Circumstances } from './circumstances.ts';
import type { Envelope } from './command.ts';
import type { KnownVisit } from './visit.ts';

type Reaching = Asked<'send-test' | 'test-received' | 'reached'>;

export const decideReached = (
  command: Reaching,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const { policy } = given;
  switch (command.verb) {
    case 'send-test': {
      const who = whoOf(command);
      return acceptUnless(
        reasonsNotOnIt(who, visit, given),
        happening(command, given, { type: 'test-sent', who }),
      );
    }
    case 'test-received': {
      const who = [command.by];
      // Only a tap on the phone's own message shows that messages arrive there.
      return acceptUnless(
        unless(command.via === 'chat', () => notReached(command.by, given)),
        happening(command, given, { type: 'reached', who }),
      );
    }
    case 'reached': {
      const who = whoOf(command);
      if (who.includes(command.by)) return refuse(refusal(policy, 'departure/reached-by-other'));
      return acceptUnless(
        reasonsNotOnIt(who, visit, given),
        happening(command, given, { type: 'reached', who }),
      );
    }
    default:
      return command satisfies never;
  }
};

const notReached = (id: PersonId, { policy, roster }: Circumstances): Refusal =>
  refusal(policy, 'departure/reachable', { who: nameOf(roster, id) });

/** Whoever presses `depart` in chat has tapped with that. */
export const reasonsNotReached = (
  id: PersonId,
  visit: KnownVisit,
  given: Circumstances,
  command?: Envelope,
): readonly Refusal[] => {
  const last = visit.reachedAt?.[id];
  const now = command?.by === id && command.via === 'chat';
  const today = last !== undefined && schoolDay(last) === schoolDay(given.now);
  return unless(given.policy.departure.reach === 'off' || now || today, () =>
    notReached(id, given),
  );
};
