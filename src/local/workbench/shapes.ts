import { z } from 'zod';

// The page's policy allows no evaluated code, which zod would otherwise try for speed.
z.config({ jitless: true });

/** What the control interface answers, checked where it comes in. */

export const person = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string().optional(),
  roles: z.array(z.string()),
});
export type Person = z.infer<typeof person>;

export const card = z.looseObject({ type: z.literal('AdaptiveCard') });
export type Card = z.infer<typeof card>;

const suggested = z.array(z.object({ title: z.string(), value: z.string() }));

export const message = z.object({
  id: z.string(),
  from: z.string(),
  text: z.string().nullish(),
  card: card.nullish(),
  at: z.string(),
  updatedAt: z.string().nullish(),
  suggestions: suggested.optional(),
});
export type Message = z.infer<typeof message>;

export const channel = z.object({ name: z.string(), members: z.array(z.string()).default([]) });
export type Channel = z.output<typeof channel>;

export const token = z.object({ token: z.string() });

export const clock = z.object({ now: z.string() });

/** An invoke as the bot answered it; where it opened a dialog, the id to press in that. */
export const answer = z.object({
  status: z.number(),
  body: z.unknown().optional(),
  dialog: z.string().optional(),
});
export type Answer = z.infer<typeof answer>;

export const addresses = z.object({ product: z.string(), tenant: z.string() });
export type Addresses = z.infer<typeof addresses>;

export const processes = z.object({ product: z.number().nullable() });

export const fault = z.looseObject({ on: z.string(), kind: z.string() });
export type Fault = { readonly on: string; readonly kind: string; readonly retryAfter?: number };

export const packs = z.object({
  current: z.string(),
  packs: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type Packs = z.infer<typeof packs>;

/** What the policy that is on asks of a visit, as far as the story of one has to know beforehand. */
export const policyInShort = z.object({
  title: z.string(),
  mode: z.enum(['approve', 'know', 'list-and-visit']),
  /** Roles: who decides, who makes the assessment their own, who signs the week's list. */
  decides: z.array(z.string()),
  adopts: z.array(z.string()),
  signs: z.array(z.string()),
  codeWord: z.boolean(),
  /** What the school's policy calls it, by rule. */
  clauses: z.record(z.string(), z.string()),
  now: z.string(),
  /** Now, or the next morning on which the school is open; and its week. */
  goodTime: z.string(),
  week: z.string(),
});
export type PolicyInShort = z.infer<typeof policyInShort>;

export const tabAnswer = z.object({ status: z.number(), body: z.unknown().optional() });
export type TabAnswer = z.infer<typeof tabAnswer>;
