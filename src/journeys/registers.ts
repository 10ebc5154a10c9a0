/** Reads the lists of the registers with the staff list. What gives somebody a right counts only where the app made or confirmed it. */
import type { Duty, Registers } from '../people/registers.ts';
import { noRegisters } from '../people/registers.ts';
import type { Roster } from '../people/staff.ts';
import { BookClash, BookClosed, type Item } from '../register/book.ts';
import {
  datesIn,
  deviceIn,
  dutyIn,
  dutySaid,
  hoursIn,
  rolesSaid,
  textIn,
  vehicleIn,
} from '../register/registers.ts';
import { rolesIn } from '../register/roster.ts';
import { personId, type Role } from '../vocabulary.ts';
import type { World } from './ports.ts';
import {
  type KeptRegisters,
  type KeptStaff,
  officeHours,
  openRegisters,
  putRegisters,
  registersOf,
} from './registers-kept.ts';

type Lists = {
  readonly staff: readonly Item[];
  readonly vehicles: readonly Item[];
  readonly devices: readonly Item[];
  readonly duty: readonly Item[];
  readonly calendar: readonly Item[];
};

/** Throws BookClosed. */
export const readLists = async ({ books }: World): Promise<Lists> => {
  const [staff, vehicles, devices, duty, calendar] = await Promise.all(
    [books.staff, books.vehicles, books.devices, books.duty, books.calendar].map(
      async (book) => (await book.changes(undefined)).items,
    ),
  );
  return {
    staff: staff ?? [],
    vehicles: vehicles ?? [],
    devices: devices ?? [],
    duty: duty ?? [],
    calendar: calendar ?? [],
  };
};

/** What the app signs with: a sentence of its own for each kind of thing, so that none passes for another. */
export const rolesSeal = ({ keys }: Pick<World, 'keys'>, person: string, held: readonly Role[]) =>
  `${rolesSaid(held)} · ${keys.hmac(`roles ${JSON.stringify([person, ...held])}`)}`;
export const dutySeal =
  ({ keys }: Pick<World, 'keys'>) =>
  (said: string): string =>
    keys.hmac(`duty ${said}`);

/** The lists as they are to be kept. `before` is what was kept last; without it and with nothing sealed in the lists, this is the first reading, and what it finds is what the school begins with. */
export const keptFrom = (
  world: World,
  lists: Lists,
  roster: Roster,
  before: KeptRegisters | undefined,
): KeptRegisters => {
  const sealed = [
    ...lists.staff.map(({ columns }) => textIn(columns, 'RolesConfirmed')),
    ...lists.duty.map(({ columns }) => textIn(columns, 'Confirmed')),
  ].some((text) => text !== '');
  const first = before === undefined && !sealed;
  const rows = <Line>(items: readonly Item[], read: (item: Item) => Line | undefined) =>
    items.flatMap((item) => {
      const line = read(item);
      return line === undefined ? [] : [{ ...line, place: item.place }];
    });
  const hours = rows(lists.calendar, hoursIn)[0];
  return {
    at: world.now(),
    staff: lists.staff.flatMap((item) => staffFrom(world, item, { before, first })),
    vehicles: rows(lists.vehicles, (item) => vehicleIn(item, roster)),
    devices: rows(lists.devices, (item) => deviceIn(item, roster)),
    duty: rows(lists.duty, dutyIn).map((line) => ({
      ...line,
      vouched: first || isVouched(world, line, lists.duty, before),
    })),
    dates: rows(lists.calendar, datesIn),
    hours: hours ?? officeHours,
  };
};

type Since = { readonly before: KeptRegisters | undefined; readonly first: boolean };

const staffFrom = (world: World, { columns, place }: Item, since: Since): KeptStaff[] => {
  const person = personId(textIn(columns, 'PersonId'));
  if (person === '') return [];
  const listed = [...rolesIn(textIn(columns, 'Roles'))];
  const known =
    since.before?.staff.find((one) => one.person === person)?.confirmed ??
    sealedRoles(world, person, textIn(columns, 'RolesConfirmed')) ??
    (since.first ? listed : []);
  // A role that is taken away is gone at once, and comes back only by being confirmed.
  return [{ person, listed, confirmed: listed.filter((role) => known.includes(role)), place }];
};

/** Undefined where it is empty, or the app did not write it. */
const sealedRoles = (world: World, person: string, text: string): readonly Role[] | undefined => {
  const held = rolesIn(text.split(' · ')[0] ?? '');
  return text !== '' && text === rolesSeal(world, person, held) ? held : undefined;
};

const isVouched = (
  world: World,
  line: Duty,
  items: readonly Item[],
  before: KeptRegisters | undefined,
): boolean => {
  const said = dutySaid(line);
  const known = before?.duty.some(
    (one) => one.vouched && dutySaid({ ...one, role: one.role, revoked: one.revoked }) === said,
  );
  return (
    known === true ||
    items.some(({ columns }) => textIn(columns, 'Confirmed') === dutySeal(world)(said))
  );
};

/** With the roles that count: those confirmed, and that of a pupil, which takes rights away. */
export const withConfirmed = (roster: Roster, { staff }: KeptRegisters): Roster =>
  roster.map((member) => {
    const line = staff.find(({ person }) => person === member.id);
    const counts = (role: Role) => role === 'pupil' || line?.confirmed.includes(role) === true;
    return { ...member, roles: member.roles.filter(counts) };
  });

/** The last good copy; none where there never was one. */
export const keptRegisters = async (
  world: Pick<World, 'school' | 'diary' | 'keys'>,
): Promise<Registers> => {
  const { kept } = await openRegisters(world);
  return kept === undefined ? noRegisters : registersOf(kept);
};

/** Writes into the staff list which roles are confirmed, so that a lost diary loses none of it. What cannot be written now is written at the next turn. */
export const sealRoles = async (world: World, items: readonly Item[]): Promise<void> => {
  const { kept } = await openRegisters(world);
  for (const { person, confirmed } of kept?.staff ?? []) {
    const item = items.find(({ columns }) => textIn(columns, 'PersonId') === person);
    const seal = confirmed.length === 0 ? '' : rolesSeal(world, person, confirmed);
    if (item === undefined || textIn(item.columns, 'RolesConfirmed') === seal) continue;
    try {
      const place = await world.books.staff.update(
        item.place,
        { RolesConfirmed: seal },
        'background',
      );
      await keepPlace(world, person, place);
    } catch (error) {
      if (error instanceof BookClosed) return;
      if (!(error instanceof BookClash)) throw error;
    }
  }
};

const keepPlace = async (
  world: World,
  person: string,
  place: KeptStaff['place'],
): Promise<void> => {
  const { kept, version } = await openRegisters(world);
  if (kept === undefined) return;
  const staff = kept.staff.map((one) => (one.person === person ? { ...one, place } : one));
  // Whoever was quicker has read the list again, and its places with it.
  await world.diary.commit([putRegisters(world, { ...kept, staff }, version)]);
};
