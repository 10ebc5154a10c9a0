/** What is said beside the fields of a form, and of anything typed that could not be read. */
export const formWords = {
  /** The school's table of hazards, on the form. */
  hazards: {
    levels: { none: 'Not here', low: 'Low', medium: 'Medium', high: 'High' },
    row: (people: string, severity: string, likelihood: string, level: string): string =>
      `Who: ${people}. How bad: ${severity}. How likely: ${likelihood}. Usual level: ${level}.`,
    controls: (controls: readonly string[]): string =>
      `What is always done: ${controls.join('; ')}.`,
    here: 'Level for this visit',
    besides: 'If it is worse here: what more will you do?',
  },
  fields: {
    pupil: "the pupil's name",
    yearGroup: 'the year group',
    parent: "the parent's name",
    parentPhone: "the parent's phone number",
    address: 'the address',
    class: 'the kind of visit',
    purpose: 'the purpose',
    purposeNote: 'the note on the purpose',
    sensitive: 'whether the visit is sensitive',
    people: 'whom to see at the home',
    whyNotInSchool: 'why this cannot be done in school',
    language: 'the language spoken at home',
    staffing: 'anything that affects who should go',
    appointment: 'how the appointment was made',
    appointmentNote: 'the note on the appointment',
    date: 'the date',
    startTime: 'the start time',
    dueBackTime: 'the time you are due back',
    visitors: 'who goes',
    transport: 'how you travel',
    level: 'the level of risk',
    aloneReason: 'why one person goes',
    visitorRoles: 'what each person does',
    eveningReason: 'why it is in the evening',
    backup: 'who waits at school',
    refusedLeave: 'the dates of the refused leave',
    companions: 'who comes from outside the school',
    alsoTell: 'who else is told',
    documents: 'the papers to take',
    carriesPupil: 'whether a pupil travels with you',
    driver: 'who drives',
    confirmedBy: 'who confirmed the appointment',
    confirmedOn: 'when the appointment was confirmed',
    reminder: 'the reminder of the appointment',
    contactAttempts: 'the attempts at contact',
    complex: 'whether the family is complex',
    knownCircumstances: 'whether something is known of the home',
    worriedAboutSafety: 'whether somebody is worried about their safety',
    instead: 'how the family is reached instead',
    note: 'the note',
    reason: 'the reason',
    what: 'what you wrote',
    words: 'what was said',
    next: 'where you go next',
    hazards: 'the hazards',
    who: 'who this is about',
    to: 'who was spoken to',
    spokeTo: 'who was spoken to',
    dueBack: 'the time due back',
    person: 'who this is about',
  } as Readonly<Record<string, string>>,
  /** Above a field that only some visits have, where the school's policy has no words of its own. */
  more: {
    people: 'Whom to see',
    language: 'Language at home, and whether an interpreter is needed',
    contactAttempts: 'Attempts at contact',
    refusedLeave: 'For which dates leave was refused',
    confirmedBy: 'Who in the family confirmed the appointment',
    confirmedOn: 'When they confirmed it',
    reminder: 'How and when the family is reminded',
    eveningReason: 'Why it has to be in the evening',
    staffing:
      'Is there anything about language, culture or the household that affects who should go?',
    visitorRoles: 'What each person is there to do',
    aloneReason: 'Why one person goes',
    backup: 'Who waits at school until you are back',
    carriesPupil: 'A pupil travels with us',
    driver: 'Who drives',
    companions: 'Who comes from outside the school',
    alsoTell: 'One more colleague to tell where you are',
    documents: 'Papers to take',
    worriedAboutSafety: 'Somebody who goes is worried about their safety',
    complex: 'The family’s needs are complex',
    knownCircumstances: 'Something is known of the home that calls for two',
  },
  /** What helps to answer it. */
  hints: {
    contactAttempts:
      'One a line: day, time, how (phone, text, email, letter or visit), number. 2026-11-24 09:10 phone 01632 960001',
    refusedLeave: 'The dates, or that none was asked for.',
    aloneReason: 'Needed only where one person goes.',
    backup: 'Somebody from the office or a senior leader, who does not go along.',
    driver: 'One of the people who go.',
    companions:
      'Name, organisation and phone, one a line. They do not count as a second member of staff.',
    alsoTell:
      'They hear that you left, of a change of plan, and that you are back. They are not alarmed.',
    documents: 'You are asked for these before you leave.',
    worriedAboutSafety: 'Nobody who is worried goes alone. Nobody is asked why.',
  } as Readonly<Record<string, string>>,
  insteadOfEvening: (instead: readonly string[]): string =>
    `Better is ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(instead)}.`,
  classes: {
    procedural: 'Planned visit',
    'welfare-check': 'Unannounced welfare check',
    emergency: 'Emergency, for safeguarding',
    'first-day-absence': 'First day of absence',
  },
  /** What a kind of visit is excused from, and what it needs instead. */
  classWaives: {
    appointment: 'an appointment',
    'why-not-in-school': 'a reason why school will not do',
  },
  classNeeds: {
    reason: 'why the family is not told first',
    'unanswered-call': 'a call home today that nobody answered, and what worries the school',
    'attendance-lead': 'the attendance lead and one more person',
  },
  classSays: (waived: readonly string[], needed: readonly string[]): string => {
    const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });
    if (waived.length === 0 && needed.length === 0)
      return 'The family is told first, or you say why not.';
    return [
      ...(waived.length === 0 ? [] : [`Goes without ${either.format(waived)}.`]),
      ...(needed.length === 0 ? [] : [`Needs ${needed.join('; ')}.`]),
    ].join(' ');
  },
  yes: 'Yes',
  /** One attempt at reaching the family. */
  attempt: (when: string, by: string, to: string): string =>
    [`${when},`, `by ${by}`, to].filter((part) => part !== '').join(' '),
  /** `yyyy-mm-dd` as people write it. */
  day: (day: string): string => {
    const [year, month, date] = day.split('-');
    return `${date}/${month}/${year}`;
  },
  question: (number: string): string => `question ${number}`,
  missing: {
    because: (field: string): string => `Please give ${field}.`,
    next: 'Fill it in and send again; what you have typed is kept.',
  },
  notAChoice: {
    because: (field: string, said: string): string =>
      `“${said}” is not one of the choices for ${field}.`,
    next: (choices: string): string => `Choose one of: ${choices}.`,
  },
  notYesOrNo: {
    because: (field: string, said: string): string =>
      `“${said}” is neither yes nor no, for ${field}.`,
    next: 'Answer yes or no.',
  },
  tooLong: {
    because: (field: string, length: number, limit: number): string =>
      `This is too long for ${field}: ${length} letters, and there is room for ${limit}.`,
    next: 'Shorten it. Nothing has been cut, and what you have typed is kept.',
  },
  unkeepable: {
    because: (field: string): string =>
      `There is a sign in ${field} that can’t be kept, as may come with pasted text.`,
    next: 'Type that part again. Nothing has been changed, and what you have typed is kept.',
  },
  unknownPerson: {
    because: (said: string): string => `Nobody called “${said}” is on the staff list.`,
    next: 'Choose a name from the list, or write it in full. The office keeps the staff list.',
  },
  unclearPerson: {
    because: (said: string, names: string): string => `“${said}” could be ${names}.`,
    next: 'Write the full name.',
  },
  nobodyNamed: {
    because: 'Say who, by name.',
    next: 'Nobody counts as spoken to, or as back, unless they are named.',
  },
  badDate: {
    because: (said: string): string => `“${said}” is not a date.`,
    next: 'Write it as year-month-day, for example 2026-11-23.',
  },
  badTime: {
    because: (said: string): string => `“${said}” is not a time.`,
    next: 'Write hours and minutes, for example 15:30.',
  },
  skippedTime: {
    because: (time: string, date: string): string =>
      `There is no ${time} on ${date}: the clocks go forward over it.`,
    next: 'Choose a time an hour later.',
  },
  dueBackFirst: {
    because: (due: string, start: string): string =>
      `Due back at ${due} is not after the start at ${start}.`,
    next: 'Choose a later time, or say “next day”.',
  },
  timePassedStart: {
    because: (time: string, start: string): string =>
      `${time} is before the visit starts, at ${start}.`,
    next: 'Use the 24-hour clock, for example 15:30.',
  },
  badMinutes: {
    because: (said: string): string => `“${said}” minutes is more than a day, or none.`,
    next: 'Give the minutes you need, for example 20, or a time, for example 15:30.',
  },
  unknownVerb: {
    because: (verb: string): string => `“${verb}” is not something that can be done to a visit.`,
    next: 'Write “help” to see what you can do.',
  },
  noCall: {
    because: (said: string): string => `“${said}” is not something a call can say.`,
    next: (choices: string): string => `Choose one of: ${choices}.`,
  },
  /** What those who may not know more read for the purpose. */
  sensitive: 'Sensitive',
  appointment: (kind: 'phone' | 'letter' | 'none', note: string): string => {
    const said = {
      phone: 'Arranged by phone',
      letter: 'Arranged by letter',
      none: 'No appointment',
    }[kind];
    return note === '' ? said : `${said}: ${note}`;
  },
  risk: {
    levels: { low: 'Low', medium: 'Medium', high: 'High' },
    /** "Medium: 2 risks, both with actions". */
    summary: (level: string, risks: number, withActions: number): string =>
      `${level}: ${risks === 0 ? 'no risks found' : riskCount(risks, withActions)}`,
  },
} as const;

const riskCount = (risks: number, withActions: number): string => {
  if (risks === 1)
    return withActions === 1 ? '1 risk, with an action' : '1 risk, with no action yet';
  if (withActions === 0) return `${risks} risks, none with an action yet`;
  if (withActions < risks)
    return `${risks} risks, ${withActions} with ${withActions === 1 ? 'an action' : 'actions'}`;
  return `${risks} risks, ${risks === 2 ? 'both' : 'all'} with actions`;
};
