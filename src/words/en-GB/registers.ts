/** What is said of staff, cars, duty and calendar. */
export const registersWords = {
  closed: {
    weekend: 'it is a weekend',
    'between-terms': 'it is outside term',
  },
} as const;
