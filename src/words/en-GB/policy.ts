/** What the school's policy says of one visit, in a line each. */
export const policyWords = {
  clauses: {
    safety: 'Home Visits safety rule',
    product: 'Home Visits product default',
  },
  /** Said of a place in a policy pack that is not clear. */
  unclear: {
    wholePack: 'the pack',
    missing: 'is missing',
    notA: (kind: string) => `is not ${kind}`,
    kinds: {
      string: 'text',
      number: 'a number',
      int: 'a whole number',
      boolean: 'true or false',
      array: 'a list',
      object: 'a group of settings',
      record: 'a table',
    } as Readonly<Record<string, string>>,
    otherKind: 'of the right kind',
    oneOf: (choices: string) => `must be one of: ${choices}`,
    tooMuchSaid: (names: string) => `says what no policy says: ${names}`,
    atLeast: (number: string) => `needs at least ${number}`,
    less: (number: string) => `is less than ${number}`,
    more: (number: string) => `is more than ${number}`,
    empty: 'is empty',
    audience: 'is neither a role nor “visitors”',
  },
  two: (clause: string) => `Two people go (${clause}).`,
  twoOrReason: (clause: string) => `Two people go, or there is a reason why one does (${clause}).`,
  twoIfKnown: (clause: string) =>
    `Two people go where the family is complex or something is known of the home (${clause}).`,
  alone: (reason: string) => `One person goes: ${reason}`,
  evening: (reason: string, clause: string) =>
    `An evening visit, which the policy warns of (${clause}): ${reason}. A yes needs a note.`,
  first: (level: string, clause: string) => `First visit here, so at least ${level} (${clause}).`,
  decides: {
    approve: (names: string, clause: string) => `${names} decides (${clause}).`,
    know: (names: string, clause: string) =>
      `${names} has to know of this visit, and to say so (${clause}).`,
    'list-and-visit': (names: string, clause: string) =>
      `${names} signs this visit before it leaves (${clause}).`,
  },
  list: (names: string, clause: string) => `${names} signs the week’s list first (${clause}).`,
  nobodySignsList: (clause: string) => `Nobody may sign the list for this visit (${clause}).`,
  /** What the person says who decides. */
  yes: {
    approve: 'Approve',
    know: 'I know of this visit',
    'list-and-visit': 'Sign this visit',
  },
  /** What it is called once they have. */
  said: {
    approve: 'approved',
    know: 'acknowledged',
    'list-and-visit': 'signed',
  },
  /** To whoever comes second. */
  alreadyNext: {
    yes: 'Nothing more is needed. If it should not go ahead, withdraw it: that is a decision of its own.',
    no: 'Nothing more is needed.',
  },
  decided: {
    approve: (who: string, time: string) => `Approved by ${who}, ${time}`,
    know: (who: string, time: string) => `Known to ${who}, who said so at ${time}`,
    'list-and-visit': (who: string, time: string) => `Signed by ${who}, ${time}`,
    declined: (who: string, time: string) => `Declined by ${who}, ${time}`,
    'changes asked': (who: string, time: string) => `Changes asked by ${who}, ${time}`,
    'approval void': (who: string, time: string) => `Withdrawn by ${who}, ${time}`,
  },
  waits: {
    since: (names: string, time: string, reminders: number) =>
      `Waits for ${names} since ${time}${reminders === 0 ? '' : reminders === 1 ? ', reminded once' : `, reminded ${reminders} times`}. Nobody goes before that.`,
    nobody: 'Nobody may decide on it. Change who goes, or ask the school to name somebody.',
    allAway:
      'Everybody who may decide is away. It goes nowhere by itself: the school can name somebody to stand in.',
    byPhone: (from: string, office: string, time: string) =>
      `Yes by phone from ${from}, put on record by ${office} at ${time}: to be confirmed. Not approved yet.`,
  },
  glass: {
    begun: (who: string, reason: string) =>
      `Break-glass: ${who} has put their name to it (“${reason}”). It needs a second name.`,
    broken: (names: string, time: string, reason: string) =>
      `Break-glass: it goes ahead on the names of ${names}, ${time} (“${reason}”).`,
    unreviewed: 'Not reviewed yet.',
    reviewed: (who: string, note: string) => `Reviewed by ${who}: “${note}”`,
  },
  departureKnown: {
    one: (name: string, time: string) => `${name}, ${time}`,
    nobody: 'Nobody has said so yet',
  },
  deputyFor: (name: string, role: string) => `${name}, deputy for ${role}`,
  substituteFor: (name: string, role: string) => `${name}, named by the school in place of ${role}`,
  onTwoNames: (names: string) => `${names} (break-glass)`,
  away: (name: string) => `${name} (away)`,
  allAway:
    'Everybody who may decide is away. It waits, and nothing lets it go ahead until one of them is back or the school names somebody to stand in.',
  nobodyDecides: (clause: string) =>
    `Nobody may decide on this visit, because all who could go or asked (${clause}). Name different visitors, have a colleague send it, or ask the school to name somebody in their place.`,
} as const;
