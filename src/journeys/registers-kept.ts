/** The dated last-good copy of the registers in the diary, so that rules and alarms have them with SharePoint away. */
import { z } from 'zod';
import type { Registers } from '../people/registers.ts';
import { calendarOf, type Dates } from '../register/registers.ts';
import { instantShape, personShape } from '../register/shapes.ts';
import { roles } from '../vocabulary.ts';
import type { Change, Key } from './diary.ts';
import type { World } from './ports.ts';
import { Unreadable, unsealed } from './unsealed.ts';

/** With the staff list in one partition, so that both change at once. */
const registersKey = ({ school }: Pick<World, 'school'>): Key => ({
  school,
  partition: 'roster',
  kind: 'kept',
  id: 'registers',
});

const row = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({ ...shape, place: z.object({ item: z.string(), revision: z.string() }) });
const role = z.enum(roles);
/** What is not said may not be there at all once it was kept. */
const perhaps = <Shape extends z.ZodType>(shape: Shape) =>
  shape.optional().transform((said) => said);

const vehicle = row({
  id: z.string(),
  owner: perhaps(personShape),
  make: z.string(),
  model: z.string(),
  registration: z.string(),
  colour: z.string(),
  insuredUntil: z.string(),
  breakdownUntil: z.string(),
});
const device = row({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['man-down', 'phone']),
  holder: perhaps(personShape),
  working: z.boolean(),
});
const duty = row({
  id: z.string(),
  kind: z.enum(['on-duty', 'stands-in', 'away']),
  person: personShape,
  role: perhaps(role),
  from: instantShape,
  until: instantShape,
  madeBy: personShape,
  revoked: perhaps(z.object({ by: personShape, at: instantShape })),
  /** Made in the app; what somebody typed into the list gives nobody anything. */
  vouched: z.boolean(),
});
const dates = row({
  id: z.string(),
  kind: z.enum(['term', 'closure']),
  name: z.string(),
  from: z.string(),
  until: z.string(),
});
const staff = row({
  person: personShape,
  /** What the list names, and what of it was confirmed in the app. */
  listed: z.array(role),
  confirmed: z.array(role),
});
const hours = z.object({
  opens: z.string(),
  closes: z.string(),
  place: z.object({ item: z.string(), revision: z.string() }).optional(),
});

const shape = z.object({
  at: instantShape,
  staff: z.array(staff),
  vehicles: z.array(vehicle),
  devices: z.array(device),
  duty: z.array(duty),
  dates: z.array(dates),
  hours,
});

export type KeptRegisters = z.infer<typeof shape>;
export type KeptStaff = KeptRegisters['staff'][number];

export const officeHours = { opens: '08:00', closes: '16:00' };

export type OpenRegisters = {
  readonly kept: KeptRegisters | undefined;
  readonly version: number | 'absent';
};

/** A copy that cannot be read any more is as good as none: the next reading makes it anew. */
export const openRegisters = async (
  world: Pick<World, 'school' | 'diary' | 'keys'>,
): Promise<OpenRegisters> => {
  const record = await world.diary.read(registersKey(world));
  if (record === undefined) return { kept: undefined, version: 'absent' };
  try {
    return { kept: unsealed(world, record, shape), version: record.version };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { kept: undefined, version: record.version };
  }
};

export const putRegisters = (
  world: Pick<World, 'school' | 'keys'>,
  kept: KeptRegisters,
  version: OpenRegisters['version'],
): Change => ({
  put: registersKey(world),
  value: world.keys.seal(JSON.stringify(kept)),
  expects: version,
});

/** What the rules are told. */
export const registersOf = (kept: KeptRegisters): Registers => ({
  vehicles: kept.vehicles.map(({ place: _place, ...one }) => ({ ...one, owner: one.owner })),
  devices: kept.devices.map(({ place: _place, ...one }) => ({ ...one, holder: one.holder })),
  duty: kept.duty
    .filter(({ vouched }) => vouched)
    .map(({ place: _place, vouched: _vouched, ...one }) => ({
      ...one,
      role: one.role,
      revoked: one.revoked,
    })),
  calendar: calendarOf(kept.dates satisfies readonly Dates[], kept.hours),
});
