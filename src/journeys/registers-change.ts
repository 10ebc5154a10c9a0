/** Somebody changes the registers: checked, written into the list under the revision they were shown, kept, and put on record. */
import { may, notForYou, type RegisterVerb } from '../people/access.ts';
import { memberOf } from '../people/staff.ts';
import { refusal } from '../policy/refusal.ts';
import { AlreadyWritten, BookClash, BookClosed, type Place } from '../register/book.ts';
import type { CommandId, PersonId, Refusal } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { DiaryClash, type Key } from './diary.ts';
import type { World } from './ports.ts';
import { dutySeal, rolesSeal } from './registers.ts';
import { openRegisters, putRegisters } from './registers-kept.ts';
import type { Inputs, Plan, Planned, Planner } from './registers-plan.ts';
import {
  keepDates,
  keepDevice,
  keepHours,
  keepVehicle,
  removeDates,
  removeDevice,
  removeVehicle,
} from './registers-plans.ts';
import { confirmRoles, keepDuty, revokeDuty, setStaff } from './registers-plans-people.ts';
import { keptRoster, putRoster, refreshRoster } from './roster.ts';

export type RegisterChange = {
  readonly verb: RegisterVerb;
  readonly inputs: Inputs;
  readonly command: CommandId;
  readonly by: PersonId;
};

export type RegisterAnswer =
  | { readonly kind: 'done'; readonly note: string }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

const planners: Readonly<Record<RegisterVerb, Planner>> = {
  'set-staff': setStaff,
  'confirm-roles': confirmRoles,
  'keep-vehicle': keepVehicle,
  'remove-vehicle': removeVehicle,
  'keep-device': keepDevice,
  'remove-device': removeDevice,
  'keep-duty': keepDuty,
  'revoke-duty': revokeDuty,
  'keep-dates': keepDates,
  'remove-dates': removeDates,
  'keep-hours': keepHours,
};

/** One at a time, and once for each command. With SharePoint away it is refused and says so: a right that is in no list is nobody's. */
export const changeRegisters = (world: World, asked: RegisterChange): Promise<RegisterAnswer> =>
  world.inTurn('registers', () => change(world, asked));

const change = async (world: World, asked: RegisterChange): Promise<RegisterAnswer> => {
  const { verb, by, command } = asked;
  const [policy, roster] = await Promise.all([world.policy(), world.roster()]);
  if (!may(verb, memberOf(roster, by))) {
    await world.note({ what: 'refused', verb, by });
    return { kind: 'refused', refusals: [notForYou(policy)] };
  }
  const done = { kind: 'done', note: wordsFor(policy.language).registers.saved } as const;
  if ((await world.diary.read(seenKey(world, by, command))) !== undefined) return done;
  const planned = await plan(world, asked);
  if (planned.kind === 'refused') return planned;
  try {
    await keep(world, asked, planned.plan, await write(world, planned.plan));
    await world.note({ what: 'changed', verb, by, about: planned.plan.about, site: 'registers' });
    return done;
  } catch (error) {
    if (error instanceof BookClosed)
      return { kind: 'refused', refusals: [refusal(policy, 'registers/closed')] };
    if (!(error instanceof BookClash)) throw error;
    await readAgain(world);
    return { kind: 'refused', refusals: [refusal(policy, 'registers/changed-since')] };
  }
};

/** Named after who asks, too: nobody is answered for another's command. */
const seenKey = ({ school }: World, by: PersonId, command: CommandId): Key => ({
  school,
  partition: 'roster',
  kind: 'seen',
  id: `${by} ${command}`,
});

const plan = async (world: World, { verb, ...asked }: RegisterChange): Promise<Planned> => {
  const [policy, roster, { kept }] = await Promise.all([
    world.policy(),
    world.roster(),
    openRegisters(world),
  ]);
  if (kept === undefined)
    return { kind: 'refused', refusals: [refusal(policy, 'registers/closed')] };
  return planners[verb]({
    ...asked,
    policy,
    roster,
    kept,
    now: world.now(),
    rolesSeal: (person, held) => rolesSeal(world, person, held),
    dutySeal: dutySeal(world),
  });
};

const write = async ({ books }: World, { book, place, key, columns }: Plan): Promise<Place> => {
  if (place !== undefined) return books[book].update(place, columns, 'click');
  try {
    return await books[book].create(key, columns, 'click');
  } catch (error) {
    if (!(error instanceof AlreadyWritten)) throw error;
    // The same command, whose answer was lost.
    const found = await books[book].find(key, 'click');
    if (found === undefined) throw error;
    return found.place;
  }
};

const keep = async (
  world: World,
  { by, command }: RegisterChange,
  { after, roster }: Plan,
  place: Place,
): Promise<void> => {
  const { kept, version } = await openRegisters(world);
  if (kept === undefined) return;
  const outcome = await world.diary.commit([
    putRegisters(world, after(kept, place), version),
    { put: seenKey(world, by, command), value: {} },
    ...(roster === undefined ? [] : [putRoster(world, roster(await keptRoster(world)))]),
  ]);
  // The list has it; whoever was quicker read the list before or after, and the next reading has both.
  if (outcome === 'clash') await readAgain(world);
};

const readAgain = async (world: World): Promise<void> => {
  try {
    await refreshRoster(world);
  } catch (error) {
    if (!(error instanceof BookClosed) && !(error instanceof DiaryClash)) throw error;
  }
};
