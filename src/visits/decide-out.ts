/** What is asked and reported while people are out. Only going in, and asking for longer, can be refused. */
import { nameOf, namesOf } from '../people/staff.ts';
import { refusal, unless } from '../policy/refusal.ts';
import { reasonsToStayOutside } from '../safety/doorstep.ts';
import { accept, type PersonId, type Refusal, refuse } from '../vocabulary.ts';
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
import type { VisitCommand } from './command.ts';
import { reasonsNotAhead } from './decide-alarm.ts';
import { decideDepart } from './decide-before.ts';
import { breachOf } from './decide-breach.ts';
import type { EventDetail, Happening } from './event.ts';
import { mustStayTogether } from './form-staffing.ts';
import { positionOf, whoIsOut } from './people-out.ts';
import type { KnownVisit, Outing, Position } from './visit.ts';

type Out = Extract<KnownVisit, { status: 'out' }>;
type Reports = Asked<'arrive' | 'wait' | 'leave' | 'return' | 'safe-now'>;

const notOut = (visit: KnownVisit, { policy }: Circumstances): Decided =>
  refuse(refusal(policy, 'visits/not-out', { status: visit.status }));

/** Where people already are, so that the report tells nothing new. */
const thereAlready: Readonly<Record<Reports['verb'], readonly Position[]>> = {
  arrive: ['at-the-door', 'inside'],
  wait: [],
  leave: ['left'],
  return: ['back'],
  'safe-now': ['at-school', 'travelling', 'at-the-door', 'inside', 'left', 'back'],
};

/** A report is of what has happened: once people are out it is never refused for its order. */
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

/** Somebody who never said that they left is out all the same: they are watched, by the rules or as a breach of them. */
export const setOutUnsaid = (
  command: VisitCommand,
  who: readonly PersonId[],
  { visit, given }: { readonly visit: Out; readonly given: Circumstances },
): readonly Happening[] => {
  const unsaid = who.filter((id) => positionOf(visit.outing, id) === 'at-school');
  if (unsaid.length === 0) return [];
  const { id, by, via } = command;
  const leaving = decideDepart({ id, by, via, verb: 'depart', who: unsaid }, visit, given);
  return leaving.kind === 'accepted'
    ? leaving.events
    : [
        breachOf(command, given, {
          what: 'depart',
          who: unsaid,
          dueBack: visit.outing.dueBack,
          reference: visit.reference,
          refusals: leaving.refusals,
        }),
      ];
};

/** Going in is a permission, so here the school's rules for the doorstep hold. */
export const decideEnter = (
  command: Asked<'enter'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  if (visit.status !== 'out') return notOut(visit, given);
  const named = whoOf(command);
  const who = named.filter((id) => positionOf(visit.outing, id) !== 'inside');
  if (who.length === 0) return asItIs;
  const { invitedBy, animals, parentPresent, hazards } = command;
  const reasons = [
    ...reasonsNotOnIt(who, visit, given),
    ...reasonsNotLetIn(visit, given),
    ...reasonsNotTogether(visit, given),
    ...reasonsToStayOutside({ invitedBy, animals }, given.policy),
  ];
  if (reasons.length > 0 || invitedBy === undefined || animals === undefined)
    return refuse(...reasons);
  return accept(
    happening(command, given, {
      type: 'entered',
      who,
      invitedBy,
      parentPresent,
      animals,
      hazards,
    }),
  );
};

const reasonsNotLetIn = (visit: Out, { policy }: Circumstances): readonly Refusal[] => [
  ...unless(visit.approved, () => refusal(policy, 'door/approved')),
  ...unless(visit.outing.calledOff === undefined, () => refusal(policy, 'door/called-off')),
];

const atTheHome: readonly Position[] = ['at-the-door', 'inside'];

const reasonsNotTogether = (visit: Out, given: Circumstances): readonly Refusal[] => {
  const { policy, roster } = given;
  const out = whoIsOut(visit.outing);
  const away = out.filter((id) => !atTheHome.includes(positionOf(visit.outing, id)));
  const alone = visit.proposal.visitors.length > 1 && out.length < 2;
  return [
    ...unless(away.length === 0, () =>
      refusal(policy, 'door/all-arrived', { who: namesOf(roster, away) }),
    ),
    ...unless(!alone || !mustStayTogether(given.assessment?.answers, policy), () =>
      refusal(policy, 'door/both-needed', { who: out.map((id) => nameOf(roster, id)).join() }),
    ),
  ];
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
