/** What each visitor does for themselves before leaving, and leaving. */

import { decidersInWords, listSignersInWords } from '../approval/approval.ts';
import { nameOf, namesOf } from '../people/staff.ts';
import { refusal, unless } from '../policy/refusal.ts';
import {
  type Instant,
  laterOf,
  minutesAfter,
  type PersonId,
  type Refusal,
  refuse,
  schoolDay,
  schoolTime,
} from '../vocabulary.ts';
import {
  type Asked,
  acceptUnless,
  asItIs,
  type Decided,
  happening,
  reasonsNotOnIt,
  whoOf,
  withRestricted,
} from './asking.ts';
import type { Circumstances } from './circumstances.ts';
import { reasonsNotAdopted } from './decide-adoption.ts';
import { stands } from './decide-approval.ts';
import { reasonsNotReached } from './decide-reached.ts';
import { isOnTwoNames } from './decided-by.ts';
import { reasonsNoDevice } from './departure-device.ts';
import { carriedFrom, hopsOn, whereTheyAre } from './elsewhere.ts';
import { nothingAnsweredYet } from './evolve-request.ts';
import { isAssessedAlone } from './form-known.ts';
import { reasonsRecordChanged } from './form-registers.ts';
import { mustStayTogether } from './form-staffing.ts';
import { positionOf, whoIsOut, whoWent } from './people-out.ts';
import type { KnownVisit, Outing, PersonalAnswers } from './visit.ts';

/** Why it is too late, or never was the time, to get ready. */
const reasonsNotBefore = (
  command: { readonly by: PersonId },
  visit: KnownVisit,
  { policy }: Circumstances,
): readonly Refusal[] => {
  switch (visit.status) {
    case 'awaiting approval':
    case 'changes asked':
    case 'approved':
    case 'approval void':
      return [];
    case 'out':
      return positionOf(visit.outing, command.by) === 'at-school'
        ? []
        : [refusal(policy, 'visits/already-out')];
    case 'returned':
      return [refusal(policy, 'visits/already-returned')];
    case 'cancelled':
      return [refusal(policy, 'visits/cancelled')];
    case 'declined':
      return [refusal(policy, 'visits/declined')];
    case 'not authorised':
      return [refusal(policy, 'visits/ran-out')];
    default:
      return visit satisfies never;
  }
};

/** What a person needs is theirs; that they answered is for all who see the visit. */
export const decideHealth = (
  command: Asked<'answer-health'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const { adjustment, sealedWhat, by } = command;
  const early = reasonsNotBefore(command, visit, given);
  if (adjustment === undefined)
    return refuse(
      ...early,
      refusal(given.policy, 'visits/health-answered', { field: 'adjustment' }),
    );
  const before = given.assessment?.adjustments[by];
  if (visit.answered[by]?.health === true && before === adjustment && sealedWhat === undefined)
    return asItIs;
  const event = happening(command, given, { type: 'health-answered' });
  return acceptUnless(
    early,
    withRestricted(event, command, {
      type: 'health-answered',
      adjustment,
      ...(sealedWhat === undefined ? {} : { sealedWhat }),
    }),
  );
};

