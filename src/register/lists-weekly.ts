/** The list of signed weekly lists, on the Home Visits site. */
import {
  choice,
  indexed,
  type ListDefinition,
  line,
  moment,
  note,
  number,
  unique,
} from './list-definition.ts';

export const weeklyLists: ListDefinition = {
  site: 'HomeVisits',
  list: 'WeeklyLists',
  description:
    'The weekly lists of visits as they were signed. A copy that is changed by hand counts for nothing.',
  key: 'ListKey',
  columns: [
    line('Title', 'The week, and what was signed.'),
    unique(line('ListKey', 'The name the app knows it by. Please leave it as it is.')),
    indexed(line('Week', 'The week as year and number, such as 2026-W49.')),
    indexed(line('Copy', 'Which signature it belongs to. Please leave it as it is.')),
    choice('Kind', 'The signature itself, or rows that it was given for.', ['signature', 'rows']),
    line('SignedBy', 'Who signed.'),
    moment('SignedAt', 'When they signed.'),
    number('Rows', 'How many rows were signed.'),
    number('High', 'How many of them are High.'),
    number('Part', 'Which part of the rows this is.'),
    note('Content', 'What was signed, word for word. Please leave it as it is.'),
    line('Seal', 'Shows whether anybody has changed it since.'),
  ],
};
