/** A form as somebody would send it, another one each time. */
import type { Json } from '../src/local/json.ts';

const school = { start: '2026-11-23T08:00:00Z', day: '2026-11-24' } as const;
export const morning = school.start;

const two = (number: number): string => String(number).padStart(2, '0');

/** Weekdays of one week, at every minute of the afternoon. */
export const visitForm = (number: number): Json => ({
  pupil: `Pupil ${number}`,
  yearGroup: 'Year 8',
  parent: `Parent ${number}`,
  parentPhone: '07700 900201',
  address: `${number} Ffordd y Môr, Porthcawl CF36 3AB`,
  class: 'procedural',
  purpose: 'attendance',
  purposeNote: '',
  sensitive: 'no',
  people: `Parent ${number}`,
  whyNotInSchool: 'She cannot leave the baby.',
  language: '',
  staffing: '',
  appointment: 'phone',
  appointmentNote: '',
  date: school.day,
  startTime: `${two(13 + (number % 2))}:${two(number % 60)}`,
  dueBackTime: '15:30',
  visitors: 'sam,jo',
  transport: '',
  q1: 'no',
  q2: 'no',
  q4: 'yes',
  q4Action: 'Ask for the dog to be shut in the kitchen.',
  q5: 'no',
  q6: 'yes',
  level: 'medium',
});
