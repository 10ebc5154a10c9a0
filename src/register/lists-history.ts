/** Where a history goes on that is longer than one column: a list in each site that holds such histories. */
import {
  history,
  type ListDefinition,
  line,
  number,
  type Site,
  unique,
} from './list-definition.ts';

export const historyMoreList = (site: Site): ListDefinition => ({
  site,
  list: 'HistoryMore',
  description: 'The first parts of records too long for one item. Kept by Home Visits.',
  key: 'PartKey',
  columns: [
    line('Title', 'The reference of what it is the record of.'),
    unique(line('PartKey', 'The name the app knows it by. Please leave it as it is.')),
    number('Part', 'Which part of the record this is. The last stands with the item itself.'),
    history,
  ],
});
