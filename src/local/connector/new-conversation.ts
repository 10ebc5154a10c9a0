import type { Answer } from '../http.ts';
import { isJson, type Json, jsonOf, listOf } from '../json.ts';
import { channels, tenant } from '../tenant.ts';
import { type Conversation, channelConversation, personalConversation } from './conversations.ts';
import { checkContent, checkReach, refuse } from './limits.ts';
import { personWith } from './roster.ts';
import type { Store } from './store.ts';

type Given = { readonly store: Store; readonly now: () => Date };

const channelAsked = ({ channelData }: Json): unknown => {
  const { channel } = jsonOf(channelData);
  const { id } = jsonOf(channel);
  return id;
};

const checkTenant = ({ tenantId, channelData }: Json): void => {
  const { tenant: named } = jsonOf(channelData);
  const { id } = jsonOf(named);
  const asked = tenantId ?? id;
  if (asked !== undefined && asked !== tenant.id) {
    throw refuse(403, 'Forbidden', 'The bot is not allowed in that tenant.');
  }
};

const post = ({ store, now }: Given, conversation: Conversation, activity: Json): string => {
  checkContent(activity);
  return store.add({ conversation: conversation.id, activity, at: now() }).id;
};

const inChannel = (given: Given, channelId: unknown, activity: unknown): Answer => {
  const channel = channels.find((one) => one.id === channelId);
  if (!channel) throw refuse(404, 'NotFound', 'No such channel.');
  if (!isJson(activity)) throw refuse(400, 'BadSyntax', 'A channel needs a first activity.');
  const conversation = channelConversation(channel);
  given.store.open(conversation);
  const activityId = post(given, conversation, activity);
  return { status: 201, body: { id: `${conversation.id};messageid=${activityId}`, activityId } };
};

const withPerson = (given: Given, members: readonly unknown[], activity: unknown): Answer => {
  if (members.length !== 1) throw refuse(400, 'BadSyntax', 'Exactly one member is needed.');
  const person = personWith(members[0]);
  if (!person) throw refuse(404, 'NotFound', 'No such person in this tenant.');
  checkReach(given.store, person);
  const conversation = personalConversation(person);
  given.store.open(conversation);
  const { id } = conversation;
  if (!isJson(activity)) return { status: 201, body: { id } };
  return { status: 201, body: { id, activityId: post(given, conversation, activity) } };
};

/** Opens a chat with one person, who need never have written, or a thread in a channel. */
export const createConversation = (given: Given, body: Json): Answer => {
  checkTenant(body);
  const { members, activity } = body;
  const channel = channelAsked(body);
  return channel === undefined
    ? withPerson(given, listOf(members), activity)
    : inChannel(given, channel, activity);
};
