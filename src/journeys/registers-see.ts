/** The registers as one person may see them, from the last good copy: SharePoint is not asked. */
import { may } from '../people/access.ts';
import { reasonsNotToSend } from '../people/clearance.ts';
import { dutyRoles, lasts, whyNoEffect } from '../people/duty.ts';
import { noRegisters } from '../people/registers.ts';
import type {
  DatesSeen,
  DeviceSeen,
  DutySeen,
  RegistersSeen,
  StaffSeen,
  VehicleSeen,
} from '../people/registers-seen.ts';
import { expiries, standingOf, trainingStanding } from '../people/runs-out.ts';
import { nameOf, type Roster, type StaffMember } from '../people/staff.ts';
import { reasonsAgainstCar } from '../people/vehicles.ts';
import type { Policy } from '../policy/policy.ts';
import { rolesSaid } from '../register/registers.ts';
import { type Instant, type PersonId, schoolDay } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import type { VisitView, World } from './ports.ts';
import { type KeptRegisters, officeHours, openRegisters, registersOf } from './registers-kept.ts';
import { runsOutSeen } from './registers-run-out.ts';

type Eyes = {
  readonly by: StaffMember;
  readonly policy: Policy;
  readonly roster: Roster;
  readonly kept: KeptRegisters;
  readonly now: Instant;
};

export const seenRegisters = async (
  world: World,
  by: StaffMember,
  views: readonly VisitView[],
): Promise<RegistersSeen> => {
  const [policy, roster, { kept: found }] = await Promise.all([
    world.policy(),
    world.roster(),
    openRegisters(world),
  ]);
  const now = world.now();
  const kept = found ?? {
    at: now,
    staff: [],
    vehicles: [],
    devices: [],
    duty: [],
    dates: [],
    hours: officeHours,
  };
  const eyes: Eyes = { by, policy, roster, kept, now };
  const registers = found === undefined ? noRegisters : registersOf(found);
  const { opens, closes, place } = kept.hours as KeptRegisters['hours'];
  return {
    now,
    ...(found === undefined ? {} : { readAt: found.at }),
    mayChange: may('set-staff', by),
    keeps: policy.registers,
    delegation: policy.approval.delegation,
    subjects: policy.training.subjects,
    dutyRoles: dutyRoles(policy),
    people: roster
      .filter(({ roles }) => !roles.includes('pupil'))
      .map(({ id, name }) => ({ id, name })),
    staff: staffSeen(eyes),
    vehicles: kept.vehicles.map((one) => vehicleSeen(one, eyes)),
    devices: kept.devices.map((one) => deviceSeen(one, eyes)),
    duty: kept.duty
      .toSorted((one, other) => (one.from < other.from ? -1 : 1))
      .map((one) => dutySeen(one, eyes)),
    dates: kept.dates
      .toSorted((one, other) => (one.from < other.from ? -1 : 1))
      .map(({ place: at, ...one }): DatesSeen => ({ ...one, revision: at.revision })),
    hours: { opens, closes, revision: place?.revision ?? '' },
    runsOut: expiries(roster, registers, policy, schoolDay(now)).map((one) =>
      runsOutSeen(one, policy, views, now),
    ),
  };
};

const person = (id: PersonId, { roster }: Eyes) => ({ id, name: nameOf(roster, id) });

const staffSeen = (eyes: Eyes): readonly StaffSeen[] => {
  const { kept, roster, by, now, policy } = eyes;
  return roster.flatMap((member) => {
    const line = kept.staff.find((one) => one.person === member.id);
    if (line === undefined || line.listed.includes('pupil')) return [];
    const { designated, checksSeen, training = [] } = member;
    const waiting = line.listed.filter((role) => !line.confirmed.includes(role));
    return [
      {
        id: member.id,
        name: member.name,
        revision: line.place.revision,
        roles: member.roles,
        rolesWaiting: waiting,
        rolesListed: rolesSaid(line.listed),
        mayConfirmRoles: waiting.length > 0 && member.id !== by.id && may('confirm-roles', by),
        mobile: member.mobile,
        ...(designated === undefined ? {} : { designated }),
        training: training.map((one) => ({
          ...one,
          standing: trainingStanding(one, schoolDay(now)),
        })),
        ...(checksSeen === undefined ? {} : { checksSeen }),
        standsInFor: member.standsInFor ?? [],
        away: member.away === true,
        against: reasonsNotToSend(member, now, policy),
      },
    ];
  });
};

const vehicleSeen = (
  { place, owner, ...one }: KeptRegisters['vehicles'][number],
  eyes: Eyes,
): VehicleSeen => {
  const today = schoolDay(eyes.now);
  return {
    ...one,
    revision: place.revision,
    ...(owner === undefined ? {} : { owner: person(owner, eyes) }),
    insurance: standingOf(one.insuredUntil, today),
    breakdown: standingOf(one.breakdownUntil, today),
    against: reasonsAgainstCar({ ...one, owner }, eyes.now, eyes.policy),
  };
};

const deviceSeen = (
  { place, holder, ...one }: KeptRegisters['devices'][number],
  eyes: Eyes,
): DeviceSeen => ({
  ...one,
  revision: place.revision,
  ...(holder === undefined ? {} : { holder: person(holder, eyes) }),
});

const dutySeen = (line: KeptRegisters['duty'][number], eyes: Eyes): DutySeen => {
  const { place, vouched, person: who, role, madeBy, revoked, ...one } = line;
  const duty = { ...line, role, revoked };
  const words = wordsFor(eyes.policy.language).registers.noEffect;
  const why = vouched ? whyNoEffect(duty, eyes.roster, eyes.policy) : 'byHand';
  const state = { effect: effectOf(duty, why, eyes.now) };
  return {
    ...one,
    revision: place.revision,
    person: person(who, eyes),
    ...(role === undefined ? {} : { role }),
    madeBy: person(madeBy, eyes),
    ...(revoked === undefined ? {} : { revoked: { at: revoked.at, by: person(revoked.by, eyes) } }),
    ...state,
    ...(state.effect === 'nothing' && why !== undefined ? { because: words[why] } : {}),
  };
};

const effectOf = (
  duty: Parameters<typeof lasts>[0],
  why: string | undefined,
  now: Instant,
): DutySeen['effect'] => {
  if (duty.revoked !== undefined) return 'revoked';
  if (duty.until <= now) return 'over';
  if (why !== undefined) return 'nothing';
  return lasts(duty, now) ? 'now' : 'ahead';
};
