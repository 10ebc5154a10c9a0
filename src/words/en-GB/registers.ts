/** What is said of staff, cars, duty and calendar. */
export const registersWords = {
  closed: {
    weekend: 'it is a weekend',
    'between-terms': 'it is outside term',
  },
  saved: 'Saved.',
  fields: {
    person: 'The person',
    make: 'The make',
    model: 'The model',
    registration: 'The registration',
    colour: 'The colour',
    name: 'The name',
    from: 'The first day',
    fromDay: 'The first day',
    fromTime: 'The time it begins',
    until: 'The last day',
    untilDay: 'The last day',
    untilTime: 'The time it ends',
    insuredUntil: 'The insurance',
    breakdownUntil: 'The breakdown cover',
    mobile: 'The number',
    training: 'The training',
    opens: 'When the office opens',
    closes: 'When the office closes',
    holder: 'Who has it',
    owner: 'Whose it is',
  },
  roles: 'The roles',
  noEffect: {
    nobody: 'They are not on the staff list.',
    own: 'Nobody puts themselves on duty or in somebody’s place.',
    'not-delegated': 'The school’s policy does not let this be handed to anybody.',
    'not-theirs': 'The school’s policy does not let them stand in here.',
    byHand: 'It was written into the list by hand. Make it here, so that it counts.',
  },
  what: {
    training: 'training',
    checks: 'background checks',
    insurance: 'insurance',
    breakdown: 'breakdown cover',
  },
  runsOut: {
    none: (says: string) => `${says}: nothing valid on record`,
    over: (says: string, until: string) => `${says}: ran out on ${until}`,
    soon: (says: string, until: string) => `${says}: runs out on ${until}`,
    visits: (references: string) => ` (planned visits: ${references})`,
  },
  reminder: (lines: readonly string[]) =>
    `Please look at the registers: ${lines.join('; ')}. The page “Registers” has more.`,
  rolesWait: (names: string) =>
    `The roles of ${names} were changed by hand in the staff list. What was added counts once you confirm it on the page “Registers”. Nobody confirms their own.`,
} as const;
