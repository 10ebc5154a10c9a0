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
  alone: (reason: string) => `One person goes: ${reason}`,
  first: (level: string, clause: string) => `First visit here, so at least ${level} (${clause}).`,
  decides: (names: string, clause: string) => `${names} decides (${clause}).`,
  nobodyDecides: (clause: string) => `Nobody may decide on this visit (${clause}).`,
} as const;
