/** What happened to a visit, told in sentences. */
import { inCapacity } from '../approval/approval.ts';
import { nameOf, namesOf, type Roster } from '../people/staff.ts';
import { clauseOf, type Policy } from '../policy/policy.ts';
import { schoolDate, schoolTime } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { VisitEvent } from './event.ts';
import { alarmLine } from './story-alarm.ts';
import { childLine } from './story-child.ts';
import { doorLine } from './story-door.ts';
import {
  type EventOf,
  plain,
  type Said,
  type StoryGiven,
  type StoryLine,
  sentences,
} from './story-line.ts';
import { onRecordLine } from './story-on-record.ts';
import { outLine } from './story-out.ts';
import { roundLine } from './story-round.ts';
import { watchLine } from './story-watch.ts';

export const storyOf = (
  events: readonly VisitEvent[],
  given: { readonly roster: Roster; readonly policy: Policy },
): readonly StoryLine[] =>
  events.map((event) => ({ at: event.at, ...heardBy(event, lineOf(event, given), given) }));

/** What came by phone is told with the name of who took the call. */
const heardBy = (event: VisitEvent, said: Said, { roster, policy }: StoryGiven): Said => {
  if (event.via !== 'phone') return said;
  const words = wordsFor(policy.language).story;
  return { ...said, text: words.byPhone(nameOf(roster, event.by), said.text) };
};

const lineOf = (event: VisitEvent, given: StoryGiven): Said => {
  switch (event.type) {
    case 'submitted':
      return submittedLine(event, given);
    case 'edited':
    case 'lapsed':
    case 'changed-by-hand':
    case 'history-broken':
      return changeLine(event, given);
    case 'decision-reminded':
    case 'yes-by-phone':
    case 'glass-started':
    case 'glass-broken':
    case 'glass-reviewed':
    case 'review-reminded':
    case 'departure-known':
      return onRecordLine(event, given);
    case 'approved':
    case 'declined':
    case 'changes-asked':
    case 'approval-withdrawn':
    case 'assessment-adopted':
    case 'details-opened':
      return decisionLine(event, given);
    case 'health-answered':
    case 'reading-confirmed':
    case 'departure-checked':
    case 'code-word-agreed':
      return answerLine(event, given);
    case 'departed':
    case 'breach-reported':
    case 'arrived':
    case 'waited':
    case 'entered':
    case 'left':
    case 'returned':
    case 'extended':
    case 'plan-changed':
    case 'called-off':
      return outLine(event, given);
    case 'child-found':
    case 'said-well':
    case 'welfare-asked':
    case 'handed-over':
    case 'advice-recorded':
      return childLine(event, given);
    case 'joined-round':
    case 'left-round':
    case 'moved-on':
    case 'round-ended':
      return roundLine(event, given);
    case 'met-at-the-door':
    case 'lateness-noticed':
    case 'wait-ended':
    case 'parent-left':
    case 'went-upstairs':
    case 'checked-in':
    case 'reason-written':
    case 'nudged':
      return doorLine(event, given);
    case 'take-over-asked':
    case 'taken-over':
    case 'not-reached':
    case 'test-sent':
    case 'reached':
      return watchLine(event, given);
    case 'police-recorded':
    case 'call-asked':
    case 'left-unsafe':
    case 'reached-safety':
    case 'help-called':
    case 'rung-raised':
    case 'acknowledged':
    case 'spoken-to':
    case 'stood-down':
      return alarmLine(event, given);
    default:
      return event satisfies never;
  }
};

const submittedLine = (event: EventOf<'submitted'>, { roster, policy }: StoryGiven): Said => {
  const { visitors, start, dueBack } = event.proposal;
  return plain(
    wordsFor(policy.language).story.asked({
      who: nameOf(roster, event.by),
      visitors: namesOf(roster, visitors),
      day: schoolDate(start),
      start: schoolTime(start),
      due: schoolTime(dueBack),
    }),
  );
};

