/** Where each person is reached. The SDK remembers nothing of this. */
import { z } from 'zod';
import type { Diary, Key } from '../journeys/diary.ts';
import { type PersonId, personId, type SchoolId } from '../vocabulary.ts';
import type { Place } from './connector.ts';

const placeShape = z.object({
  conversation: z.string(),
  serviceUrl: z.string(),
  account: z.string().optional(),
});

/** `account` is how Teams names the person on cards in channels; known once they have written or pressed. */
type PersonalPlace = Place & { readonly account?: string | undefined };

export type Conversations = {
  readonly find: (person: PersonId) => Promise<PersonalPlace | undefined>;
  readonly remember: (person: PersonId, place: PersonalPlace) => Promise<void>;
  /** Everybody whose account is known. */
  readonly accounts: () => Promise<
    readonly { readonly person: PersonId; readonly account: string }[]
  >;
  readonly forget: (person: PersonId) => Promise<void>;
};

export const createConversations = (diary: Diary, school: SchoolId): Conversations => {
  const keyOf = (person: PersonId): Key => ({
    school,
    partition: 'conversations',
    kind: 'conversation',
    id: person,
  });
  const find = async (person: PersonId) => {
    const record = await diary.read(keyOf(person));
    const parsed = placeShape.safeParse(record?.value);
    return parsed.success ? parsed.data : undefined;
  };
  return {
    find,
    remember: async (person, place) => {
      const known = await find(person);
      const account = place.account ?? known?.account;
      const same =
        known?.conversation === place.conversation &&
        known.serviceUrl === place.serviceUrl &&
        known.account === account;
      if (!same) await diary.commit([{ put: keyOf(person), value: { ...place, account } }]);
    },
    accounts: async () =>
      (await diary.list(school, 'conversation')).flatMap(({ id, value }) => {
        const parsed = placeShape.safeParse(value);
        const account = parsed.success ? parsed.data.account : undefined;
        return account === undefined ? [] : [{ person: personId(id), account }];
      }),
    forget: async (person) => {
      await diary.commit([{ remove: keyOf(person) }]);
    },
  };
};
