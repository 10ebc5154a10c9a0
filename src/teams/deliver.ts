/** Brings what people are told to where they are: a card, an alarm, a sentence; by chat or in the channel. */
import type { Outgoing, PostResult, VisitView } from '../journeys/ports.ts';
import type { SeenVisit } from '../journeys/seen.ts';
import type { Message } from '../visits/message.ts';
import type { PersonId } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import { type CardMemory, type CardRecord, createCardMemory, type Spot } from './card-memory.ts';
import { alarmCard } from './cards/alarm-card.ts';
import { concernAlert } from './cards/concern-card.ts';
import type { Drawing } from './cards/drawing.ts';
import { noteCard } from './cards/hello-card.ts';
import { visitCard } from './cards/visit-card.ts';
import { channelAlarm } from './channel.ts';
import type { Connector, OutgoingActivity, Sent } from './connector.ts';
import { createConversations } from './conversations.ts';
import type { House } from './house.ts';
import { alerting, cardActivity, textActivity } from './message.ts';
import type { TeamsSettings } from './settings.ts';

type Given = {
  readonly settings: Pick<
    TeamsSettings,
    'school' | 'tenantId' | 'botAppId' | 'serviceUrl' | 'safeguarding' | 'tabLink'
  >;
  readonly connector: Connector;
  readonly house: Pick<House, 'diary' | 'now' | 'newId'>;
  readonly words: Words;
  /** The visit as this person may see it; undefined where they may not. */
  readonly see: (view: VisitView, person: PersonId) => Promise<SeenVisit | undefined>;
};

type Reach = {
  readonly toPerson: (person: PersonId, activity: OutgoingActivity) => Promise<Sent>;
  readonly toChannel: (activity: OutgoingActivity) => Promise<Sent>;
  readonly update: (spot: Spot, activity: OutgoingActivity) => Promise<Sent>;
};

const createReach = ({ settings, connector, house }: Given): Reach => {
  const conversations = createConversations(house.diary, settings.school);
  const bot = { id: `28:${settings.botAppId}` };
  const tenant = { tenantId: settings.tenantId };
  /** Somebody who never opened the app, or whose conversation is gone. */
  const begin = async (person: PersonId, activity: OutgoingActivity) => {
    const conversation = {
      ...tenant,
      bot,
      isGroup: false,
      members: [{ id: person }],
      channelData: { tenant: { id: settings.tenantId } },
    };
    const sent = await connector.begin(settings.serviceUrl, conversation, activity);
    if (sent.kind !== 'sent') return sent;
    await conversations.remember(person, sent.place);
    // A conversation that was there already is answered without its first message.
    return sent.activity === '' ? connector.post(sent.place, activity) : sent;
  };
  return {
    toPerson: async (person, activity) => {
      const place = await conversations.find(person);
      if (place === undefined) return begin(person, activity);
      const sent = await connector.post(place, activity);
      return sent.kind === 'gone' ? begin(person, activity) : sent;
    },
    toChannel: (activity) => {
      const { team, channel } = settings.safeguarding;
      const channelData = {
        channel: { id: channel },
        team: { id: team },
        tenant: { id: settings.tenantId },
      };
      return connector.begin(
        settings.serviceUrl,
        { ...tenant, bot, isGroup: true, channelData },
        activity,
      );
    },
    update: (spot, activity) => connector.update(spot, spot.activity, activity),
  };
};

const resultOf = (sent: Sent): PostResult => {
  if (sent.kind === 'sent') return { kind: 'sent' };
  if (sent.kind === 'gone') return { kind: 'unreachable', because: 'The conversation is gone.' };
  return sent;
};

/** The first that failed decides; a message that is gone is nothing to bring up to date. */
const resultOfAll = (all: readonly Sent[]): PostResult => {
  const failed = all.find(({ kind }) => kind === 'later' || kind === 'unreachable');
  return failed === undefined ? { kind: 'sent' } : resultOf(failed);
};

