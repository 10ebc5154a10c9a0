import { createHash } from 'node:crypto';
import { channels, type LocalChannel, type LocalPerson, people, tenant } from '../tenant.ts';

export type Conversation =
  | { readonly kind: 'personal'; readonly id: string; readonly person: LocalPerson }
  | { readonly kind: 'channel'; readonly id: string; readonly channel: LocalChannel };

export const personalConversation = (person: LocalPerson): Conversation => {
  const key = `${tenant.id} ${tenant.botAppId} ${person.id}`;
  const id = `a:1${createHash('sha256').update(key).digest('base64url')}`;
  return { kind: 'personal', id, person };
};

export const channelConversation = (channel: LocalChannel): Conversation => ({
  kind: 'channel',
  id: channel.id,
  channel,
});

const everyConversation: readonly Conversation[] = [
  ...people.map(personalConversation),
  ...channels.map(channelConversation),
];

/** `19:…@thread.tacv2;messageid=1` is one thread of a channel. */
export const splitConversationId = (id: string) => {
  const [base = '', thread] = id.split(';messageid=');
  return { base, thread };
};

export const conversationBy = (id: string): Conversation | undefined =>
  everyConversation.find((one) => one.id === splitConversationId(id).base);
