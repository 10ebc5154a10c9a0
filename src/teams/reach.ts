/** How people and the channel are reached, and what became of it. */
import type { PostResult, VisitView } from '../journeys/ports.ts';
import type { SeenVisit } from '../journeys/seen.ts';
import type { SeenList } from '../journeys/weekly-seen.ts';
import type { PersonId } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import type { Spot } from './card-memory.ts';
import type { Connector, OutgoingActivity, Sent } from './connector.ts';
import { createConversations } from './conversations.ts';
import type { House } from './house.ts';
import type { TeamsSettings } from './settings.ts';

export type DeliverGiven = {
  readonly settings: Pick<
    TeamsSettings,
    'school' | 'tenantId' | 'botAppId' | 'serviceUrl' | 'safeguarding' | 'tabLink'
  >;
  readonly connector: Connector;
  readonly house: Pick<House, 'diary' | 'now' | 'newId'>;
  readonly words: Words;
  /** The visit as this person may see it; undefined where they may not. */
  readonly see: (view: VisitView, person: PersonId) => Promise<SeenVisit | undefined>;
  readonly seeList: (week: string, person: PersonId) => Promise<SeenList | undefined>;
};

export type Reach = {
  readonly toPerson: (person: PersonId, activity: OutgoingActivity) => Promise<Sent>;
  readonly toChannel: (activity: OutgoingActivity) => Promise<Sent>;
  readonly update: (spot: Spot, activity: OutgoingActivity) => Promise<Sent>;
};

export const createReach = ({ settings, connector, house }: DeliverGiven): Reach => {
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

export const resultOf = (sent: Sent): PostResult => {
  if (sent.kind === 'sent') return { kind: 'sent' };
  if (sent.kind === 'gone') return { kind: 'unreachable', because: 'The conversation is gone.' };
  return sent;
};

/** The first that failed decides; a message that is gone is nothing to bring up to date. */
export const resultOfAll = (all: readonly Sent[]): PostResult => {
  const failed = all.find(({ kind }) => kind === 'later' || kind === 'unreachable');
  return failed === undefined ? { kind: 'sent' } : resultOf(failed);
};
