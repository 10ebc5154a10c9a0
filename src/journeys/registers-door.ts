/** The registers as the tab comes to them. */
import type { RegistersSeen } from '../people/registers-seen.ts';
import type { StaffMember } from '../people/staff.ts';
import type { VisitView, World } from './ports.ts';
import { changeRegisters, type RegisterAnswer, type RegisterChange } from './registers-change.ts';
import { seenRegisters } from './registers-see.ts';

export type RegistersDoor = {
  readonly see: (by: StaffMember) => Promise<RegistersSeen>;
  readonly change: (asked: RegisterChange) => Promise<RegisterAnswer>;
};

export const registersDoor = (
  world: World,
  views: () => Promise<readonly VisitView[]>,
): RegistersDoor => ({
  see: async (by) => seenRegisters(world, by, await views()),
  change: (asked) => changeRegisters(world, asked),
});
