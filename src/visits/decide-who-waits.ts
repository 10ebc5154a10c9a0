/** Somebody at school waits for those who are out; and calls that nobody picked up. */
import { namesOf } from '../people/staff.ts';
import { refusal, unless } from '../policy/refusal.ts';
import { type Asked, acceptUnless, asItIs, type Decided, happening } from './asking.ts';
import type { Circumstances } from './circumstances.ts';
import { isOpen } from './evolve-alarms.ts';
import { outOn } from './people-out.ts';
import type { KnownVisit } from './visit.ts';

/** Anybody who answers alarms may, but those who are to be waited for; a second one takes it from the first. */
export const decideTakeOver = (
  command: Asked<'take-over'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const { policy } = given;
  if (visit.handover?.by === command.by) return asItIs;
  const waits = visit.status === 'approved' || outOn(visit).length > 0;
  return acceptUnless(
    [
      ...unless(waits, () => refusal(policy, 'watch/somebody-out')),
      ...unless(!visit.proposal.visitors.includes(command.by), () =>
        refusal(policy, 'watch/not-your-own'),
      ),
    ],
    happening(command, given, { type: 'taken-over' }),
  );
};

/** On record, so that the next one knows; an answerphone is nobody's voice, and the ladder climbs on. */
export const decideNoAnswer = (
  command: Asked<'no-answer'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const { policy, roster } = given;
  const { visitors } = visit.proposal;
  const to = [...new Set(command.to)];
  const strangers = to.filter((id) => !visitors.includes(id));
  const alarm = visit.alarms.find(({ id }) => id === command.alarm);
  if (alarm !== undefined && !isOpen(alarm)) return asItIs;
  return acceptUnless(
    [
      ...unless(alarm !== undefined, () => refusal(policy, 'alarm/known')),
      ...unless(to.length > 0, () => refusal(policy, 'alarm/whom', { field: 'to' })),
      ...unless(strangers.length === 0, () =>
        refusal(policy, 'visits/who-is-on-it', { who: namesOf(roster, strangers), field: 'to' }),
      ),
    ],
    happening(command, given, { type: 'not-reached', alarm: command.alarm, to }),
  );
};
