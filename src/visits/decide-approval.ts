/** Deciding on what was asked for. */
import { type Capacity, capacityOf } from '../approval/approval.ts';
import { memberOf } from '../people/staff.ts';
import { type Rule, refusal, unless } from '../policy/refusal.ts';
import { type PersonId, type Refusal, refuse, schoolTime } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { type Asked, acceptUnless, asItIs, type Decided, happening } from './asking.ts';
import type { Circumstances } from './circumstances.ts';
import { contentOf } from './content.ts';
import { decidedByText } from './decided-by.ts';
import type { EventDetail } from './event.ts';
import { reasonsEveningUnanswered } from './form-evening.ts';
import type { KnownVisit } from './visit.ts';

type Decides = Asked<'approve' | 'decline' | 'ask-for-changes'>;

/** One decision wins. Whoever comes second hears who came first. */
export const decideApproval = (
  command: Decides,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const moot = reasonsMoot(visit, given);
  if (moot.length > 0) return refuse(...moot);
  return acceptUnless(
    [...reasonsNotAsShown(command, visit, given), ...reasonsAgainstWords(command, visit, given)],
    happening(command, given, detailOf(command, given)),
  );
};

/** In whose place this person acts, where it is not in their own. */
const capacityNow = ({ by }: { readonly by: PersonId }, given: Circumstances): Capacity => {
  const person = memberOf(given.roster, by);
  return person === undefined ? {} : capacityOf(person, given.policy);
};

const detailOf = (command: Decides, given: Circumstances): EventDetail => {
  const as = capacityNow(command, given);
  switch (command.verb) {
    case 'approve':
      return { type: 'approved', content: command.content, note: command.note, ...as };
    case 'decline':
      return { type: 'declined', reason: command.reason, ...insteadOf(command), ...as };
    case 'ask-for-changes':
      return { type: 'changes-asked', what: command.what, ...as };
    default:
      return command satisfies never;
  }
};

/** With another way of reaching the family, a no is a decision not to visit. */
export const insteadOf = ({ instead = '' }: { readonly instead?: string }) =>
  instead.trim() === '' ? {} : { instead: instead.trim() };

/** Why there is nothing to decide any more. */
export const reasonsMoot = (visit: KnownVisit, given: Circumstances): readonly Refusal[] => {
  const no = (rule: Rule) => [refusal(given.policy, rule)];
  switch (visit.status) {
    case 'awaiting approval':
      return visit.proposal.dueBack <= given.now ? no('visits/ran-out') : [];
    case 'approved':
    case 'declined':
    case 'changes asked':
      return [alreadyDecided(visit, given)];
    case 'approval void':
      return [refusal(given.policy, 'visits/approval-void', { why: visit.why })];
    case 'not authorised':
      return no('visits/ran-out');
    case 'out':
    case 'returned':
      return visit.decidedBy === undefined
        ? no(visit.status === 'out' ? 'visits/already-out' : 'visits/already-returned')
        : [alreadyDecided({ ...visit, status: 'approved' }, given)];
    case 'cancelled':
      return no('visits/cancelled');
    default:
      return visit satisfies never;
  }
};

const alreadyDecided = (
  visit: Pick<KnownVisit, 'decidedBy' | 'decidedAt' | 'decidedAs' | 'glass'> & {
    readonly status: 'approved' | 'declined' | 'changes asked';
  },
  { policy, roster }: Circumstances,
): Refusal => {
  const { status, decidedAt } = visit;
  const words = wordsFor(policy.language);
  const yes = status === 'approved';
  return refusal(policy, 'visits/already-decided', {
    decision: yes ? words.policy.said[policy.approval.mode] : words.status.decisions[status],
    who: decidedByText(visit, { policy, roster }),
    when: decidedAt === undefined ? '' : schoolTime(decidedAt),
    next: words.policy.alreadyNext[yes ? 'yes' : 'no'],
  });
};

/** An old card decides nothing, and nobody signs a high risk unread. */
const reasonsNotAsShown = (
  command: Decides,
  visit: KnownVisit,
  given: Circumstances,
): readonly Refusal[] => {
  const opened = visit.opened.some(
    ({ by, content }) => by === command.by && content === visit.content,
  );
  return [
    ...unless(command.content === visit.content && stands(visit, given), () =>
      refusal(given.policy, 'approval/content-changed'),
    ),
    ...unless(command.verb !== 'approve' || visit.risk.level !== 'high' || opened, () =>
      refusal(given.policy, 'approval/open-high-first'),
    ),
  ];
};

/** Whether visit and risk assessment are still what the content was made of. */
export const stands = (visit: KnownVisit, { assessment, hash }: Circumstances): boolean =>
  assessment !== undefined && contentOf(visit.proposal, assessment.answers, hash) === visit.content;

const reasonsAgainstWords = (
  command: Decides,
  { proposal }: KnownVisit,
  given: Circumstances,
): readonly Refusal[] => {
  const { policy } = given;
  switch (command.verb) {
    case 'approve':
      return reasonsEveningUnanswered(proposal, command.note, given);
    case 'decline':
      return reasonGiven(command.reason, 'reason', policy);
    case 'ask-for-changes':
      return reasonGiven(command.what, 'what', policy);
    default:
      return command satisfies never;
  }
};

const reasonGiven = (text: string, field: string, policy: Circumstances['policy']) =>
  unless(text.trim() !== '', () => refusal(policy, 'approval/reason', { field }));

/** A decision is taken back by a decision of its own, never by a second press. */
export const decideWithdrawal = (
  command: Asked<'withdraw-approval'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided =>
  visit.status === 'approved'
    ? acceptUnless(
        reasonGiven(command.reason, 'reason', given.policy),
        happening(command, given, {
          type: 'approval-withdrawn',
          reason: command.reason,
          ...capacityNow(command, given),
        }),
      )
    : refuse(refusal(given.policy, 'approval/only-approved', { status: visit.status }));

/** Opening the restricted part is on record, and is what lets a High be approved. */
export const decideOpening = (
  command: Asked<'open-details'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const { by, content } = command;
  if (visit.opened.some((one) => one.by === by && one.content === content)) return asItIs;
  return acceptUnless(
    unless(content === visit.content && memberOf(given.roster, by) !== undefined, () =>
      refusal(given.policy, 'approval/content-changed'),
    ),
    happening(command, given, { type: 'details-opened', content }),
  );
};
