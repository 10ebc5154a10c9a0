/** What a policy pack must look like, down to its last word. */
import { z } from 'zod';
import { type Role, roles } from '../vocabulary.ts';
import { riskLevels, visitClasses } from './policy.ts';
import {
  askedFields,
  checkIns,
  classNeeds,
  classWaives,
  moments,
  purposeNeeds,
} from './policy-parts.ts';

const text = z.string().trim().min(1);
const noPupil = (list: z.ZodArray<z.ZodEnum<{ [R in Role]: R }>>) =>
  list.refine((held) => !held.includes('pupil'), 'a pupil can have no part in this');
const someRoles = noPupil(z.array(z.enum(roles)).min(1));
const minutes = z.number().int().nonnegative();
const someMinutes = z.number().int().positive();
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'must be a time, like 17:00');
const answer = z.enum(['yes', 'no']);
const switched = z.enum(['off', 'on']);
const clause = text.exactOptional();

type WithId = z.ZodType<{ readonly id: string }>;
const distinct = <Item extends WithId>(item: Item, what: string) =>
  z
    .array(item)
    .refine(
      (list) => new Set(list.map(({ id }) => id)).size === list.length,
      `${what} must have ids of their own`,
    );
const some = <Item extends WithId>(item: Item, what: string) => distinct(item, what).min(1);

/** Each rung comes later than the one before. */
const climbs = (rungs: readonly { readonly afterMinutes: number }[]): boolean =>
  rungs.every(({ afterMinutes }, index) => afterMinutes > (rungs[index - 1]?.afterMinutes ?? -1));

const rung = z.strictObject({
  id: text,
  afterMinutes: minutes,
  to: z.array(z.union([z.enum(roles), z.literal('visitors')])).min(1),
});

const overdue = z.strictObject({
  rungs: some(rung, 'rungs')
    .refine(climbs, 'rungs must climb: each later than the one before')
    .refine(
      (rungs) => rungs.at(-1)?.to.some((audience) => audience !== 'visitors') === true,
      'the last rung must reach somebody who is not out',
    ),
  repeatMinutes: someMinutes,
  afterSpokenMinutes: someMinutes,
});

const breakGlass = z
  .strictObject({
    rule: switched,
    first: noPupil(z.array(z.enum(roles))),
    second: noPupil(z.array(z.enum(roles))),
    review: noPupil(z.array(z.enum(roles))),
    reviewHours: someMinutes,
  })
  .refine(
    ({ rule, first, second, review }) =>
      rule === 'off' || [first, second, review].every((held) => held.length > 0),
    'two who decide together in an emergency, and somebody who reviews it, need roles (first, second, review)',
  );

const reminder = z.strictObject({
  id: text,
  minutesBeforeStart: minutes,
  to: noPupil(z.array(z.enum(roles))),
});

const approval = z
  .strictObject({
    mode: z.enum(['approve', 'know', 'list-and-visit']),
    roles: someRoles,
    listRoles: z.array(z.enum(roles)),
    delegation: z.enum(['off', 'deputy', 'duty-rota', 'senior-manager']),
    toleranceMinutes: minutes,
    substitutes: noPupil(z.array(z.enum(roles))),
    whenAllAway: noPupil(z.array(z.enum(roles))),
    reminders: distinct(reminder, 'reminders'),
    urgentMinutes: z.array(someMinutes),
    breakGlass,
  })
  .refine(
    ({ mode, listRoles }) => mode !== 'list-and-visit' || listRoles.length > 0,
    'a list that is signed needs somebody who signs it (listRoles)',
  );

const question = z.strictObject({
  id: z.enum(['q1', 'q2', 'q4', 'q5', 'q6']),
  ask: text,
  problem: answer,
  // biome-ignore lint/suspicious/noThenProperty: the pack's own word for what follows; nothing awaits it.
  then: z.enum(['action', 'block']),
  clause,
});

const personal = z.strictObject({
  id: z.enum(['q3', 'q7']),
  ask: text,
  problem: answer,
  // biome-ignore lint/suspicious/noThenProperty: the pack's own word for what follows; nothing awaits it.
  then: z.enum(['adjustment', 'block']),
  clause,
});

const hazard = z.strictObject({
  id: text.regex(/^[a-z]+$/u, 'must be one word in small letters'),
  hazard: text,
  people: text,
  severity: text,
  likelihood: text,
  level: z.enum(riskLevels),
  controls: z.array(text).min(1),
  clause,
});

const risk = z
  .strictObject({
    form: z.enum(['questions', 'hazards']),
    initialFloor: z.enum(riskLevels),
    adoptedBy: noPupil(z.array(z.enum(roles))),
    general: z.enum(['off', 'kept', 'read-first']),
    homeSeen: z.enum(['off', 'hazards', 'always']),
    questions: distinct(question, 'questions'),
    personal: distinct(personal, 'questions'),
    hazards: distinct(hazard, 'hazards'),
  })
  .refine(
    (said) => said[said.form].length > 0,
    'the risk form must ask something: it has no rows of the kind it names',
  );

