/** Brings what people are told to where they are: a card, an alarm, a sentence; by chat or in the channel. */
import type { Outgoing, PostResult, VisitView } from '../journeys/ports.ts';
import type { Message } from '../visits/message.ts';
import type { PersonId } from '../vocabulary.ts';
import { createCardMemory } from './card-memory.ts';
import { concernAlert } from './cards/concern-card.ts';
import { duressCard } from './cards/duress-card.ts';
import { openAlarmsCard, openAlarmsIn } from './cards/open-alarms-card.ts';
import { policyCard } from './cards/policy-card.ts';
import { testCard, testText } from './cards/test-card.ts';
import { weeklyListCard } from './cards/weekly-list-card.ts';
import { channelAlarm } from './channel.ts';
import type { OutgoingActivity } from './connector.ts';
import { createConversations } from './conversations.ts';
import { alerting, cardActivity, textActivity } from './message.ts';
import { createCards } from './post-cards.ts';
import { createReach, type DeliverGiven, resultOf } from './reach.ts';

export type Deliver = (outgoing: Outgoing) => Promise<PostResult>;

export const createDeliver = (given: DeliverGiven): Deliver => {
  const { words, house, settings } = given;
  const reach = createReach(given);
  const cards = createCards(words, reach, createCardMemory(house.diary, settings.school));
  const { newId } = house;
  const channel = {
    conversations: createConversations(house.diary, settings.school),
    words: words.cards,
    see: given.see,
  };
  const link = settings.tabLink;

  const drawingFor = async (view: VisitView | undefined, person: PersonId) => {
    const seen = view && (await given.see(view, person));
    if (view === undefined || seen === undefined) return undefined;
    const drawing = { seen, viewer: person, now: house.now(), words: words.cards, newId, link };
    return { person, view, drawing };
  };

  const toPerson = async (
    { message, view, views = [] }: Outgoing,
    person: PersonId,
  ): Promise<PostResult> => {
    switch (message.kind) {
      case 'notice':
        return resultOf(await reach.toPerson(person, textActivity(message.text)));
      case 'concern-alert':
        return resultOf(await reach.toPerson(person, alerting(concernActivity(message.reference))));
      case 'card':
      case 'refresh-cards': {
        const told = await drawingFor(view, person);
        const again = message.kind === 'card' && message.again;
        return told === undefined ? { kind: 'sent' } : cards.card(told, again);
      }
      case 'alarm': {
        const told = await drawingFor(view, person);
        return told === undefined ? { kind: 'sent' } : cards.alarm(told, message.alarm);
      }
      case 'test':
        return resultOf(await reach.toPerson(person, testActivity(message, view)));
      case 'open-alarms':
        return alarmsTo(message, views, person);
      case 'weekly-list':
        return listTo(message.week, person);
      case 'policy':
        return resultOf(await reach.toPerson(person, policyActivity(message)));
      case 'duress-alert': {
        const seen = view === undefined ? undefined : await given.see(view, person);
        const activity = duressActivity(message, seen);
        return resultOf(await reach.toPerson(person, alerting(activity)));
      }
      default:
        return message satisfies never;
    }
  };

  /** Those that are still open, and that this person may know of; none that are over. */
  const alarmsTo = async (
    { alarms }: Extract<Message, { kind: 'open-alarms' }>,
    views: readonly VisitView[],
    person: PersonId,
  ): Promise<PostResult> => {
    const seen = await Promise.all(views.map((view) => given.see(view, person)));
    const open = openAlarmsIn(alarms, seen);
    if (open.length === 0) return { kind: 'sent' };
    const activity = cardActivity(
      openAlarmsCard({ open, words: words.cards, link }),
      words.cards.openAlarms.title(open.length),
    );
    return resultOf(await reach.toPerson(person, alerting(activity)));
  };

  /** Drawn as the list is now: what was signed meanwhile is asked of nobody. */
  const listTo = async (week: string, person: PersonId): Promise<PostResult> => {
    const list = await given.seeList(week, person);
    if (list === undefined) return { kind: 'sent' };
    const card = weeklyListCard({ list, words, newId, link });
    const summary = words.weeklyList.card.summary(list.number);
    return resultOf(await reach.toPerson(person, cardActivity(card, summary)));
  };

  const testActivity = (
    message: Extract<Message, { kind: 'test' }>,
    view: VisitView | undefined,
  ): OutgoingActivity =>
    cardActivity(
      testCard({ message, visit: view?.id, words, newId }),
      testText({ message, words }),
    );

  const policyActivity = (message: Extract<Message, { kind: 'policy' }>) =>
    cardActivity(
      policyCard({ ...message, words, newId, link }),
      words.policyPage.askToRead(message.title),
    );

  const duressActivity = (
    message: Extract<Message, { kind: 'duress-alert' }>,
    seen: Awaited<ReturnType<typeof given.see>>,
  ) =>
    cardActivity(
      duressCard({ message, seen, newId, link, words: words.cards }),
      words.cards.duress.summary(message.reference),
    );

  const concernActivity = (reference: string) =>
    cardActivity(
      concernAlert({ reference, newId, link, words: words.cards }),
      words.chat.concernSummary(reference),
    );

  const channelActivity = async (
    message: Message,
    view: VisitView | undefined,
  ): Promise<OutgoingActivity | undefined> => {
    switch (message.kind) {
      case 'notice':
        return textActivity(message.text);
      case 'concern-alert':
        return concernActivity(message.reference);
      case 'duress-alert':
        return textActivity(words.cards.duress.channel(message.reference));
      case 'alarm':
        return (
          view &&
          cardActivity(
            await channelAlarm(channel, view, message.alarm),
            words.chat.alarmSummary(view.visit.reference),
          )
        );
      // A visit's card is drawn for one person; a channel has none.
      case 'test':
      case 'card':
      case 'refresh-cards':
      case 'open-alarms':
      case 'weekly-list':
      case 'policy':
        return undefined;
      default:
        return message satisfies never;
    }
  };

  return async (outgoing) => {
    const { recipient, message, view } = outgoing;
    if ('person' in recipient) return toPerson(outgoing, recipient.person);
    const activity = await channelActivity(message, view);
    return activity === undefined ? { kind: 'sent' } : resultOf(await reach.toChannel(activity));
  };
};
