/** Sentences for who waits for those who are out, and who could be reached. */
import { nameOf, namesOf } from '../people/staff.ts';
import { wordsFor } from '../words/words.ts';
import { type EventOf, plain, type Said, type StoryGiven } from './story-line.ts';

type WatchEvent = EventOf<
  'take-over-asked' | 'taken-over' | 'not-reached' | 'test-sent' | 'reached'
>;

export const watchLine = (event: WatchEvent, { roster, policy }: StoryGiven): Said => {
  const words = wordsFor(policy.language).watch.story;
  const by = nameOf(roster, event.by);
  switch (event.type) {
    case 'take-over-asked': {
      const who = event.person === undefined ? words.everybody : nameOf(roster, event.person);
      return { text: words.asked(who, event.times), tone: 'warning' };
    }
    case 'taken-over':
      return { text: words.takenOver(by), tone: 'good' };
    case 'not-reached':
      return { text: words.notReached(by, namesOf(roster, event.to)), tone: 'warning' };
    case 'test-sent':
      return plain(words.testSent(namesOf(roster, event.who)));
    case 'reached':
      return {
        text: words.reached(namesOf(roster, event.who), event.who.length > 1),
        tone: 'good',
      };
    default:
      return event satisfies never;
  }
};
