/** A visit as one of several on one outing, and the watch over people who went on from it to the next. */
import { refusal } from '../policy/refusal.ts';
import { accept, refuse } from '../vocabulary.ts';
import { type Asked, asItIs, type Decided, happening } from './asking.ts';
import type { Circumstances } from './circumstances.ts';
import { positionOf, whoIsOut } from './people-out.ts';
import type { KnownVisit } from './visit.ts';

export type WatchVerb = 'move-on' | 'take-back' | 'end-round';

/** What the visits of a round owe each other is looked at before, in rounds/plan.ts. One that people are out on keeps its round. */
export const decideRound = (
  command: Asked<'plan-round'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const { policy } = given;
  const { round, name, dueBack } = command.round;
  const now = visit.round;
  if (now?.round === round && (visit.status === 'out' || now.dueBack === dueBack)) return asItIs;
  return visit.status === 'approved'
    ? accept(happening(command, given, { type: 'joined-round', round, name, dueBack }))
    : refuse(
        refusal(policy, 'round/approved', { reference: visit.reference, status: visit.status }),
      );
};

/** One stop alone goes another time; while people are out on it, it stays. */
export const decideLeaveRound = (
  command: Asked<'leave-round'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  if (visit.round === undefined) return asItIs;
  return visit.status === 'out'
    ? refuse(refusal(given.policy, 'visits/already-out'))
    : accept(happening(command, given, { type: 'left-round' }));
};

/** Nobody is let go from here but those whom another visit watches, and nobody is back by it but who said so there. */
export const decideWatch = (
  command: Asked<WatchVerb>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  if (visit.status !== 'out') return asItIs;
  const { outing } = visit;
  const gone = command.who.filter((id) => positionOf(outing, id) === 'moved-on');
  switch (command.verb) {
    case 'move-on': {
      const { to, reference, hop } = command;
      const who = command.who.filter(
        (id) => whoIsOut(outing).includes(id) && (outing.hops?.[id] ?? 0) < hop,
      );
      if (who.length === 0) return asItIs;
      return accept(happening(command, given, { type: 'moved-on', who, to, reference, hop }));
    }
    case 'end-round':
      return gone.length === 0
        ? asItIs
        : accept(happening(command, given, { type: 'round-ended', who: gone }));
    case 'take-back': {
      const { dueBack, extensions } = outing;
      const carried = { from: [], hop: command.hop + 1, extensions };
      return gone.length === 0
        ? asItIs
        : accept(happening(command, given, { type: 'departed', who: gone, dueBack, carried }));
    }
    default:
      return command satisfies never;
  }
};
