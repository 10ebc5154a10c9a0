/** What "Show me" says of each step: what happens, and why, in one sentence. */

const dayAndTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
});

const when = (moment: string): string => dayAndTime.format(new Date(moment));

export const showWords = {
  button: 'Show me',
  label: 'The story of one visit',
  begin: (title: string) => `One visit, under the ${title}, from asking to coming back.`,
  step: (number: number, of: number) => `Step ${number} of ${of}`,
  next: 'Next',
  play: 'Play',
  pause: 'Pause',
  stop: 'Stop',
  again: 'Try again',
  acting: 'Being done',
  done: 'Done.',
  over: 'That was the whole story. What you saw was really done: it stands in the chats, the tab and the lists.',
  by: (name: string) => `${name}:`,
  asks: (clause: string) => `(${clause})`,
  said: 'Home Visits said:',
  unread: 'The story could not begin: the tenant on this machine did not answer.',
  clock: (from: string, to: string) =>
    `It is ${when(from)} at the school, when nobody asks for visits, so the clock is moved on to ${when(to)}.`,
  ask: 'Asks in chat to visit Siân O’Neill with Jo Ashby, because nobody goes unasked: one form holds all that the policy wants to know beforehand.',
  figures:
    'Puts the pupil’s attendance on the week’s list, because whoever signs it is to see why each home is visited.',
  signList: (name: string) =>
    `Signs the week’s list, every row of it shown, because nobody goes to a home that ${name} has not put a name to.`,
  adopt: (name: string) =>
    `Opens the risk assessment and adopts it, because ${name} answers for it.`,
  decide: {
    approve: (name: string) =>
      `Decides on the card, because nobody goes until ${name} has said yes to exactly this visit.`,
    know: (name: string) =>
      `Says on the card that the visit is known, because nobody goes without ${name} or a colleague knowing.`,
    'list-and-visit': (name: string) =>
      `Signs this one visit as well, because ${name} is the senior manager on duty when it leaves.`,
  },
  ready:
    'Each of the two answers the health question and reads the risk assessment for themselves, because nobody can do that for somebody else.',
  codeWord:
    'The two agree on words that mean “I need help”, so that they can ask for it with somebody listening.',
  check:
    'Each of the two checks phone, identification and papers, because what is forgotten is noticed best at school.',
  out: {
    depart:
      'Ten minutes later they leave together, the office sees them go, and from now on the clock watches over them.',
    arrive: 'Twenty minutes later they are at the door and say so with one press.',
    enter: 'They go in, because a parent is there, has asked them in, and no animal is loose.',
    leave: 'Forty minutes later they leave the home, and the office sees it.',
    return: 'They are back, both by name, because no clock ever marks anybody safe.',
  },
  end: 'The SharePoint list shows the visit as the office reads it, and its history is kept with it.',
} as const;
