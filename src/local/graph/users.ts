import { type LocalPerson, people, userPrincipalName } from '../tenant.ts';
import { type Caller, mayReadUsers } from './caller.ts';
import { badRequest, GraphRefusal } from './refusal.ts';

const userResource = (person: LocalPerson) => ({
  id: person.id,
  displayName: person.name,
  jobTitle: person.title,
  userPrincipalName: userPrincipalName(person),
  mail: userPrincipalName(person),
  mobilePhone: person.mobile === '' ? null : person.mobile,
  accountEnabled: true,
});

type User = ReturnType<typeof userResource>;

/** Without `$select` Graph leaves `accountEnabled` out. */
const selected = (user: User, select: readonly string[] | undefined) => {
  const wanted = select ?? Object.keys(user).filter((name) => name !== 'accountEnabled');
  const unknown = wanted.find((name) => !(name in user));
  if (unknown !== undefined)
    throw badRequest(
      `Could not find a property named '${unknown}' on type 'microsoft.graph.user'.`,
    );
  return Object.fromEntries(Object.entries(user).filter(([name]) => wanted.includes(name)));
};

const checkMayRead = (caller: Caller): void => {
  if (!mayReadUsers(caller))
    throw new GraphRefusal(
      { status: 403, code: 'Authorization_RequestDenied' },
      'Insufficient privileges to complete the operation.',
    );
};

export const allUsers = (caller: Caller, select: readonly string[] | undefined) => {
  checkMayRead(caller);
  return { value: people.map((person) => selected(userResource(person), select)) };
};

export const oneUser = (caller: Caller, id: string, select: readonly string[] | undefined) => {
  checkMayRead(caller);
  const person = people.find(
    (each) => each.id === id || userPrincipalName(each) === id.toLowerCase(),
  );
  if (person === undefined)
    throw new GraphRefusal(
      { status: 404, code: 'Request_ResourceNotFound' },
      `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
    );
  return selected(userResource(person), select);
};
