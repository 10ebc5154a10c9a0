/** Whether this person may ask this at all. Default deny, and a "no" to a stranger tells nothing. */
import { reasonsNotToDecide } from '../approval/approval.ts';
import {
  accessTable,
  type Grant,
  may,
  notForYou,
  relationsTo,
  type VisitVerb,
} from '../people/access.ts';
import { memberOf, type StaffMember } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import { refusal } from '../policy/refusal.ts';
import type { PersonId, Refusal } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { subjectOf } from './asking.ts';
import type { Circumstances } from './circumstances.ts';
import type { KnownVisit, Visit } from './visit.ts';

/** People who are out may say so with no visit at all: it becomes theirs. */
const startsWithNoVisit: readonly VisitVerb[] = [
  'already-happened',
  'leave-unsafe',
  'child-alone',
  'child-in-danger',
];

export const reasonsBarred = (
  asked: { readonly verb: VisitVerb; readonly by: PersonId },
  visit: Visit,
  { policy, roster }: Pick<Circumstances, 'policy' | 'roster'>,
): readonly Refusal[] => {
  const person = memberOf(roster, asked.by);
  if (person === undefined) return [notForYou(policy)];
  if (visit.status === 'unsubmitted') return reasonsBarredFromNothing(asked.verb, person, policy);
  const act = asked.verb === 'submit' ? 'edit' : asked.verb;
  const relations = relationsTo(subjectOf(visit), person, policy);
  if (may(act, person, relations)) return [];
  return may('see-visit', person, relations)
    ? reasonsForInsider(act, { visit, person, policy })
    : [notForYou(policy)];
};

const reasonsBarredFromNothing = (
  verb: VisitVerb,
  person: StaffMember,
  policy: Policy,
): readonly Refusal[] =>
  may(verb, person, startsWithNoVisit.includes(verb) ? ['visitor'] : []) ? [] : [notForYou(policy)];

const decisions: readonly VisitVerb[] = [
  'approve',
  'decline',
  'ask-for-changes',
  'withdraw-approval',
];
const alarmVerbs: readonly VisitVerb[] = ['acknowledge', 'spoke', 'stand-down'];

/** Somebody who may see the visit hears exactly why this is not theirs to do. */
const reasonsForInsider = (
  act: VisitVerb,
  { visit, person, policy }: { visit: KnownVisit; person: StaffMember; policy: Policy },
): readonly Refusal[] => {
  if (decisions.includes(act)) return reasonsNotToDecide(subjectOf(visit), person, policy);
  if (alarmVerbs.includes(act) && visit.proposal.visitors.includes(person.id))
    return [refusal(policy, 'alarm/not-your-own')];
  return [refusal(policy, 'access/not-your-part', { who: whoMay(act, policy) })];
};

const whoMay = (act: VisitVerb, policy: Policy): string => {
  const { roles } = wordsFor(policy.language).status;
  const grants: readonly Grant[] = accessTable[act];
  return new Intl.ListFormat(policy.language, { type: 'disjunction' }).format(
    grants.map((grant) => roles[grant]),
  );
};
