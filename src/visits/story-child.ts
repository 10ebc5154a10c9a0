/** Sentences about a child who was alone or in danger. To whom the child went is not told here. */
import { nameOf } from '../people/staff.ts';
import { wordsFor } from '../words/words.ts';
import type { EventOf, Said, StoryGiven } from './story-line.ts';

type ChildEvent = EventOf<
  'child-found' | 'said-well' | 'welfare-asked' | 'handed-over' | 'advice-recorded'
>;

export const childLine = (event: ChildEvent, { roster, policy }: StoryGiven): Said => {
  const words = wordsFor(policy.language).story.child;
  const by = nameOf(roster, event.by);
  switch (event.type) {
    case 'child-found':
      return { text: words.found[event.kind](by), tone: 'alarm' };
    case 'said-well':
      return { text: words.well(by), tone: 'plain' };
    case 'welfare-asked':
      return { text: words.asked, tone: 'warning' };
    case 'handed-over':
      return { text: words.handedOver(by), tone: 'good' };
    case 'advice-recorded':
      return { text: words.advised(by), tone: 'plain' };
    default:
      return event satisfies never;
  }
};
