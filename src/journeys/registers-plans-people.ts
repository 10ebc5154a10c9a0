/** Every change that can be made to what is on record of people, and to the duty rota. */
import { whyNoEffect } from '../people/duty.ts';
import type { Duty } from '../people/registers.ts';
import { memberOf, nameOf, type StaffMember } from '../people/staff.ts';
import { type Rule, refusal } from '../policy/refusal.ts';
import { dayIn, dutyColumns, rolesSaid } from '../register/registers.ts';
import { trainingIn, trainingSaid } from '../register/roster.ts';
import { roles } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { KeptStaff } from './registers-kept.ts';
import { lineMeant, no, type PlanGiven, type Planner, reader, withLine } from './registers-plan.ts';
import { isRefused, planned } from './registers-plans.ts';

const trainingLimit = 10_000;

/** The person's line in the staff list, as it was shown. */
const lineOf = ({ inputs, kept, policy }: PlanGiven) => {
  const line = kept.staff.find(({ person }) => person === (inputs['person'] ?? '').trim());
  if (line === undefined) return refusal(policy, 'registers/known', { field: 'person' });
  return line.place.revision === (inputs['revision'] ?? '').trim()
    ? line
    : refusal(policy, 'registers/changed-since');
};

const withStaff = (staff: readonly KeptStaff[], line: KeptStaff): KeptStaff[] =>
  staff.map((one) => (one.person === line.person ? line : one));

/** Only what is sent changes. */
export const setStaff: Planner = (given) => {
  const line = lineOf(given);
  if (isRefused(line)) return no(line);
  const { inputs } = given;
  const { refusals, against, ...read } = reader(given);
  const said = (field: string) =>
    inputs[field] === undefined ? undefined : read.choice(field, ['yes', 'no']);
  const [designated, checksSeen] = [said('designated'), said('checksSeen')];
  const mobile = inputs['mobile'] === undefined ? undefined : read.text('mobile');
  const lines = inputs['training'];
  for (const wrong of linesUnclear(lines ?? ''))
    against('registers/training', 'training', { said: wrong });
  if (refusals.length > 0) return no(...refusals);
  const training = lines === undefined ? undefined : trainingIn(lines);
  const changes: Partial<StaffMember> = {
    ...(designated === undefined ? {} : { designated: designated === 'yes' }),
    ...(checksSeen === undefined ? {} : { checksSeen: checksSeen === 'yes' }),
    ...(mobile === undefined ? {} : { mobile }),
    ...(training === undefined ? {} : { training }),
  };
  return planned({
    book: 'staff',
    place: line.place,
    key: line.person,
    columns: {
      ...(designated === undefined ? {} : { Designated: designated }),
      ...(checksSeen === undefined ? {} : { ChecksSeen: checksSeen }),
      ...(mobile === undefined ? {} : { Mobile: mobile }),
      ...(training === undefined ? {} : { Training: trainingSaid(training) }),
    },
    after: (now, place) => ({ ...now, staff: withStaff(now.staff, { ...line, place }) }),
    roster: (roster) =>
      roster.map((member) => (member.id === line.person ? { ...member, ...changes } : member)),
    about: nameOf(given.roster, line.person),
  });
};

/** A subject, the day it was done, and the day it runs out where it does. */
const linesUnclear = (text: string): readonly string[] =>
  text.length > trainingLimit
    ? [`${text.slice(0, 60)}…`]
    : text.split(/\r?\n/u).filter((line) => {
        const [subject = '', on = '', until = '', ...more] = line
          .split('|')
          .map((one) => one.trim());
        if (line.trim() === '') return false;
        const ends = until === '' || (dayIn(until) !== '' && dayIn(until) >= dayIn(on));
        return subject === '' || dayIn(on) === '' || !ends || more.length > 0;
      });

