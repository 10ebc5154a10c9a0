import { z } from 'zod';
import type { DuressEvent } from '../duress/duress.ts';
import { commandShape, instantShape, peopleShape, personShape } from '../register/shapes.ts';
import { visitId } from '../vocabulary.ts';

export type KeptDuress = { readonly events: readonly DuressEvent[] };

const envelope = { at: instantShape, by: personShape, command: commandShape };

export const duressShape: z.ZodType<KeptDuress> = z.object({
  events: z
    .array(
      z.discriminatedUnion('type', [
        z.object({
          ...envelope,
          type: z.literal('code-word-heard'),
          reference: z.string(),
          visit: z.string().transform(visitId).optional(),
          people: peopleShape,
        }),
        z.object({ ...envelope, type: z.literal('duress-climbed'), times: z.int().min(0) }),
        z.object({ ...envelope, type: z.literal('duress-acknowledged') }),
        z.object({ ...envelope, type: z.literal('duress-stood-down'), spokeTo: peopleShape }),
      ]),
    )
    .readonly(),
});
