/** Sentences for what happens at the door and inside. */
import { nameOf, namesOf } from '../people/staff.ts';
import { schoolTime } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { type EventOf, plain, type Said, type StoryGiven, sentences } from './story-line.ts';

type DoorEvent = EventOf<
  | 'met-at-the-door'
  | 'lateness-noticed'
  | 'wait-ended'
  | 'parent-left'
  | 'went-upstairs'
  | 'checked-in'
  | 'reason-written'
  | 'nudged'
>;

export const doorLine = (event: DoorEvent, { roster, policy }: StoryGiven): Said => {
  const all = wordsFor(policy.language).story;
  const words = all.door;
  const by = nameOf(roster, event.by);
  const said = (text: string) => (text.trim() === '' ? '' : all.because(text));
  switch (event.type) {
    case 'met-at-the-door': {
      const who = event.spokeTo.trim() === '' ? '' : words.spokeTo(event.spokeTo);
      return plain(sentences(words.met(all.inviters[event.footing]), who));
    }
    case 'lateness-noticed':
      return plain(
        event.expected === undefined ? words.late : words.lateUntil(schoolTime(event.expected)),
      );
    case 'wait-ended':
      return { text: words.ended[event.how], tone: 'warning' };
    case 'parent-left':
      return { text: words.parentLeft, tone: 'warning' };
    case 'went-upstairs':
      return {
        text: sentences(words.upstairs(by, event.with), said(event.why)),
        tone: 'warning',
      };
    case 'checked-in':
      return plain(words.checkedIn(namesOf(roster, event.who)));
    case 'reason-written':
      return plain(sentences(words.reason(by), said(event.reason)));
    case 'nudged':
      return plain(words.nudged[event.about]);
    default:
      return event satisfies never;
  }
};