const spotOf = (sent: Extract<Sent, { kind: 'sent' }>): Spot => ({
  ...sent.place,
  activity: sent.activity,
});

type Told = { readonly person: PersonId; readonly view: VisitView; readonly drawing: Drawing };

const createCards = (given: Given, reach: Reach, memory: CardMemory) => {
  const { words } = given;
  const summaryOf = ({ seen }: Drawing) => words.chat.summary(seen.reference);

  const postCard = async ({ person, view, drawing }: Told, record: CardRecord): Promise<Sent> => {
    const activity = cardActivity(visitCard(drawing), summaryOf(drawing));
    const old = record.card;
    const sent = await reach.toPerson(person, activity);
    if (sent.kind !== 'sent') return sent;
    const card = spotOf(sent);
    await memory.change({ visit: view.id, person }, (now) => ({ ...now, card }));
    if (old !== undefined) {
      // The one further up would otherwise go on offering what is over.
      const superseded = noteCard(words.chat.superseded(drawing.seen.reference));
      await reach.update(old, cardActivity(superseded, summaryOf(drawing)));
    }
    return sent;
  };

  const updateAlarms = ({ drawing }: Told, record: CardRecord): Promise<readonly Sent[]> =>
    Promise.all(
      Object.entries(record.alarms).flatMap(([alarm, spots]) =>
        spots.map((spot) => {
          const activity = cardActivity(alarmCard(drawing, alarm), summaryOf(drawing));
          return reach.update(spot, activity);
        }),
      ),
    );

  /** Brings what somebody has up to date; posts a card only to those who have none, or where it must be noticed. */
  const card = async (told: Told, again: boolean): Promise<PostResult> => {
    const record = await memory.read(told.view.id, told.person);
    const hasAlarms = Object.keys(record.alarms).length > 0;
    const alarms = hasAlarms ? await updateAlarms(told, record) : [];
    if (record.card === undefined && hasAlarms && !again) return resultOfAll(alarms);
    if (record.card === undefined || again) {
      return resultOfAll([...alarms, await postCard(told, record)]);
    }
    const activity = cardActivity(visitCard(told.drawing), summaryOf(told.drawing));
    const sent = await reach.update(record.card, activity);
    const { card: _gone, ...rest } = record;
    return resultOfAll([...alarms, sent.kind === 'gone' ? await postCard(told, rest) : sent]);
  };

  const alarm = async (told: Told, id: string): Promise<PostResult> => {
    const activity = cardActivity(
      alarmCard(told.drawing, id),
      words.chat.alarmSummary(told.drawing.seen.reference),
    );
    const sent = await reach.toPerson(told.person, alerting(activity));
    if (sent.kind !== 'sent') return resultOf(sent);
    await memory.change({ visit: told.view.id, person: told.person }, (record) => ({
      ...record,
      alarms: {
        ...record.alarms,
        [id]: [...(record.alarms[id] ?? []), spotOf(sent)].slice(-mostAlarmMessages),
      },
    }));
    return { kind: 'sent' };
  };
  return { card, alarm };
};

/** Older ones are far up the chat; they still work when pressed. */
const mostAlarmMessages = 12;

export type Deliver = (outgoing: Outgoing) => Promise<PostResult>;

export const createDeliver = (given: Given): Deliver => {
  const { words, house, settings } = given;
  const reach = createReach(given);
  const cards = createCards(given, reach, createCardMemory(house.diary, settings.school));
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

  const toPerson = async ({ message, view }: Outgoing, person: PersonId): Promise<PostResult> => {
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
      default:
        return message satisfies never;
    }
  };

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
      case 'alarm':
        return (
          view &&
          cardActivity(
            await channelAlarm(channel, view, message.alarm),
            words.chat.alarmSummary(view.visit.reference),
          )
        );
      // A visit's card is drawn for one person; a channel has none.
      case 'card':
      case 'refresh-cards':
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
