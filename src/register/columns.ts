/** What the lists say, derived from the histories in the same write. */
import { nameOf, namesOf, type Roster } from '../people/staff.ts';
import type { Policy } from '../policy/policy.ts';
import type { Assessment, QuestionId } from '../risk-assessment/assessment.ts';
import { riskSummaryText } from '../risk-assessment/summary.ts';
import { decidedByText } from '../visits/decided-by.ts';
import { officeStatus, outcomeOf } from '../visits/office-status.ts';
import type { Alarm, KnownVisit } from '../visits/visit.ts';
import { schoolDay, schoolTime, type VisitId } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { Columns } from './book.ts';

export type ColumnsGiven = { readonly roster: Roster; readonly policy: Policy };

type Entry = {
  readonly id: VisitId;
  readonly visit: KnownVisit;
  readonly history: string;
  /** How many of its events people have been told about. */
  readonly told: number;
};

/** The office reads these; nothing restricted is in them. */
export const visitColumns = ({ id, visit, history, told }: Entry, given: ColumnsGiven): Columns => {
  const { proposal } = visit;
  return {
    Title: visit.reference,
    VisitKey: id,
    Status: officeStatus(visit),
    Outcome: outcomeOf(visit),
    Alarm: alarmText(visit, given),
    Pupil: oneLine(proposal.pupil),
    YearGroup: oneLine(proposal.yearGroup),
    Address: oneLine(proposal.address),
    Purpose: purposeText(visit, given.policy),
    Risk: visit.risk.level,
    Visitors: namesOf(given.roster, proposal.visitors),
    Round: visit.round?.name ?? '',
    ...timesOf(visit),
    ...decisionOf(visit, given),
    PolicyVersion: visit.policyVersion,
    DayKey: schoolDay(proposal.start),
    Watch: isWatched(visit) ? 'yes' : '',
    History: history,
    Delivered: told,
  };
};

/** A cell of the list has one line; the history has the words as they were typed. */
export const oneLine = (text: string): string => text.replace(/,?\s*\n\s*/gu, ', ');

/** While anybody is out, an alarm is open, or a decision or the review of one is waited for. */
const isWatched = (visit: KnownVisit): boolean =>
  (visit.glass?.second !== undefined && visit.glass.reviewed === undefined) ||
  visit.status === 'out' ||
  visit.status === 'awaiting approval' ||
  openAlarms(visit).length > 0;

const timesOf = (visit: KnownVisit): Columns => ({
  Start: visit.proposal.start,
  DueBack: 'outing' in visit ? visit.outing.dueBack : visit.proposal.dueBack,
  LastHeard: 'outing' in visit ? visit.outing.lastHeard : '',
});

const decisionOf = (visit: KnownVisit, given: ColumnsGiven): Columns => ({
  RequestedBy: nameOf(given.roster, visit.requestedBy),
  RequestedAt: visit.requestedAt,
  DecidedBy: decidedByText(visit, given),
  DecidedAt: visit.decidedAt ?? '',
});

const purposeText = ({ proposal }: KnownVisit, policy: Policy): string =>
  proposal.sensitive
    ? wordsFor(policy.language).register.sensitive
    : purposeLabel(proposal.purpose, policy);

const purposeLabel = (purpose: string, policy: Policy): string =>
  policy.purposes.find(({ id }) => id === purpose)?.label ?? purpose;

const openAlarms = ({ alarms }: KnownVisit): readonly Alarm[] =>
  alarms.filter(({ state }) => state !== 'settled');

/** What, since when, who has it; the gravest first. */
const alarmText = (visit: KnownVisit, { roster, policy }: ColumnsGiven): string => {
  const words = wordsFor(policy.language).register;
  const [first, ...more] = openAlarms(visit).toSorted(
    (one, other) => gravity.indexOf(one.kind) - gravity.indexOf(other.kind),
  );
  if (first === undefined) return '';
  const standing = alarmStanding(first, roster, policy);
  const text = words.alarm(words.alarms[first.kind], schoolTime(first.since), standing);
  return more.length === 0 ? text : `${text} · ${words.moreAlarms(more.length)}`;
};

const gravity: readonly Alarm['kind'][] = [
  'danger',
  'child-in-danger',
  'child-alone',
  'help',
  'injured',
  'unwell',
  'left-unsafe',
  'overdue',
];

const alarmStanding = (alarm: Alarm, roster: Roster, policy: Policy): string => {
  const words = wordsFor(policy.language).register;
  if (alarm.state === 'amber') return words.saysBack;
  return alarm.holder === undefined ? words.nobodyHas : words.has(nameOf(roster, alarm.holder));
};

type AssessmentEntry = {
  readonly id: VisitId;
  readonly visit: KnownVisit;
  readonly assessment: Assessment;
  readonly history: string;
};

/** The part of a visit that the office may not read. Why somebody needs an adjustment is not even here. */
export const assessmentColumns = (
  { id, visit, assessment, history }: AssessmentEntry,
  given: ColumnsGiven,
): Columns => ({
  Title: visit.reference,
  VisitKey: id,
  Level: visit.risk.level,
  Risks: riskSummaryText(visit.risk, given.policy.language),
  Violence: answerText('q1', assessment, given.policy),
  Drugs: answerText('q2', assessment, given.policy),
  Animals: answerText('q4', assessment, given.policy),
  Infection: answerText('q5', assessment, given.policy),
  RecordsChecked: answerText('q6', assessment, given.policy),
  Purpose: purposeLabel(assessment.purpose ?? '', given.policy),
  PurposeNote: assessment.purposeNote ?? '',
  AdjustmentNeeded: adjustmentsText(visit, assessment, given),
  AssessedBy: nameOf(given.roster, visit.requestedBy),
  AssessedAt: visit.requestedAt,
  History: history,
});

const answerText = (id: QuestionId, { answers }: Assessment, policy: Policy): string => {
  const words = wordsFor(policy.language).register;
  const answer = answers.answers[id];
  if (answer === undefined) return words.notAnswered;
  const action = answers.actions[id] ?? '';
  return action === '' ? words.answers[answer] : words.action(words.answers[answer], action);
};

const adjustmentsText = (
  visit: KnownVisit,
  { adjustments }: Assessment,
  { roster, policy }: ColumnsGiven,
): string => {
  const words = wordsFor(policy.language).register;
  return visit.proposal.visitors
    .map((id) => {
      const adjustment = adjustments[id];
      const said = adjustment === undefined ? words.unanswered : words.adjustment[adjustment];
      return `${nameOf(roster, id)}: ${said}`;
    })
    .join('\n');
};
