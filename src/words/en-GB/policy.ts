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
    'list-and-visit': 'Sign',
  },
  nobodyDecides: (clause: string) => `Nobody may decide on this visit (${clause}).`,
} as const;
