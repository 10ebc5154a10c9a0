/** What people are told, by reference: never a name at the home, a reason, or an answer. */
const beforeLeaving =
  'Before you leave, each of you answers the health question, confirms reading and does the departure check.';
const comma = (who: string): string => (who.includes(',') ? ',' : '');
const said = (note: string): string => (note === '' ? '' : ` “${note}”`);

export const noticesWords = {
  approved: {
    approve: (reference: string, who: string, note: string): string =>
      `${who}${comma(who)} approved ${reference}.${said(note)} ${beforeLeaving}`,
    know: (reference: string, who: string, note: string): string =>
      `${who}${comma(who)} knows of ${reference}, and has said so.${said(note)} ${beforeLeaving}`,
    'list-and-visit': (reference: string, who: string, note: string): string =>
      `${who}${comma(who)} signed ${reference}.${said(note)} ${beforeLeaving}`,
  },
  waiting: {
    reminder: (reference: string, when: string): string =>
      `${reference} still waits for a decision. It is to start on ${when}, and nobody goes without one.`,
    doNotGo: (reference: string): string =>
      `${reference} should start now and nobody has decided on it. It is not authorised: do not go.`,
    allAway: (reference: string, names: string): string =>
      `${reference} waits for ${names}, who is away, and nobody else may decide. It will not go ahead by itself: somebody has to be named to stand in, in the duty rota.`,
    safeguardingFirst: (reference: string, who: string, when: string): string =>
      `You hear of ${reference} first: calls were not answered, and there may be a worry about the pupil. ${who} would go on ${when}; nobody has decided yet. The card says which family and each attempt to reach them.`,
    confirm: (reference: string, office: string): string =>
      `${office} put on record that you said yes to ${reference} on the phone. That is not yet a yes: confirm it on the card, and nobody goes before you do.`,
    byPhone: (reference: string, from: string, office: string): string =>
      `${reference}: yes by phone from ${from}, put on record by ${office}. Not approved until ${from} confirms it: do not go yet.`,
  },
  named: (
    reference: string,
    who: string,
    { when, until }: { readonly when: string; readonly until: string },
  ): string =>
    `For you to know: ${who} go on ${reference}, ${when} to ${until}. The card says which family.`,
  appointment: {
    changed: (reference: string, who: string, what: string): string =>
      `${who} changed the appointment of ${reference}: ${what}.`,
    from: (of: string, before: string, after: string): string => `${of}: ${before} → ${after}`,
    ways: { phone: 'by phone', letter: 'by letter', none: 'no appointment' },
  },
  glass: {
    second: (reference: string, who: string, reason: string): string =>
      `Emergency: ${who} asks that ${reference} goes ahead on two names: “${reason}” It needs a second name, or a decision. Nobody goes until then.`,
    mayGo: (reference: string, names: string): string =>
      `${reference} goes ahead on the names of ${names} (break-glass). ${beforeLeaving}`,
    broken: (reference: string, names: string, time: string): string =>
      `${reference} goes ahead on the names of ${names} since ${time}, without the usual decision (break-glass). It is on record.`,
    toReview: (reference: string, names: string, hours: number): string =>
      `${reference} went ahead on the names of ${names} (break-glass). Look at it within ${hours} hours and say what you find; it stays open until you do.`,
    reviewDue: (reference: string, names: string): string =>
      `${reference}, sent out on the names of ${names} (break-glass), has not been reviewed yet. It stays open until the headteacher has.`,
    reviewed: (reference: string, who: string, note: string): string =>
      `${who} reviewed the break-glass on ${reference}: “${note}”`,
  },
  declined: (reference: string, who: string, reason: string): string =>
    `${who}${comma(who)} declined ${reference}: “${reason}”`,
  changesAsked: (reference: string, who: string, what: string): string =>
    `${who}${comma(who)} asks for changes to ${reference}: “${what}” Change the request and send it again.`,
  withdrawn: (reference: string, who: string, reason: string): string =>
    `${who}${comma(who)} withdrew the approval of ${reference}: “${reason}” Nobody may leave on it.`,
  lapsed: (reference: string): string =>
    `${reference} is not authorised: do not go. Nobody decided before it was due to be over. Ask for a new visit if it is still needed.`,
  voidedByEdit: (reference: string, what: string): string =>
    `${reference} was changed (${what}), so its approval is void. It has been sent for approval again.`,
  editedWithin: (reference: string, what: string): string =>
    `${reference} was changed (${what}). The change is small enough for the approval to stand.`,
  departed: (reference: string, who: string, dueBack: string): string =>
    `${who} left on ${reference}, due back ${dueBack}.`,
  breach: (reference: string, who: string, dueBack: string, rules: string): string =>
    `${reference}: ${who} reported something that had happened without permission. They are being watched, due back ${dueBack}.${rules === '' ? '' : ` It went against ${rules}.`}`,
  dueNow: (reference: string, dueBack: string): string =>
    `You were due back at ${dueBack} (${reference}). Press Back at school, or I need longer. If nobody hears from you, the office will ring.`,
  extended: (reference: string, who: string, dueBack: string): string =>
    `${reference}: ${who} set a new time. Due back ${dueBack}.`,
  planChanged: (reference: string, who: string, what: string): string =>
    `${reference}: ${who} says the plan has changed: “${what}”`,
  calledOff: {
    'cannot-go': (reference: string, who: string): string =>
      `${who} cannot go on ${reference}. Somebody else can be named, and the visit sent for approval again.`,
    'turn-back': (reference: string, who: string): string => `${reference}: ${who} turned back.`,
    'feel-unsafe': (reference: string, who: string): string =>
      `${reference}: ${who} felt unsafe, and the visit is called off.`,
    'animals-loose': (reference: string, who: string): string =>
      `${reference}: ${who} stopped the visit, because an animal could not be shut away.`,
    cancel: (reference: string, who: string): string => `${reference} was cancelled by ${who}.`,
  },
  police: {
    '999': (reference: string, who: string): string =>
      `${reference}: ${who} has put on record that 999 was rung.`,
    '101': (reference: string, who: string): string =>
      `${reference}: ${who} has put on record that the police were rung on 101.`,
    nobody: (reference: string, who: string): string =>
      `${reference}: ${who} has put on record why the police were not rung.`,
  },
  callMe: (reference: string, who: string): string =>
    `${reference}: ring ${who} now, and give them a reason to leave, such as a meeting at school. If they do not pick up, treat it as a call for help.`,
  child: {
    allWell: (reference: string): string =>
      `${reference}: are you all right? Press “We are all right”, or ring the safeguarding lead.`,
    handedOver: (reference: string, who: string): string =>
      `${reference}: ${who} says somebody has taken over with the child. The alarm stays until you have spoken to them.`,
    advice: (reference: string, who: string): string =>
      `${reference}: ${who} has written down what was advised. Ring them if anything is unclear.`,
    childLeft: (reference: string): string =>
      `${reference}: they had to leave an unsafe place, and a child was alone there. Ask about the child at once, and ring 999 if in doubt.`,
    whereIsTheChild: (reference: string): string =>
      `${reference}: where is the child now? Ring the safeguarding lead. If a child is in danger, ring 999.`,
  },
  door: {
    late: (reference: string, time: string): string =>
      `${reference}: the parent will be late${time === '' ? '' : `, and there at ${time}`}. Stay outside until then.`,
    timeToLeave: (reference: string): string =>
      `${reference}: the time to wait is over, and so is this visit. Don’t go in. Tell us when you have left, and when you are back.`,
    waitEnded: {
      'no-show': (reference: string): string =>
        `${reference}: nobody was there, and the visit is over. They are still out until each of them is back.`,
      late: (reference: string): string =>
        `${reference}: the parent was too late, and the visit is over. They are still out until each of them is back.`,
    },
    leaveNow: (reference: string): string =>
      `${reference}: leave now, together. Nobody stays alone with a pupil. If a child would be left alone, stay at the door and ring the safeguarding lead.`,
    parentLeft: (reference: string): string =>
      `${reference}: the parent has left. The visitors have been asked to leave.`,
    checkedIn: (reference: string, who: string): string =>
      `${reference}: ${who} will be there in a moment.`,
    reason: (reference: string, who: string, reason: string): string =>
      `${reference}: ${who} writes why the visit was called off: “${reason}”`,
    nudges: {
      start: (reference: string, time: string): string =>
        `${reference} starts at ${time}. Be there on time.`,
      arrival: (reference: string): string =>
        `${reference}: are you there? Press Arrived, or say that the plan has changed.`,
      arrivalMissed: (reference: string, who: string): string =>
        `${reference}: nothing has been heard from ${who} since they left. Ring them.`,
      length: (reference: string): string =>
        `${reference}: how is it going? Press Leaving the home, or I need longer.`,
      reason: (reference: string): string =>
        `${reference}: write down why it was called off. The headteacher needs it in writing.`,
    },
  },
  reason: (text: string): string => ` “${text}”`,
  stillOut: ' People are still out until each of them is back.',
  back: (reference: string, who: string): string => `${reference}: ${who} came back to school.`,
  seeThem: (reference: string): string =>
    `${reference}: they say they are back. Somebody has to see or speak to each of them before the alarm is over.`,
  spoken: (reference: string, who: string, to: string): string =>
    `${reference}: ${who} spoke to ${to}.`,
  spokenUntil: (dueBack: string): string => ` Due back ${dueBack}.`,
  stoodDown: (reference: string, who: string): string =>
    `${reference}: ${who} has spoken to everybody and stood the alarm down.`,
  reachedSafety: (reference: string, who: string): string =>
    `${reference}: ${who} reported a safe place. The alarm stays until somebody has spoken to them.`,
  changedByHand: (reference: string, who: string, columns: string): string =>
    `${reference} was changed by hand in the list by ${who}: ${columns}.`,
  voidedByHand: ' Its approval is void. Look at the visit and send it again.',
  brokenHistory: (reference: string, who: string): string =>
    `The history of ${reference} was changed by hand in the list by ${who}. What was approved on it is void.`,
  brokenHistoryOut: (reference: string, who: string): string =>
    `The history of ${reference} was changed by hand in the list by ${who}. People are out; they are watched as before.`,
  somebody: 'somebody',
  changed: {
    start: 'the start',
    dueBack: 'the due-back time',
    address: 'the address',
    pupil: 'the pupil',
    visitors: 'who goes',
    risk: 'the risk assessment',
    appointment: 'how the family was told',
    people: 'whom to see',
  } as Readonly<Record<string, string>>,
  otherChange: 'something else',
};
