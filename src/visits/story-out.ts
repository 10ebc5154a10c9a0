/** Sentences for what happens from departure until everyone is back. */
import { nameOf, namesOf } from '../people/staff.ts';
import { schoolTime } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { type EventOf, plain, type Said, type StoryGiven, sentences } from './story-line.ts';
import { goneOnLine } from './story-round.ts';

type OutEvent = EventOf<
  | 'departed'
  | 'breach-reported'
  | 'arrived'
  | 'waited'
  | 'entered'
  | 'left'
  | 'returned'
  | 'extended'
  | 'plan-changed'
  | 'called-off'
>;

export const outLine = (event: OutEvent, given: StoryGiven): Said => {
  const { roster, policy } = given;
  const words = wordsFor(policy.language).story;
  switch (event.type) {
    case 'departed':
      if (event.carried !== undefined) return goneOnLine(event, given);
      return plain(words.departed(namesOf(roster, event.who), schoolTime(event.dueBack)));
    case 'breach-reported':
      return breachLine(event, given);
    case 'arrived':
      return plain(words.arrived(namesOf(roster, event.who)));
    case 'waited':
      return plain(words.waited(namesOf(roster, event.who)));
    case 'entered':
      return enteredLine(event, given);
    case 'left': {
      const next = event.next === '' ? '' : words.next(event.next);
      return plain(sentences(words.left(namesOf(roster, event.who)), next));
    }
    case 'returned': {
      const several = event.who.length > 1;
      return { text: words.returned(namesOf(roster, event.who), several), tone: 'good' };
    }
    case 'extended':
      return plain(words.extended(nameOf(roster, event.by), schoolTime(event.dueBack)));
    case 'plan-changed':
      return plain(sentences(words.planChanged(nameOf(roster, event.by)), words.what(event.what)));
    case 'called-off': {
      const told = words.calledOff[event.how](nameOf(roster, event.by));
      const reason = event.reason === '' ? '' : words.because(event.reason);
      return { text: sentences(told, reason), tone: 'warning' };
    }
    default:
      return event satisfies never;
  }
};

const breachLine = (event: EventOf<'breach-reported'>, { roster, policy }: StoryGiven): Said => {
  const words = wordsFor(policy.language).story;
  const clauses = [...new Set(event.rules.map(({ clause }) => clause))].join('; ');
  return {
    text: words.breach({
      by: nameOf(roster, event.by),
      who: namesOf(roster, event.who),
      due: schoolTime(event.dueBack),
    }),
    tone: 'warning',
    ...(clauses === '' ? {} : { clause: clauses }),
  };
};

const enteredLine = (event: EventOf<'entered'>, { roster, policy }: StoryGiven): Said => {
  const words = wordsFor(policy.language).story;
  const inviter = words.inviters[event.invitedBy];
  const text = sentences(
    words.entered(namesOf(roster, event.who), inviter),
    event.parentPresent ? '' : words.parentAbsent,
    words.animals[event.animals],
    event.hazards === '' ? '' : words.hazards(event.hazards),
  );
  const calm = event.parentPresent && event.animals !== 'loose' && event.hazards === '';
  return { text, tone: calm ? 'plain' : 'warning' };
};
