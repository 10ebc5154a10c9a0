/** What the bot needs of an activity, checked before anything believes it. */
import { z } from 'zod';

/** Goes into the connector's addresses: no slash, query or dots that climb. */
const conversationId = z
  .string()
  .max(400)
  .regex(/^[A-Za-z0-9]+:[\w:@.;=+-]+$/)
  .refine((id) => !id.includes('..'));

const identifier = z.string().min(1).max(400);

export const activityShape = z.looseObject({
  type: identifier,
  id: identifier.optional(),
  name: z.string().max(100).optional(),
  channelId: z.string().optional(),
  serviceUrl: identifier,
  text: z.string().optional(),
  timestamp: z.string().optional(),
  replyToId: z.string().max(400).optional(),
  value: z.unknown().optional(),
  from: z.looseObject({
    id: identifier,
    name: z.string().optional(),
    aadObjectId: identifier.optional(),
  }),
  recipient: z.looseObject({ id: z.string().optional() }).optional(),
  conversation: z.looseObject({
    id: conversationId,
    tenantId: z.string().optional(),
    conversationType: z.string().optional(),
  }),
  channelData: z
    .looseObject({ tenant: z.looseObject({ id: z.string() }).optional() })
    .nullable()
    .optional(),
});

export type IncomingActivity = z.infer<typeof activityShape>;

/** Every tenant the activity says it comes from. */
export const tenantsOf = ({ conversation, channelData }: IncomingActivity): readonly string[] =>
  [conversation.tenantId, channelData?.tenant?.id].filter((id) => id !== undefined);
