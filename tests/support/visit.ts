/** The story most journeys begin with, told through the control interface. */
import type { Clicked, Inputs, School } from './school.ts';

/** Mon 23 Nov 2026, 13:00 at the school: a weekday in term. */
export const monday = '2026-11-23T13:00:00Z';

export const form: Inputs = {
  pupil: "Siân O'Neill",
  yearGroup: 'Year 8',
  parent: "Mair O'Neill",
  parentPhone: '07700 900201',
  address: '14 Ffordd y Môr, Porthcawl CF36 3AB',
  class: 'procedural',
  purpose: 'attendance',
  purposeNote: '',
  sensitive: 'no',
  people: 'Mrs O’Neill',
  whyNotInSchool: 'She cannot leave the baby.',
  language: '',
  staffing: '',
  appointment: 'phone',
  appointmentNote: '',
  date: '2026-11-23',
  startTime: '14:00',
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
};

const checks: Inputs = {
  phone: 'yes',
  identification: 'yes',
  fit: 'yes',
  device: 'yes',
  'device-charged': 'yes',
  'device-logged-in': 'yes',
  'device-tested': 'yes',
  documents: 'yes',
};

const visitors = ['sam', 'jo'] as const;

const done = (what: string, clicked: Clicked): void => {
  if (clicked.status !== 200) throw new Error(`${what}: ${JSON.stringify(clicked)}`);
};

export const ask = async (school: School, changes: Inputs = {}): Promise<void> => {
  await school.say('sam', 'new visit');
  done('submit', await school.click('sam', 'submit', { ...form, ...changes }));
};

export const answer = async (school: School): Promise<void> => {
  for (const person of visitors) {
    done('health', await school.click(person, 'answer-health', { adjustment: 'none' }));
    done('reading', await school.click(person, 'confirm-reading'));
  }
};

/** She reads the assessment, makes it her own, and approves the visit. */
export const approve = async (school: School): Promise<void> => {
  done('open', await school.click('okafor', 'open-details'));
  done('adopt', await school.click('okafor', 'adopt-assessment'));
  done('approve', await school.click('okafor', 'approve', { note: '' }));
};

export const checkDeparture = async (school: School): Promise<void> => {
  for (const person of visitors)
    done('check', await school.click(person, 'check-departure', checks));
};

export const depart = async (school: School): Promise<void> =>
  done('depart', await school.click('sam', 'depart', { who: 'sam,jo' }));

/** From nothing to both of them out. */
export const goOut = async (school: School, changes: Inputs = {}): Promise<void> => {
  await ask(school, changes);
  await answer(school);
  await approve(school);
  await checkDeparture(school);
  await depart(school);
};

/** The one visit in the list. */
export const listed = async (school: School): Promise<Readonly<Record<string, unknown>>> => {
  const items = await school.items('HomeVisits', 'Visits');
  const [item] = items;
  if (item === undefined || items.length > 1) throw new Error(`${items.length} visits, not one.`);
  return item.fields;
};

export const enterWith = (who: string): Inputs => ({
  who,
  invitedBy: 'parent',
  parentPresent: 'yes',
  animals: 'none',
  hazards: '',
});
