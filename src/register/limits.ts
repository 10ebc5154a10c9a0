/** How much of a history one column takes. */

/** While nobody is out, a history longer than this is refused, politely. */
const draftLimit = 30_000;
/** What a note column holds at all. */
const noteLimit = 63_999;

/** Whether a history has grown past what may still be added to; once people are out nothing is refused, only the column's own end counts. */
export const tooLong = (history: string, peopleAreOut = false): boolean =>
  history.length > (peopleAreOut ? noteLimit : draftLimit);
