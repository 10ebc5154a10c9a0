import { isJson, textOf } from '../json.ts';
import { accountId, type LocalPerson, personBy, tenant, userPrincipalName } from '../tenant.ts';
import type { Conversation } from './conversations.ts';
import { refuse } from './limits.ts';

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

/** Who is in a conversation, as the connector tells of people. */
export const membersOf = (conversation: Conversation) => {
  if (conversation.kind === 'personal') return [member(conversation.person)];
  return conversation.channel.members.flatMap((id) => {
    const person = personBy(id);
    return person ? [member(person)] : [];
  });
};

/** By Teams account or by object id: a bot may know either. */
export const personWith = (account: unknown): LocalPerson | undefined => {
  const { id, aadObjectId } = isJson(account) ? account : {};
  return personBy((textOf(id) ?? textOf(aadObjectId) ?? '').replace(/^29:/, ''));
};

export const team = (id: string) => {
  if (id !== tenant.safeguardingTeam) throw refuse(404, 'NotFound', 'No such team.');
  return { id, name: tenant.safeguardingTeamName, aadGroupId: tenant.id };
};
