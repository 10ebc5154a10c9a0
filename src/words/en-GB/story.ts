/** What happened to a visit, in sentences. The time stands beside each. */
export const storyWords = {
  byPhone: (office: string, sentence: string): string => `${office} logged a call: ${sentence}`,
  asked: ({ who, visitors, day, start, due }: Asked): string =>
    `${who} asked for a visit by ${visitors} on ${day}, from ${start} to ${due}.`,
  edited: (who: string): string => `${who} changed the request.`,
  editedVoid: (who: string): string =>
    `${who} changed the request, so the approval no longer counts.`,
  approved: {
    approve: (who: string): string => `${who}${comma(who)} approved.`,
    know: (who: string): string => `${who}${comma(who)} knows of the visit, and said so.`,
    'list-and-visit': (who: string): string => `${who}${comma(who)} signed the visit.`,
  },
  onRecord: {
    reminded: 'Nobody had decided; those who may were reminded.',
    yesByPhone: (who: string, from: string): string =>
      `${who} put on record that ${from} said yes on the phone. It is not approved until ${from} confirms it.`,
    glassStarted: (who: string, reason: string): string =>
      `${who} put their name to sending it out as an emergency (break-glass): “${reason}”`,
    glassBroken: (who: string): string =>
      `${who} put the second name to it. It goes ahead as an emergency (break-glass).`,
    glassReviewed: (who: string, note: string): string =>
      `${who} reviewed the break-glass: “${note}”`,
    reviewReminded: 'The break-glass had not been reviewed; whoever has to was reminded.',
    departureKnown: (who: string): string => `${who} said that they know of it.`,
  },
  declined: (who: string): string => `${who}${comma(who)} declined.`,
  changesAsked: (who: string): string => `${who}${comma(who)} asked for changes.`,
  withdrawn: (who: string): string => `${who}${comma(who)} withdrew the approval.`,
  lapsed: 'Nobody decided in time, so the visit was not authorised.',
  adopted: (who: string, inPlaceOf: string | undefined): string =>
    `${who} adopted the risk assessment${inPlaceOf === undefined ? '' : `, standing in for ${inPlaceOf}`}.`,
  adoptionVoid: 'The risk assessment has to be adopted again.',
  opened: (who: string): string => `${who} read the details.`,
  health: (who: string): string => `${who} answered the health question.`,
  reading: (who: string): string => `${who} confirmed having read the risk assessment.`,
  codeWord: (who: string): string => `${who} agreed a code word with the others.`,
  checked: (who: string): string => `${who} passed the departure check.`,
  checkFailed: (who: string, asks: string): string =>
    `${who} did not pass the departure check: ${asks}`,
  departed: (who: string, due: string): string => `${who} left school, due back ${due}.`,
  breach: ({ by, who, due }: Breach): string =>
    `${by} reported that ${who} had already gone, against the policy. They are looked out for, due back ${due}.`,
  arrived: (who: string): string => `${who} arrived.`,
  waited: (who: string): string => `${who} waited at the door.`,
  entered: (who: string, inviter: string): string => `${who} went in, invited by ${inviter}.`,
  inviters: {
    parent: 'a parent or carer',
    'delegated-adult': 'an adult the parent had named',
    'other-adult': 'another adult',
    child: 'a child',
  },
  parentAbsent: 'No parent was there.',
  animals: { none: '', secured: 'Animals were shut away.', loose: 'Animals were loose.' },
  hazards: (what: string): string => `Hazards: ${what}`,
  left: (who: string): string => `${who} left the home.`,
  next: (what: string): string => `Next: ${what}`,
  returned: (who: string, several: boolean): string =>
    `${who} ${several ? 'are' : 'is'} back at school.`,
  extended: (who: string, due: string): string =>
    `${who} said they need longer: now due back ${due}.`,
  planChanged: (who: string): string => `${who} said the plan had changed.`,
  calledOff: {
    'cannot-go': (who: string): string => `${who} said they cannot go.`,
    'turn-back': (who: string): string => `${who} turned back.`,
    'feel-unsafe': (who: string): string => `${who} did not feel safe and stopped the visit.`,
    'animals-loose': (who: string): string =>
      `${who} stopped the visit: an animal could not be shut away.`,
    cancel: (who: string): string => `${who} cancelled the visit.`,
  },
  child: {
    found: {
      'child-alone': (who: string): string => `${who} said a child is alone, and stays there.`,
      'child-in-danger': (who: string): string => `${who} said a child is in danger.`,
    },
    well: (who: string): string => `${who} said they are all right.`,
    asked: 'The visitors were asked how they are.',
    handedOver: (who: string): string => `${who} said somebody has taken over with the child.`,
    advised: (who: string): string => `${who} recorded what was advised.`,
  },
  door: {
    met: (who: string): string => `Somebody came to the door: ${who}.`,
    spokeTo: (who: string): string => `They spoke to ${who}.`,
    late: 'The parent said they would be late.',
    lateUntil: (time: string): string => `The parent said they would be late, and come at ${time}.`,
    ended: {
      'no-show': 'Nobody came in the time to wait, so the visit is over.',
      late: 'The parent was too late, so the visit is over.',
    },
    parentLeft: 'The parent left.',
    upstairs: (who: string, company: string): string =>
      `${who} went upstairs${company === '' ? '' : `, with ${company}`}.`,
    checkedIn: (who: string): string => `${who} checked in before arriving.`,
    reason: (who: string): string => `${who} wrote to the headteacher why.`,
    nudged: {
      start: 'The visitors were reminded of the time.',
      arrival: 'The visitors were asked whether they had arrived.',
      'arrival-missed': 'The office was told that nobody had heard from the visitors.',
      length: 'The visitors were reminded of how long they had been there.',
      reason: 'The visitors were asked to write down the reason.',
    },
  },
  leftUnsafe: (who: string): string => `${who} left because it was not safe.`,
  reachedSafety: (who: string, several: boolean): string =>
    `${who} ${several ? 'are' : 'is'} somewhere safe.`,
  help: {
    help: (who: string): string => `${who} called for help.`,
    danger: (who: string): string => `${who} called for help: in danger.`,
    unwell: (who: string): string => `${who} called for help: unwell.`,
    injured: (who: string): string => `${who} called for help: injured.`,
  },
  said: (what: string): string => `“${what}”`,
  reminded: 'The visitors were asked whether they are all right.',
  overdueRaised: (told: string, times: number): string =>
    `Not everyone is back. Told: ${told}${again(times)}.`,
  alarmRaised: (told: string, times: number): string =>
    `The alarm went out. Told: ${told}${again(times)}.`,
  visitors: 'the visitors',
  police: {
    '999': (who: string): string => `${who} recorded that 999 was rung.`,
    '101': (who: string): string => `${who} recorded that the police were rung on 101.`,
    nobody: (who: string): string => `${who} recorded that the police were not rung, and why.`,
  },
  callMe: (who: string): string => `${who} asked to be rung, to have a reason to leave.`,
  acknowledged: (who: string): string => `${who} said “I have it”.`,
  spoken: (who: string, to: string, due: string): string =>
    `${who} spoke to ${to}, now due back ${due}.`,
  stoodDown: (who: string, to: string): string =>
    `${who} stood the alarm down, having spoken to ${to}.`,
  byHand: (who: string, columns: string): string =>
    `${who} changed the list by hand: ${columns}. The app goes by its own record.`,
  byHandVoid: (who: string, columns: string): string =>
    `${who} changed the list by hand: ${columns}. The approval no longer counts.`,
  someone: 'Somebody',
  broken: (who: string): string =>
    `${who} changed the record of this visit by hand. The approval no longer counts.`,
  because: (what: string): string => `Reason: ${what}`,
  what: (what: string): string => `What: ${what}`,
};

/** "Mr Bevan, deputy for the headteacher, approved." */
const comma = (who: string): string => (who.includes(',') ? ',' : '');

const again = (times: number): string => (times > 1 ? `, ${times} times now` : '');

type Asked = {
  readonly who: string;
  readonly visitors: string;
  readonly day: string;
  readonly start: string;
  readonly due: string;
};

type Breach = { readonly by: string; readonly who: string; readonly due: string };
