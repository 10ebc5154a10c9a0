import { z } from 'zod';
import { riskLevels, visitClasses } from '../policy/policy.ts';
import { childCalled } from '../visits/command.ts';
import { nudges, type VisitEvent } from '../visits/event.ts';
import { contactChannels } from '../visits/proposal.ts';
import { roles } from '../vocabulary.ts';
import {
  answersByName,
  commandShape,
  instantShape,
  peopleShape,
  personShape,
  visitShape,
} from './shapes.ts';

const proposalShape = z
  .strictObject({
    pupil: z.string(),
    yearGroup: z.string(),
    parent: z.string(),
    parentPhone: z.string(),
    address: z.string(),
    class: z.enum(visitClasses),
    purpose: z.string(),
    purposeNote: z.string(),
    sensitive: z.boolean(),
    people: z.string(),
    whyNotInSchool: z.string(),
    language: z.string(),
    staffing: z.string(),
    appointment: z.enum(['phone', 'letter', 'none']),
    appointmentNote: z.string(),
    start: instantShape,
    dueBack: instantShape,
    visitors: peopleShape,
    transport: z.string(),
    aloneReason: z.string().exactOptional(),
    visitorRoles: z.string().exactOptional(),
    eveningReason: z.string().exactOptional(),
    backup: personShape.exactOptional(),
    refusedLeave: z.string().exactOptional(),
    companions: z.string().exactOptional(),
    alsoTell: personShape.exactOptional(),
    documents: z.string().exactOptional(),
    confirmedBy: z.string().exactOptional(),
    confirmedOn: z.string().exactOptional(),
    reminder: z.string().exactOptional(),
    carriesPupil: z.literal(true).exactOptional(),
    driver: personShape.exactOptional(),
    contactAttempts: z
      .array(
        z
          .strictObject({ at: instantShape, by: z.enum(contactChannels), to: z.string() })
          .readonly(),
      )
      .readonly()
      .exactOptional(),
  })
  .readonly();

const riskShape = z
  .strictObject({
    level: z.enum(riskLevels),
    risks: z.int().min(0),
    withActions: z.int().min(0),
  })
  .readonly();

const handChanges = z
  .array(z.strictObject({ column: z.string(), from: z.string(), to: z.string() }))
  .readonly();

const rules = z.array(z.strictObject({ rule: z.string(), clause: z.string() })).readonly();

const event = <Type extends string, Shape extends z.core.$ZodLooseShape>(
  type: Type,
  shape: Shape,
) =>
  z.strictObject({
    at: instantShape,
    by: personShape,
    command: commandShape,
    via: z.enum(['chat', 'tab', 'phone', 'product', 'list']),
    type: z.literal(type),
    ...shape,
  });

const footing = z.enum(['parent', 'delegated-adult', 'other-adult', 'child']);

/** In whose place somebody decided. */
const capacity = {
  standsInFor: z.enum(roles).exactOptional(),
  substituteFor: z.enum(roles).exactOptional(),
};

const asking = [
  event('submitted', {
    reference: z.string(),
    proposal: proposalShape,
    risk: riskShape,
    content: z.string(),
    policyVersion: z.string(),
    firstVisit: z.boolean(),
    general: z.int().positive().exactOptional(),
    substitute: z.literal(true).exactOptional(),
  }),
  event('edited', {
    proposal: proposalShape,
    risk: riskShape,
    content: z.string(),
    changed: z.array(z.string()).readonly(),
    voids: z.boolean(),
    substitute: z.literal(true).exactOptional(),
    was: z
      .strictObject({
        start: instantShape,
        dueBack: instantShape,
        visitors: peopleShape,
        appointment: z.enum(['phone', 'letter', 'none']),
      })
      .readonly()
      .exactOptional(),
    adoptionVoid: z.literal(true).exactOptional(),
  }),
  event('approved', { content: z.string(), note: z.string(), ...capacity }),
  event('declined', { reason: z.string(), instead: z.string().exactOptional(), ...capacity }),
  event('changes-asked', { what: z.string(), ...capacity }),
  event('approval-withdrawn', { reason: z.string(), ...capacity }),
  event('lapsed', {}),
  event('decision-reminded', { step: z.string() }),
  event('yes-by-phone', { from: personShape }),
  event('glass-started', { content: z.string(), reason: z.string() }),
  event('glass-broken', { content: z.string() }),
  event('glass-reviewed', { note: z.string() }),
  event('review-reminded', { times: z.int().min(1) }),
  event('departure-known', {}),
  event('assessment-adopted', {
    content: z.string(),
    standsInFor: z.enum(roles).exactOptional(),
  }),
  event('details-opened', { content: z.string() }),
  event('health-answered', {}),
  event('reading-confirmed', {}),
  event('code-word-agreed', {}),
  event('departure-checked', { answers: answersByName, failed: z.array(z.string()).readonly() }),
] as const;

