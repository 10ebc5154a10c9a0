/** What stands in the cells of the lists. */
export const registerWords = {
  alarms: {
    overdue: 'overdue',
    'left-unsafe': 'left an unsafe place',
    help: 'help called',
    danger: 'in danger',
    unwell: 'unwell',
    injured: 'injured',
    'child-alone': 'with a child who is alone',
    'child-in-danger': 'with a child in danger',
  },
  /** "overdue since 15:40 · Pat Doyle has it". */
  alarm: (what: string, since: string, standing: string): string =>
    `${what} since ${since} · ${standing}`,
  has: (who: string): string => `${who} has it`,
  nobodyHas: 'nobody has it yet',
  saysBack: 'they say they are back, not seen yet',
  moreAlarms: (count: number): string => `and ${count} more`,
  sensitive: 'sensitive',
  answers: { yes: 'Yes', no: 'No' },
  notAnswered: 'Not answered',
  action: (answer: string, action: string): string => `${answer}. Action: ${action}`,
  adjustment: { none: 'none', needed: 'needed' },
  unanswered: 'not answered',
  addedBefore: 'What was added before this stands in the record, under History and HistoryMore.',
  added: (by: string, when: string, what: string): string => `Added by ${by}, ${when}: ${what}`,
} as const;
