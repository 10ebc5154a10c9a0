import { personBy, userPrincipalName } from '../tenant.ts';
import { accessDenied } from './refusal.ts';

/** Whose token it is: an app with the roles it was granted, or a person working by hand. */
export type Caller =
  | {
      readonly kind: 'app';
      readonly id: string;
      readonly name: string;
      readonly roles: readonly string[];
    }
  | { readonly kind: 'person'; readonly id: string };

/** An identity set as Graph writes it beside everything that was made or changed. */
export type Identity = {
  readonly application?: { readonly id: string; readonly displayName: string };
  readonly user: { readonly id?: string; readonly displayName: string; readonly email?: string };
};

export type Members = { readonly writers: readonly string[]; readonly readers: readonly string[] };

export type Need = 'read' | 'write' | 'manage';

/** SharePoint puts a user beside an app too, with a name and no id: only `application` tells them apart. */
export const identityOf = (caller: Caller): Identity => {
  if (caller.kind === 'app')
    return {
      application: { id: caller.id, displayName: caller.name },
      user: { displayName: 'SharePoint App' },
    };
  const person = personBy(caller.id);
  return {
    user: {
      id: caller.id,
      displayName: person?.name ?? caller.id,
      email: userPrincipalName(caller),
    },
  };
};

const managing = ['Sites.Manage.All', 'Sites.FullControl.All'];
const granted: Readonly<Record<Need, readonly string[]>> = {
  read: [...managing, 'Sites.ReadWrite.All', 'Sites.Read.All', 'Sites.Selected'],
  write: [...managing, 'Sites.ReadWrite.All', 'Sites.Selected'],
  manage: managing,
};

/** Sites.Selected is granted, with write, on every site of the local tenant; lists are made by a stronger identity. */
export const checkSiteAccess = (caller: Caller, members: Members, need: Need): void => {
  const has = (allowed: readonly string[], roles: readonly string[]) =>
    roles.some((role) => allowed.includes(role));
  const may =
    caller.kind === 'app'
      ? has(granted[need], caller.roles)
      : has(openTo(members, need), personBy(caller.id)?.roles ?? []);
  if (!may) throw accessDenied();
};

const openTo = (members: Members, need: Need): readonly string[] => {
  switch (need) {
    case 'read':
      return [...members.writers, ...members.readers];
    case 'write':
      return members.writers;
    case 'manage':
      return [];
    default:
      return need satisfies never;
  }
};

const directoryRoles = ['User.Read.All', 'User.ReadBasic.All', 'Directory.Read.All'];

export const mayReadUsers = (caller: Caller): boolean =>
  caller.kind === 'person'
    ? personBy(caller.id)?.roles.includes('pupil') === false
    : caller.roles.some((role) => directoryRoles.includes(role));
