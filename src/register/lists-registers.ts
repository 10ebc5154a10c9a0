/** What the school keeps on record beside its staff list. The business manager and the headteacher change it, the office reads it. */
import {
  type ColumnDefinition,
  choice,
  type ListDefinition,
  line,
  moment,
  note,
  unique,
} from './list-definition.ts';

const key = (name: string): ColumnDefinition =>
  unique(line(name, 'The name the app knows the line by. Please leave it as it is.'));
const removed = moment('Removed', 'Since when it counts no longer. Empty while it does.');
const seal = note(
  'Confirmed',
  'Kept by the app: what was made there. A change made here is noticed.',
);

export const vehiclesList: ListDefinition = {
  site: 'HomeVisitsRegisters',
  list: 'Vehicles',
  description: 'The cars that are used for visits, and until when they are insured.',
  key: 'VehicleKey',
  columns: [
    line('Title', 'Make, model and registration.'),
    key('VehicleKey'),
    line('Owner', 'Whose car it is, by name. Empty where it is the school’s.'),
    line('Make', 'The make.'),
    line('Model', 'The model.'),
    line('Registration', 'The registration. The car is found by it.'),
    line('Colour', 'The colour.'),
    line('InsuredUntil', 'The last day of its insurance, as year-month-day.'),
    line('BreakdownUntil', 'The last day of its breakdown cover, as year-month-day.'),
    removed,
  ],
};

export const devicesList: ListDefinition = {
  site: 'HomeVisitsRegisters',
  list: 'Devices',
  description: 'Alarm devices, and phones that the school lends.',
  key: 'DeviceKey',
  columns: [
    line('Title', 'What people call it.'),
    key('DeviceKey'),
    choice('Kind', 'What it is.', ['man-down', 'phone']),
    line('Holder', 'Who has it, by name. Empty where nobody has.'),
    choice('Working', 'Whether it works.', ['yes', 'no']),
    removed,
  ],
};

export const dutyList: ListDefinition = {
  site: 'HomeVisitsRegisters',
  list: 'DutyRota',
  description: 'Who is on duty, who stands in for whom and who is away. Made in the app.',
  key: 'DutyKey',
  columns: [
    line('Title', 'Who, and as what.'),
    key('DutyKey'),
    choice('Kind', 'On duty, standing in or away.', ['on-duty', 'stands-in', 'away']),
    line('PersonId', 'Whom it is about: their object id in Microsoft Entra.'),
    line('Role', 'The role they hold meanwhile. Empty where they are away.'),
    moment('From', 'From when.'),
    moment('Until', 'Until when.'),
    line('MadeBy', 'Who made it: their object id in Microsoft Entra.'),
    moment('Revoked', 'Since when it counts no longer. Empty while it does.'),
    line('RevokedBy', 'Who took it back.'),
    seal,
  ],
};

export const calendarList: ListDefinition = {
  site: 'HomeVisitsRegisters',
  list: 'Calendar',
  description: 'Terms, days the school is closed, and the hours of the office.',
  key: 'DatesKey',
  columns: [
    line('Title', 'The term, or why the school is closed.'),
    key('DatesKey'),
    choice('Kind', 'A term, a closure, or the hours of the office.', ['term', 'closure', 'hours']),
    line('From', 'The first day, as year-month-day; of the hours, when the office opens.'),
    line('Until', 'The last day, as year-month-day; of the hours, when the office closes.'),
    removed,
  ],
};