/** What was added by hand counts from now on; nobody confirms their own. */
export const confirmRoles: Planner = (given) => {
  const line = lineOf(given);
  if (isRefused(line)) return no(line);
  const { inputs, policy, by } = given;
  if (line.person === by) return no(refusal(policy, 'registers/own-roles'));
  if ((inputs['roles'] ?? '').trim() !== rolesSaid(line.listed))
    return no(refusal(policy, 'registers/changed-since'));
  return planned({
    book: 'staff',
    place: line.place,
    key: line.person,
    columns: { RolesConfirmed: given.rolesSeal(line.person, line.listed) },
    after: (now, place) => ({
      ...now,
      staff: withStaff(now.staff, { ...line, confirmed: line.listed, place }),
    }),
    roster: (roster) =>
      roster.map((member) =>
        member.id === line.person ? { ...member, roles: line.listed } : member,
      ),
    about: nameOf(given.roster, line.person),
  });
};

/** Whoever writes it down answers for it, so a line that is changed is theirs. */
export const keepDuty: Planner = (given) => {
  const { kept, command, by, now, roster } = given;
  const meant = lineMeant(given, kept.duty);
  if (isRefused(meant)) return no(meant);
  const { refusals, against, ...read } = reader(given);
  const kind = read.choice('kind', ['on-duty', 'stands-in', 'away']);
  const person = read.person('person', true);
  const role = kind === undefined || kind === 'away' ? undefined : read.choice('role', roles);
  const from = read.moment('fromDay', 'fromTime');
  const until = read.moment('untilDay', 'untilTime');
  const ends = until === undefined || (until > now && (from === undefined || until > from));
  if (!ends) against('registers/order', 'untilDay');
  const missing = kind === undefined || person === undefined || from === undefined;
  if (refusals.length > 0 || missing || until === undefined) return no(...refusals);
  const id = meant === 'new' ? `duty-${command}` : meant.id;
  const duty: Duty = { id, kind, person, role, from, until, madeBy: by, revoked: undefined };
  const noEffect = reasonsNoEffect(duty, given);
  if (noEffect.length > 0) return no(...noEffect);
  return planned({
    book: 'duty',
    place: meant === 'new' ? undefined : meant.place,
    key: id,
    columns: dutyColumns(duty, roster, given.dutySeal),
    after: (all, place) => ({
      ...all,
      duty: withLine(all.duty, { ...duty, vouched: true, place }),
    }),
    about: aboutDuty(duty, given),
  });
};

const reasonsNoEffect = (duty: Duty, { roster, policy }: PlanGiven) => {
  const why = whyNoEffect(duty, roster, policy);
  const { roles: roleWords } = wordsFor(policy.language).status;
  const role = duty.role === undefined ? '' : roleWords[duty.role];
  const rules: Readonly<Record<NonNullable<typeof why>, readonly [Rule, string]>> = {
    nobody: ['registers/choice', 'person'],
    own: ['registers/own-duty', 'person'],
    'not-delegated': ['registers/not-delegated', 'role'],
    'not-theirs': ['registers/not-theirs', 'person'],
  };
  if (why === undefined) return [];
  const [rule, field] = rules[why];
  const who = nameOf(roster, duty.person);
  return [refusal(policy, rule, { role, who, said: who, field })];
};

const aboutDuty = (duty: Duty, { roster, policy }: PlanGiven): string => {
  const { roles: roleWords } = wordsFor(policy.language).status;
  const role = duty.role === undefined ? duty.kind : roleWords[duty.role];
  return `${memberOf(roster, duty.person)?.name ?? duty.person}: ${role}`;
};

/** It counts no longer from this moment; the line stays on record. */
export const revokeDuty: Planner = (given) => {
  const { kept, by, now, policy, roster } = given;
  const meant = lineMeant(given, kept.duty);
  if (isRefused(meant)) return no(meant);
  if (meant === 'new') return no(refusal(policy, 'registers/known'));
  const { place: _place, vouched, ...said } = meant;
  const duty: Duty = { ...said, role: said.role, revoked: said.revoked ?? { by, at: now } };
  return planned({
    book: 'duty',
    place: meant.place,
    key: meant.id,
    columns: { Revoked: duty.revoked?.at ?? now, RevokedBy: duty.revoked?.by ?? by },
    after: (all, place) => ({ ...all, duty: withLine(all.duty, { ...duty, vouched, place }) }),
    about: `${nameOf(roster, duty.person)}: ${duty.kind}`,
  });
};