export const decideReading = (
  command: Asked<'confirm-reading'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided =>
  visit.answered[command.by]?.reading === true
    ? asItIs
    : acceptUnless(
        reasonsNotBefore(command, visit, given),
        happening(command, given, { type: 'reading-confirmed' }),
      );

/** Only that one was agreed is on record. A new one takes the place of the old. */
export const decideAgreed = (
  command: Asked<'agree-code-word'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided =>
  acceptUnless(
    visit.status === 'out' ? [] : reasonsNotBefore(command, visit, given),
    happening(command, given, { type: 'code-word-agreed' }),
  );

/** Where the policy wants one, a pair does not leave without. */
const reasonsNoCodeWord = (visit: KnownVisit, { policy, codeWord }: Circumstances) =>
  unless(
    policy.codeWord.rule !== 'on' || visit.proposal.visitors.length < 2 || codeWord === true,
    () => refusal(policy, 'departure/code-word'),
  );

/** A failed answer is taken too: it is a report, and it is `depart` that it stops. */
export const decideCheck = (
  command: Asked<'check-departure'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const { policy } = given;
  const { checks } = policy.departure;
  const unanswered = checks.filter(({ id }) => !['yes', 'no'].includes(command.answers[id] ?? ''));
  const answers = Object.fromEntries(checks.map(({ id }) => [id, command.answers[id] ?? '']));
  const failed = checks.filter(({ id, needs }) => answers[id] !== needs).map(({ id }) => id);
  return acceptUnless(
    [
      ...reasonsNotYetApproved(visit, given),
      ...reasonsNotBefore(command, visit, given),
      ...unanswered.map(({ id, ask }) =>
        refusal(policy, 'departure/answer-all', { ask, field: id }),
      ),
    ],
    happening(command, given, { type: 'departure-checked', answers, failed }),
  );
};

const reasonsNotYetApproved = (visit: KnownVisit, { policy }: Circumstances): readonly Refusal[] =>
  unless(!['awaiting approval', 'changes asked', 'approval void'].includes(visit.status), () =>
    refusal(policy, 'visits/not-yet-approved', { status: visit.status }),
  );

export const decideDepart = (
  command: Asked<'depart'>,
  visit: KnownVisit,
  given: Circumstances,
): Decided => {
  const named = whoOf(command);
  const out = visit.status === 'out' ? visit.outing : undefined;
  const who = out === undefined ? named : named.filter((id) => isToSetOut(out, id));
  if (who.length === 0) return asItIs;
  const along = carriedFrom(who, given.elsewhere, hopsOn(visit));
  const dueBack = dueBackOf(command, visit, along);
  const reasons = reasonsOver(visit, given);
  if (reasons.length > 0) return refuse(...reasons);
  return acceptUnless(
    [
      ...reasonsNotApproved(visit, given),
      // Two names stand in the place of these, and the review afterwards looks at what they would have.
      ...(isOnTwoNames(visit)
        ? []
        : [...reasonsNotListed(given), ...reasonsNotAdopted(visit, given.policy)]),
      ...reasonsNoCodeWord(visit, given),
      ...reasonsNotOnIt(who, visit, given),
      ...reasonsRecordChanged({ ...visit.proposal, dueBack }, who, given),
      ...reasonsNoDevice(who, visit, given),
      ...reasonsOutAlready(who, visit, given),
      ...(out === undefined || along !== undefined
        ? reasonsAgainstDueBack(dueBack, visit, { given, along: along !== undefined })
        : []),
      ...who
        .filter((id) => visit.proposal.visitors.includes(id))
        .flatMap((id) => [
          ...reasonsNotReady(id, visit, given),
          ...reasonsNotReached(id, visit, given, command),
        ]),
      ...reasonsLeftBehind(who, visit, given),
      ...reasonsAlone(who, visit, given),
    ],
    happening(command, given, {
      type: 'departed',
      who,
      dueBack,
      ...(along === undefined ? {} : { carried: along.carried }),
    }),
  );
};

/** They have yet to leave on this visit, or went on from it to another. */
const isToSetOut = (outing: Outing, id: PersonId): boolean =>
  ['at-school', 'moved-on'].includes(positionOf(outing, id));

/** There is one time to be back: that of those who are out here, else the one brought along, else the one that was said or planned. */
const dueBackOf = (
  command: Asked<'depart'>,
  visit: KnownVisit,
  along: { readonly dueBack: Instant } | undefined,
): Instant => {
  if (visit.status === 'out' && (along === undefined || whoIsOut(visit.outing).length > 0))
    return visit.outing.dueBack;
  return along?.dueBack ?? command.dueBack ?? visit.round?.dueBack ?? visit.proposal.dueBack;
};

/** Nobody is out on two: only from one home of a round to the next, and not from a child who would be alone. */
const reasonsOutAlready = (
  who: readonly PersonId[],
  visit: KnownVisit,
  { policy, roster, elsewhere }: Circumstances,
): readonly Refusal[] =>
  whereTheyAre(who, elsewhere).flatMap((there) => {
    const out = there.who.map(({ person }) => person).filter((id) => who.includes(id));
    const goesOn = there.round !== undefined && there.round === visit.round?.round;
    if (!goesOn)
      return [
        refusal(policy, 'departure/out-already', {
          who: namesOf(roster, out),
          reference: there.reference,
        }),
      ];
    return unless(!out.some((id) => there.holding.includes(id)), () =>
      refusal(policy, 'child/hand-over-first'),
    );
  });

const reasonsOver = (visit: KnownVisit, { policy }: Circumstances): readonly Refusal[] => {
  if (visit.status === 'returned') return [refusal(policy, 'visits/already-returned')];
  return visit.status === 'cancelled' ? [refusal(policy, 'visits/cancelled')] : [];
};

const reasonsNotApproved = (visit: KnownVisit, given: Circumstances): readonly Refusal[] => {
  const { policy, assessment } = given;
  const who = decidersInWords(policy);
  const approved = visit.status === 'approved' || (visit.status === 'out' && visit.approved);
  if (!approved)
    return [refusal(policy, 'departure/approved', { status: statusInWords(visit), who })];
  // With SharePoint down the assessment can't be read again, and people may still leave.
  return unless(assessment === undefined || stands(visit, given), () =>
    refusal(policy, 'departure/content-approved'),
  );
};

/** Where a list is signed before any visit, one that is on no signed list does not leave. */
const reasonsNotListed = ({ policy, listSigned }: Circumstances): readonly Refusal[] =>
  unless(policy.approval.mode !== 'list-and-visit' || listSigned === true, () =>
    refusal(policy, 'departure/list-signed', { who: listSignersInWords(policy) }),
  );

const statusInWords = (visit: KnownVisit): string =>
  visit.status === 'out' ? 'not authorised' : visit.status;

const reasonsAgainstDueBack = (
  dueBack: KnownVisit['proposal']['dueBack'],
  visit: KnownVisit,
  { given: { now, policy }, along }: { readonly given: Circumstances; readonly along: boolean },
): readonly Refusal[] => {
  const approved = (visit.approvedFor ?? visit.proposal).dueBack;
  const planned = minutesAfter(approved, policy.approval.toleranceMinutes);
  // What is brought along was let go by the rules already; a round is back when its last visit is.
  const latest = visit.round === undefined ? planned : laterOf(planned, visit.round.dueBack);
  const field = 'dueBack';
  return [
    ...unless(dueBack > now, () => refusal(policy, 'visits/due-back-ahead', { field })),
    ...unless(along || dueBack <= latest, () =>
      refusal(policy, 'departure/times-approved', { approved: schoolTime(approved), field }),
    ),
  ];
};

const checkedToday = ({ check }: PersonalAnswers, { now }: Circumstances) =>
  check !== undefined && schoolDay(check.at) === schoolDay(now) ? check : undefined;

/** Every reason one person may not leave yet. */
const reasonsNotReady = (
  id: PersonId,
  visit: KnownVisit,
  given: Circumstances,
): readonly Refusal[] => {
  const { policy, roster, policyReaders = [] } = given;
  const answers = visit.answered[id] ?? nothingAnsweredYet;
  const check = checkedToday(answers, given);
  const who = nameOf(roster, id);
  return [
    ...unless(answers.health, () => refusal(policy, 'departure/health-answered', { who })),
    ...unless(answers.reading, () => refusal(policy, 'departure/risk-read', { who })),
    ...unless(policy.reading.rule !== 'departure' || policyReaders.includes(id), () =>
      refusal(policy, 'departure/policy-read', { who }),
    ),
    ...unless(check !== undefined, () => refusal(policy, 'departure/check-done', { who })),
    ...policy.departure.checks
      .filter((asked) => check?.failed.includes(asked.id))
      .map(({ ask, needs, next }) =>
        refusal(policy, 'departure/check-passed', {
          who,
          ask,
          answer: needs === 'yes' ? 'no' : 'yes',
          next,
        }),
      ),
  ];
};

const isReady = (id: PersonId, visit: KnownVisit, given: Circumstances): boolean =>
  reasonsNotReady(id, visit, given).length === 0;

/** Whoever would be out alone has an assessment for it that is up to date. */
const reasonsAlone = (
  who: readonly PersonId[],
  visit: KnownVisit,
  given: Circumstances,
): readonly Refusal[] => {
  const { policy, roster } = given;
  const gone = visit.status === 'out' ? whoIsOut(visit.outing) : [];
  const going = [...new Set([...who, ...gone])].filter((id) =>
    visit.proposal.visitors.includes(id),
  );
  const follows = visit.proposal.visitors.some(
    (id) => !going.includes(id) && isReady(id, visit, given),
  );
  const [one, ...others] = going;
  if (one === undefined || others.length > 0 || follows) return [];
  return unless(isAssessedAlone(one, given), () =>
    refusal(policy, 'departure/lone-assessed', { who: nameOf(roster, one) }),
  );
};

/** Gone from here for good, as far as is known; whoever went on to another home of a round may come back to it. */
const hasBeen = (outing: Outing, id: PersonId): boolean =>
  whoWent(outing).includes(id) && positionOf(outing, id) !== 'moved-on';

/** Where two are to go, the second may follow, but only once they are ready to. */
const reasonsLeftBehind = (
  who: readonly PersonId[],
  visit: KnownVisit,
  given: Circumstances,
): readonly Refusal[] => {
  const { policy, roster } = given;
  const { visitors } = visit.proposal;
  const gone = visit.status === 'out' ? whoIsOut(visit.outing) : [];
  const going = new Set([...who, ...gone].filter((id) => visitors.includes(id)));
  const rest = visitors.filter((id) => !going.has(id));
  const behind = rest.filter(
    (id) => !isReady(id, visit, given) || (visit.status === 'out' && hasBeen(visit.outing, id)),
  );
  const together = going.size + rest.length - behind.length;
  const enough =
    together >= 2 || behind.length === 0 || !mustStayTogether(given.assessment?.answers, policy);
  return unless(enough, () =>
    refusal(policy, 'departure/both-needed', { who: namesOf(roster, behind) }),
  );
};
