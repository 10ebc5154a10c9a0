/** The police: a person rings, and what came of it is put on record. The product rings nobody. */
import { refusal, unless } from '../policy/refusal.ts';
import {
  type Asked,
  acceptUnless,
  asItIs,
  type Decided,
  happening,
  withRestricted,
} from './asking.ts';
import type { Circumstances } from './circumstances.ts';
import { notOut } from './not-out.ts';
import type { KnownVisit } from './visit.ts';

/** Who was rung, when and under which reference; or why nobody was. */
export const decidePolice = (
  command: Asked<'record-police'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const { policy } = given;
  const { alarm, called, reference, words } = command;
  const known = visit.alarms.some(({ id }) => id === alarm);
  return acceptUnless(
    [
      ...unless(known, () => refusal(policy, 'alarm/known')),
      ...unless(called !== undefined, () =>
        refusal(policy, 'alarm/police-called', { field: 'called' }),
      ),
      ...unless(called !== 'nobody' || words.trim() !== '', () =>
        refusal(policy, 'alarm/police-why', { field: 'words' }),
      ),
    ],
    withRestricted(
      happening(command, given, { type: 'police-recorded', alarm, called: called ?? 'nobody' }),
      command,
      { type: 'police-recorded', reference, words },
    ),
  );
};

/** Somebody wants to be rung, so that they have a reason to go. */
export const decideCallMe = (
  command: Asked<'call-me'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  if (visit.status !== 'out') return notOut(visit, given);
  return visit.proposal.visitors.includes(command.by)
    ? acceptUnless([], happening(command, given, { type: 'call-asked' }))
    : asItIs;
};
