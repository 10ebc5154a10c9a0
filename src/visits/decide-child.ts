/** A child alone, or in danger: here the logic of coming back is turned round. Staying is safe, and leaving is asked for. */
import { clauseOf } from '../policy/policy.ts';
import { refusal, unless } from '../policy/refusal.ts';
import { accept, laterOf, minutesAfter, type PersonId, type Refusal } from '../vocabulary.ts';
import {
  type Asked,
  acceptUnless,
  asItIs,
  type Decided,
  happening,
  withRestricted,
} from './asking.ts';
import type { Circumstances } from './circumstances.ts';
import { breachOf, watchUntil } from './decide-breach.ts';
import { alarmIdFor } from './evolve-alarms.ts';
import { notOut } from './not-out.ts';
import { positionOf, withTheChild } from './people-out.ts';
import { setOutUnsaid } from './set-out-unsaid.ts';
import type { KnownVisit, Visit } from './visit.ts';

type Found = Asked<'child-alone' | 'child-in-danger'>;

/** Taken in every state, with or without a visit: whoever says it is at a door with a child. */
export const decideChildFound = (command: Found, visit: Visit, given: Circumstances): Decided => {
  const { verb: kind, words } = command;
  const known = visit.status !== 'unsubmitted';
  const alarm = alarmIdFor(known ? visit.alarms : [], kind);
  const reference = known ? visit.reference : given.reference;
  const open = happening(command, given, { type: 'child-found', alarm, kind, reference });
  const found =
    words.trim() === '' ? open : withRestricted(open, command, { type: 'child-said', words });
  if (visit.status === 'out')
    return accept(...setOutUnsaid(command, [command.by], { visit, given }), found);
  const rule = 'departure/approved';
  const breach = breachOf(command, given, {
    what: 'arrive',
    who: [command.by],
    visit,
    dueBack: watchUntil(undefined, visit, given),
    reference,
    refusals: [{ rule, clause: clauseOf(given.policy, rule), because: '', next: '' }],
  });
  return accept(breach, found);
};

/** Nobody leaves a child alone: an adult by name, or the police, takes over first. */
export const reasonsToStay = (
  who: readonly PersonId[],
  visit: KnownVisit,
  { policy }: Circumstances,
): readonly Refusal[] =>
  unless(
    visit.status !== 'out' ||
      visit.outing.holding === undefined ||
      who.every((id) => !withTheChild.includes(positionOf(visit.outing, id))),
    () => refusal(policy, 'child/hand-over-first'),
  );

/** Ends the holding, and nothing else does. */
export const decideHandOver = (
  command: Asked<'hand-over'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  if (visit.status !== 'out') return notOut(visit, given);
  if (visit.outing.holding === undefined) return asItIs;
  const { to, relation, policeReference } = command;
  const { policy, now } = given;
  const toPolice = policeReference.trim() !== '';
  const dueBack = laterOf(
    visit.outing.dueBack,
    minutesAfter(now, policy.overdue.afterSpokenMinutes),
  );
  return acceptUnless(
    [
      ...unless(toPolice || to.trim() !== '', () =>
        refusal(policy, 'child/to-whom', { field: 'to' }),
      ),
      ...unless(toPolice || relation.trim() !== '', () =>
        refusal(policy, 'child/relation', { field: 'relation' }),
      ),
    ],
    withRestricted(happening(command, given, { type: 'handed-over', dueBack }), command, {
      type: 'handed-over',
      to,
      relation,
      policeReference,
    }),
  );
};

/** They are all right, and still there. */
export const decideWell = (
  command: Asked<'all-well'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided =>
  visit.status === 'out'
    ? accept(happening(command, given, { type: 'said-well', who: [command.by] }))
    : notOut(visit, given);

/** What the safeguarding lead advised, to whom it was reported, and whether social care was asked to act. */
export const decideAdvice = (
  command: Asked<'advise'>,
  _visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const { advice, called, callReference, referred } = command;
  return acceptUnless(
    unless(advice.trim() !== '', () => refusal(given.policy, 'child/advice', { field: 'advice' })),
    withRestricted(happening(command, given, { type: 'advice-recorded' }), command, {
      type: 'advised',
      advice,
      called,
      callReference,
      referred,
    }),
  );
};
