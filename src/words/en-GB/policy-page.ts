/** The Policy page, the card that asks people to read it, and the copy for parents. */
const minutes = (count: number): string => (count === 1 ? '1 minute' : `${count} minutes`);

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "2025-01" as people say it. */
const month = (due: string): string =>
  `${months[Number(due.slice(5, 7)) - 1] ?? ''} ${due.slice(0, 4)}`.trim();

export const policyPageWords = {
  /** In the list of versions. */
  list: {
    proposed: (name: string, day: string) => `Proposed by ${name}, ${day}.`,
    signed: (name: string, day: string) => `Signed by ${name}, ${day}.`,
    states: { proposed: 'Proposed', signed: 'Signed', withdrawn: 'Withdrawn' },
  },
  readNoted: (title: string) => `Noted: you have read ${title} as it now stands.`,
  proposed: (version: string) => `Version ${version} is proposed. It waits for its signatures.`,
  signed: (version: string) => `You have signed version ${version}.`,
  withdrawn: (version: string) => `Version ${version} is withdrawn.`,
  change: (label: string, from: string, to: string) => {
    if (from === '') return `${label}: ${to} (new)`;
    return to === '' ? `${label}: no longer there` : `${label}: ${to} (was: ${from})`;
  },
  lapsed: (title: string, due: string) =>
    `${title} was to be looked at again by ${month(due)}. Visits go on; the headteacher should see to it.`,
  soon: (title: string, due: string) => `${title} is to be looked at again by ${month(due)}.`,
  reviewed: (due: string) => `To be looked at again by ${month(due)}.`,
  notSaid: 'The document does not say when it is looked at again.',
  askToRead: (title: string) => `${title} has a new version. Please read it, then confirm.`,
  readButton: 'I have read the policy',
  openPolicy: 'Open the policy',
  changed: 'What is new',
  productDefault: 'product default',
  none: 'nobody',
  groups: {
    decides: 'Who decides',
    staffing: 'Who goes',
    asking: 'Asking for a visit',
    risk: 'Weighing the risk',
    departure: 'Before leaving school',
    door: 'At the door and inside',
    out: 'While people are out',
    concern: 'A worry about a child',
    after: 'Afterwards',
    reminders: 'What people are reminded of',
    upkeep: 'The policy itself',
  },
  mode: {
    approve: (who: string) => `Each visit is approved by ${who}.`,
    know: (who: string) => `No visit goes ahead unless ${who} knows of it and has said so.`,
    'list-and-visit': (who: string) => `Each visit is signed by ${who}.`,
  },
  listSigned: (who: string) => `The week’s list is signed by ${who} first.`,
  delegation: {
    off: 'Nobody decides in their place.',
    deputy: 'A deputy may decide in their place, by name.',
    'duty-rota': 'Whoever is on the duty rota may decide.',
    'senior-manager': 'A senior manager may decide in their place.',
  },
  tolerance: (count: number) =>
    count === 0
      ? 'Any change of time needs a new decision.'
      : `A change of time of up to ${minutes(count)} needs no new decision.`,
  substitutes: (who: string) => `Where nobody of those may, ${who} decides.`,
  staffingRule: {
    two: 'Two people always go.',
    'two-or-reason': 'Two people go, or there is a reason why one does.',
    'two-if-known': 'Two people go where the family is complex or something is known of the home.',
    'lone-allowed': 'One person may go alone.',
  },
  transport: {
    'driver-and-one': 'A pupil is driven by a driver with one more member of staff.',
    driver: 'A pupil is driven by a named driver.',
  },
  appointment: {
    required: 'Nobody goes in without an appointment.',
    preferred: 'An appointment is made where that can be.',
  },
  confirmed: 'Who confirmed the appointment is on record.',
  evening: {
    always: (from: string, instead: string) =>
      `From ${from} a visit needs a reason. Offered instead: ${instead}.`,
    'alone-without-backup': (from: string, instead: string) =>
      `From ${from} nobody goes alone unless somebody waits at school. Offered instead: ${instead}.`,
  },
  purpose: (label: string) => `Reason: ${label}`,
  kind: (name: string) => `Kind of visit: ${name}`,
  asked: (ask: string, required: boolean) => (required ? ask : `${ask} (where it matters)`),
  riskForm: {
    questions: 'The risk is weighed by the school’s questions.',
    hazards: 'The risk is weighed by the school’s table of hazards.',
  },
  floor: (level: string) => `A first visit to a home is at least ${level} risk.`,
  adopted: (who: string) => `The risk assessment is adopted by ${who}.`,
  hazard: (hazard: string, level: string) => `${hazard}: ${level}`,
  notify: (who: string) => `Told that people have left: ${who}.`,
  wait: (count: number) => `Nobody there: wait ${minutes(count)}, and no longer.`,
  late: (count: number) => `A parent who is more than ${minutes(count)} late: the visit is off.`,
  animals: {
    'none-or-controlled': 'Go in only where there are no animals, or they are under control.',
    'separate-room': 'Animals go into another room, or the visit is off.',
    'separate-room-in-writing':
      'Animals go into another room, or the visit is off and the headteacher hears why in writing.',
  },
  rung: (count: number, who: string) =>
    count === 0 ? `Late: asked at once: ${who}.` : `${minutes(count)} late: told: ${who}.`,
  visitors: 'the visitors',
  responders: (who: string) => `A call for help goes to ${who}, at once.`,
  extensions: (count: number) =>
    count === 0
      ? 'Nobody may stay longer than was agreed without asking.'
      : `Those who are out may put their time back ${count === 1 ? 'once' : `${count} times`}.`,
  codeWord: {
    off: '',
    on: 'Those who go agree a code word.',
    pairs: 'Two who go together agree a code word.',
  },
  manDown: 'One of those who go carries an alarm device.',
  concern: (who: string) => `A worry about a child goes to ${who}, at once.`,
  records: {
    cpoms: 'CPOMS',
    sims: 'SIMS',
    attendance: 'the attendance record',
  },
  record: {
    off: () => '',
    optional: (where: string) => `A visit may be recorded in ${where}.`,
    'where-appropriate': (where: string) => `A visit is recorded in ${where} where it applies.`,
    'check-only': (where: string) => `${where} is looked at before a visit.`,
    always: (where: string) => `Every visit is recorded in ${where}.`,
  },
  signatures: {
    off: '',
    'if-reason': 'Signatures are kept where signing was why the visit was made.',
    always: 'Parents and staff sign, or the record says why not.',
    optional: '',
  },
  letters: 'What was agreed is sent to the family in a letter.',
  debrief: 'After a hard visit, staff can talk it over with somebody.',
  attendanceAlert: (percent: number, months: number) =>
    `Attendance under ${percent}% for ${months} months is put to those who can act.`,
  reading: {
    departure: 'Everybody who goes has read the policy as it stands, or does not leave.',
    record: 'It is on record who has read the policy as it stands.',
  },
  signOffs: (who: string) => `A new version is signed by ${who}.`,
  everyMonths: (count: number) => `It is looked at again every ${count} months.`,
  places: {
    'approval.mode': 'How a visit is decided',
    'approval.roles': 'Who decides',
    'approval.listRoles': 'Who signs the week’s list',
    'approval.delegation': 'Deciding in their place',
    'approval.toleranceMinutes': 'Change of time that needs no new decision, minutes',
    'staffing.rule': 'How many go',
    'appointment.rule': 'Appointment',
    'evening.from': 'Evening begins',
    'noShow.waitMinutes': 'Wait for a parent, minutes',
    'noShow.lateMinutes': 'A parent too late, minutes',
    'extensions.allowed': 'How often the time back may be moved',
    'overdue.rungs': 'When people are late: each step, and who hears',
    'overdue.afterSpokenMinutes':
      'Looked for again after somebody spoke to them and set no time, minutes',
    responders: 'Who answers alarms',
    'departure.reach': 'Before leaving: a message that was tapped',
    'overdue.repeatMinutes': 'Last step comes again after, minutes',
    'pace.remindBeforeMinutes': 'Reminder before the visit, minutes',
    'pace.stayMinutes': 'A visit is meant to last, minutes',
    'risk.initialFloor': 'A first visit is at least',
    'reading.rule': 'Reading the policy',
    'review.due': 'To be looked at again',
    'review.everyMonths': 'Looked at again every, months',
    signOffs: 'Who signs a new version',
    website: 'Where parents can read it',
    title: 'Name of the document',
  } as Readonly<Record<string, string>>,
  rungPlace: (rung: string) => `Late, step “${rung}”, minutes`,
  contactPlace: (name: string) => `How to reach: ${name}`,
  copy: {
    heading: (title: string) => title,
    about: (school: string, version: string) =>
      `This is how our school visits families at home, in short. Version ${version}. ${school}`.trim(),
    legal: 'Law and guidance',
    linked: 'Read together with',
    contacts: 'Who else can help',
    ask: 'If you have a question, ask the school office.',
    print: 'Printed from Home Visits.',
  },
} as const;
