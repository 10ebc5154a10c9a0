/** Which message holds a person's card of a visit, and which hold its alarms, so that they can be brought up to date. */
import { z } from 'zod';
import type { Diary, Key } from '../journeys/diary.ts';
import type { PersonId, SchoolId, VisitId } from '../vocabulary.ts';
import type { Place } from './connector.ts';

const spotShape = z.object({
  conversation: z.string(),
  serviceUrl: z.string(),
  activity: z.string(),
});
const recordShape = z.object({
  card: spotShape.optional(),
  alarms: z.record(z.string(), z.array(spotShape)),
});

export type Spot = Place & { readonly activity: string };
export type CardRecord = {
  readonly card?: Spot | undefined;
  /** Every message of each alarm, oldest first. */
  readonly alarms: Readonly<Record<string, readonly Spot[]>>;
};

export type CardMemory = {
  readonly read: (visit: VisitId, person: PersonId) => Promise<CardRecord>;
  /** Changes what is kept; tried again where somebody else has changed it meanwhile. */
  readonly change: (
    holder: { readonly visit: VisitId; readonly person: PersonId },
    change: (record: CardRecord) => CardRecord,
  ) => Promise<void>;
};

const nothing: CardRecord = { alarms: {} };
const tries = 5;

export const createCardMemory = (diary: Diary, school: SchoolId): CardMemory => {
  const keyOf = (visit: VisitId, person: PersonId): Key => ({
    school,
    partition: visit,
    kind: 'card',
    id: person,
  });
  const load = async (visit: VisitId, person: PersonId) => {
    const record = await diary.read(keyOf(visit, person));
    const parsed = recordShape.safeParse(record?.value);
    return { record: parsed.success ? parsed.data : nothing, version: record?.version };
  };
  return {
    read: async (visit, person) => (await load(visit, person)).record,
    change: async ({ visit, person }, change) => {
      for (let attempt = 0; attempt < tries; attempt += 1) {
        const { record, version } = await load(visit, person);
        const put = { put: keyOf(visit, person), value: change(record) };
        const done = await diary.commit([{ ...put, expects: version ?? 'absent' }]);
        if (done === 'done') return;
      }
    },
  };
};
