/** Sentences for a round: several visits on one outing. */
import { nameOf, namesOf } from '../people/staff.ts';
import { schoolTime } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { type EventOf, plain, type Said, type StoryGiven } from './story-line.ts';

type RoundEvent = EventOf<'joined-round' | 'left-round' | 'moved-on' | 'round-ended'>;

export const roundLine = (event: RoundEvent, { roster, policy }: StoryGiven): Said => {
  const { story } = wordsFor(policy.language).rounds;
  switch (event.type) {
    case 'joined-round':
      return plain(story.joined(nameOf(roster, event.by), event.name, schoolTime(event.dueBack)));
    case 'left-round':
      return plain(story.left(nameOf(roster, event.by)));
    case 'moved-on':
      return plain(story.movedOn(namesOf(roster, event.who), event.reference));
    case 'round-ended':
      return { text: story.ended(namesOf(roster, event.who)), tone: 'good' };
    default:
      return event satisfies never;
  }
};

/** They came from another home, or are watched here again. */
export const goneOnLine = (event: EventOf<'departed'>, { roster, policy }: StoryGiven): Said => {
  const { story } = wordsFor(policy.language).rounds;
  const say = event.carried?.from.length === 0 ? story.watchedAgain : story.came;
  return plain(say(namesOf(roster, event.who), schoolTime(event.dueBack)));
};
