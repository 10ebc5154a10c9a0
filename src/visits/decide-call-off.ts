/** Calling a visit off. Nobody has to give a reason, and people who are out stay out until they are back. */
import { refusal } from '../policy/refusal.ts';
import { accept, refuse } from '../vocabulary.ts';
import { type Asked, asItIs, type Decided, happening } from './asking.ts';
import type { Circumstances } from './circumstances.ts';
import type { CallOff } from './command.ts';
import { insteadOf } from './decide-approval.ts';
import type { KnownVisit } from './visit.ts';

export const decideCallOff = (
  command: Asked<CallOff>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const { verb: how, reason } = command;
  const called = accept(
    happening(command, given, { type: 'called-off', how, reason, ...insteadOf(command) }),
  );
  switch (visit.status) {
    case 'awaiting approval':
    case 'changes asked':
    case 'approved':
      return called;
    case 'approval void':
      return how === 'cannot-go' && visit.cannotGo?.includes(command.by) === true ? asItIs : called;
    case 'out':
      return visit.outing.calledOffAs?.includes(how) === true ? asItIs : called;
    case 'cancelled':
      return asItIs;
    case 'declined':
      return refuse(refusal(given.policy, 'visits/declined'));
    case 'not authorised':
      return refuse(refusal(given.policy, 'visits/ran-out'));
    case 'returned':
      return refuse(refusal(given.policy, 'visits/already-returned'));
    default:
      return visit satisfies never;
  }
};
