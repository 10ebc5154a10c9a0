/** The request of the story: a family and two members of staff whom the local school has. Every policy would take it. */

const clockOf = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
});
const dayOf = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const minuteMs = 60_000;
const fiveMs = 5 * minuteMs;

/** When the visit is: it begins half an hour from now, and they are due back an hour and a half later. */
export const timesFrom = (now: string) => {
  const start = Math.ceil((Date.parse(now) + 30 * minuteMs) / fiveMs) * fiveMs;
  const back = start + 90 * minuteMs;
  return {
    date: dayOf.format(start),
    startTime: clockOf.format(start),
    dueBackTime: clockOf.format(back),
  };
};

export const request = {
  pupil: "Siân O'Neill",
  yearGroup: 'Year 8',
  parent: "Mair O'Neill",
  parentPhone: '07700 900201',
  address: '14 Ffordd y Môr, Porthcawl CF36 3AB',
  class: 'procedural',
  purpose: 'attendance',
  sensitive: 'no',
  people: 'Mrs O’Neill',
  whyNotInSchool: 'She cannot leave the baby.',
  language: 'English',
  staffing: 'Nothing',
  appointment: 'phone',
  appointmentNote: 'Mrs O’Neill said yes on Monday',
  visitors: 'sam,jo',
  visitorRoles: 'Sam talks, Jo takes notes',
  transport: 'On foot',
  q1: 'no',
  q2: 'no',
  q4: 'yes',
  q4Action: 'Ask for the dog to be shut in the kitchen.',
  q5: 'no',
  q6: 'yes',
  level: 'medium',
} as const;

/** What the attendance officer puts on the week's list for this pupil. */
export const figures = `${request.pupil}\t${request.address}\t${request.parent}\t${request.parentPhone}\t71.5%`;

/** Each departure check that any of the policies asks for. */
export const checks = {
  phone: 'yes',
  identification: 'yes',
  valuables: 'yes',
  device: 'yes',
  'device-charged': 'yes',
  'device-logged-in': 'yes',
  'device-tested': 'yes',
  documents: 'yes',
  fit: 'yes',
} as const;

/** Of the two who go. A real one nobody writes where others see it. */
export const phrase = 'the yellow umbrella';

/** What a form asks people to read, ticked; only where it is asked. */
export const ticks = { homeSeen: true, generalRead: true } as const;
