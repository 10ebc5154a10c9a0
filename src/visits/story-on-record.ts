/** Sentences for what is on record beside a decision: reminders, a yes by phone, an emergency on two names. */
import { nameOf } from '../people/staff.ts';
import { wordsFor } from '../words/words.ts';
import { type EventOf, plain, type Said, type StoryGiven } from './story-line.ts';

type OnRecord = EventOf<
  | 'decision-reminded'
  | 'yes-by-phone'
  | 'glass-started'
  | 'glass-broken'
  | 'glass-reviewed'
  | 'review-reminded'
  | 'departure-known'
>;

export const onRecordLine = (event: OnRecord, { roster, policy }: StoryGiven): Said => {
  const words = wordsFor(policy.language).story.onRecord;
  const who = nameOf(roster, event.by);
  const warning = (text: string): Said => ({ text, tone: 'warning' });
  switch (event.type) {
    case 'decision-reminded':
      return plain(words.reminded);
    case 'yes-by-phone':
      return warning(words.yesByPhone(who, nameOf(roster, event.from)));
    case 'glass-started':
      return warning(words.glassStarted(who, event.reason));
    case 'glass-broken':
      return warning(words.glassBroken(who));
    case 'glass-reviewed':
      return plain(words.glassReviewed(who, event.note));
    case 'review-reminded':
      return warning(words.reviewReminded);
    case 'departure-known':
      return plain(words.departureKnown(who));
    default:
      return event satisfies never;
  }
};