const carried = z
  .strictObject({
    from: z.array(z.strictObject({ visit: visitShape, person: personShape }).readonly()).readonly(),
    hop: z.int().min(1),
    extensions: z.int().min(0),
  })
  .readonly();

const going = [
  event('departed', {
    who: peopleShape,
    dueBack: instantShape,
    carried: carried.exactOptional(),
  }),
  event('breach-reported', {
    what: z.string(),
    who: peopleShape,
    dueBack: instantShape,
    reference: z.string(),
    carried: carried.exactOptional(),
    rules,
  }),
  event('arrived', { who: peopleShape }),
  event('waited', { who: peopleShape }),
  event('entered', {
    who: peopleShape,
    invitedBy: footing,
    parentPresent: z.boolean(),
    permission: z.string().exactOptional(),
    animals: z.enum(['none', 'secured', 'loose']),
    hazards: z.string(),
  }),
  event('left', { who: peopleShape, next: z.string() }),
  event('returned', { who: peopleShape }),
  event('extended', { dueBack: instantShape }),
  event('plan-changed', { what: z.string() }),
  event('joined-round', { round: z.string(), name: z.string(), dueBack: instantShape }),
  event('left-round', {}),
  event('moved-on', {
    who: peopleShape,
    to: visitShape,
    reference: z.string(),
    hop: z.int().min(1),
  }),
  event('round-ended', { who: peopleShape }),
  event('called-off', {
    how: z.enum(['cannot-go', 'turn-back', 'feel-unsafe', 'animals-loose', 'cancel']),
    reason: z.string(),
    instead: z.string().exactOptional(),
  }),
  event('left-unsafe', { who: peopleShape }),
  event('met-at-the-door', { who: peopleShape, spokeTo: z.string(), footing }),
  event('lateness-noticed', { expected: instantShape.exactOptional() }),
  event('wait-ended', { how: z.enum(['no-show', 'late']) }),
  event('parent-left', {}),
  event('went-upstairs', { why: z.string(), with: z.string() }),
  event('checked-in', { who: peopleShape }),
  event('reason-written', { reason: z.string() }),
  event('nudged', { about: z.enum(nudges) }),
  event('reached-safety', { who: peopleShape }),
] as const;

const alarms = [
  event('help-called', {
    alarm: z.string(),
    kind: z.enum(['help', 'danger', 'unwell', 'injured']),
    words: z.string(),
    reference: z.string(),
  }),
  event('child-found', {
    alarm: z.string(),
    kind: z.enum(['child-alone', 'child-in-danger']),
    reference: z.string(),
  }),
  event('said-well', { who: peopleShape }),
  event('welfare-asked', {}),
  event('handed-over', { dueBack: instantShape }),
  event('advice-recorded', {}),
  event('police-recorded', { alarm: z.string(), called: z.enum(childCalled) }),
  event('call-asked', {}),
  event('rung-raised', {
    alarm: z.string(),
    rung: z.string(),
    times: z.int().min(0),
    quiet: z.boolean().exactOptional(),
  }),
  event('acknowledged', { alarm: z.string() }),
  event('spoken-to', { alarm: z.string(), to: peopleShape, dueBack: instantShape }),
  event('not-reached', { alarm: z.string(), to: peopleShape }),
  event('take-over-asked', { times: z.int().min(1), person: personShape.exactOptional() }),
  event('taken-over', {}),
  event('test-sent', { who: peopleShape }),
  event('reached', { who: peopleShape }),
  event('stood-down', { alarm: z.string(), spokeTo: peopleShape }),
] as const;

const noticed = [
  event('changed-by-hand', {
    changes: handChanges,
    editor: z.string(),
    proposal: proposalShape,
    voids: z.boolean(),
  }),
  event('history-broken', { found: z.string(), editor: z.string() }),
] as const;

export const visitEventShape: z.ZodType<VisitEvent> = z.discriminatedUnion('type', [
  ...asking,
  ...going,
  ...alarms,
  ...noticed,
]);
