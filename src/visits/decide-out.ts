/** What is asked and reported while people are out. Of these only asking for longer can be refused. */
import { refusal, unless } from '../policy/refusal.ts';
import { accept, type PersonId, refuse } from '../vocabulary.ts';
import {
  type Asked,
  acceptUnless,
  asItIs,
  type Decided,
  happening,
  reasonsNotOnIt,
  whoOf,
} from './asking.ts';
import type { Circumstances } from './circumstances.ts';
import { reasonsNotAhead } from './decide-alarm.ts';
import { reasonsToStay } from './decide-child.ts';
import type { EventDetail } from './event.ts';
import { notOut } from './not-out.ts';
import { positionOf } from './people-out.ts';
import { setOutUnsaid } from './set-out-unsaid.ts';
import type { KnownVisit, Outing, Position } from './visit.ts';

type Reports = Asked<'arrive' | 'wait' | 'leave' | 'return' | 'safe-now'>;

/** Where people already are, so that the report tells nothing new. */
const thereAlready: Readonly<Record<Reports['verb'], readonly Position[]>> = {
  arrive: ['at-the-door', 'inside'],
  wait: [],
  leave: ['left'],
  return: ['back'],
  'safe-now': ['at-school', 'travelling', 'at-the-door', 'inside', 'left', 'back'],
};

/** A report is of what has happened: once people are out it is never refused for its order. Only going from a child who is alone is asked for first. */
export const decideReport = (
  command: Reports,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const named = whoOf(command);
  if (visit.status !== 'out')
    return visit.status === 'returned' && ['return', 'safe-now'].includes(command.verb)
      ? asItIs
      : notOut(visit, given);
  const strangers = reasonsNotOnIt(named, visit, given);
  if (strangers.length > 0) return refuse(...strangers);
  const goes = command.verb === 'leave' || command.verb === 'return';
  const stay = goes ? reasonsToStay(named, visit, given) : [];
  if (stay.length > 0) return refuse(...stay);
  const who = named.filter((id) => !isThere(command, id, visit.outing));
  if (who.length === 0) return asItIs;
  return accept(
    ...setOutUnsaid(command, who, { visit, given }),
    happening(command, given, reportOf(command, who)),
  );
};

const isThere = (command: Reports, id: PersonId, outing: Outing): boolean => {
  const position = positionOf(outing, id);
  return command.verb === 'wait'
    ? position === 'at-the-door' && outing.waited === true
    : thereAlready[command.verb].includes(position);
};

const reportOf = (command: Reports, who: readonly PersonId[]): EventDetail => {
  switch (command.verb) {
    case 'arrive':
      return { type: 'arrived', who };
    case 'wait':
      return { type: 'waited', who };
    case 'leave':
      return { type: 'left', who, next: command.next };
    case 'return':
      return { type: 'returned', who };
    case 'safe-now':
      return { type: 'reached-safety', who };
    default:
      return command satisfies never;
  }
};

/** A new due-back by those who are out, a few times; after that somebody at school sets it. */
export const decideExtend = (
  command: Asked<'extend'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  if (visit.status !== 'out') return notOut(visit, given);
  const { policy } = given;
  const { dueBack, by } = command;
  const allowed = policy.extensions.allowed;
  const used = visit.proposal.visitors.includes(by) && visit.outing.extensions >= allowed;
  if (dueBack === undefined)
    return refuse(refusal(policy, 'visits/due-back-ahead', { field: 'dueBack' }));
  if (dueBack === visit.outing.dueBack) return asItIs;
  return acceptUnless(
    [
      ...reasonsNotAhead(dueBack, given),
      ...unless(!used || dueBack < visit.outing.dueBack, () =>
        refusal(policy, 'visits/extensions-used', { times: String(allowed) }),
      ),
    ],
    happening(command, given, { type: 'extended', dueBack }),
  );
};

export const decideChangeOfPlan = (
  command: Asked<'change-plan'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const { what } = command;
  return visit.status === 'out'
    ? acceptUnless(
        unless(what.trim() !== '', () =>
          refusal(given.policy, 'visits/say-what', { field: 'what' }),
        ),
        happening(command, given, { type: 'plan-changed', what }),
      )
    : notOut(visit, given);
};