const classRule = z.strictObject({
  id: z.enum(visitClasses),
  waives: z.array(z.enum(classWaives)),
  needs: z.array(z.enum(classNeeds)),
  clause,
});

const record = z.enum(['off', 'optional', 'where-appropriate', 'check-only', 'always']);
const departureCheck = z.strictObject({ id: text, ask: text, needs: answer, next: text, clause });

export const packShape = z.strictObject({
  pack: text,
  title: text,
  version: text,
  language: z.literal('en-GB'),
  clauses: z.record(z.string(), text),
  approval,
  staffing: z.strictObject({
    rule: z.enum(['two', 'two-or-reason', 'two-if-known', 'lone-allowed']),
    loneAssessment: z.enum(['off', 'required']),
  }),
  appointment: z.strictObject({
    rule: z.enum(['required', 'preferred']),
    confirmed: z.boolean(),
  }),
  classRules: some(classRule, 'classes of visit'),
  purposes: some(
    z.strictObject({
      id: text,
      label: text,
      needs: z.array(z.enum(purposeNeeds)).exactOptional(),
      hint: text.exactOptional(),
      clause,
    }),
    'purposes',
  ),
  asking: z
    .array(z.strictObject({ field: z.enum(askedFields), ask: text, required: z.boolean(), clause }))
    .refine(
      (list) => new Set(list.map(({ field }) => field)).size === list.length,
      'each field is asked about once',
    ),
  evening: z.strictObject({
    rule: z.enum(['always', 'alone-without-backup']),
    from: time,
    until: time,
    alternatives: z.array(text).min(1),
  }),
  transport: z.strictObject({ rule: z.enum(['driver-and-one', 'driver']) }),
  risk,
  briefing: distinct(
    z.strictObject({
      id: text,
      moment: z.enum(moments),
      say: text,
      whenGoing: z.enum(['one', 'two']).exactOptional(),
      clause,
    }),
    'briefing lines',
  ),
  departure: z.strictObject({
    checks: some(departureCheck, 'departure checks'),
    notify: someRoles,
    names: z.boolean(),
    reach: z.enum(['tap', 'off']),
  }),
  notices: z.strictObject({
    named: noPupil(z.array(z.enum(roles))),
    changes: noPupil(z.array(z.enum(roles))),
  }),
  overdue,
  extensions: z.strictObject({ allowed: minutes }),
  responders: someRoles,
  concerns: z.strictObject({ tell: someRoles }),
  doorstep: z.strictObject({ parent: z.enum(['required', 'adult']) }),
  pace: z.strictObject({
    remindBeforeMinutes: someMinutes,
    arriveWithinMinutes: someMinutes,
    stayMinutes: someMinutes,
  }),
  child: z.strictObject({ answerMinutes: someMinutes, checkMinutes: someMinutes }),
  noShow: z.strictObject({ waitMinutes: someMinutes, lateMinutes: someMinutes }),
  checkIns: z.array(z.enum(checkIns)).min(1),
  device: z.strictObject({ manDown: switched }),
  codeWord: z.strictObject({ rule: z.enum(['off', 'on', 'pairs']) }),
  animals: z.strictObject({
    rule: z.enum(['none-or-controlled', 'separate-room', 'separate-room-in-writing']),
  }),
  signatures: z.strictObject({ rule: z.enum(['off', 'if-reason', 'always', 'optional']) }),
  weeklyList: z.strictObject({ rule: switched }),
  records: z.strictObject({ cpoms: record, sims: record, attendance: record }),
  agreements: z.strictObject({ letters: z.boolean(), followUp: z.boolean() }),
  attendanceAlert: z.strictObject({
    rule: switched,
    belowPercent: z.number().min(0).max(100),
    months: someMinutes,
  }),
  registers: z.array(
    z.enum(['mobiles', 'vehicles', 'insurance', 'breakdown', 'training', 'checks', 'designated']),
  ),
  training: z.strictObject({ subjects: z.array(text) }),
  debrief: z.strictObject({ rule: switched }),
  infection: z.strictObject({ module: z.enum(['off', 'available']) }),
  legal: z.array(z.strictObject({ name: text, note: text.exactOptional() })),
  linkedPolicies: z.array(text),
  review: z.strictObject({
    due: z
      .string()
      .regex(/^$|^\d{4}(-\d{2})?$/u, 'must be a year and month, like 2025-01, or empty'),
    everyMonths: someMinutes,
  }),
  signOffs: z.array(z.enum(roles)),
  reading: z.strictObject({ rule: z.enum(['departure', 'record']) }),
  contacts: distinct(
    z.strictObject({ id: text, name: text, reach: z.string().trim(), clause }),
    'contacts',
  ),
  website: z.string().regex(/^$|^https:\/\/\S+$/u, 'must be an address that begins with https://'),
});
