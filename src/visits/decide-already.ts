/** "It has already happened" stands beside every refusal, and is never refused itself. */
import { clauseOf } from '../policy/policy.ts';
import { refusal } from '../policy/refusal.ts';
import { accept, type PersonId } from '../vocabulary.ts';
import { type Asked, asItIs, type Decided, happening } from './asking.ts';
import type { Circumstances } from './circumstances.ts';
import type { VisitAsk, VisitCommand } from './command.ts';
import { breachOf, watchUntil } from './decide-breach.ts';
import { isOpen } from './evolve-alarms.ts';
import { isStaff } from './form-rules.ts';
import { positionOf } from './people-out.ts';
import { setOutUnsaid } from './set-out-unsaid.ts';
import type { KnownVisit, Visit } from './visit.ts';

/** Decides what was refused once more, to know by which rules. */
type DecideAgain = (command: VisitCommand, visit: KnownVisit, given: Circumstances) => Decided;

/** What those who are out can have done, decided once more with nothing said but who. */
const happens = [
  'depart',
  'arrive',
  'wait',
  'enter',
  'leave',
  'return',
  'extend',
  'meet',
  'nearly-there',
  'parent-left',
  'safe-now',
  'change-plan',
  'hand-over',
] as const;
type Happens = (typeof happens)[number];

export const decideAlreadyHappened = (
  command: Asked<'already-happened'>,
  visit: Visit,
  { given, again }: { readonly given: Circumstances; readonly again: DecideAgain },
): Decided => {
  const known = happens.find((verb) => verb === command.what);
  const what = known ?? 'depart';
  const who = peopleMeant(command, visit, given);
  const dueBack = watchUntil(command.dueBack, visit, given);
  if (visit.status === 'unsubmitted')
    return accept(unplanned(command, given, { what, who, visit, dueBack }));
  const { id, by, via } = command;
  const decision = again({ id, by, via, ...askOf(what, who, command) }, visit, given);
  const { reference } = visit;
  if (decision.kind === 'accepted') {
    const nothing = known === undefined && decision.events.length === 0;
    return nothing ? accept(whileOut(command, given, { who, visit, dueBack })) : decision;
  }
  const { refusals } = decision;
  return accept(breachOf(command, given, { what, who, visit, dueBack, reference, refusals }));
};

/** They are all out, and did what is done before leaving: it is on record under its own name, and changes nothing else. */
const whileOut = (
  command: Asked<'already-happened'>,
  given: Circumstances,
  said: {
    readonly who: readonly PersonId[];
    readonly visit: KnownVisit;
    readonly dueBack: KnownVisit['proposal']['dueBack'];
  },
) => {
  const { reference } = said.visit;
  const refusals = [refusal(given.policy, 'visits/already-out')];
  return breachOf(command, given, { ...said, what: command.what, reference, refusals });
};

const unplanned = (
  command: Asked<'already-happened' | 'leave-unsafe'>,
  given: Circumstances,
  said: {
    readonly what: string;
    readonly who: readonly PersonId[];
    readonly visit: Visit;
    readonly dueBack: KnownVisit['proposal']['dueBack'];
  },
) => {
  const rule = 'departure/approved';
  const refusals = [{ rule, clause: clauseOf(given.policy, rule), because: '', next: '' }];
  return breachOf(command, given, { ...said, reference: given.reference, refusals });
};

const askOf = (
  verb: Happens,
  who: readonly PersonId[],
  { dueBack }: Asked<'already-happened'>,
): VisitAsk => {
  switch (verb) {
    case 'depart':
      return dueBack === undefined ? { verb, who } : { verb, who, dueBack };
    case 'arrive':
    case 'wait':
    case 'return':
    case 'nearly-there':
    case 'safe-now':
      return { verb, who };
    case 'meet':
      return { verb, who, spokeTo: '', footing: undefined };
    case 'parent-left':
      return { verb };
    case 'change-plan':
      return { verb, what: '' };
    case 'hand-over':
      return { verb, to: '', relation: '', policeReference: '' };
    case 'leave':
      return { verb, who, next: '' };
    case 'enter':
      return {
        verb,
        who,
        invitedBy: undefined,
        parentPresent: false,
        animals: undefined,
        hazards: '',
      };
    case 'extend':
      return { verb, dueBack };
    default:
      return verb satisfies never;
  }
};

/** Those named who work here; where nobody is, the presser if they go, else all who do. */
const peopleMeant = (
  command: Asked<'already-happened' | 'leave-unsafe'>,
  visit: Visit,
  { roster }: Circumstances,
): readonly PersonId[] => {
  const named = command.who.filter((id) => isStaff(id, roster));
  if (named.length > 0) return [...new Set(named)];
  const visitors = visit.status === 'unsubmitted' ? [] : visit.proposal.visitors;
  return visitors.includes(command.by) || visitors.length === 0 ? [command.by] : visitors;
};

/** Leaving an unsafe place works in every state: who was not being watched is from now on. */
export const decideLeaveUnsafe = (
  command: Asked<'leave-unsafe'>,
  visit: Visit,
  given: Circumstances,
): Decided => {
  const who = peopleMeant(command, visit, given);
  const left = happening(command, given, { type: 'left-unsafe', who });
  if (visit.status === 'out') {
    const open = visit.alarms.some((alarm) => alarm.kind === 'left-unsafe' && isOpen(alarm));
    const said = who.every((id) => positionOf(visit.outing, id) === 'unsafe');
    return open && said ? asItIs : accept(...setOutUnsaid(command, who, { visit, given }), left);
  }
  const what = 'leave-unsafe';
  const dueBack = watchUntil(undefined, visit, given);
  const reference = visit.status === 'unsubmitted' ? given.reference : visit.reference;
  const breach = unplanned(command, { ...given, reference }, { what, who, visit, dueBack });
  return accept(breach, left);
};
