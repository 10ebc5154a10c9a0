import { z } from 'zod';
import { riskLevels } from '../policy/policy.ts';
import { hazardLevels, type RestrictedEvent, riskFlags } from '../risk-assessment/assessment.ts';
import { commandShape, instantShape, personShape } from './shapes.ts';

const questions = ['q1', 'q2', 'q4', 'q5', 'q6'] as const;

const envelope = { at: instantShape, by: personShape, command: commandShape };

const answersShape = z
  .strictObject({
    answers: z.partialRecord(z.enum(questions), z.enum(['yes', 'no'])).readonly(),
    actions: z.partialRecord(z.enum(questions), z.string()).readonly(),
    level: z.enum(riskLevels).optional(),
    flags: z.array(z.enum(riskFlags)).readonly().exactOptional(),
    hazards: z
      .record(z.string(), z.strictObject({ level: z.enum(hazardLevels), controls: z.string() }))
      .readonly()
      .exactOptional(),
  })
  .transform(({ level, ...rest }) => ({ ...rest, level }));

export const restrictedEventShape: z.ZodType<RestrictedEvent> = z.discriminatedUnion('type', [
  z.strictObject({
    ...envelope,
    type: z.literal('risk-answered'),
    answers: answersShape,
    purpose: z.string().exactOptional(),
    purposeNote: z.string().exactOptional(),
    notes: z.record(z.string(), z.string()).readonly().exactOptional(),
    homeSeen: z
      .strictObject({
        shown: z.string(),
        hazards: z.array(z.string()).readonly(),
        visited: z.boolean(),
      })
      .readonly()
      .exactOptional(),
  }),
  z.strictObject({
    ...envelope,
    type: z.literal('health-answered'),
    adjustment: z.enum(['none', 'needed']),
    sealedWhat: z.string().exactOptional(),
  }),
  z.strictObject({
    ...envelope,
    type: z.literal('police-recorded'),
    reference: z.string(),
    words: z.string(),
  }),
  z.strictObject({ ...envelope, type: z.literal('child-said'), words: z.string() }),
  z.strictObject({
    ...envelope,
    type: z.literal('handed-over'),
    to: z.string(),
    relation: z.string(),
    policeReference: z.string(),
  }),
  z.strictObject({
    ...envelope,
    type: z.literal('advised'),
    advice: z.string(),
    called: z.enum(['nobody', '101', '999']),
    callReference: z.string(),
    referred: z.boolean(),
  }),
]);
