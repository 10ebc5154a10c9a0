/** Reads the lists of the registers, and writes their lines. What cannot be read is not there: a date that is unclear is no date. */
import type { Calendar, Device, Duty, Vehicle } from '../people/registers.ts';
import type { Roster } from '../people/staff.ts';
import { carInWords } from '../people/vehicles.ts';
import { instant, personId, type Role, roles } from '../vocabulary.ts';
import type { Columns, Item } from './book.ts';

/** A line typed in SharePoint has no key yet, and goes by its number there. */
const lineId = ({ place, columns }: Item, key: string): string =>
  textIn(columns, key) === '' ? `item-${place.item}` : textIn(columns, key);

export const textIn = (columns: Columns, column: string): string =>
  String(columns[column] ?? '').trim();

const isThere = ({ columns }: Item): boolean => textIn(columns, 'Removed') === '';

/** `2027-08-31`, or `31/8/2027` as people write it; empty where it is neither. */
export const dayIn = (text: string): string => {
  const said = text.trim();
  const british = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/u.exec(said);
  const [, day = '', month = '', year = ''] = british ?? [];
  const iso = british === null ? said : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : '';
};

const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  try {
    return instant(`${text}T12:00:00Z`).startsWith(text);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** By id, or by name where only one person has it. */
const personIn = (said: string, roster: Roster) => {
  const found = roster.filter(({ id, name }) => id === said || name === said);
  return found.length === 1 ? found[0]?.id : undefined;
};

const nameFor = (id: string | undefined, roster: Roster): string =>
  id === undefined ? '' : (roster.find((member) => member.id === id)?.name ?? id);

export const vehicleIn = (item: Item, roster: Roster): Vehicle | undefined => {
  const { columns } = item;
  if (!isThere(item)) return undefined;
  return {
    id: lineId(item, 'VehicleKey'),
    owner: personIn(textIn(columns, 'Owner'), roster),
    make: textIn(columns, 'Make'),
    model: textIn(columns, 'Model'),
    registration: textIn(columns, 'Registration'),
    colour: textIn(columns, 'Colour'),
    insuredUntil: dayIn(textIn(columns, 'InsuredUntil')),
    breakdownUntil: dayIn(textIn(columns, 'BreakdownUntil')),
  };
};

export const vehicleColumns = (vehicle: Vehicle, roster: Roster): Columns => ({
  Title: carInWords(vehicle),
  Owner: nameFor(vehicle.owner, roster),
  Make: vehicle.make,
  Model: vehicle.model,
  Registration: vehicle.registration,
  Colour: vehicle.colour,
  InsuredUntil: vehicle.insuredUntil,
  BreakdownUntil: vehicle.breakdownUntil,
});

export const deviceIn = (item: Item, roster: Roster): Device | undefined => {
  const { columns } = item;
  if (!isThere(item)) return undefined;
  return {
    id: lineId(item, 'DeviceKey'),
    name: textIn(columns, 'Title'),
    kind: textIn(columns, 'Kind') === 'phone' ? 'phone' : 'man-down',
    holder: personIn(textIn(columns, 'Holder'), roster),
    working: textIn(columns, 'Working') === 'yes',
  };
};

export const deviceColumns = (
  { name, kind, holder, working }: Device,
  roster: Roster,
): Columns => ({
  Title: name,
  Kind: kind,
  Holder: nameFor(holder, roster),
  Working: working ? 'yes' : 'no',
});

const dutyKinds = ['on-duty', 'stands-in', 'away'] as const;

export const dutyIn = (item: Item): Duty | undefined => {
  const { columns } = item;
  const text = (column: string) => textIn(columns, column);
  const kind = dutyKinds.find((one) => one === text('Kind'));
  const role = roles.find((one) => one === text('Role'));
  if (kind === undefined || text('From') === '' || text('Until') === '') return undefined;
  return {
    id: lineId(item, 'DutyKey'),
    kind,
    person: personId(text('PersonId')),
    role: kind === 'away' ? undefined : role,
    from: instant(text('From')),
    until: instant(text('Until')),
    madeBy: personId(text('MadeBy')),
    revoked:
      text('Revoked') === ''
        ? undefined
        : { at: instant(text('Revoked')), by: personId(text('RevokedBy')) },
  };
};

export const dutyColumns = (
  duty: Duty,
  roster: Roster,
  seal: (text: string) => string,
): Columns => ({
  Title: [nameFor(duty.person, roster), duty.kind, duty.role ?? ''].filter(Boolean).join(' · '),
  Kind: duty.kind,
  PersonId: duty.person,
  Role: duty.role ?? '',
  From: duty.from,
  Until: duty.until,
  MadeBy: duty.madeBy,
  Revoked: duty.revoked?.at ?? '',
  RevokedBy: duty.revoked?.by ?? '',
  Confirmed: seal(dutySaid(duty)),
});

/** What a turn is, but for being taken back: that counts whoever does it. A list keeps seconds. */
export const dutySaid = ({ id, kind, person, role, from, until, madeBy }: Duty): string =>
  JSON.stringify([id, kind, person, role ?? '', from.slice(0, 19), until.slice(0, 19), madeBy]);

/** A term or a closure. */
export type Dates = {
  readonly id: string;
  readonly kind: 'term' | 'closure';
  readonly name: string;
  readonly from: string;
  readonly until: string;
};

export const datesIn = (item: Item): Dates | undefined => {
  const { columns } = item;
  const kind = (['term', 'closure'] as const).find((one) => one === textIn(columns, 'Kind'));
  const [from, until] = [dayIn(textIn(columns, 'From')), dayIn(textIn(columns, 'Until'))];
  if (!isThere(item) || kind === undefined || from === '') return undefined;
  const id = lineId(item, 'DatesKey');
  return { id, kind, name: textIn(columns, 'Title'), from, until: until === '' ? from : until };
};

export const datesColumns = ({ kind, name, from, until }: Dates): Columns => ({
  Title: name,
  Kind: kind,
  From: from,
  Until: until,
});

export type Hours = { readonly opens: string; readonly closes: string };
export const hoursKey = 'hours';

export const hoursIn = ({ columns }: Item): Hours | undefined => {
  const [opens, closes] = [textIn(columns, 'From'), textIn(columns, 'Until')];
  const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/u.test(text);
  return textIn(columns, 'Kind') === 'hours' && isTime(opens) && isTime(closes)
    ? { opens, closes }
    : undefined;
};

export const calendarOf = (dates: readonly Dates[], hours: Hours): Calendar => ({
  terms: dates.filter(({ kind }) => kind === 'term'),
  closures: dates.flatMap(({ kind, name, from, until }) =>
    kind === 'closure' ? [{ why: name, from, until }] : [],
  ),
  officeOpens: hours.opens,
  officeCloses: hours.closes,
});

export const rolesSaid = (held: readonly Role[]): string => held.join(', ');
