/** Every change that can be made to cars, devices and dates. */
import { carInWords } from '../people/vehicles.ts';
import { refusal } from '../policy/refusal.ts';
import { datesColumns, deviceColumns, hoursKey, vehicleColumns } from '../register/registers.ts';
import type { KeptRegisters } from './registers-kept.ts';
import {
  lineMeant,
  no,
  type Planned,
  type Planner,
  reader,
  withLine,
  without,
} from './registers-plan.ts';

const bare = (registration: string): string =>
  registration.toUpperCase().replace(/[^A-Z0-9]/gu, '');

export const keepVehicle: Planner = (given) => {
  const { kept, command, roster } = given;
  const meant = lineMeant(given, kept.vehicles);
  if (isRefused(meant)) return no(meant);
  const { refusals, against, ...read } = reader(given);
  const vehicle = {
    id: meant === 'new' ? `vehicle-${command}` : meant.id,
    owner: read.person('owner'),
    make: read.needed('make'),
    model: read.needed('model'),
    registration: read.needed('registration').toUpperCase(),
    colour: read.needed('colour'),
    insuredUntil: read.day('insuredUntil'),
    breakdownUntil: read.day('breakdownUntil'),
  };
  const taken = kept.vehicles.some(
    (one) => one.id !== vehicle.id && bare(one.registration) === bare(vehicle.registration),
  );
  if (taken && bare(vehicle.registration) !== '') against('registers/taken', 'registration');
  if (refusals.length > 0) return no(...refusals);
  return planned({
    book: 'vehicles',
    place: meant === 'new' ? undefined : meant.place,
    key: vehicle.id,
    columns: vehicleColumns(vehicle, roster),
    after: (now, place) => ({ ...now, vehicles: withLine(now.vehicles, { ...vehicle, place }) }),
    about: carInWords(vehicle),
  });
};

export const keepDevice: Planner = (given) => {
  const { kept, command, roster } = given;
  const meant = lineMeant(given, kept.devices);
  if (isRefused(meant)) return no(meant);
  const { refusals, ...read } = reader(given);
  const device = {
    id: meant === 'new' ? `device-${command}` : meant.id,
    name: read.needed('name'),
    kind: read.choice('kind', ['man-down', 'phone']) ?? 'man-down',
    holder: read.person('holder'),
    working: read.choice('working', ['yes', 'no']) === 'yes',
  };
  if (refusals.length > 0) return no(...refusals);
  return planned({
    book: 'devices',
    place: meant === 'new' ? undefined : meant.place,
    key: device.id,
    columns: deviceColumns(device, roster),
    after: (now, place) => ({ ...now, devices: withLine(now.devices, { ...device, place }) }),
    about: device.name,
  });
};

export const keepDates: Planner = (given) => {
  const { kept, command } = given;
  const meant = lineMeant(given, kept.dates);
  if (isRefused(meant)) return no(meant);
  const { refusals, against, ...read } = reader(given);
  const dates = {
    id: meant === 'new' ? `dates-${command}` : meant.id,
    kind: read.choice('kind', ['term', 'closure']) ?? 'closure',
    name: read.needed('name'),
    from: read.day('from', true),
    until: read.day('until', true),
  };
  if (dates.from !== '' && dates.until !== '' && dates.until < dates.from)
    against('registers/order', 'until');
  if (refusals.length > 0) return no(...refusals);
  return planned({
    book: 'calendar',
    place: meant === 'new' ? undefined : meant.place,
    key: dates.id,
    columns: datesColumns(dates),
    after: (now, place) => ({ ...now, dates: withLine(now.dates, { ...dates, place }) }),
    about: dates.name,
  });
};

export const keepHours: Planner = (given) => {
  const { inputs, kept, policy } = given;
  const { place } = kept.hours;
  if ((inputs['revision'] ?? '') !== (place?.revision ?? ''))
    return no(refusal(policy, 'registers/changed-since'));
  const { refusals, against, ...read } = reader(given);
  const [opens, closes] = [read.time('opens'), read.time('closes')];
  if (opens !== '' && closes !== '' && closes <= opens) against('registers/order', 'closes');
  if (refusals.length > 0) return no(...refusals);
  return planned({
    book: 'calendar',
    place,
    key: hoursKey,
    columns: { Title: hoursKey, Kind: 'hours', From: opens, Until: closes },
    after: (now, written) => ({ ...now, hours: { opens, closes, place: written } }),
    about: hoursKey,
  });
};

type Removable = 'vehicles' | 'devices' | 'dates';
const books = { vehicles: 'vehicles', devices: 'devices', dates: 'calendar' } as const;

/** It stays in the list, with the moment since when it counts no longer. */
const remove =
  (what: Removable): Planner =>
  (given) => {
    const meant = lineMeant<KeptRegisters[Removable][number]>(given, given.kept[what]);
    if (meant === 'new') return no(refusal(given.policy, 'registers/known'));
    if (isRefused(meant)) return no(meant);
    return planned({
      book: books[what],
      place: meant.place,
      key: meant.id,
      columns: { Removed: given.now },
      after: (now) => ({
        ...now,
        vehicles: what === 'vehicles' ? without(now.vehicles, meant.id) : now.vehicles,
        devices: what === 'devices' ? without(now.devices, meant.id) : now.devices,
        dates: what === 'dates' ? without(now.dates, meant.id) : now.dates,
      }),
      about: 'name' in meant ? meant.name : carInWords({ ...meant, owner: meant.owner }),
    });
  };

export const removeVehicle = remove('vehicles');
export const removeDevice = remove('devices');
export const removeDates = remove('dates');

export const planned = (plan: Extract<Planned, { kind: 'planned' }>['plan']): Planned => ({
  kind: 'planned',
  plan,
});

export const isRefused = <Found>(meant: Found): meant is Extract<Found, { rule: string }> =>
  typeof meant === 'object' && meant !== null && 'rule' in meant && 'because' in meant;
