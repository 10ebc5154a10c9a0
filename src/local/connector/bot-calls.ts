import { type Answer, type Call, createRouter, HttpProblem, ok, type Router } from '../http.ts';
import { isJson, type Json, listOf, textOf } from '../json.ts';
import {
  accountId,
  botAccountId,
  channels,
  type LocalPerson,
  personBy,
  tenant,
  userPrincipalName,
} from '../tenant.ts';
import { cardOf } from './activity.ts';
import {
  type Conversation,
  channelConversation,
  conversationBy,
  personalConversation,
  splitConversationId,
} from './conversations.ts';
import type { Message, Store } from './store.ts';

type Given = {
  readonly store: Store;
  readonly now: () => Date;
  readonly checkToken: (authorization: string | undefined) => Promise<boolean>;
};

const refuse = (status: number, code: string, message: string): HttpProblem =>
  new HttpProblem(status, { error: { code, message } });

const cardLimit = 28 * 1_024;

/** Teams' own two ways of saying that a bot may not write to somebody. */
const checkReach = (store: Store, person: LocalPerson): void => {
  switch (store.appState(person.id)) {
    case 'installed':
      return;
    case 'absent':
      throw refuse(
        403,
        'BotNotInConversationRoster',
        'The bot is not part of the conversation roster.',
      );
    case 'blocked':
      throw refuse(403, 'MessageWritesBlocked', 'The user has blocked the bot.');
    default:
      throw new Error('an app state nobody wrote');
  }
};

const checkContent = (activity: Json): void => {
  const card = cardOf(activity);
  if (card && JSON.stringify(card).length > cardLimit) {
    throw refuse(413, 'MessageSizeTooBig', 'Message size too large.');
  }
  const { type, text, attachments } = activity;
  if (typeof type !== 'string') throw refuse(400, 'BadSyntax', 'Activity type is missing.');
  if (type === 'message' && !text && listOf(attachments).length === 0) {
    throw refuse(400, 'BadSyntax', 'Activity resulted into multiple skype activities or none.');
  }
};

const member = (person: LocalPerson) => {
  const [first = '', ...rest] = person.name.split(' ');
  return {
    id: accountId(person.id),
    name: person.name,
    givenName: first,
    surname: rest.join(' '),
    objectId: person.id,
    aadObjectId: person.id,
    email: userPrincipalName(person),
    userPrincipalName: userPrincipalName(person),
    tenantId: tenant.id,
    userRole: 'user',
  };
};

const membersOf = (conversation: Conversation) => {
  if (conversation.kind === 'personal') return [member(conversation.person)];
  return conversation.channel.members.flatMap((id) => {
    const person = personBy(id);
    return person ? [member(person)] : [];
  });
};

const personWith = (account: unknown): LocalPerson | undefined => {
  const { id, aadObjectId } = isJson(account) ? account : {};
  return personBy((textOf(id) ?? textOf(aadObjectId) ?? '').replace(/^29:/, ''));
};

const channelAsked = ({ channelData }: Json) => {
  const { channel } = isJson(channelData) ? channelData : {};
  const { id } = isJson(channel) ? channel : {};
  return id === undefined ? undefined : { found: channels.find((one) => one.id === id) };
};

