import { randomUUID } from 'node:crypto';
import { isJson, type Json, listOf, textOf } from '../json.ts';
import { accountId, botAccountId, type LocalPerson, tenant } from '../tenant.ts';
import type { Conversation } from './conversations.ts';
import type { Message } from './store.ts';

/** The path that follows the host, as Teams' own `/emea/` does. */
export const connectorPath = '/connector/';

/** The buttons under a message that write its words for you. */
export const suggestionsOf = (activity: Json) => {
  const { suggestedActions } = activity;
  const { actions } = isJson(suggestedActions) ? suggestedActions : {};
  return listOf(actions).flatMap((one) => {
    const { title, value } = isJson(one) ? one : {};
    return typeof title === 'string' ? [{ title, value: textOf(value) ?? title }] : [];
  });
};

const textIn = ({ text }: Json): string => textOf(text) ?? '';

export type Sender = {
  readonly person: LocalPerson;
  readonly conversation: Conversation;
  /** In a channel: the thread that is written to. */
  readonly thread?: string | undefined;
};

const conversationPart = ({ conversation, thread }: Sender) => {
  if (conversation.kind === 'personal') {
    return { id: conversation.id, conversationType: 'personal', tenantId: tenant.id };
  }
  const id = thread ? `${conversation.id};messageid=${thread}` : conversation.id;
  return { id, conversationType: 'channel', isGroup: true, tenantId: tenant.id };
};

const channelPart = ({ conversation }: Sender) =>
  conversation.kind === 'personal'
    ? { tenant: { id: tenant.id } }
    : {
        tenant: { id: tenant.id },
        teamsChannelId: conversation.channel.id,
        teamsTeamId: conversation.channel.team,
        channel: { id: conversation.channel.id, name: conversation.channel.name },
        team: { id: conversation.channel.team, name: tenant.safeguardingTeamName },
      };

const clientInfo = {
  type: 'clientInfo',
  locale: 'en-GB',
  country: 'GB',
  platform: 'Web',
  timezone: 'Europe/London',
};

/** What Teams writes round everything a person does. */
export const createEnvelope =
  (given: { readonly now: () => Date; readonly serviceUrl: () => string }) =>
  (sender: Sender, content: Json): Json => {
    const { channelData, ...rest } = content;
    return {
      id: `f:${randomUUID()}`,
      channelId: 'msteams',
      serviceUrl: given.serviceUrl(),
      timestamp: given.now().toISOString(),
      localTimezone: 'Europe/London',
      locale: 'en-GB',
      from: {
        id: accountId(sender.person.id),
        name: sender.person.name,
        aadObjectId: sender.person.id,
      },
      recipient: { id: botAccountId, name: 'Home Visits' },
      conversation: conversationPart(sender),
      channelData: { ...channelPart(sender), ...(isJson(channelData) && channelData) },
      entities: [clientInfo],
      ...rest,
    };
  };

export type Envelope = ReturnType<typeof createEnvelope>;

/** A message as the control interface tells of it. */
export const told = (message: Message, card: Json | null) => {
  const suggestions = suggestionsOf(message.activity);
  return {
    id: message.id,
    from: message.person === undefined ? 'bot' : 'person',
    ...(message.person !== undefined && { person: message.person }),
    text: textIn(message.activity),
    card,
    at: message.at,
    updatedAt: message.updatedAt,
    ...(message.thread !== message.id && { thread: message.thread }),
    ...(suggestions.length > 0 && { suggestedActions: { actions: suggestions } }),
  };
};
