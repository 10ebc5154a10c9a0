import { type LocalPerson, people } from '../tenant.ts';

/** SharePoint numbers the people it has seen on a site; the first few numbers are its own accounts. */
const firstNumber = 6;

export const lookupIdOf = (person: string): string | undefined => {
  const at = people.findIndex(({ id }) => id === person);
  return at < 0 ? undefined : String(at + firstNumber);
};

export const personByLookupId = (lookupId: string): LocalPerson | undefined =>
  people[Number(lookupId) - firstNumber];

export const lookupExists = (lookupId: string): boolean => personByLookupId(lookupId) !== undefined;