const changeLine = (
  event: EventOf<'edited' | 'lapsed' | 'changed-by-hand' | 'history-broken'>,
  { roster, policy }: StoryGiven,
): Said => {
  const words = wordsFor(policy.language).story;
  switch (event.type) {
    case 'edited': {
      const who = nameOf(roster, event.by);
      const adoption = event.adoptionVoid === true ? words.adoptionVoid : '';
      if (!event.voids)
        return adoption === ''
          ? plain(words.edited(who))
          : { text: sentences(words.edited(who), adoption), tone: 'warning' };
      return {
        text: sentences(words.editedVoid(who), adoption),
        tone: 'warning',
        clause: clauseOf(policy, 'approval/content-changed'),
      };
    }
    case 'lapsed':
      return { text: words.lapsed, tone: 'warning' };
    case 'changed-by-hand': {
      const columns = event.changes.map(({ column }) => column).join(', ');
      const told = event.voids ? words.byHandVoid : words.byHand;
      return { text: told(event.editor || words.someone, columns), tone: 'warning' };
    }
    case 'history-broken':
      return { text: words.broken(event.editor || words.someone), tone: 'warning' };
    default:
      return event satisfies never;
  }
};

const decisionLine = (
  event: EventOf<
    | 'approved'
    | 'declined'
    | 'changes-asked'
    | 'approval-withdrawn'
    | 'assessment-adopted'
    | 'details-opened'
  >,
  { roster, policy }: StoryGiven,
): Said => {
  const words = wordsFor(policy.language).story;
  if (event.type === 'details-opened') return plain(words.opened(nameOf(roster, event.by)));
  const who = inCapacity(nameOf(roster, event.by), event, policy);
  const clause = clauseOf(policy, 'approval/right-role');
  switch (event.type) {
    case 'approved':
      return {
        text: sentences(
          words.approved[policy.approval.mode](who),
          event.note === '' ? '' : words.said(event.note),
        ),
        tone: 'good',
        clause,
      };
    case 'declined':
      return {
        text: sentences(words.declined(who), words.because(event.reason)),
        tone: 'warning',
        clause,
      };
    case 'changes-asked':
      return {
        text: sentences(words.changesAsked(who), words.what(event.what)),
        tone: 'warning',
        clause,
      };
    case 'approval-withdrawn':
      return {
        text: sentences(words.withdrawn(who), words.because(event.reason)),
        tone: 'warning',
        clause,
      };
    case 'assessment-adopted':
      return adoptionLine(event, { roster, policy });
    default:
      return event satisfies never;
  }
};

/** A deputy's act reads as a deputy's. */
const adoptionLine = (
  { by, standsInFor }: EventOf<'assessment-adopted'>,
  { roster, policy }: StoryGiven,
): Said => {
  const { story, status } = wordsFor(policy.language);
  const who = nameOf(roster, by);
  const clause = clauseOf(policy, 'departure/assessment-adopted');
  const inPlace = standsInFor === undefined ? undefined : status.roles[standsInFor];
  return { text: story.adopted(who, inPlace), tone: 'good', clause };
};

const answerLine = (
  event: EventOf<
    'health-answered' | 'reading-confirmed' | 'departure-checked' | 'code-word-agreed'
  >,
  { roster, policy }: StoryGiven,
): Said => {
  const words = wordsFor(policy.language).story;
  const who = nameOf(roster, event.by);
  if (event.type === 'health-answered') return plain(words.health(who));
  if (event.type === 'reading-confirmed') return plain(words.reading(who));
  if (event.type === 'code-word-agreed') return plain(words.codeWord(who));
  if (event.failed.length === 0) return { text: words.checked(who), tone: 'good' };
  const asks = policy.departure.checks.filter(({ id }) => event.failed.includes(id));
  return { text: words.checkFailed(who, asks.map(({ ask }) => ask).join(' ')), tone: 'warning' };
};