const createConversation = (given: Given, body: Json): Answer => {
  const { store, now } = given;
  const { members, activity, tenantId, channelData } = body;
  const { tenant: named } = isJson(channelData) ? channelData : {};
  const asked = tenantId ?? (isJson(named) ? named['id'] : undefined);
  if (asked !== undefined && asked !== tenant.id) {
    throw refuse(403, 'Forbidden', 'The bot is not allowed in that tenant.');
  }
  const channel = channelAsked(body);
  if (channel) {
    if (!channel.found) throw refuse(404, 'NotFound', 'No such channel.');
    if (!isJson(activity)) throw refuse(400, 'BadSyntax', 'A channel needs a first activity.');
    checkContent(activity);
    const conversation = channelConversation(channel.found);
    store.open(conversation);
    const message = store.add({ conversation: conversation.id, activity, at: now() });
    const id = `${conversation.id};messageid=${message.id}`;
    return { status: 201, body: { id, activityId: message.id } };
  }
  const people = listOf(members);
  if (people.length !== 1) throw refuse(400, 'BadSyntax', 'Exactly one member is needed.');
  const person = personWith(people[0]);
  if (!person) throw refuse(404, 'NotFound', 'No such person in this tenant.');
  checkReach(store, person);
  const conversation = personalConversation(person);
  store.open(conversation);
  if (!isJson(activity)) return { status: 201, body: { id: conversation.id } };
  checkContent(activity);
  const { id } = store.add({ conversation: conversation.id, activity, at: now() });
  return { status: 201, body: { id: conversation.id, activityId: id } };
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

const ownMessage = (given: Given, conversationId: string, id: string): Message => {
  const conversation = openConversation(given, conversationId);
  const message = given.store.message(id);
  if (message?.conversation !== conversation.id) {
    throw refuse(404, 'ActivityNotFoundInConversation', 'The activity was not found.');
  }
  if (message.person !== undefined) {
    throw refuse(403, 'NotEnoughPermissions', 'A bot may change only its own messages.');
  }
  return message;
};

const update = (given: Given, conversationId: string, id: string, activity: Json): Answer => {
  const message = ownMessage(given, conversationId, id);
  checkContent(activity);
  given.store.edit(message.id, activity, given.now());
  return ok({ id });
};

const team = (id: string) => {
  if (id !== tenant.safeguardingTeam) throw refuse(404, 'NotFound', 'No such team.');
  return { id, name: tenant.safeguardingTeamName, aadGroupId: tenant.id };
};

const routes = (given: Given) => {
  const base = '/connector/v3';
  const one = `${base}/conversations/{id}`;
  const members = (call: Call, id: string) => {
    const all = membersOf(openConversation(given, id));
    return call.path.toLowerCase().endsWith('pagedmembers') ? { members: all } : all;
  };
  return createRouter({
    [`POST ${base}/conversations`]: ({ json }) => createConversation(given, json),
    [`POST ${one}/activities`]: ({ json }, param) => sendActivity(given, param('id'), json),
    [`POST ${one}/activities/{to}`]: ({ json }, param) =>
      sendActivity(given, param('id'), { ...json, replyToId: param('to') }),
    [`PUT ${one}/activities/{activity}`]: ({ json }, param) =>
      update(given, param('id'), param('activity'), json),
    [`DELETE ${one}/activities/{activity}`]: (_call, param) => {
      given.store.remove(ownMessage(given, param('id'), param('activity')).id);
      return { status: 200 };
    },
    [`GET ${one}/activities/{activity}/members`]: (call, param) => ok(members(call, param('id'))),
    [`GET ${one}/members`]: (call, param) => ok(members(call, param('id'))),
    [`GET ${one}/pagedmembers`]: (call, param) => ok(members(call, param('id'))),
    [`GET ${one}/members/{member}`]: (_call, param) => {
      const wanted = param('member').replace(/^29:/, '');
      const all = membersOf(openConversation(given, param('id')));
      const found = all.find(({ objectId }) => objectId === wanted);
      if (!found) throw refuse(404, 'MemberNotFoundInConversation', 'Member not found.');
      return ok(found);
    },
    [`GET ${base}/teams/{id}`]: (_call, param) => ok(team(param('id'))),
    [`GET ${base}/teams/{id}/conversations`]: (_call, param) => {
      team(param('id'));
      return ok({ conversations: channels.map(({ id, name }) => ({ id, name })) });
    },
  });
};

/** What the bot asks of the connector. Only the bot's own token opens it. */
export const createBotCalls = (given: Given): Router => {
  const route = routes(given);
  return async (call) => {
    if (!(await given.checkToken(call.headers.authorization))) {
      throw refuse(401, 'Unauthorized', `Authorization has been denied for ${botAccountId}.`);
    }
    return route(call);
  };
};
