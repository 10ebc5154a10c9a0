/** Where each person is reached. The SDK remembers nothing of this. */
import { z } from 'zod';
import type { Diary, Key } from '../journeys/diary.ts';
import type { PersonId, SchoolId } from '../vocabulary.ts';
import type { Place } from './connector.ts';

const placeShape = z.object({ conversation: z.string(), serviceUrl: z.string() });

export type Conversations = {
  readonly find: (person: PersonId) => Promise<Place | undefined>;
  readonly remember: (person: PersonId, place: Place) => Promise<void>;
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
      const same =
        known?.conversation === place.conversation && known.serviceUrl === place.serviceUrl;
      if (!same) await diary.commit([{ put: keyOf(person), value: place }]);
    },
    forget: async (person) => {
      await diary.commit([{ remove: keyOf(person) }]);
    },
  };
};
