import { z } from 'zod';
import { type ConcernEvent, concernAbouts } from '../concerns/concern.ts';
import { commandShape, instantShape, peopleShape, personShape } from './shapes.ts';

const envelope = { at: instantShape, by: personShape, command: commandShape };

export const concernEventShape: z.ZodType<ConcernEvent> = z.discriminatedUnion('type', [
  z.strictObject({
    ...envelope,
    type: z.literal('concern-raised'),
    reference: z.string(),
    about: z.enum(concernAbouts),
    person: z.string(),
    what: z.string(),
    visit: z.string().exactOptional(),
    route: z.enum(['safeguarding', 'governance']),
    subjects: peopleShape,
  }),
  z.strictObject({ ...envelope, type: z.literal('concern-acknowledged') }),
  z.strictObject({ ...envelope, type: z.literal('concern-spoken-of') }),
  z.strictObject({ ...envelope, type: z.literal('concern-added-to'), what: z.string() }),
  z.strictObject({ ...envelope, type: z.literal('concern-climbed'), times: z.int().min(0) }),
]);
