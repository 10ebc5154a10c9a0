/** The shapes that histories are checked against when they come back from a list. */
import { z } from 'zod';
import {
  type CommandId,
  commandId,
  type Instant,
  instant,
  type PersonId,
  personId,
  type VisitId,
  visitId,
} from '../vocabulary.ts';

export const personShape = z
  .string()
  .min(1)
  .transform((text): PersonId => personId(text));
export const visitShape = z
  .string()
  .min(1)
  .transform((text): VisitId => visitId(text));
export const commandShape = z
  .string()
  .min(1)
  .transform((text): CommandId => commandId(text));

/** Only moments in the one form we write ourselves. */
export const instantShape = z.string().transform((text, context): Instant => {
  try {
    const moment = instant(text);
    if (moment === text) return moment;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  context.addIssue('not a moment');
  return z.NEVER;
});

export const peopleShape = z.array(personShape).readonly();
export const answersByName = z.record(z.string(), z.string()).readonly();
