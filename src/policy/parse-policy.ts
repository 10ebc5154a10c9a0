/** Reads a policy pack. A pack that is not clear is refused whole: no rule is guessed. */
import { z } from 'zod';
import { roles } from '../vocabulary.ts';
import { type Policy, riskLevels, visitClasses } from './policy.ts';

export class PolicyUnclear extends Error {
  override readonly name = 'PolicyUnclear';
  readonly places: readonly string[];
  constructor(places: readonly string[]) {
    super(`The policy pack is not clear: ${places.join('; ')}`);
    this.places = places;
  }
}

const text = z.string().trim().min(1);
const role = z.enum(roles);
const someRoles = z
  .array(role)
  .min(1)
  .refine((list) => !list.includes('pupil'), 'a pupil can have no part in this');
const minutes = z.number().int().nonnegative();
const someMinutes = z.number().int().positive();
const answer = z.enum(['yes', 'no']);

const unique = <Item extends z.ZodType<{ readonly id: string }>>(item: Item, what: string) =>
  z
    .array(item)
    .min(1)
    .refine(
      (list) => new Set(list.map(({ id }) => id)).size === list.length,
      `${what} must have ids of their own`,
    );

/** Each rung comes later than the one before. */
const climbs = (rungs: readonly { readonly afterMinutes: number }[]): boolean =>
  rungs.every(({ afterMinutes }, index) => afterMinutes > (rungs[index - 1]?.afterMinutes ?? -1));

const rung = z.strictObject({
  id: text,
  afterMinutes: minutes,
  to: z.array(z.union([role, z.literal('visitors')])).min(1),
});

const overdue = z.strictObject({
  rungs: unique(rung, 'rungs')
    .refine(climbs, 'rungs must climb: each later than the one before')
    .refine(
      (rungs) => rungs.at(-1)?.to.some((audience) => audience !== 'visitors') === true,
      'the last rung must reach somebody who is not out',
    ),
  repeatMinutes: someMinutes,
  afterSpokenMinutes: someMinutes,
});

const policy = z.strictObject({
  pack: text,
  title: text,
  version: text,
  language: z.literal('en-GB'),
  clauses: z.record(z.string(), text),
  approval: z.strictObject({ roles: someRoles, toleranceMinutes: minutes }),
  staffing: z.strictObject({ rule: z.enum(['two', 'two-or-reason', 'lone-allowed']) }),
  appointment: z.strictObject({ rule: z.enum(['required', 'preferred']) }),
  visitClasses: z.array(z.enum(visitClasses)).min(1),
  purposes: unique(z.strictObject({ id: text, label: text }), 'purposes'),
  risk: z.strictObject({
    initialFloor: z.enum(riskLevels),
    questions: unique(
      z.strictObject({
        id: z.enum(['q1', 'q2', 'q4', 'q5', 'q6']),
        ask: text,
        problem: answer,
        // biome-ignore lint/suspicious/noThenProperty: the pack's own word for what follows; nothing awaits it.
        then: z.enum(['action', 'block']),
      }),
      'questions',
    ),
  }),
  departure: z.strictObject({
    checks: unique(
      z.strictObject({ id: text, ask: text, needs: answer, next: text }),
      'departure checks',
    ),
    notify: someRoles,
  }),
  overdue,
  extensions: z.strictObject({ allowed: minutes }),
  responders: someRoles,
  concerns: z.strictObject({ tell: someRoles }),
});

export const parsePolicy = (json: unknown): Policy => {
  const read = policy.safeParse(json);
  if (read.success) return read.data;
  throw new PolicyUnclear(
    read.error.issues.map(({ path, message }) => `${path.join('.') || 'the pack'}: ${message}`),
  );
};
