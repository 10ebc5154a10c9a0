/** Sentences for alarms, from the first to the voice check that settles them. */
import { nameOf, namesOf } from '../people/staff.ts';
import { schoolTime } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { type EventOf, plain, type Said, type StoryGiven, sentences } from './story-line.ts';

type AlarmEvent = EventOf<
  | 'left-unsafe'
  | 'police-recorded'
  | 'call-asked'
  | 'reached-safety'
  | 'help-called'
  | 'rung-raised'
  | 'acknowledged'
  | 'spoken-to'
  | 'stood-down'
>;

export const alarmLine = (event: AlarmEvent, given: StoryGiven): Said => {
  const { roster, policy } = given;
  const words = wordsFor(policy.language).story;
  const by = nameOf(roster, event.by);
  switch (event.type) {
    case 'left-unsafe':
      return { text: words.leftUnsafe(namesOf(roster, event.who)), tone: 'alarm' };
    case 'reached-safety': {
      const several = event.who.length > 1;
      return { text: words.reachedSafety(namesOf(roster, event.who), several), tone: 'good' };
    }
    case 'help-called': {
      const said = event.words === '' ? '' : words.said(event.words);
      return { text: sentences(words.help[event.kind](by), said), tone: 'alarm' };
    }
    case 'police-recorded':
      return { text: words.police[event.called](by), tone: 'alarm' };
    case 'call-asked':
      return { text: words.callMe(by), tone: 'warning' };
    case 'rung-raised':
      return rungLine(event, given);
    case 'acknowledged':
      return plain(words.acknowledged(by));
    case 'spoken-to': {
      const to = namesOf(roster, event.to);
      return { text: words.spoken(by, to, schoolTime(event.dueBack)), tone: 'good' };
    }
    case 'stood-down':
      return { text: words.stoodDown(by, namesOf(roster, event.spokeTo)), tone: 'good' };
    default:
      return event satisfies never;
  }
};

/** Who was told, as the policy's rung says; an alarm that is no rung of the ladder goes to the responders. */
const rungLine = (event: EventOf<'rung-raised'>, { policy }: StoryGiven): Said => {
  const words = wordsFor(policy.language).story;
  if (event.quiet === true) return { text: words.reminded, tone: 'warning' };
  const { roles } = wordsFor(policy.language).status;
  const rung = policy.overdue.rungs.find(({ id }) => id === event.rung);
  const told = (rung?.to ?? policy.responders).map((to) =>
    to === 'visitors' ? words.visitors : roles[to],
  );
  const names = new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(told);
  const raised = rung === undefined ? words.alarmRaised : words.overdueRaised;
  return {
    text: raised(names, event.times),
    tone: 'alarm',
  };
};
