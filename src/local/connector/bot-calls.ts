import { type Answer, type Call, createRouter, ok, type Param, type Router } from '../http.ts';
import type { Json } from '../json.ts';
import { botAccountId, channels } from '../tenant.ts';
import { type Conversation, conversationBy, splitConversationId } from './conversations.ts';
import { checkContent, checkReach, refuse } from './limits.ts';
import { createConversation } from './new-conversation.ts';
import { membersOf, team } from './roster.ts';
import type { Message, Store } from './store.ts';

type Given = {
  readonly store: Store;
  readonly now: () => Date;
  readonly checkToken: (authorization: string | undefined) => Promise<boolean>;
};

/** Where a call is about, once the bot may write there. */
const openConversation = ({ store }: Given, id: string): Conversation => {
  const conversation = conversationBy(id);
  const known = conversation?.kind === 'channel' || store.isOpen(id);
  if (!conversation || !known) throw refuse(404, 'ConversationNotFound', 'Conversation not found.');
  if (conversation.kind === 'personal') checkReach(store, conversation.person);
  return conversation;
};

const sendActivity = (given: Given, conversationId: string, activity: Json): Answer => {
  const conversation = openConversation(given, conversationId);
  checkContent(activity);
  const { thread } = splitConversationId(conversationId);
  // A typing sign is shown and gone: there is nothing to keep.
  if (activity['type'] !== 'message') return { status: 201, body: { id: String(Date.now()) } };
  const at = given.now();
  const { id } = given.store.add({ conversation: conversation.id, thread, activity, at });
  return { status: 201, body: { id } };
};

const ownMessage = (given: Given, param: Param): Message => {
  const conversation = openConversation(given, param('id'));
  const message = given.store.message(param('activity'));
  if (message?.conversation !== conversation.id) {
    throw refuse(404, 'ActivityNotFoundInConversation', 'The activity was not found.');
  }
  if (message.person !== undefined) {
    throw refuse(403, 'NotEnoughPermissions', 'A bot may change only its own messages.');
  }
  return message;
};

const base = '/connector/v3';
const conversation = `${base}/conversations/{id}`;
const activity = `${conversation}/activities/{activity}`;

const activityRoutes = (given: Given) => ({
  [`POST ${conversation}/activities`]: ({ json }: Call, param: Param) =>
    sendActivity(given, param('id'), json),
  [`POST ${activity}`]: ({ json }: Call, param: Param) =>
    sendActivity(given, param('id'), { ...json, replyToId: param('activity') }),
  [`PUT ${activity}`]: ({ json }: Call, param: Param) => {
    const { id } = ownMessage(given, param);
    checkContent(json);
    given.store.edit(id, json, given.now());
    return ok({ id });
  },
  [`DELETE ${activity}`]: (_call: Call, param: Param) => {
    given.store.remove(ownMessage(given, param).id);
    return { status: 200 };
  },
});

const rosterRoutes = (given: Given) => {
  const members = (param: Param) => membersOf(openConversation(given, param('id')));
  return {
    [`GET ${activity}/members`]: (_call: Call, param: Param) => ok(members(param)),
    [`GET ${conversation}/members`]: (_call: Call, param: Param) => ok(members(param)),
    [`GET ${conversation}/pagedmembers`]: (_call: Call, param: Param) =>
      ok({ members: members(param) }),
    [`GET ${conversation}/members/{member}`]: (_call: Call, param: Param) => {
      const wanted = param('member').replace(/^29:/, '');
      const found = members(param).find(({ objectId }) => objectId === wanted);
      if (!found) throw refuse(404, 'MemberNotFoundInConversation', 'Member not found.');
      return ok(found);
    },
    [`GET ${base}/teams/{id}`]: (_call: Call, param: Param) => ok(team(param('id'))),
    [`GET ${base}/teams/{id}/conversations`]: (_call: Call, param: Param) => {
      team(param('id'));
      return ok({ conversations: channels.map(({ id, name }) => ({ id, name })) });
    },
  };
};

/** What the bot asks of the connector. Only the bot's own token opens it. */
export const createBotCalls = (given: Given): Router => {
  const route = createRouter({
    [`POST ${base}/conversations`]: ({ json }) => createConversation(given, json),
    ...activityRoutes(given),
    ...rosterRoutes(given),
  });
  return async (call) => {
    if (!(await given.checkToken(call.headers.authorization))) {
      throw refuse(401, 'Unauthorized', `Authorization has been denied for ${botAccountId}.`);
    }
    return route(call);
  };
};
