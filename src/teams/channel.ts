/** What the safeguarding channel is told: thin for everybody, and for those who answer alarms what they need. */
import type { VisitView } from '../journeys/ports.ts';
import type { SeenVisit } from '../journeys/seen.ts';
import type { PersonId } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import { noteCard } from './cards/hello-card.ts';
import { type Card, execute } from './cards/parts.ts';
import type { Conversations } from './conversations.ts';

type Given = {
  readonly conversations: Conversations;
  readonly words: Words['cards'];
  readonly see: (view: VisitView, person: PersonId) => Promise<SeenVisit | undefined>;
};

/** Teams refreshes a card for no more than these by name. */
const mostRefreshed = 60;

const responders = async (given: Given, view: VisitView): Promise<readonly string[]> => {
  const known = await given.conversations.accounts();
  const seen = await Promise.all(
    known.map(async ({ person, account }) => {
      const visit = await given.see(view, person);
      return visit?.verbs.includes('acknowledge') ? [account] : [];
    }),
  );
  return seen.flat().slice(0, mostRefreshed);
};

/** Everybody sees that there is an alarm; the card of those who may answer it turns into the alarm itself. */
export const channelAlarm = async (given: Given, view: VisitView, alarm: string): Promise<Card> => {
  const note = noteCard(given.words.alarm.channel(view.visit.reference));
  const userIds = await responders(given, view);
  if (userIds.length === 0) return note;
  const action = execute({
    verb: 'open-visit',
    title: given.words.open,
    data: { visit: view.id, alarm },
  });
  return { ...note, refresh: { action, userIds } };
};
