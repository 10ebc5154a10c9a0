/** Who waits for those who are out, who can be reached, and who is passed over. */
const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

export const watchWords = {
  /** What to do under threat, where the school's own policy does not say it. */
  threatened: {
    calm: 'Stay calm, speak slowly, and offer a way out.',
    position: 'Keep your distance, and stay nearer the door than they are.',
    'way-out': 'Leave as soon as you can. In danger: ring 999 first.',
    'ring-me': 'Press “Ring me: I want a reason to go”, and the office rings you.',
  },
  notices: {
    askToWait: (reference: string, who: string, due: string) =>
      `${reference}: the office closes, and ${who} will be out till ${due}. Will you wait for them? Press “I wait for them” on the card. If not, somebody else is asked in 5 minutes.`,
    takenOver: (reference: string, who: string) =>
      `${reference}: ${who} waits for them once the office has closed.`,
    waitsForYou: (reference: string, who: string, mobile: string) =>
      `${reference}: ${who} waits for you once the office has closed${mobile === '' ? '' : ` (${mobile})`}.`,
    notReached: (reference: string, who: string, to: string) =>
      `${reference}: ${who} rang ${to}. No answer, or an answerphone. That is no contact: go on trying.`,
    passedOver: (reference: string, names: string, several: boolean) =>
      `${reference}: this comes to you because ${names} ${several ? 'are' : 'is'} away.`,
    test: (reference: string) =>
      `A test message before ${reference}: please tap the button, to show that messages reach your phone.`,
    weeklyTest:
      'This week’s test message for those who answer alarms: please tap the button, to show that an alarm would reach you.',
    unreached: (names: readonly string[]) =>
      `${people(names.length)} who answer${names.length === 1 ? 's' : ''} alarms did not tap this week’s test message: ${names.join(', ')}. Look at their phone with them, or name somebody else.`,
  },
  story: {
    asked: (who: string, times: number) =>
      `The office closes. Asked to wait for them: ${who}${times > 1 ? `, the ${times}. time anybody is asked` : ''}.`,
    everybody: 'everybody who answers alarms',
    takenOver: (who: string) => `${who} waits for them once the office has closed.`,
    notReached: (who: string, to: string) =>
      `${who} rang ${to}: no answer, or an answerphone. Nobody was spoken to.`,
    testSent: (who: string) => `A test message was sent to ${who}.`,
    reached: (who: string, several: boolean) =>
      `${who} ${several ? 'were' : 'was'} reached: messages or calls get through.`,
  },
  cards: {
    takeOver: 'I wait for them',
    waits: 'Waits for them',
    noAnswer: 'Rang: no answer or answerphone',
    rang: 'Whom did you ring?',
    test: 'It reached me',
    testTitle: 'Test message',
    tested: 'Thank you. Messages reach you here.',
  },
  board: {
    closed: (count: number, time: string) =>
      `${people(count)} still out, and the office closed at ${time}. Nobody has taken over.`,
    asked: (names: string) => `Asked to wait: ${names}. `,
    ring: 'Stay, or press “I wait for them”. This stays here until somebody does.',
    takenOver: (name: string) => `${name} waits for them`,
    takeOver: 'I wait for them',
    takeOverFor: (reference: string) => `I wait for them (${reference})`,
    lastHeard: (time: string) => `last heard ${time}`,
    waits: (time: string) => `waiting at the door till ${time}`,
    holding: (time: string) => `with a child since ${time}`,
    teamsAway: (time: string) => `Teams has not taken our messages since ${time}`,
    teamsAwayNext:
      'Alarms may reach nobody. They go on here by the clock, and are sent the moment Teams takes them. Watch this page, and ring people.',
    sharePointAway: (time: string) => `SharePoint has not answered since ${time}`,
    sharePointAwayNext:
      'Whatever people do is kept here and goes into the lists once it answers. Requests and approvals wait for it. This page is up to date.',
    unreached: (count: number) =>
      `${people(count)} who answer${count === 1 ? 's' : ''} alarms can’t be reached in Teams`,
    unreachedNext: (names: string) =>
      `${names} did not tap this week’s test message. Ring them, and look at their phone with them.`,
  },
} as const;
