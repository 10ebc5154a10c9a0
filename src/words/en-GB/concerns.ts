/** What is said about a worry, never of what is in it. */
export const concernsWords = {
  nothingSaid: {
    because: 'Nothing is written yet.',
    next: 'Write what you saw or heard, in your own words. A few words are enough.',
  },
  tooLong: (limit: number) => ({
    because: `This is more than ${limit} letters, which is all there is room for at once.`,
    next: 'Send the first part now and add the rest to it. Nothing has been cut.',
  }),
  willSee: (names: string): string => `${names} will be told at once and can read it.`,
  nobody:
    'There is nobody on the staff list who may read it. Ring the local authority designated officer.',
  nobodyElse: 'The office does not see it, and nothing of it shows on the visit.',
  willNotSee: (names: string, several: boolean): string =>
    `${names} ${several ? 'are' : 'is'} not told and cannot find any trace of it.`,
};
